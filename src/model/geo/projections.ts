// Inverse map projections and changes of datum. Formulas: IOGP Publication 373-7-2, "Coordinate Conversions and
// Transformations including Formulas".

/** Semi-major axis in metres, and flattening. */
interface Ellipsoid {
  readonly a: number;
  readonly f: number;
}

export const GRS_80: Ellipsoid = {a: 6_378_137, f: 1 / 298.257222101};
export const CLARKE_1880_IGN: Ellipsoid = {a: 6_378_249.2, f: 1 / 293.466021294};
export const INTERNATIONAL_1924: Ellipsoid = {a: 6_378_388, f: 1 / 297};
export const AIRY_1830: Ellipsoid = {a: 6_377_563.396, f: 1 / 299.3249646};
export const BESSEL_1841: Ellipsoid = {a: 6_377_397.155, f: 1 / 299.1528128};

export const RADIANS = Math.PI / 180;
const eccentricityOf = ({f}: Ellipsoid): number => Math.sqrt(f * (2 - f));

/** Latitude and longitude in radians. */
export type Angles = readonly [lat: number, lon: number];
/** Inverse of a projection: angles by an easting and a northing, in metres. */
export type Inverse = (x: number, y: number) => Angles;

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
export function conic({
  ellipsoid,
  parallels,
  origin: [lat0, lon0],
  offset: [x0, y0],
}: Conic): Inverse {
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
  return (x, y) => {
    const [dx, dy] = [x - x0, r0 - (y - y0)];
    const isometric = -Math.log(Math.hypot(dx, dy) / scale) / n;
    return [latitudeAt(isometric, e), lon0 * RADIANS + Math.atan2(dx, dy) / n];
  };
}

interface Transverse {
  readonly ellipsoid: Ellipsoid;
  /** Central meridian in degrees, its scale, and the easting and northing of the equator on it, in metres. */
  readonly meridian: number;
  readonly scale: number;
  readonly offset: readonly [x: number, y: number];
}

/** Returns the inverse of a transverse Mercator projection (method 9807, with Krüger's series of the fourth order). */
export function transverse({ellipsoid, meridian, scale, offset: [x0, y0]}: Transverse): Inverse {
  const {a, f} = ellipsoid;
  const e = eccentricityOf(ellipsoid);
  const n = f / (2 - f);
  const radius = (a / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64) * scale;
  const series = [
    n / 2 - (2 / 3) * n ** 2 + (37 / 96) * n ** 3 - n ** 4 / 360,
    n ** 2 / 48 + n ** 3 / 15 - (437 / 1440) * n ** 4,
    (17 / 480) * n ** 3 - (37 / 840) * n ** 4,
    (4397 / 161_280) * n ** 4,
  ];
  return (x, y) => {
    const [xi, eta] = [(y - y0) / radius, (x - x0) / radius];
    let [xi0, eta0] = [xi, eta];
    series.forEach((h, i) => {
      const k = 2 * (i + 1);
      xi0 -= h * Math.sin(k * xi) * Math.cosh(k * eta);
      eta0 -= h * Math.cos(k * xi) * Math.sinh(k * eta);
    });
    const beta = Math.asin(Math.sin(xi0) / Math.cosh(eta0));
    const lon = meridian * RADIANS + Math.asin(Math.tanh(eta0) / Math.cos(beta));
    return [latitudeAt(Math.asinh(Math.tan(beta)), e), lon];
  };
}

/** Returns the inverse of a zone of UTM on GRS 80. */
export const utm = (zone: number, isSouth: boolean): Inverse =>
  transverse({
    ellipsoid: GRS_80,
    meridian: 6 * zone - 183,
    scale: 0.9996,
    offset: [500_000, isSouth ? 10_000_000 : 0],
  });

/** Inverse of the oblique stereographic projection of the Netherlands (method 9809), on the ellipsoid of Bessel. */
export function dutchGrid(x: number, y: number): Angles {
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

/**
 * Inverse of the projection of Switzerland (LV95), with the datum, by the approximate formulas of swisstopo, which are
 * accurate to a metre.
 */
export function swissGrid(x: number, y: number): Angles {
  const [dx, dy] = [(x - 2_600_000) / 1e6, (y - 1_200_000) / 1e6];
  // In units of 10,000 arc-seconds.
  const lat =
    16.9023892 +
    3.238272 * dy -
    0.270978 * dx ** 2 -
    0.002528 * dy ** 2 -
    0.0447 * dx ** 2 * dy -
    0.014 * dy ** 3;
  const lon =
    2.6779094 + 4.728982 * dx + 0.791484 * dx * dy + 0.1306 * dx * dy ** 2 - 0.0436 * dx ** 3;
  return [(lat / 0.36) * RADIANS, (lon / 0.36) * RADIANS];
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

/** Returns a projection on the ellipsoid of another datum. */
export const shifted =
  (to: Shift, from: Ellipsoid, inverse: Inverse): Inverse =>
  (x, y) =>
    shift(inverse(x, y), from, to);
