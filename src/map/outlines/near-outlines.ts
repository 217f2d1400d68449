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

/** Paths of the outlines: class, data. */
export type OutlinePath = readonly [kind: string, data: readonly string[]];

const zoomOf = (unit: number): number => Math.log2(WORLD_UNITS / unit / 256);

/** Returns the widths of the outlines in pixels, in drawing order, the waterlines first. */
export function outlineWidths(unit: number): readonly number[] {
  // From afar, coasts are close to each other.
  const scale = Math.max(0.2, Math.min(1, 1 - (WIDE_ZOOM - zoomOf(unit)) / 5));
  const waterlines = waterlinePaths(scale).map(([, width]) => width);
  return [...waterlines, 0, BAND * scale, 0, 0.75, 0.75, 1.25, 1];
}

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
  const waterlines = zoomOf(unit) < WATERLINE_ZOOM ? [] : waterlinePaths(1);
  const borders = cutLines(countries, area, unit);
  const landData = ringData(coast, unit);
  return [
    ...waterlines.map(([kind]): OutlinePath => [kind, cells]),
    ['home', [landData]],
    // The half beyond the border is hidden by the neighbours.
    ['band', lineCells(borders, area, unit, SMOOTH_STEP)],
    ['land', [landData + ringData(cutRings(home, area, unit), unit)]],
    ['lakes', [ringData(cutRings(lakes, area, unit), unit)]],
    ['regions', [lineData(cutLines(regions, area, unit), unit)]],
    ['countries', [lineData(borders, unit)]],
    ['shore', ringCells(coast, area, unit)],
  ];
}
