import type {WorldBox} from '../mercator.js';
import {
  areaInUnits,
  cutLines,
  cutRings,
  boxPath,
  type BoxedPath,
  lineData,
  ringCells,
  ringData,
  WATERLINE_PATHS,
} from './cut-paths.js';
import {outlines} from './outlines.js';

/** Width drawn beyond the drawn area, in pixels: as wide as the widest line. */
const MARGIN = 20;

/** Paths of the outlines: class, data, width in pixels. */
export type OutlinePath = readonly [kind: string, data: readonly string[], width: number];

let shapeCache:
  Readonly<Record<'land' | 'regions' | 'countries', readonly BoxedPath[]>> | undefined;

/** Closes a ring: its last segment is a curve too. */
const closed = (ring: Float64Array): Float64Array =>
  Float64Array.from([...ring, ...ring.subarray(0, 2)]);

function shapes(): NonNullable<typeof shapeCache> {
  const {land, regions, countries} = outlines();
  return (shapeCache ??= {
    land: land.flat().map(ring => boxPath(closed(ring))),
    regions: regions.map(boxPath),
    countries: countries.map(boxPath),
  });
}

/**
 * Outlines of a map from zoom 8, in drawing order: only what is within a box, with waterlines, and as curves, since
 * segments of several kilometres would look like what they are.
 *
 * @param unit Size of a pixel in path units.
 */
export function nearOutlines(box: WorldBox, unit: number): readonly OutlinePath[] {
  const area = areaInUnits(box, MARGIN * unit);
  const {land, regions, countries} = shapes();
  const coast = cutRings(land, area, unit);
  const cells = ringCells(coast, area, unit);
  const lines = (paths: readonly BoxedPath[]) => [lineData(cutLines(paths, area, unit), unit)];
  return [
    ...WATERLINE_PATHS.map(([kind, width]): OutlinePath => [kind, cells, width]),
    ['land', [ringData(coast, unit)], 1],
    ['regions', lines(regions), 0.75],
    ['countries', lines(countries), 1.5],
  ];
}
