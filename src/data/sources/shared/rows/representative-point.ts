import type {Geo} from '../../../../model/geo/geo.js';
import type {Geometry, Position} from '../../../../model/geo/geometry.js';

/** Yields all positions of a geometry. */
function* positions(coordinates: Geometry['coordinates']): Generator<Position> {
  if (typeof coordinates[0] === 'number') yield coordinates as Position;
  else for (const part of coordinates as readonly Position[]) yield* positions(part);
}

/**
 * Returns the longest line or outer ring, so that the point lies on the main part of a country with islands or of a
 * branching path.
 */
function mainPart({type, coordinates}: Geometry): readonly Position[] {
  const parts: readonly (readonly Position[])[] =
    type === 'MultiPolygon'
      ? coordinates.map(polygon => polygon[0] ?? [])
      : type === 'Polygon'
        ? [coordinates[0] ?? []]
        : type === 'MultiLineString'
          ? coordinates
          : [[...positions(coordinates)]];
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), []);
}

/**
 * Returns the representative point of a geometry: a point itself, the middle vertex of a line, or the centroid of an
 * area's outline (Bourke 1988, "Calculating the area and centroid of a polygon"). In degrees.
 */
export function representativePoint(geometry: Geometry): Geo {
  const part = mainPart(geometry);
  const middleVertex = part[Math.floor(part.length / 2)] as Position;
  const isArea = geometry.type.endsWith('Polygon');
  const [lon, lat] = (isArea ? centroid(part) : undefined) ?? middleVertex;
  return {lat, lon};
}

/** Returns the centroid of a ring, or undefined if its area is zero. */
function centroid(ring: readonly Position[]): Position | undefined {
  // Relative to the first vertex, so that small areas far from (0, 0) lose no precision.
  const [originX, originY] = ring[0] as Position;
  let [doubleArea, sumX, sumY] = [0, 0, 0];
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as Position;
    const [bx, by] = ring[i] as Position;
    const cross = (ax - originX) * (by - originY) - (bx - originX) * (ay - originY);
    doubleArea += cross;
    sumX += (ax + bx - 2 * originX) * cross;
    sumY += (ay + by - 2 * originY) * cross;
  }
  if (doubleArea === 0) return undefined;
  return [originX + sumX / (3 * doubleArea), originY + sumY / (3 * doubleArea)];
}
