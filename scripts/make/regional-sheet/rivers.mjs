/** Rivers, canals and built-up areas of GeoJSON files for the regional sheet, in units. */
import {clipRing} from '../../../src/map/shapes/clip.ts';
import {SHEET_BOX} from '../../../src/map/regional-sheet/sheet-box.ts';
import {distinct, same, simplify} from '../outlines-geometry.mjs';
import {CORE} from './ground.mjs';

const [WEST, SOUTH, EAST, NORTH] = SHEET_BOX;
/** Maximum deviation of built-up areas, in units: 300 m. They are exact to 1 or 2 km. */
const BUILT_UP_TOLERANCE = 0.7;

const isInCore =
  unit =>
  ([x, y]) =>
    x * unit > CORE[0] && x * unit < CORE[2] && y * unit > CORE[1] && y * unit < CORE[3];

/** Angle in radians from which a line turns back: pieces of another course beside it. */
const HAIRPIN = 2.4;

/** Removes the points at which a line turns back. */
export function withoutHairpins(points) {
  const kept = [];
  for (const point of points) {
    kept.push(point);
    for (let isBack = true; isBack && kept.length > 2;) {
      const [a, b, c] = kept.slice(-3);
      // A degree of longitude counts as at 50° north.
      const angle = (p, q) => Math.atan2(q[1] - p[1], (q[0] - p[0]) * 0.64);
      const turn = Math.abs(angle(a, b) - angle(b, c));
      isBack = Math.min(turn, 2 * Math.PI - turn) > HAIRPIN;
      if (isBack) kept.splice(-2, 1);
      if (isBack && same(...kept.slice(-2))) kept.pop();
    }
  }
  return kept;
}

/** Maximum distance in degrees of the ends of two stretches of a river that are one. */
const SAME_END = 0.007;

/**
 * Joins lines that end where another starts or ends.
 *
 * @param reach Maximum distance of the ends, in degrees.
 */
function join(lines, reach) {
  const isSameEnd = ([x, y], [u, v]) => Math.hypot(x - u, y - v) <= reach;
  const joined = [];
  for (const line of lines) {
    let whole = line;
    for (let isFound = true; isFound;) {
      // A brook that ends where another does flows into a third one.
      const ways = reach > 0 ? [whole, whole.toReversed()] : [whole];
      const index = joined.findIndex(other =>
        ways.some(way => isSameEnd(other.at(-1), way[0]) || isSameEnd(other[0], way.at(-1))),
      );
      isFound = index >= 0;
      if (!isFound) break;
      const [other] = joined.splice(index, 1);
      const after = ways.find(way => isSameEnd(other.at(-1), way[0]));
      const before = ways.find(way => isSameEnd(other[0], way.at(-1)));
      whole = after ? [...other, ...after.slice(1)] : [...before, ...other.slice(1)];
    }
    joined.push(whole);
  }
  return joined;
}

/** Returns the stretches of a line within the sheet. */
function clip(line) {
  const runs = [[]];
  for (const [lon, lat] of line) {
    const isInside = lon >= WEST && lon <= EAST && lat >= SOUTH && lat <= NORTH;
    if (isInside) runs.at(-1).push([lon, lat]);
    else if (runs.at(-1).length > 0) runs.push([]);
  }
  return runs.filter(({length}) => length > 1);
}

/**
 * Returns the rivers and canals within the sheet: `points` in units, `flag` for a canal, `name`.
 *
 * @param unit Degrees of a unit.
 * @param maxZoom Last zoom at which they are exact enough for a line.
 * @throws {TypeError} if the file is not a collection of features.
 */
export function readRivers({features}, unit, maxZoom) {
  if (!Array.isArray(features)) throw new TypeError('rivers: expected a FeatureCollection');
  // A pixel and a half of the last zoom, at least 100 m: a pixel is 100 m wide at zoom 10. More outside of the core.
  const tolerance = Math.max(2, 3 * 2 ** (10 - maxZoom));
  const isNear = isInCore(unit);
  const groups = new Map();
  for (const {geometry, properties} of features) {
    const lines = {LineString: g => [g.coordinates], MultiLineString: g => g.coordinates}[
      geometry?.type
    ]?.(geometry);
    if (!lines) continue;
    const {name, nom, TopoOH, waterway, kind, nature} = properties ?? {};
    const text = String(name ?? nom ?? TopoOH ?? '')
      .replaceAll('|', ' ')
      .trim();
    const flag = /canal/i.test([waterway, kind, nature].join(' '));
    const key = `${text}|${flag}`;
    groups.set(key, {text, flag, lines: [...(groups.get(key)?.lines ?? []), ...lines]});
  }
  return [...groups.values()].flatMap(({text, flag, lines}) =>
    join(lines.flatMap(clip), text ? SAME_END : 0)
      .map(line => line.map(p => p.map(degrees => Math.round(degrees / unit))))
      .map(points => ({
        points: simplify(
          withoutHairpins(distinct(points)),
          points.some(isNear) ? tolerance : 8 * tolerance,
        ),
        flag,
        name: text,
      }))
      .filter(({points}) => points.length > 1),
  );
}

/**
 * Returns the outer rings of the built-up areas within the sheet, as `points` in units.
 *
 * @param unit Degrees of a unit.
 * @throws {TypeError} if the file is not a collection of features.
 */
export function readBuiltUp({features}, unit) {
  if (!Array.isArray(features)) throw new TypeError('built-up: expected a FeatureCollection');
  const box = {west: WEST, north: SOUTH, east: EAST, south: NORTH};
  return features
    .flatMap(({geometry}) => {
      const {type, coordinates} = geometry ?? {};
      return {Polygon: [coordinates], MultiPolygon: coordinates}[type] ?? [];
    })
    .map(([outer]) => {
      const flat = clipRing(outer.slice(1).flat(), box).map(degrees => Math.round(degrees / unit));
      const points = flat.flatMap((x, i) => (i % 2 === 0 ? [[x, flat[i + 1]]] : []));
      const isNear = points.some(isInCore(unit));
      return {points: simplify(distinct(points), BUILT_UP_TOLERANCE * (isNear ? 1 : 4))};
    })
    .filter(({points}) => points.length > 2);
}
