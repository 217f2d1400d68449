import {formatDistance, formatArea} from '../../../i18n/format-measures.js';
import type {Messages} from '../../../i18n/messages.js';
import {roundToMetre} from '../../../model/geo/coordinates.js';
import {EARTH_RADIUS, type Geo} from '../../../model/geo/geo.js';
import type {LineString, Polygon, Position} from '../../../model/geo/geometry.js';
import {findCrossing, lineLength, signedArea} from '../../../model/geo/sketch-geometry.js';
import {joinFacts} from '../../../model/text.js';

export type SketchShape = 'line' | 'area';

/** Line or area as it is being drawn. */
export interface SketchState {
  readonly shape: SketchShape;
  readonly vertices: readonly Geo[];
}

const toPosition = ({lat, lon}: Geo): Position => [lon, lat];

/** True if two vertices have the same coordinates, to about a metre. */
export const isSamePlace = (a: Geo | undefined, b: Geo | undefined): boolean =>
  a?.lat === b?.lat && a?.lon === b?.lon;

/** Returns the line between the vertices, or the area once it has three; undefined for fewer than two. */
export function geometryOf({shape, vertices}: SketchState): LineString | Polygon | undefined {
  if (vertices.length < 2) return undefined;
  if (shape === 'line' || vertices.length < 3)
    return {type: 'LineString', coordinates: vertices.map(toPosition)};
  // Counterclockwise (RFC 7946, section 3.1.6).
  const corners = signedArea(vertices) < 0 ? [...vertices].reverse() : vertices;
  return {type: 'Polygon', coordinates: [[...corners, ...corners.slice(0, 1)].map(toPosition)]};
}

/** Returns the vertex after another one; the first one after the last of an area. */
const vertexAfter = ({shape, vertices}: SketchState, index: number): Geo | undefined =>
  vertices[index + 1] ?? (shape === 'area' && index > 1 ? vertices[0] : undefined);

/** Returns the middle of the edge after a vertex; undefined if there is none. */
export function middleAfter(sketch: SketchState, index: number): Geo | undefined {
  const [from, to] = [sketch.vertices[index], vertexAfter(sketch, index)];
  return from && to && roundToMetre({lat: (from.lat + to.lat) / 2, lon: (from.lon + to.lon) / 2});
}

/**
 * Returns the index of the vertex whose edge is the closest to a place; undefined if none is close. A place beyond the
 * ends of an edge is not on it.
 *
 * @param maxDistance In metres.
 */
export function edgeNear(sketch: SketchState, place: Geo, maxDistance: number): number | undefined {
  const perDegree = (EARTH_RADIUS * Math.PI) / 180;
  const perLongitude = perDegree * Math.cos((place.lat * Math.PI) / 180);
  // The earth is flat within the few pixels around a click.
  const toPlane = ({lat, lon}: Geo): [number, number] => [
    (lon - place.lon) * perLongitude,
    (lat - place.lat) * perDegree,
  ];
  let [closest, minDistance]: [number | undefined, number] = [undefined, maxDistance];
  sketch.vertices.forEach((from, index) => {
    const to = vertexAfter(sketch, index);
    if (!to) return;
    const [x, y] = toPlane(from);
    const [dx, dy] = [toPlane(to)[0] - x, toPlane(to)[1] - y];
    const length = Math.hypot(dx, dy);
    const along = -(x * dx + y * dy) / length;
    const away = Math.abs(x * dy - y * dx) / length;
    if (along > 0 && along < length && away <= minDistance) [closest, minDistance] = [index, away];
  });
  return closest;
}

/** Describes a sketch: `4 points, surface : 2,3 ha`. */
export function describeSketch(
  {shape, vertices}: SketchState,
  messages: Messages<'sketch'>,
  {language, number}: {language: string; number(value: number): string},
): string {
  const {length} = vertices;
  if (length === 0) return messages.sketchEmpty;
  const measure =
    shape === 'area' && length > 2
      ? messages.sketchArea(formatArea(language, Math.abs(signedArea(vertices))))
      : length > 1 && messages.sketchLength(formatDistance(language, lineLength(vertices)));
  return joinFacts([messages.sketchPoints(length, number(length)), measure || undefined], ', ');
}

/** Returns a message with the reason why a sketch cannot be sent; undefined if it can, or has no vertex. */
export function sketchError(
  {shape, vertices}: SketchState,
  messages: Messages<'sketch'>,
): string | undefined {
  if (vertices.length === 0) return undefined;
  const isArea = shape === 'area';
  // Vertices on the place of the one before are skipped; the others keep their numbers.
  const numbered = vertices
    .map((place, i) => ({place, label: String(i + 1)}))
    .filter(({place}, i) => i === 0 || !isSamePlace(place, vertices[i - 1]));
  if (isArea && numbered.length > 1 && isSamePlace(numbered[0]?.place, numbered.at(-1)?.place))
    numbered.pop();
  const places = numbered.map(({place}) => place);
  const distinct = new Set(places.map(place => toPosition(place).join())).size;
  if (distinct < 2) return isArea ? messages.sketchNeedsThree : messages.sketchNeedsTwo;
  if (isArea && distinct < 3) return messages.sketchNeedsThree;
  const following = [...places.slice(1), ...(isArea ? places.slice(0, 1) : [])];
  if (following.some(({lon}, i) => Math.abs(lon - (places[i]?.lon ?? 0)) > 180))
    return messages.sketchDateline;
  if (!isArea) return undefined;
  if (areAligned(places)) return messages.sketchFlat;
  const crossing = findCrossing(places);
  const labelOf = (index: number): string =>
    [index, index + 1].map(i => numbered[i % numbered.length]?.label).join('–');
  return crossing && messages.sketchCrosses(labelOf(crossing[0]), labelOf(crossing[1]));
}

/** True if all places are on one line, in the plane of longitude and latitude. */
function areAligned([first, ...others]: readonly Geo[]): boolean {
  const end = others.find(place => !isSamePlace(place, first));
  if (!first || !end) return true;
  const toUnits = (degrees: number): number => Math.round(degrees * 1e5);
  const [dx, dy] = [toUnits(end.lon - first.lon), toUnits(end.lat - first.lat)];
  return others.every(
    ({lat, lon}) => dx * toUnits(lat - first.lat) === dy * toUnits(lon - first.lon),
  );
}
