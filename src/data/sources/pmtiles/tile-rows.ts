import {VectorTile} from '@mapbox/vector-tile';
import {PbfReader} from 'pbf';
import type {Row} from '../shared/rows/foreign-rows.js';
import type {Bbox} from '../../../model/geo/geo.js';
import {worldY} from '../../../model/geo/mercator.js';

/**
 * Tile of the Web Mercator grid: `x` counts from the antimeridian eastwards, `y` from 85.05° N southwards, `z` is the
 * zoom level.
 */
export interface TileId {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** World x of a longitude, above 1 beyond the antimeridian. */
const worldX = (lon: number): number => (lon + 180) / 360;

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

/** Returns the number of records in a feature; above 1 for a cluster made by tippecanoe (`--cluster-distance`). */
const countOf = ({point_count: count}: Readonly<Record<string, unknown>>): number =>
  Number.isInteger(count) && Number(count) > 1 ? Number(count) : 1;

/**
 * Returns the rows of a vector tile.
 *
 * @throws {Error} if the tile cannot be decoded.
 */
export function rowsOf(bytes: ArrayBuffer, {z, x, y}: TileId): Row[] {
  const rows: Row[] = [];
  for (const layer of Object.values(new VectorTile(new PbfReader(bytes)).layers)) {
    for (let i = 0; i < layer.length; i++) {
      const feature = layer.feature(i);
      const {geometry} = feature.toGeoJSON(x, y, z);
      // Tiles overlap by a margin: a point in it belongs to the neighbour.
      if (geometry.type === 'Point' && !isInside(feature, layer.extent)) continue;
      const id = feature.id ?? `${layer.name}/${z}/${x}/${y}/${i}`;
      const count = countOf(feature.properties);
      // A cluster has the properties of one of its records.
      rows.push({id, geometry, count, fields: count > 1 ? {} : feature.properties});
    }
  }
  return rows;
}

function isInside(feature: ReturnType<VectorTile['layers'][string]['feature']>, extent: number) {
  const point = feature.loadGeometry()[0]?.[0];
  return point && point.x >= 0 && point.x < extent && point.y >= 0 && point.y < extent;
}

interface MultiGeometry {
  readonly type: string;
  readonly coordinates: readonly unknown[];
}

const simpleParts = ({type, coordinates}: MultiGeometry): readonly unknown[] =>
  type.startsWith('Multi') ? coordinates : [coordinates];

/**
 * Merges the rows of several tiles. The pieces of a line or area that crosses tiles are joined by the id that
 * tippecanoe writes with `--generate-ids`.
 */
export function mergeRows(rows: Iterable<Row>): Row[] {
  const joined = new Map<unknown, Row>();
  for (const row of rows) {
    const existing = joined.get(row.id);
    const [a, b] = [existing?.geometry, row.geometry] as (MultiGeometry | undefined)[];
    if (!existing || !a || !b) {
      joined.set(row.id, row);
      continue;
    }
    const kind = a.type.replace('Multi', '');
    const isPiece = kind !== 'Point' && kind === b.type.replace('Multi', '');
    if (!isPiece) continue;
    const geometry = {type: `Multi${kind}`, coordinates: [...simpleParts(a), ...simpleParts(b)]};
    joined.set(row.id, {...existing, geometry});
  }
  return [...joined.values()];
}
