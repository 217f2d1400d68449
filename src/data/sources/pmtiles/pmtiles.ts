import {type Bbox, isInBbox} from '../../../model/geo/geo.js';
import {applicableFilter, ownFieldsOf, type Query} from '../../../model/query.js';
import type {CollectionName, Collections, Id} from '../../../model/records.js';
import {LruCache} from '../../../model/memo.js';
import {LazyRecordList} from '../../validation.js';
import {isAbortError, LoadError, SchemaError} from '../../client/errors.js';
import {
  type QueryResult,
  type QueryOptions,
  type PortalSource,
  loadNoRelations,
} from '../../source.js';
import {type ArchiveHeader, TileArchive} from '../../client/tile-archive.js';
import {
  type SourceOptions,
  createMappingFactory,
  type MappingFactory,
} from '../shared/source-options.js';
import {ForeignRows, type Row} from '../shared/rows/foreign-rows.js';
import {InMemoryCollection} from '../shared/files/in-memory-collection.js';
import {type TileId, tilesIn, zoomFor, mergeRows, rowsOf} from './tile-rows.js';
import {WarningLog} from '../shared/warning-log.js';

/** Maximum number of tiles per view: one or two seconds of download. */
const MAX_TILES = 9;
/** Maximum number of decoded tiles in the cache. */
const MAX_CACHED_TILES = 60;

const WORLD: Bbox = [-180, -85, 180, 85];

/** Records in the tiles of a bounding box. */
interface TileView {
  readonly rows: readonly Row[];
  /** True if the rows are all records themselves, and not clusters. */
  readonly isComplete: boolean;
  /** Approximate number of records that the rows stand for. */
  readonly estimatedTotal: number;
  /** True if some records are in no row. */
  readonly isSample: boolean;
  /** True if some tiles could not be read. */
  readonly hasGaps: boolean;
}

/**
 * File of vector tiles (PMTiles, version 3) on any web server; only the tiles of the requested area are fetched. If a
 * tile contains clusters instead of records, the result is marked `thinned`: it cannot be searched, counted or listed
 * until the reader zooms in.
 */
class PmtilesSource implements PortalSource {
  readonly name: string;
  readonly isForeign = true;
  readonly #archive: TileArchive;
  readonly #warnings: WarningLog;
  readonly #createMappings: MappingFactory;
  readonly #tiles = new LruCache<readonly Row[]>(MAX_CACHED_TILES);
  #statistics: Promise<ArchiveStatistics> | undefined;

  constructor(options: SourceOptions) {
    this.name = options.url;
    this.#archive = new TileArchive(options.url, options.client);
    this.#warnings = new WarningLog(options.warn);
    this.#createMappings = createMappingFactory(options, this.#warnings);
  }

  isComplete(): boolean {
    return false;
  }

  async find<K extends CollectionName>(
    collection: K,
    query: Query,
    options: QueryOptions,
  ): Promise<QueryResult<Collections[K]>> {
    const {bbox, ...filter} = applicableFilter(query, collection);
    const {rows, isComplete, estimatedTotal, isSample, hasGaps} =
      collection === 'programmes' ? EMPTY_VIEW : await this.#loadView(bbox, options);
    const failedSources = hasGaps ? [new URL(this.name).host] : undefined;
    const list = await this.#createList(collection, rows, query, options);
    if (isComplete) {
      const {sort, limit, page, facets, lang} = query;
      const localQuery = {...filter, sort, limit, page, facets, lang};
      const inMemory = new InMemoryCollection(list, loadNoRelations, {});
      const result = await inMemory.query(localQuery, options);
      return {...result, cappedAt: isSample ? rows.length : result.cappedAt, failedSources};
    }
    const {report} = list;
    return {
      items: list,
      total: estimatedTotal,
      facets: {},
      report,
      thinned: estimatedTotal,
      isSample,
      failedSources,
    };
  }

  /** Warns that tiles have no index of ids. A record of the loaded view opens without this. */
  async one(_collection: CollectionName, _id: Id, options: QueryOptions): Promise<undefined> {
    this.#warnings.warn(`${this.name}: tiles have no request for one record by its id`, options);
    return Promise.resolve(undefined);
  }

  async #createList<K extends CollectionName>(
    collection: K,
    rows: readonly Row[],
    query: Query,
    options: QueryOptions,
  ): Promise<LazyRecordList<K>> {
    const format = {coordinateOrder: 'lon-lat', ownFields: ownFieldsOf(query)} as const;
    const {mappings} = await this.#createMappings(collection, rows, options, format);
    const foreign = new ForeignRows(rows, mappings);
    const list = new LazyRecordList(collection, foreign, this.name);
    this.#warnings.validateWhenIdle(this.name, list, options);
    return list;
  }

  async #loadView(bbox: Bbox | undefined, options: QueryOptions): Promise<TileView> {
    const {minZoom, maxZoom, bounds} = await this.#header();
    const box = bbox ?? bounds;
    const zoom = zoomFor(clipToWorld(box), MAX_TILES, minZoom, maxZoom);
    const tileIds = tilesIn(clipToWorld(box), zoom);
    const outcomes = await Promise.allSettled(tileIds.map(tile => this.#loadTile(tile, options)));
    options.signal.throwIfAborted();
    const tiles = outcomes.flatMap(tile => (tile.status === 'fulfilled' ? [tile.value] : []));
    const failed = outcomes.find(tile => tile.status === 'rejected');
    if (failed && tiles.length === 0) throw failed.reason;
    const rows = mergeRows(tiles.flat()).filter(row => isIn(row, box));
    const isComplete = zoom === maxZoom && rows.every(({count}) => count === 1);
    const rowTotal = rows.reduce((sum, row) => sum + (row.count ?? 1), 0);
    const {total, zoomsWithDrops} = await this.#loadStatistics(options);
    // Without a bounding box the view covers all records, and the metadata may contain their number.
    const knownTotal = isComplete || bbox ? undefined : total;
    const isSample = zoomsWithDrops.has(zoom) && knownTotal === undefined;
    return {
      rows,
      isComplete,
      estimatedTotal: Math.max(rowTotal, knownTotal ?? 0),
      isSample,
      hasGaps: failed !== undefined,
    };
  }

  async #header(): Promise<ArchiveHeader> {
    const header = await this.#archive.header();
    if (header.format !== 'vector')
      throw new SchemaError(this.name, 'expected vector tiles, and these are pictures');
    return header;
  }

  /** Reads the statistics in the metadata, once. */
  #loadStatistics(options: QueryOptions): Promise<ArchiveStatistics> {
    this.#statistics ??= this.#archive.metadata().then(metadata => {
      const statistics = parseStatistics(metadata);
      if (statistics.zoomsWithDrops.size > 0) {
        const zooms = [...statistics.zoomsWithDrops].join(', ');
        this.#warnings.warn(
          `${this.name}: records were dropped at zooms ${zooms}, so that counts there are too low; tippecanoe's -r1 with --cluster-distance keeps them all`,
          options,
        );
      }
      return statistics;
    });
    return this.#statistics;
  }

  async #loadTile(tile: TileId, options: QueryOptions): Promise<readonly Row[]> {
    const key = `${tile.z}/${tile.x}/${tile.y}`;
    const cached = this.#tiles.get(key);
    if (cached) return cached;
    try {
      const bytes = await this.#archive.tile(tile.z, tile.x, tile.y, options.signal);
      const rows = bytes ? rowsOf(bytes, tile) : [];
      this.#tiles.set(key, rows);
      return rows;
    } catch (error) {
      if (isAbortError(error) || options.signal.aborted) throw error;
      const failure =
        error instanceof LoadError
          ? error
          : this.#archive.malformedTileError(tile.z, tile.x, tile.y);
      this.#warnings.warn(`tile ${key} could not be read: ${failure.message}`, options);
      throw failure;
    }
  }
}

const EMPTY_VIEW: TileView = {
  rows: [],
  isComplete: true,
  estimatedTotal: 0,
  isSample: false,
  hasGaps: false,
};

/** Clips a box to the square that tiles cover. */
const clipToWorld = ([west, south, east, north]: Bbox): Bbox => [
  west,
  Math.max(WORLD[1], south),
  east,
  Math.min(WORLD[3], north),
];

/** Returns true if a point is in a box. Lines and areas always are, because their tile touches it. */
function isIn({geometry}: Row, box: Bbox): boolean {
  const {type, coordinates} = geometry as {type: string; coordinates: readonly number[]};
  const [lon = NaN, lat = NaN] = coordinates;
  return type !== 'Point' || isInBbox({lat, lon}, box);
}

/** Statistics that tippecanoe writes into the metadata. */
interface ArchiveStatistics {
  readonly total: number | undefined;
  /** Zoom levels at which some records were dropped instead of clustered. */
  readonly zoomsWithDrops: ReadonlySet<number>;
}

/** Reads the statistics from unvalidated metadata. `strategies` has an entry for each zoom level from 0. */
function parseStatistics(metadata: unknown): ArchiveStatistics {
  const {tilestats, strategies} = (metadata ?? {}) as {
    tilestats?: {layers?: unknown};
    strategies?: unknown;
  };
  const layers = Array.isArray(tilestats?.layers) ? tilestats.layers : [];
  const countOf = (layer: unknown): number => Number((layer as {count?: unknown} | null)?.count);
  const total = layers.reduce<number>((sum, layer) => sum + countOf(layer), 0);
  const zoomsWithDrops = new Set<number>();
  (Array.isArray(strategies) ? strategies : []).forEach((strategy: unknown, zoom) => {
    const dropped = Object.entries(Object(strategy) as object);
    if (dropped.some(([how, count]) => how.startsWith('dropped_') && count > 0))
      zoomsWithDrops.add(zoom);
  });
  return {total: Number.isFinite(total) && total > 0 ? total : undefined, zoomsWithDrops};
}

export const open = (options: SourceOptions): PortalSource => new PmtilesSource(options);
