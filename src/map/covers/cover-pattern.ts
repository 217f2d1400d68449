import {html, type TemplateResult} from 'lit';
import type {Portal} from '../../model/records.js';
import {HEIGHT, WIDTH} from './cover-view.js';

type Random = () => number;

/**
 * Returns a random number generator seeded with a text: the same numbers in every browser (FNV-1a, then mulberry32).
 */
function seededRandom(seed: string): Random {
  let state = 2166136261;
  for (let i = 0; i < seed.length; i++) {
    state = Math.imul(state ^ seed.charCodeAt(i), 16777619);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Number of sides of the figure of a family: so many of a circle that none is seen. */
const SIDES: ReadonlyMap<string | undefined, number> = new Map([
  ['acteur', 48],
  ['theme', 6],
  ['projet', 4],
]);
/** Distance between two lines, in units. */
const SPACING = 7;
/** More than the distance of the figure from any corner, in units. */
const REACH = 330;

/**
 * Returns the part of a line inside a regular polygon, as distances along the line; undefined if they do not meet.
 *
 * @param radius Distance from the centre to each side.
 * @param angle Direction of the line, in radians.
 * @param offset Distance of the line from the centre.
 */
function chord(
  sides: number,
  radius: number,
  angle: number,
  offset: number,
): readonly [number, number] | undefined {
  let [start, end] = [-REACH, REACH];
  for (let side = 0; side < sides; side++) {
    const turn = (2 * Math.PI * side) / sides - angle;
    const slope = Math.cos(turn);
    const limit = (radius - offset * Math.sin(turn)) / slope;
    if (slope > 0) end = Math.min(end, limit);
    else start = Math.max(start, limit);
  }
  return start < end ? [start, end] : undefined;
}

/** Returns the outline of a regular polygon, without which the ends of its lines look torn. */
function outline(sides: number | undefined, radius: number, x: number, y: number): string {
  if (sides === undefined) return '';
  const half = Math.PI / sides;
  let path = '';
  for (let corner = 1; corner < 2 * sides; corner += 2)
    path += `${path ? 'L' : 'M'}${[
      x + (radius / Math.cos(half)) * Math.cos(corner * half),
      y + (radius / Math.cos(half)) * Math.sin(corner * half),
    ]
      .map(value => value.toFixed(1))
      .join(' ')}`;
  return `${path}Z`;
}

/** Returns the hatching of the ground, and that of a figure in it, whose lines are across those of the ground. */
function hatching({id, family}: Portal): readonly [string, string] {
  const random = seededRandom(String(id));
  const sides = SIDES.get(family);
  const radius = HEIGHT * (0.25 + random() * 0.15);
  const [x, y] = [WIDTH * (0.25 + random() * 0.5), HEIGHT * (0.42 + random() * 0.16)];
  // Between the directions of the sides of hexagons and squares.
  const angle = (Math.floor(random() * 6) * Math.PI) / 6 + Math.PI / 12;
  const draw = (direction: number, partsOf: (offset: number) => readonly number[]): string => {
    const [right, down] = [Math.cos(direction), Math.sin(direction)];
    const point = (along: number, offset: number): string =>
      `${(x + right * along - down * offset).toFixed(1)} ${(y + down * along + right * offset).toFixed(1)}`;
    let path = '';
    for (let offset = SPACING / 2 - REACH; offset < REACH; offset += SPACING) {
      const ends = partsOf(offset);
      for (let i = 0; i < ends.length; i += 2)
        path += `M${point(ends[i] ?? 0, offset)}L${point(ends[i + 1] ?? 0, offset)}`;
    }
    return path;
  };
  const inside = (direction: number, offset: number) =>
    sides === undefined ? undefined : chord(sides, radius, direction, offset);
  const across = angle + Math.PI / 2;
  return [
    draw(angle, offset => {
      const [start, end] = inside(angle, offset) ?? [REACH, REACH];
      return end < REACH ? [-REACH, start, end, REACH] : [-REACH, REACH];
    }),
    draw(across, offset => inside(across, offset) ?? []) + outline(sides, radius, x, y),
  ];
}

const cache = new WeakMap<Portal, readonly [string, string]>();

/** Renders the pattern of a portal that has neither a picture nor a place: a figure of its family that shows no data. */
export function renderPattern(portal: Portal): TemplateResult {
  const paths = cache.get(portal) ?? hatching(portal);
  cache.set(portal, paths);
  const [ground, figure] = paths;
  return html`<svg
    class="cover pattern"
    part="cover"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    preserveAspectRatio="xMidYMid slice"
    aria-hidden="true"
  >
    <path d=${ground} />
    <path d=${figure} />
  </svg>`;
}
