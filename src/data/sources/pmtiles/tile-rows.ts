import {VectorTile} from '@mapbox/vector-tile';
import {PbfReader} from 'pbf';
import type {Row} from '../foreign/rows.js';
import type {TileId} from './tile-grid.js';

/** How many records a mark stands for, where tippecanoe has merged some (its `--cluster-distance`). */
const countOf = ({point_count: count}: Readonly<Record<string, unknown>>): number =>
  Number.isInteger(count) && Number(count) > 1 ? Number(count) : 1;

/** The rows of a vector tile. @throws when it can't be decoded. */
export function rowsOf(bytes: ArrayBuffer, {z, x, y}: TileId): Row[] {
  const rows: Row[] = [];
  for (const layer of Object.values(new VectorTile(new PbfReader(bytes)).layers)) {
    for (let i = 0; i < layer.length; i++) {
      const feature = layer.feature(i);
      const {geometry} = feature.toGeoJSON(x, y, z);
      // A point in the margin that a tile shares with its neighbours is the neighbour's.
      if (geometry.type === 'Point' && !isInside(feature, layer.extent)) continue;
      const id = feature.id ?? `${layer.name}/${z}/${x}/${y}/${i}`;
      const count = countOf(feature.properties);
      // The fields of a mark for several records are those of one of them.
      rows.push({id, geometry, count, fields: count > 1 ? {} : feature.properties});
    }
  }
  return rows;
}

function isInside(feature: ReturnType<VectorTile['layers'][string]['feature']>, extent: number) {
  const point = feature.loadGeometry()[0]?.[0];
  return point && point.x >= 0 && point.x < extent && point.y >= 0 && point.y < extent;
}

interface Shape {
  readonly type: string;
  readonly coordinates: readonly unknown[];
}

/** The parts of a geometry as a list of simple ones. */
const partsOf = ({type, coordinates}: Shape): readonly unknown[] =>
  type.startsWith('Multi') ? coordinates : [coordinates];

/**
 * The rows of several tiles as one list: a line or an area that lies across tiles is one row of all its pieces, by
 * the id that tippecanoe gives with `--generate-ids`.
 */
export function joinRows(rows: Iterable<Row>): Row[] {
  const joined = new Map<unknown, Row>();
  for (const row of rows) {
    const known = joined.get(row.id);
    const [a, b] = [known?.geometry, row.geometry] as (Shape | undefined)[];
    if (!known || !a || !b) {
      joined.set(row.id, row);
      continue;
    }
    const kind = a.type.replace('Multi', '');
    const isPiece = kind !== 'Point' && kind === b.type.replace('Multi', '');
    if (!isPiece) continue;
    const geometry = {type: `Multi${kind}`, coordinates: [...partsOf(a), ...partsOf(b)]};
    joined.set(row.id, {...known, geometry});
  }
  return [...joined.values()];
}
