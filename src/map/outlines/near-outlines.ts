import type {WorldBox} from '../../model/geo/mercator.js';
import {
  areaInUnits,
  cutLines,
  cutRings,
  boxPath,
  type BoxedPath,
  lineCells,
  lineData,
  ringCells,
  ringData,
  SMOOTH_STEP,
  waterlinePaths,
} from './cut-paths.js';
import {homeRings} from './home-country.js';
import {outlines} from './outlines.js';
import {WORLD_UNITS} from './path-data.js';

/** Width drawn beyond the drawn area, in pixels: as wide as the widest line. */
const MARGIN = 20;
/** First zoom with waterlines, and the first one at which they are as wide as on a near view. */
const [WATERLINE_ZOOM, WIDE_ZOOM] = [4, 7] as const;
/** Width in pixels of the band along the borders of the home country, on both sides. */
const BAND = 12;

/** Paths of the outlines: class, data, width in pixels. */
export type OutlinePath = readonly [kind: string, data: readonly string[], width: number];

let shapeCache:
  | Readonly<Record<'land' | 'lakes' | 'home' | 'regions' | 'countries', readonly BoxedPath[]>>
  | undefined;

/** Closes a ring: its last segment is a curve too. */
const closed = (ring: Float64Array): Float64Array =>
  Float64Array.from([...ring, ...ring.subarray(0, 2)]);

const boxRings = (rings: readonly Float64Array[]): readonly BoxedPath[] =>
  rings.map(ring => boxPath(closed(ring)));

function shapes(): NonNullable<typeof shapeCache> {
  const {land, regions, countries} = outlines();
  return (shapeCache ??= {
    land: boxRings(land.map(([coast = new Float64Array()]) => coast)),
    lakes: boxRings(land.flatMap(([, ...lakes]) => lakes)),
    home: boxRings(homeRings()),
    regions: regions.map(boxPath),
    countries: countries.map(boxPath),
  });
}

/**
 * Outlines of a map, in drawing order: only what is within a box, with waterlines, and as curves, since segments of
 * several kilometres would look like what they are. Each covers the unwanted parts of those below.
 *
 * @param unit Size of a pixel in path units.
 */
export function nearOutlines(box: WorldBox, unit: number): readonly OutlinePath[] {
  const area = areaInUnits(box, MARGIN * unit);
  const {land, lakes, home, regions, countries} = shapes();
  const coast = cutRings(land, area, unit);
  const cells = ringCells(coast, area, unit, SMOOTH_STEP);
  const zoom = Math.log2(WORLD_UNITS / unit / 256);
  // From afar, coasts are close to each other.
  const scale = Math.max(0.2, Math.min(1, 1 - (WIDE_ZOOM - zoom) / 5));
  const waterlines = zoom < WATERLINE_ZOOM ? [] : waterlinePaths(scale);
  const borders = cutLines(countries, area, unit);
  const landData = ringData(coast, unit);
  return [
    ...waterlines.map(([kind, width]): OutlinePath => [kind, cells, width]),
    ['home', [landData], 0],
    // The half beyond the border is hidden by the neighbours.
    ['band', lineCells(borders, area, unit, SMOOTH_STEP), BAND * scale],
    ['land', [landData + ringData(cutRings(home, area, unit), unit)], 0],
    ['lakes', [ringData(cutRings(lakes, area, unit), unit)], 0.75],
    ['regions', [lineData(cutLines(regions, area, unit), unit)], 0.75],
    ['countries', [lineData(borders, unit)], 1.25],
    ['shore', ringCells(coast, area, unit), 1],
  ];
}
