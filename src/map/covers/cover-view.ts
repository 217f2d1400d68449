import {worldX, worldY} from '../../model/geo/mercator.js';
import {boxAround, distance, type Geo} from '../../model/geo/geo.js';
import type {CoverPlaces} from './cover-places.js';

/** Size of a cover, in units of its `viewBox`. */
export const [WIDTH, HEIGHT] = [400, 200];

/**
 * Margin around the places, as a fraction of the cover, around one or two, around a territory, and above and below them
 * where its frame is flat.
 */
const [MARGIN, FEW_MARGIN, AREA_MARGIN, FLAT_MARGIN] = [0.14, 0.28, 0.07, 0.19] as const;
/** Heights of the view of a commune in metres: the first that shows enough other places is taken. */
const COMMUNE_HEIGHTS = [15_000, 18_000, 21_000, 24_000] as const;
/** Number of other places that are enough, and their distance from the edge, in units. */
const [ENOUGH_PLACES, PLACE_MARGIN] = [2, 14] as const;
/** Maximum number of places of a view that is widened, by these factors, until it shows so many towns. */
const [FEW, ENOUGH_TOWNS] = [4, 5] as const;
const WIDENING = [1, 1.25, 1.5, 2] as const;
/** Minimum height of other views, and of one with a single place, in metres. */
const [MIN_HEIGHT, SINGLE_HEIGHT] = [18_000, 40_000] as const;
/** Horizontal positions of a commune on its cover, as fractions. */
const COMMUNE_POSITIONS = [0.4, 0.6, 0.3, 0.7] as const;
/** A place is left out beyond this multiple of the median distance to the centre, and beyond this distance in metres. */
const [MAX_SPREAD, MIN_RADIUS] = [4, 60_000];

/** Projection of places to units of the cover. */
export interface CoverProjection {
  readonly x: (lon: number) => number;
  readonly y: (lat: number) => number;
  /** Units of the cover per world, and position of the origin of the world. */
  readonly world: {readonly scale: number; readonly left: number; readonly top: number};
  /** Units per kilometre at the centre. */
  readonly kilometre: number;
}

/** Returns a projection (Web Mercator) in which a place is at a position, in units, and the cover has a height. */
export function projectionAt(
  centre: Geo,
  [left, top]: readonly [number, number],
  metres: number,
): CoverProjection {
  const [, south, , north] = boxAround(centre, metres / 2);
  const scale = HEIGHT / (worldY(south) - worldY(north));
  const [x0, y0] = [worldX(centre.lon), worldY(centre.lat)];
  return {
    x: (lon: number) => left + (worldX(lon) - x0) * scale,
    y: (lat: number) => top + (worldY(lat) - y0) * scale,
    world: {scale, left: left - x0 * scale, top: top - y0 * scale},
    kilometre: (HEIGHT / metres) * 1000,
  };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Returns the places without the few that are far from all others. */
export function withoutOutliers(places: readonly Geo[]): readonly Geo[] {
  const centre = {lat: median(places.map(({lat}) => lat)), lon: median(places.map(({lon}) => lon))};
  const distances = places.map(place => distance(centre, place));
  const limit = Math.max(MIN_RADIUS, MAX_SPREAD * median(distances));
  return places.filter((_, i) => (distances[i] ?? 0) <= limit);
}

export const isInView = (projection: CoverProjection, {lat, lon}: Geo, margin = 0): boolean => {
  const [x, y] = [projection.x(lon), projection.y(lat)];
  return x >= -margin && x <= WIDTH + margin && y >= -margin && y <= HEIGHT + margin;
};

/** Height that a flat frame cuts off at the top, and at the bottom, in units. */
export const FLAT_CUT = 21;

/**
 * Returns the view of a cover: a commune with its surroundings, or all places but outliers.
 *
 * @param isFlat True if its frame cuts off `FLAT_CUT` above and below.
 * @param towns Towns that are drawn around a commune, or few places.
 */
export function coverProjection(
  {centre, nodes, dots, neighbours, area}: Omit<CoverPlaces, 'territory'>,
  isFlat = false,
  towns: readonly Geo[] = [],
) {
  const corners = area
    ? [
        {lat: area[1], lon: area[0]},
        {lat: area[3], lon: area[2]},
      ]
    : [];
  if (centre) {
    // Twice the distance to the parallel or meridian of each corner, from the middle of a cover twice as wide as high.
    const needed = corners.flatMap(({lat, lon}) => [
      2 * distance(centre, {lat, lon: centre.lon}),
      distance(centre, {lat: centre.lat, lon}),
    ]);
    const least = Math.max(0, ...needed) / (1 - 2 * AREA_MARGIN);
    const views = COMMUNE_HEIGHTS.flatMap(height =>
      COMMUNE_POSITIONS.map(at =>
        projectionAt(centre, [WIDTH * at, HEIGHT * 0.52], Math.max(height, least)),
      ),
    );
    const others = [...neighbours, ...towns].filter(town => distance(town, centre) < 30_000);
    const shown = (view: CoverProjection): number =>
      dots.filter(place => isInView(view, place)).length +
      Math.min(ENOUGH_PLACES, others.filter(place => isInView(view, place, -PLACE_MARGIN)).length);
    return views.reduce((best, view) => (shown(view) > shown(best) ? view : best));
  }
  const places = [...withoutOutliers([...nodes, ...dots]), ...corners];
  const [lats, lons] = [places.map(({lat}) => lat), places.map(({lon}) => lon)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const middle = {lat: (south + north) / 2, lon: (west + east) / 2};
  const up = distance({lat: south, lon: middle.lon}, {lat: north, lon: middle.lon});
  const across = distance({lat: middle.lat, lon: west}, {lat: middle.lat, lon: east});
  const least = places.length > 1 ? MIN_HEIGHT : SINGLE_HEIGHT;
  const around = places.length > 2 ? MARGIN : FEW_MARGIN;
  const edge = area ? AREA_MARGIN : around;
  const margin = isFlat ? FLAT_MARGIN : edge;
  const needed = Math.max(up / (1 - 2 * margin), (across * HEIGHT) / WIDTH / (1 - 2 * edge), least);
  const isShown = (height: number): boolean => {
    const view = projectionAt(middle, [WIDTH / 2, HEIGHT / 2], height);
    return towns.filter(town => isInView(view, town, -PLACE_MARGIN)).length >= ENOUGH_TOWNS;
  };
  // A few places on an empty ground say little: the view is wider, until it has towns.
  const metres =
    places.length > FEW || area || isFlat
      ? needed
      : (WIDENING.map(factor => factor * needed).find(isShown) ?? needed);
  const centred = projectionAt(middle, [WIDTH / 2, HEIGHT / 2], metres);
  // Most places are in the middle, as far as all stay within the margins. A poster has all in the middle.
  const shift = (size: number, positions: readonly number[], border: number): number => {
    if (isFlat) return size / 2;
    const slack = Math.max(0, size * (0.5 - border) - (Math.max(...positions) - size / 2));
    const mean = positions.reduce((sum, position) => sum + position, 0) / positions.length;
    return size / 2 + Math.max(-slack, Math.min(slack, size / 2 - mean));
  };
  const left = shift(WIDTH, lons.map(centred.x), edge);
  const top = shift(HEIGHT, lats.map(centred.y), margin);
  return projectionAt(middle, [left, top], metres);
}
