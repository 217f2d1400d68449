import {type Bbox, type Geo, isInBbox} from './geo.js';
import {lonAt} from './mercator.js';

// Coordinates in metres, as administrations of France, Belgium and the Netherlands publish them. Formulas: IOGP Publication 373-7-2,
// "Coordinate Conversions and Transformations including Formulas"; parameters: EPSG Dataset (epsg.org).

/** Projected coordinate reference system (ISO 19111). */
export interface ProjectedSystem {
  /** Such as `EPSG:2154`. */
  readonly code: string;
  readonly name: string;
  /** Area of use. */
  readonly area: Bbox;
  /** Converts an easting and a northing, in metres. Accurate to a metre, or three with another datum than WGS 84. */
  readonly toDegrees: (x: number, y: number) => Geo;
}

/** Semi-major axis in metres, and flattening. */
interface Ellipsoid {
  readonly a: number;
  readonly f: number;
}

const GRS_80: Ellipsoid = {a: 6_378_137, f: 1 / 298.257222101};
const CLARKE_1880_IGN: Ellipsoid = {a: 6_378_249.2, f: 1 / 293.466021294};
const INTERNATIONAL_1924: Ellipsoid = {a: 6_378_388, f: 1 / 297};
const BESSEL_1841: Ellipsoid = {a: 6_377_397.155, f: 1 / 299.1528128};

const RADIANS = Math.PI / 180;
const eccentricityOf = ({f}: Ellipsoid): number => Math.sqrt(f * (2 - f));

/** Latitude and longitude in radians. */
type Angles = readonly [lat: number, lon: number];

/** Returns the latitude with an isometric latitude, by iteration. Both in radians. */
function latitudeAt(isometric: number, e: number): number {
  let q = isometric;
  for (let i = 0; i < 6; i++) q = isometric + e * Math.atanh(e * Math.tanh(q));
  return Math.atan(Math.sinh(q));
}

/** Isometric latitude of a latitude. Both in radians. */
const isometricLatitude = (lat: number, e: number): number =>
  Math.asinh(Math.tan(lat)) - e * Math.atanh(e * Math.sin(lat));

interface Conic {
  readonly ellipsoid: Ellipsoid;
  /** Standard parallels, in degrees. */
  readonly parallels: readonly [number, number];
  /** Origin in degrees, and its easting and northing in metres. */
  readonly origin: readonly [lat: number, lon: number];
  readonly offset: readonly [x: number, y: number];
}

/** Returns the inverse of a Lambert conic conformal projection with two standard parallels (method 9802). */
function conic({ellipsoid, parallels, origin: [lat0, lon0], offset: [x0, y0]}: Conic) {
  const e = eccentricityOf(ellipsoid);
  const [first, second] = parallels.map(parallel => {
    const lat = parallel * RADIANS;
    const m = Math.cos(lat) / Math.sqrt(1 - (e * Math.sin(lat)) ** 2);
    return {m, isometric: isometricLatitude(lat, e)};
  }) as [{m: number; isometric: number}, {m: number; isometric: number}];
  const n = Math.log(first.m / second.m) / (second.isometric - first.isometric);
  const scale = (ellipsoid.a * first.m * Math.exp(n * first.isometric)) / n;
  // The pole has an infinite isometric latitude.
  const r0 = lat0 === 90 ? 0 : scale * Math.exp(-n * isometricLatitude(lat0 * RADIANS, e));
  return (x: number, y: number): Angles => {
    const [dx, dy] = [x - x0, r0 - (y - y0)];
    const isometric = -Math.log(Math.hypot(dx, dy) / scale) / n;
    return [latitudeAt(isometric, e), lon0 * RADIANS + Math.atan2(dx, dy) / n];
  };
}

/** Returns the inverse of a zone of UTM on GRS 80 (method 9807, with Krüger's series of the fourth order). */
function utm(zone: number, isSouth: boolean) {
  const {a, f} = GRS_80;
  const e = eccentricityOf(GRS_80);
  const n = f / (2 - f);
  const radius = (a / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64) * 0.9996;
  const series = [
    n / 2 - (2 / 3) * n ** 2 + (37 / 96) * n ** 3 - n ** 4 / 360,
    n ** 2 / 48 + n ** 3 / 15 - (437 / 1440) * n ** 4,
    (17 / 480) * n ** 3 - (37 / 840) * n ** 4,
    (4397 / 161_280) * n ** 4,
  ];
  return (x: number, y: number): Angles => {
    const [xi, eta] = [(y - (isSouth ? 10_000_000 : 0)) / radius, (x - 500_000) / radius];
    let [xi0, eta0] = [xi, eta];
    series.forEach((h, i) => {
      const k = 2 * (i + 1);
      xi0 -= h * Math.sin(k * xi) * Math.cosh(k * eta);
      eta0 -= h * Math.cos(k * xi) * Math.sinh(k * eta);
    });
    const beta = Math.asin(Math.sin(xi0) / Math.cosh(eta0));
    const lon = (6 * zone - 183) * RADIANS + Math.asin(Math.tanh(eta0) / Math.cos(beta));
    return [latitudeAt(Math.asinh(Math.tan(beta)), e), lon];
  };
}

/** Inverse of the oblique stereographic projection of the Netherlands (method 9809), on the ellipsoid of Bessel. */
function dutchGrid(x: number, y: number): Angles {
  const [lat0, lon0] = [52.1561605556 * RADIANS, 5.3876388889 * RADIANS];
  const e = eccentricityOf(BESSEL_1841);
  const n = Math.sqrt(1 + (e ** 2 * Math.cos(lat0) ** 4) / (1 - e ** 2));
  // Radius of the conformal sphere, and latitude of the origin on it.
  const radius = (BESSEL_1841.a * Math.sqrt(1 - e ** 2)) / (1 - (e * Math.sin(lat0)) ** 2);
  const origin = Math.asin(Math.sin(lat0) / n);
  const [dx, dy] = [x - 155_000, y - 463_000];
  const distance = Math.hypot(dx, dy) || 1;
  const angle = 2 * Math.atan(distance / (2 * radius * 0.9999079));
  const [cos, sin] = [Math.cos(angle), Math.sin(angle) / distance];
  const sine = cos * Math.sin(origin) + dy * sin * Math.cos(origin);
  const lon = Math.atan2(dx * sin, Math.cos(origin) * cos - dy * Math.sin(origin) * sin);
  const isometric = (Math.atanh(sine) - Math.atanh(Math.sin(origin))) / n;
  return [latitudeAt(isometric + isometricLatitude(lat0, e), e), lon0 + lon / n];
}

/** Translation in metres, rotation in arc-seconds and scale in parts per million, to WGS 84 (method 9606). */
type Shift = readonly [number, number, number, number, number, number, number];

/** Returns angles on the ellipsoid of another datum as angles of WGS 84, which GRS 80 equals to a millimetre. */
function shift([lat, lon]: Angles, from: Ellipsoid, [tx, ty, tz, rx, ry, rz, ppm]: Shift): Angles {
  const squared = (e: Ellipsoid): number => eccentricityOf(e) ** 2;
  const normal = from.a / Math.sqrt(1 - squared(from) * Math.sin(lat) ** 2);
  const [x, y, z] = [
    normal * Math.cos(lat) * Math.cos(lon),
    normal * Math.cos(lat) * Math.sin(lon),
    normal * (1 - squared(from)) * Math.sin(lat),
  ];
  const [a, b, c] = [rx, ry, rz].map(seconds => (seconds / 3600) * RADIANS) as [
    number,
    number,
    number,
  ];
  const factor = 1 + ppm / 1e6;
  const [X, Y, Z] = [
    factor * (x - c * y + b * z) + tx,
    factor * (c * x + y - a * z) + ty,
    factor * (-b * x + a * y + z) + tz,
  ];
  const distance = Math.hypot(X, Y);
  let latitude = Math.atan2(Z, distance * (1 - squared(GRS_80)));
  for (let i = 0; i < 4; i++) {
    const sine = Math.sin(latitude);
    const radius = GRS_80.a / Math.sqrt(1 - squared(GRS_80) * sine ** 2);
    latitude = Math.atan2(Z + squared(GRS_80) * radius * sine, distance);
  }
  return [latitude, Math.atan2(Y, X)];
}

/** Returns the inverse of a conic projection on the ellipsoid of another datum. */
function shifted(to: Shift, parameters: Conic) {
  const inverse = conic(parameters);
  return (x: number, y: number): Angles => shift(inverse(x, y), parameters.ellipsoid, to);
}

const inDegrees = ([lat, lon]: Angles): Geo => {
  // A millionth of a degree is a decimetre.
  const round = (angle: number): number => Math.round((angle / RADIANS) * 1e6) / 1e6;
  return {lat: round(lat), lon: round(lon)};
};

function createSystem(
  code: number,
  name: string,
  area: Bbox,
  inverse: (x: number, y: number) => Angles,
): ProjectedSystem {
  return {code: `EPSG:${code}`, name, area, toDegrees: (x, y) => inDegrees(inverse(x, y))};
}

const FRANCE: Bbox = [-5.5, 41, 10, 51.5];
const BELGIUM: Bbox = [2.4, 49.4, 6.5, 51.6];
const NETHERLANDS: Bbox = [3.2, 50.7, 7.3, 53.7];
const WORLD: Bbox = [-180, -85, 180, 85];

/** Systems that are recognized by coordinates alone: no two have the same for places in their areas. */
const RECOGNIZED: readonly ProjectedSystem[] = [
  createSystem(
    2154,
    'Lambert 93',
    FRANCE,
    conic({
      ellipsoid: GRS_80,
      parallels: [44, 49],
      origin: [46.5, 3],
      offset: [700_000, 6_600_000],
    }),
  ),
  // Zones of 2° around a parallel: CC42 to CC50.
  ...[42, 43, 44, 45, 46, 47, 48, 49, 50].map(lat =>
    createSystem(
      3900 + lat,
      `Lambert CC${lat}`,
      [-5.5, lat - 1.2, 10, lat + 1.5],
      conic({
        ellipsoid: GRS_80,
        parallels: [lat - 0.75, lat + 0.75],
        origin: [lat, 3],
        offset: [1_700_000, (lat - 41) * 1_000_000 + 200_000],
      }),
    ),
  ),
  createSystem(
    3812,
    'Lambert 2008 (Belgique)',
    BELGIUM,
    conic({
      ellipsoid: GRS_80,
      parallels: [49.8333333333, 51.1666666667],
      origin: [50.797815, 4.3592158333],
      offset: [649_328, 665_262],
    }),
  ),
  createSystem(
    31370,
    'Lambert 72 (Belgique)',
    BELGIUM,
    shifted([-106.8686, 52.2978, -103.7239, 0.3366, -0.457, 1.8422, -1.2747], {
      ellipsoid: INTERNATIONAL_1924,
      parallels: [49.8333339, 51.1666672333],
      origin: [90, 4.3674866667],
      offset: [150_000.013, 5_400_088.438],
    }),
  ),
  createSystem(28992, 'RD (Nederland)', NETHERLANDS, (x, y) =>
    shift(
      dutchGrid(x, y),
      BESSEL_1841,
      [565.4171, 50.3319, 465.5524, -0.398957, 0.343988, -1.877402, 4.0725],
    ),
  ),
];

/** Systems that only a code states: their coordinates may mean places in others too. */
const NAMED: readonly ProjectedSystem[] = [
  createSystem(3857, 'Web Mercator', WORLD, (x, y) => {
    const side = 2 * Math.PI * GRS_80.a;
    return [Math.atan(Math.sinh((2 * Math.PI * y) / side)), lonAt(0.5 + x / side) * RADIANS];
  }),
  createSystem(
    27572,
    'Lambert II étendu',
    FRANCE,
    shifted([-168, -60, 320, 0, 0, 0, 0], {
      ellipsoid: CLARKE_1880_IGN,
      parallels: [45.8989188889, 47.6960144444],
      // The meridian of Paris.
      origin: [46.8, 2.3372291667],
      offset: [600_000, 2_200_000],
    }),
  ),
];

/** Codes of overseas France, of UTM by another name: zone, and south of the equator. */
const OVERSEAS: Readonly<Record<number, readonly [number, boolean]>> = {
  5490: [20, false], // Guadeloupe, Martinique (RGAF09)
  4559: [20, false], // (RRAF 1991)
  2972: [22, false], // Guyane (RGFG95)
  4467: [21, false], // Saint-Pierre-et-Miquelon (RGSPM06)
  2975: [40, true], // La Réunion (RGR92)
  4471: [38, true], // Mayotte (RGM04)
};

/** Returns the zone of UTM that a code means: ETRS89 (`258..`), WGS 84 (`326..`, `327..`), or overseas France. */
function utmZone(code: number): readonly [zone: number, isSouth: boolean] | undefined {
  const [family, zone] = [Math.floor(code / 100), code % 100];
  const isZone = [258, 326, 327].includes(family) && zone >= 1 && zone <= 60;
  return OVERSEAS[code] ?? (isZone ? [zone, family === 327] : undefined);
}

/** Codes of Web Mercator that Esri and others use. */
const WEB_MERCATOR = [102_100, 102_113, 900_913];

/** Returns a system by its EPSG code. Undefined if it is not known. */
export function findSystem(code: number): ProjectedSystem | undefined {
  const epsg = `EPSG:${WEB_MERCATOR.includes(code) ? 3857 : code}`;
  const zone = utmZone(code);
  return (
    [...RECOGNIZED, ...NAMED].find(system => system.code === epsg) ??
    (zone && createSystem(code, `UTM ${zone[0]}${zone[1] ? 'S' : 'N'}`, WORLD, utm(...zone)))
  );
}

/** Returns the system in whose area all positions lie. Undefined if there is none, or no position. */
export const recognizeSystem = (
  positions: readonly (readonly [x: number, y: number])[],
): ProjectedSystem | undefined =>
  RECOGNIZED.find(
    ({area, toDegrees}) =>
      positions.length > 0 && positions.every(([x, y]) => isInBbox(toDegrees(x, y), area)),
  );
