/* oxlint-disable typescript/no-non-null-assertion -- Every index is within its array. */
import {type WorldBox, worldX, worldY, wrap} from '../../model/geo/mercator.js';

/** Deepest zoom of auto-fit. */
const MAX_FIT_ZOOM = 11;
/**
 * Deepest zoom of auto-fit for a single place without a basemap: nearer, no coast or town would be in view for
 * orientation.
 */
const MAX_SINGLE_FIT_ZOOM = 8;

/** Maximum number of points used to find the median and outliers. */
const MAX_SAMPLE = 1024;
/** Maximum share of outliers, and the factor by which an outlier is farther away than all other points. */
const MAX_OUTLIER_SHARE = 0.1;
const OUTLIER_FACTOR = 4;
/** Distance, about 100 km in world coordinates, within which no point is an outlier. */
const MIN_OUTLIER_DISTANCE = 0.0025;
/**
 * Number of points from which the farthest are left out if the map can then be a whole level nearer, their maximum share,
 * and the ratio of the sides of a map.
 */
const [MANY_POINTS, MAX_FAR_SHARE, MAP_RATIO] = [10, 0.05, 1.6] as const;
/** Maximum number of points of layers that auto-fit shows: more of them are a background, not the subject of the map. */
const MAX_LAYER_POINTS = 100;
/** Maximum extent with the layers: as a multiple of the records' extent, or about 250 km in world coordinates. */
const [MAX_LAYER_FACTOR, MAX_LAYER_EXTENT] = [4, 0.01] as const;
/** The same for three or four points, of which only one overseas is an outlier: about 500 km. */
const MIN_FEW_OUTLIER_DISTANCE = 0.0125;

/**
 * Returns the bounding box of points without outliers: one wrong or overseas place must not shrink the others to a dot.
 * NaN coordinates are skipped. Returns undefined if there are no points.
 *
 * @param keepsOutliers Returns the box of all points.
 */
export function fitBox(
  x: Float64Array,
  y: Float64Array,
  keepsOutliers = false,
): WorldBox | undefined {
  const step = Math.ceil(x.length / MAX_SAMPLE);
  const sampleX: number[] = [];
  const sampleY: number[] = [];
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  // One plain pass, which runs before the first paint: most points have no outliers, and no other pass is needed.
  for (let i = 0, n = 0; i < x.length; i++) {
    const left = x[i]!;
    const top = y[i]!;
    if (Number.isNaN(left + top)) continue;
    if (left < west) west = left;
    if (left > east) east = left;
    if (top < north) north = top;
    if (top > south) south = top;
    if (n++ % step > 0) continue;
    sampleX.push(left);
    sampleY.push(top);
  }
  if (sampleX.length === 0) return undefined;

  // Points within half of the world have their widest gap at the antimeridian.
  const seam = east - west < 0.5 ? 0 : widestGapMeridian(x);
  const turned = sampleX.map(left => wrap(left - seam) + seam);
  const medianX = median(turned);
  const medianY = median(sampleY);
  const distance = (left: number, top: number) => Math.hypot(left - medianX, top - medianY);
  const distances = turned.map((left, n) => distance(left, sampleY[n]!));
  const maxDistance = keepsOutliers
    ? Infinity
    : withoutFarthest(turned, sampleY, distances, outlierDistance(distances));
  const farthest = Math.max(east - medianX, medianX - west, south - medianY, medianY - north);
  if (seam === 0 && farthest * Math.SQRT2 <= maxDistance) return {west, north, east, south};
  west = north = Infinity;
  east = south = -Infinity;
  for (let i = 0; i < x.length; i++) {
    const left = wrap(x[i]! - seam) + seam;
    const top = y[i]!;
    // False for NaN too.
    if (!(distance(left, top) <= maxDistance)) continue;
    if (left < west) west = left;
    if (left > east) east = left;
    if (top < north) north = top;
    if (top > south) south = top;
  }
  return {west, north, east, south};
}

const extentOf = ({west, north, east, south}: WorldBox): number =>
  Math.max(east - west, south - north);

/**
 * Returns the bounding box of the first `count` points, or of all points if the points of layers, which follow,
 * are few and lie around them, or if the first have no coordinates.
 */
export function fitBoxWithLayers(
  x: Float64Array,
  y: Float64Array,
  count: number,
  keepsOutliers = false,
): {readonly box: WorldBox | undefined; readonly hasOwn: boolean} {
  const own = fitBox(x.subarray(0, count), y.subarray(0, count), keepsOutliers);
  if (!own) return {box: fitBox(x, y), hasOwn: false};
  const layerCount = x.length - count;
  const all = layerCount > 0 && layerCount <= MAX_LAYER_POINTS && fitBox(x, y, true);
  const fits = all && extentOf(all) <= Math.max(MAX_LAYER_FACTOR * extentOf(own), MAX_LAYER_EXTENT);
  return {box: fits ? all : own, hasOwn: true};
}

/**
 * Returns the view of a map without data: the middle of the home country, at the zoom at which it is 300 px wide and
 * high. If its box were fitted, a low map or one with a row of controls would show the continent.
 */
export function homeView(): readonly [box: WorldBox, zoom: number] {
  const [west, north] = [worldX(1.7), worldY(47)];
  return [{west, north, east: west, south: north}, 5];
}

/** Returns the deepest zoom at which auto-fit shows a bounding box. */
export const maxFitZoom = ({west, north, east, south}: WorldBox, hasBasemap: boolean): number =>
  west === east && north === south && !hasBasemap ? MAX_SINGLE_FIT_ZOOM : MAX_FIT_ZOOM;

/** Returns the maximum distance from the median of points that are not outliers. */
function outlierDistance(distances: readonly number[]): number {
  const count = distances.length;
  // Of two points, none is the outlier.
  if (count < 3) return Infinity;
  const sorted = Float64Array.from(distances).sort();
  const outlierCount = Math.max(1, Math.floor(count * MAX_OUTLIER_SHARE));
  const least = count < 5 ? MIN_FEW_OUTLIER_DISTANCE : MIN_OUTLIER_DISTANCE;
  return OUTLIER_FACTOR * Math.max(least, sorted[count - 1 - outlierCount]!);
}

/** Returns a smaller maximum distance if the map can be a level nearer without the few points beyond it. */
function withoutFarthest(
  x: readonly number[],
  y: readonly number[],
  distances: readonly number[],
  maxDistance: number,
): number {
  const count = distances.length;
  if (count < MANY_POINTS) return maxDistance;
  const sorted = Float64Array.from(distances).sort();
  const near = sorted[count - 1 - Math.max(1, Math.floor(count * MAX_FAR_SHARE))]!;
  const heightWithin = (limit: number): number => {
    const side = (values: readonly number[]): number => {
      const within = values.filter((_, n) => distances[n]! <= limit);
      return Math.max(...within) - Math.min(...within);
    };
    return Math.max(side(x) / MAP_RATIO, side(y), (2 * MIN_OUTLIER_DISTANCE) / MAP_RATIO);
  };
  return heightWithin(maxDistance) >= 2 * heightWithin(near) ? near : maxDistance;
}

function median(values: readonly number[]): number {
  return Float64Array.from(values).sort()[values.length >> 1]!;
}

/**
 * Returns the x coordinate at which to cut the world: the middle of the widest gap between points, or 0 if that gap
 * contains the antimeridian.
 */
function widestGapMeridian(x: Float64Array): number {
  const bins = new Uint8Array(90);
  // A NaN index is ignored.
  for (let i = 0; i < x.length; i++) bins[Math.floor(x[i]! * bins.length)] = 1;
  let [longest, length, end] = [0, 0, 0];
  // Two passes, for a gap across the antimeridian.
  for (let i = 0; i < 2 * bins.length; i++) {
    length = bins[i % bins.length] ? 0 : length + 1;
    if (length > longest) [longest, end] = [length, i + 1];
  }
  const from = end - longest;
  return from <= 0 || end >= bins.length ? 0 : (from + end) / 2 / bins.length;
}
