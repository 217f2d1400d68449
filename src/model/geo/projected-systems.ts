import {type Bbox, type Geo, isInBbox} from './geo.js';
import {lonAt} from './mercator.js';
import {
  AIRY_1830,
  type Angles,
  BESSEL_1841,
  CLARKE_1880_IGN,
  conic,
  dutchGrid,
  GRS_80,
  INTERNATIONAL_1924,
  type Inverse,
  RADIANS,
  shifted,
  swissGrid,
  transverse,
  utm,
} from './projections.js';

// Coordinates in metres, as administrations of France and its neighbours publish them. Parameters: EPSG Dataset
// (epsg.org).

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

const inDegrees = ([lat, lon]: Angles): Geo => {
  // A millionth of a degree is a decimetre.
  const round = (angle: number): number => Math.round((angle / RADIANS) * 1e6) / 1e6;
  return {lat: round(lat), lon: round(lon)};
};

function createSystem(code: number, name: string, area: Bbox, inverse: Inverse): ProjectedSystem {
  return {code: `EPSG:${code}`, name, area, toDegrees: (x, y) => inDegrees(inverse(x, y))};
}

const FRANCE: Bbox = [-5.5, 41, 10, 51.5];
const BELGIUM: Bbox = [2.4, 49.4, 6.5, 51.6];
const NETHERLANDS: Bbox = [3.2, 50.7, 7.3, 53.7];
const SWITZERLAND: Bbox = [5.9, 45.8, 10.6, 47.9];
const UNITED_KINGDOM: Bbox = [-9, 49.7, 2, 61];
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
    shifted(
      [-106.8686, 52.2978, -103.7239, 0.3366, -0.457, 1.8422, -1.2747],
      INTERNATIONAL_1924,
      conic({
        ellipsoid: INTERNATIONAL_1924,
        parallels: [49.8333339, 51.1666672333],
        origin: [90, 4.3674866667],
        offset: [150_000.013, 5_400_088.438],
      }),
    ),
  ),
  createSystem(
    28992,
    'RD (Nederland)',
    NETHERLANDS,
    shifted(
      [565.4171, 50.3319, 465.5524, -0.398957, 0.343988, -1.877402, 4.0725],
      BESSEL_1841,
      dutchGrid,
    ),
  ),
  createSystem(2056, 'LV95 (Schweiz)', SWITZERLAND, swissGrid),
  // Zones of 3°, and those of UTM whose eastings begin with the number of the zone.
  ...[2, 3, 4, 5].map(zone =>
    createSystem(
      31464 + zone,
      `Gauß-Krüger ${zone} (Deutschland)`,
      [3 * zone - 2, 47, 3 * zone + 2, 55.2],
      shifted(
        [598.1, 73.7, 418.2, 0.202, 0.045, -2.455, 6.7],
        BESSEL_1841,
        transverse({
          ellipsoid: BESSEL_1841,
          meridian: 3 * zone,
          scale: 1,
          offset: [zone * 1e6 + 500_000, 0],
        }),
      ),
    ),
  ),
  ...[32, 33].map((zone, i) =>
    createSystem(
      [4647, 5650][i] as number,
      `UTM ${zone}N (Deutschland)`,
      [5.8, 47, 15.1, 55.2],
      (x, y) => utm(zone, false)(x - zone * 1e6, y),
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
    shifted(
      [-168, -60, 320, 0, 0, 0, 0],
      CLARKE_1880_IGN,
      conic({
        ellipsoid: CLARKE_1880_IGN,
        parallels: [45.8989188889, 47.6960144444],
        // The meridian of Paris.
        origin: [46.8, 2.3372291667],
        offset: [600_000, 2_200_000],
      }),
    ),
  ),
  createSystem(21781, 'LV03 (Schweiz)', SWITZERLAND, (x, y) => swissGrid(x + 2e6, y + 1e6)),
  createSystem(
    2169,
    'LUREF (Luxembourg)',
    [5.7, 49.4, 6.6, 50.2],
    shifted(
      [-189.6806, 18.3463, -42.7695, -0.33746, -3.09264, 2.53861, 0.4598],
      INTERNATIONAL_1924,
      transverse({
        ellipsoid: INTERNATIONAL_1924,
        meridian: 6.1666666667,
        scale: 1,
        offset: [80_000, -5_422_420.14],
      }),
    ),
  ),
  createSystem(
    27700,
    'British National Grid',
    UNITED_KINGDOM,
    shifted(
      [446.448, -125.157, 542.06, 0.15, 0.247, 0.842, -20.489],
      AIRY_1830,
      transverse({
        ellipsoid: AIRY_1830,
        meridian: -2,
        scale: 0.9996012717,
        offset: [400_000, -5_527_063.816],
      }),
    ),
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

/**
 * Returns the system in whose area all positions lie. Undefined if there is none, or no position.
 *
 * @param isBritish True for places in the United Kingdom, whose grid has the numbers of the Belgian and Dutch ones.
 */
export const recognizeSystem = (
  positions: readonly (readonly [x: number, y: number])[],
  isBritish = false,
): ProjectedSystem | undefined =>
  (isBritish ? NAMED.filter(({area}) => area === UNITED_KINGDOM) : RECOGNIZED).find(
    ({area, toDegrees}) =>
      positions.length > 0 && positions.every(([x, y]) => isInBbox(toDegrees(x, y), area)),
  );
