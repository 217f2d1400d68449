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
  const positions = shape ? (shape.coordinates as readonly unknown[]).flat(3) : [];
  const numbers = positions.filter(one => typeof one === 'number');
  const middle = 2 * Math.floor(numbers.length / 4);
  const [lon, lat] = numbers.slice(middle, middle + 2) as unknown as Position;
  return shape ? {lat, lon} : undefined;
}
