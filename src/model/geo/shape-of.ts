import type {Geo} from './geo.js';
import {type Geometry, parseGeometry, type Position} from './geometry.js';

/** Record with a place, a line or an area. */
interface Located {
  readonly geo?: Geo | null | undefined;
  readonly geometry?: Geometry | undefined;
}

const parsed = new WeakMap<object, Geometry | undefined>();

/** Returns the valid line or area of a record; undefined if it has none. */
export function shapeOf({geometry}: Located): Geometry | undefined {
  if (!geometry) return undefined;
  if (!parsed.has(geometry)) {
    const shape = parseGeometry(geometry);
    parsed.set(geometry, typeof shape === 'string' ? undefined : shape);
  }
  return parsed.get(geometry);
}

/** Returns the place of a record: its own, else a vertex in the middle of its line or area. */
export function placeOf(record: Located): Geo | undefined {
  if (record.geo) return record.geo;
  const shape = shapeOf(record);
  const positions = shape ? positionsOf(shape) : [];
  const middle = positions[Math.floor(positions.length / 2)];
  return middle && {lat: middle[1], lon: middle[0]};
}

/** Returns the positions of all parts of a valid geometry, in their order. */
export const positionsOf = ({coordinates}: Geometry): readonly Position[] => flatten(coordinates);

type Part = Position | readonly Part[];

const isPosition = (part: Part): part is Position => typeof part[0] === 'number';
const flatten = (part: Part): readonly Position[] =>
  isPosition(part) ? [part] : part.flatMap(flatten);
