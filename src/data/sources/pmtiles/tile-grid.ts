import type {Bbox} from '../../../model/geo/geo.js';

/**
 * Tile of the Web Mercator grid: `x` counts from the antimeridian eastwards, `y` from 85.05° N southwards, `z` is the
 * zoom level.
 */
export interface TileId {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** Latitude of the edge of the Web Mercator square, in degrees: `atan(sinh(π))`. */
const MAX_LATITUDE = 85.051_128_779_806_6;

const worldX = (lon: number): number => (lon + 180) / 360;
const worldY = (lat: number): number => {
  const sin = Math.sin((Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
};

/**
 * Returns the tiles of one zoom level that a box touches, starting in the north-west. The box may cross the
 * antimeridian.
 */
export function tilesIn([west, south, east, north]: Bbox, z: number): TileId[] {
  const size = 2 ** z;
  const floorTile = (world: number): number => Math.floor(world * size);
  // A box that ends on the edge of a tile does not touch the next one.
  const lastTileBefore = (world: number): number => Math.max(0, Math.ceil(world * size) - 1);
  const first = floorTile(worldX(west));
  const last = lastTileBefore(worldX(west > east ? east + 360 : east));
  const tiles: TileId[] = [];
  const bottom = Math.min(
    size - 1,
    Math.max(floorTile(worldY(north)), lastTileBefore(worldY(south))),
  );
  for (let y = Math.max(0, floorTile(worldY(north))); y <= bottom; y++)
    for (let x = first; x <= Math.max(first, last) && x < first + size; x++)
      tiles.push({z, x: ((x % size) + size) % size, y});
  return tiles;
}

/** Returns the deepest zoom level of the file at which a box touches at most `maxTiles` tiles. */
export function zoomFor(box: Bbox, maxTiles: number, minZoom: number, maxZoom: number): number {
  let zoom = minZoom;
  while (zoom < maxZoom && tilesIn(box, zoom + 1).length <= maxTiles) zoom++;
  return zoom;
}
