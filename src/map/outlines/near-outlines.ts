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
import {outlines, type ClosedPath, type Path} from './outlines.js';
import {WORLD_UNITS} from './path-data.js';

/**
 * Borders of the home country, France, from coast to coast: indices of the countries' borders, `~index` for one in
 * reverse. The coast from the end of one to the start of the next closes a ring.
 */
const BORDERS = [
  // European France: Spain and Andorra; Monaco; Italy to Belgium.
  [
    [~71, ~70, ~69, 64, ~67, ~68, 66],
    [~34],
    [
      ...[~33, ~32, ~31, ~30, ~29, 35, 36, 37, 38, 39, 40, 10, 11, 12, 41, 42],
      ...[~60, ~59, ~58, ~57, ~56, ~55, ~54, 61, 62, 63],
    ],
  ],
  // French Guiana: Suriname, Brazil.
  [[~78, ~77]],
] as const;

/** Indices of its islands among the rings of the land: Corsica, those of the Atlantic, Réunion, Mayotte, the Antilles. */
const ISLANDS: readonly number[] = [4, 7, 8, 9, 10, 11, 52, 54, 77, 78, 79, 80];

/** Returns the points of a line in its direction, or in reverse. */
function pointsOf(ref: number): readonly (readonly [number, number])[] {
  const path = outlines().countries[ref < 0 ? ~ref : ref] ?? [];
  const points = [...path.keys()].filter(i => i % 2 === 0).map(i => [path[i], path[i + 1]] as [number, number]); // prettier-ignore
  return ref < 0 ? points.reverse() : points;
}

/** Returns the coast from one point of it to another, in the direction of its ring. */
function coastBetween(rings: readonly Path[], from: Point, to: Point): number[] {
  const indexIn = (ring: Path, [lon, lat]: Point): number =>
    ring.findIndex((x, i) => i % 2 === 0 && x === lon && ring[i + 1] === lat);
  const ring = rings.find(one => indexIn(one, from) >= 0 && indexIn(one, to) >= 0);
  const coast: number[] = [];
  if (!ring) return coast;
  const last = indexIn(ring, to);
  for (let i = indexIn(ring, from); ; i = (i + 2) % ring.length) {
    coast.push(ring[i] ?? NaN, ring[i + 1] ?? NaN);
    if (i === last) return coast;
  }
}

type Point = readonly [lon: number, lat: number];

/** Returns the rings of the home country, which is drawn lighter than its neighbours. Lakes are not left out. */
export function homeRings(): readonly ClosedPath[] {
  const rings = outlines().land.flat();
  const mainlands = BORDERS.map(chains => {
    const borders = chains.map(refs => refs.flatMap(pointsOf));
    // A point that is repeated stays a corner, as it is where two borders meet.
    const ring = borders.flatMap((border, i) => [
      ...border.flat(),
      ...coastBetween(
        rings,
        border.at(-1) as Point,
        borders[(i + 1) % borders.length]?.[0] as Point,
      ),
    ]);
    return Float64Array.from(ring);
  });
  return [...mainlands, ...ISLANDS.flatMap(index => rings[index] ?? [])];
}

/** Width drawn beyond the drawn area, in pixels: as wide as the widest line. */
const MARGIN = 20;
/** First zoom with waterlines, and the first one at which they are as wide as on a near view. */
const [WATERLINE_ZOOM, WIDE_ZOOM] = [4, 7] as const;
/** Last zoom with rivers: beyond, they are not exact enough. The regional sheet has its own. */
const MAX_RIVER_ZOOM = 9;
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
  return [...waterlines, 0, BAND * scale, 0, 0.75, 1.25 * scale, 0.75, 1.25, 1];
}

let shapeCache:
  | Readonly<
      Record<'land' | 'lakes' | 'home' | 'rivers' | 'regions' | 'countries', readonly BoxedPath[]>
    >
  | undefined;

/** Closes a ring: its last segment is a curve too. */
const closed = (ring: Float64Array): Float64Array =>
  Float64Array.from([...ring, ...ring.subarray(0, 2)]);

const boxRings = (rings: readonly Float64Array[]): readonly BoxedPath[] =>
  rings.map(ring => boxPath(closed(ring)));

function shapes(): NonNullable<typeof shapeCache> {
  const {land, rivers, regions, countries} = outlines();
  return (shapeCache ??= {
    land: boxRings(land.map(([coast = new Float64Array()]) => coast)),
    lakes: boxRings(land.flatMap(([, ...lakes]) => lakes)),
    home: boxRings(homeRings()),
    rivers: rivers.map(boxPath),
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
  const {land, lakes, home, rivers, regions, countries} = shapes();
  const coast = cutRings(land, area, unit);
  const cells = ringCells(coast, area, unit, SMOOTH_STEP);
  const isFar = zoomOf(unit) < WATERLINE_ZOOM;
  const waterlines = isFar ? [] : waterlinePaths(1);
  const isRiverZoom = !isFar && zoomOf(unit) <= MAX_RIVER_ZOOM;
  const borders = cutLines(countries, area, unit);
  const landData = ringData(coast, unit);
  return [
    ...waterlines.map(([kind]): OutlinePath => [kind, cells]),
    ['home', [landData]],
    // The half beyond the border is hidden by the neighbours.
    ['band', lineCells(borders, area, unit, SMOOTH_STEP)],
    ['land', [landData + ringData(cutRings(home, area, unit), unit)]],
    ['lakes', [ringData(cutRings(lakes, area, unit), unit)]],
    ['rivers', isRiverZoom ? [lineData(cutLines(rivers, area, unit), unit)] : []],
    ['regions', [lineData(cutLines(regions, area, unit), unit)]],
    ['countries', [lineData(borders, unit)]],
    ['shore', ringCells(coast, area, unit)],
  ];
}
