import {type ClosedPath, outlines, type Path} from './outlines.js';

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
