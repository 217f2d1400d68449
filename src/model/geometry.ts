/** Longitude, then latitude, in WGS 84 degrees: the order of RFC 7946, section 3.1.1. An altitude is left out. */
export type Position = readonly [lon: number, lat: number];
/** At least four positions, the last the same as the first. */
export type Ring = readonly Position[];

export interface Point {
  readonly type: 'Point';
  readonly coordinates: Position;
}
export interface MultiPoint {
  readonly type: 'MultiPoint';
  readonly coordinates: readonly Position[];
}
/** At least two positions. */
export interface LineString {
  readonly type: 'LineString';
  readonly coordinates: readonly Position[];
}
export interface MultiLineString {
  readonly type: 'MultiLineString';
  readonly coordinates: readonly (readonly Position[])[];
}
/** The outer ring, then those of the holes. */
export interface Polygon {
  readonly type: 'Polygon';
  readonly coordinates: readonly Ring[];
}
export interface MultiPolygon {
  readonly type: 'MultiPolygon';
  readonly coordinates: readonly (readonly Ring[])[];
}
/** What a record covers, as GeoJSON has it (RFC 7946, section 3.1), without collections of geometries. */
export type Geometry = Point | MultiPoint | LineString | MultiLineString | Polygon | MultiPolygon;

/** A geometry of more positions than this is refused: it is data for a map of its own, not a record's outline. */
export const MOST_POSITIONS = 100_000;

/** Why a geometry can't be used; thrown and caught in this file alone. */
class Fault extends Error {}

/**
 * Checks a geometry of unknown origin, and copies it: every position finite and in range, rings closed, no more than
 * `MOST_POSITIONS`. Answers a sentence for the webmaster where it can't be used.
 */
export function checkGeometry(value: unknown): Geometry | string {
  const {type, coordinates} = (value ?? {}) as {type?: unknown; coordinates?: unknown};
  const read = typeof type === 'string' && Object.hasOwn(READERS, type) ? READERS[type] : undefined;
  if (!read)
    return `expected a geometry, got ${typeof type === 'string' ? type.slice(0, 40) : typeof value}`;
  try {
    return {type, coordinates: read(coordinates, {left: MOST_POSITIONS})} as Geometry;
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
}

/** How many positions may still come. */
interface Budget {
  left: number;
}
type Read<T> = (value: unknown, budget: Budget) => T;

const position: Read<Position> = (value, budget) => {
  if (--budget.left < 0) throw new Fault(`more than ${MOST_POSITIONS} positions`);
  const [lon, lat] = Array.isArray(value) ? (value as unknown[]) : [];
  // Written so that NaN and what is no number fail too.
  const isPlace =
    typeof lon === 'number' &&
    typeof lat === 'number' &&
    Math.abs(lon) <= 180 &&
    Math.abs(lat) <= 90;
  if (!isPlace) throw new Fault('a position is not a longitude and a latitude in degrees');
  return [lon, lat];
};

const listOf =
  <T>(read: Read<T>, least: number, name: string): Read<T[]> =>
  (value, budget) => {
    if (!Array.isArray(value) || value.length < least)
      throw new Fault(`${name} has less than ${least} part(s)`);
    return value.map(part => read(part, budget));
  };

const isSame = (a: Position | undefined, b: Position | undefined): boolean =>
  a?.[0] === b?.[0] && a?.[1] === b?.[1];

const open = listOf(position, 3, 'a ring');
/** A ring that is not closed is closed. */
const ring: Read<Ring> = (value, budget) => {
  const positions = open(value, budget);
  const [first] = positions;
  if (first && !isSame(first, positions.at(-1))) positions.push(first);
  if (positions.length < 4) throw new Fault('a ring has less than three corners');
  return positions;
};

const line = listOf(position, 2, 'a line');
const polygon = listOf(ring, 1, 'a polygon');

const READERS: Readonly<Record<string, Read<Geometry['coordinates']>>> = {
  Point: position,
  MultiPoint: listOf(position, 1, 'a geometry'),
  LineString: line,
  MultiLineString: listOf(line, 1, 'a geometry'),
  Polygon: polygon,
  MultiPolygon: listOf(polygon, 1, 'a geometry'),
};
