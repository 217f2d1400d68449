/** Longitude, then latitude, in WGS 84 degrees (order of RFC 7946, section 3.1.1). Altitude is ignored. */
export type Position = readonly [lon: number, lat: number];
/** At least four positions; the last equals the first. */
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
/** Outer ring, followed by the holes. */
export interface Polygon {
  readonly type: 'Polygon';
  readonly coordinates: readonly Ring[];
}
export interface MultiPolygon {
  readonly type: 'MultiPolygon';
  readonly coordinates: readonly (readonly Ring[])[];
}
/** GeoJSON geometry of a record (RFC 7946, section 3.1), without geometry collections. */
export type Geometry = Point | MultiPoint | LineString | MultiLineString | Polygon | MultiPolygon;

/** Maximum number of positions. Larger geometries are map data rather than the outline of a record. */
export const MAX_POSITIONS = 100_000;

/** Reason for rejecting a geometry; caught within this module. */
class GeometryError extends Error {}

/**
 * Validates and copies a geometry of unknown origin: positions finite and in range, rings closed, at most
 * `MAX_POSITIONS`. Returns an error message if it is invalid.
 */
export function parseGeometry(value: unknown): Geometry | string {
  const {type, coordinates} = (value ?? {}) as {type?: unknown; coordinates?: unknown};
  const parse =
    typeof type === 'string' && Object.hasOwn(PARSERS, type) ? PARSERS[type] : undefined;
  if (!parse)
    return `expected a geometry, got ${typeof type === 'string' ? type.slice(0, 40) : typeof value}`;
  try {
    return {type, coordinates: parse(coordinates, {remaining: MAX_POSITIONS})} as Geometry;
  } catch (error) {
    if (error instanceof GeometryError) return error.message;
    throw error;
  }
}

/** Number of positions still allowed. */
interface PositionQuota {
  remaining: number;
}
type Parser<T> = (value: unknown, budget: PositionQuota) => T;

const position: Parser<Position> = (value, quota) => {
  if (--quota.remaining < 0) throw new GeometryError(`more than ${MAX_POSITIONS} positions`);
  const [lon, lat] = Array.isArray(value) ? (value as unknown[]) : [];
  // Also false for NaN and values that are not numbers.
  const isValid =
    typeof lon === 'number' &&
    typeof lat === 'number' &&
    Math.abs(lon) <= 180 &&
    Math.abs(lat) <= 90;
  if (!isValid) throw new GeometryError('a position is not a longitude and a latitude in degrees');
  return [lon, lat];
};

const listOf =
  <T>(parse: Parser<T>, minLength: number, name: string): Parser<T[]> =>
  (value, budget) => {
    if (!Array.isArray(value) || value.length < minLength)
      throw new GeometryError(`${name} has less than ${minLength} part(s)`);
    return value.map(part => parse(part, budget));
  };

const isSamePosition = (a: Position | undefined, b: Position | undefined): boolean =>
  a?.[0] === b?.[0] && a?.[1] === b?.[1];

const openRing = listOf(position, 3, 'a ring');
/** Closes the ring if it is open. */
const ring: Parser<Ring> = (value, budget) => {
  const positions = openRing(value, budget);
  const [first] = positions;
  if (first && !isSamePosition(first, positions.at(-1))) positions.push(first);
  if (positions.length < 4) throw new GeometryError('a ring has less than three corners');
  return positions;
};

const line = listOf(position, 2, 'a line');
const polygon = listOf(ring, 1, 'a polygon');

const PARSERS: Readonly<Record<string, Parser<Geometry['coordinates']>>> = {
  Point: position,
  MultiPoint: listOf(position, 1, 'a geometry'),
  LineString: line,
  MultiLineString: listOf(line, 1, 'a geometry'),
  Polygon: polygon,
  MultiPolygon: listOf(polygon, 1, 'a geometry'),
};
