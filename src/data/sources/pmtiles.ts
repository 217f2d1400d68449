import {type Bbox, inBbox} from '../../model/geo.js';
import {applicable, type Query} from '../../model/query.js';
import type {CollectionName, Collections} from '../../model/records.js';
import {LruCache} from '../cache.js';
import {CheckedList} from '../checked-list.js';
import {isAbort, LoadError, SchemaError} from '../errors.js';
import type {Answer, AskOptions, PortalSource} from '../source.js';
import {type ArchiveHeader, TileArchive} from '../tile-archive.js';
import {strangers} from './foreign/file.js';
import {type Opening, rulesOf, type RulesOf} from './foreign/opening.js';
import {ForeignRows, type Row} from './foreign/rows.js';
import {entire, Holding} from './holding.js';
import {type TileId, tilesOf, zoomFor} from './pmtiles/tile-grid.js';
import {joinRows, rowsOf} from './pmtiles/tile-rows.js';
import {Told} from './told.js';

/** Maximum number of tiles per view: one or two seconds of download. */
const MOST_TILES = 9;
/** Maximum number of decoded tiles in the cache. */
const TILES_KEPT = 60;

const WORLD: Bbox = [-180, -85, 180, 85];

/** Records in the tiles of a bounding box. */
interface View {
  readonly rows: readonly Row[];
  /** True if the rows are all records themselves, and not clusters. */
  readonly isWhole: boolean;
  /** Approximate number of records that the rows stand for. */
  readonly about: number;
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
  readonly #file: TileArchive;
  readonly #told: Told;
  readonly #rules: RulesOf;
  readonly #tiles = new LruCache<readonly Row[]>(TILES_KEPT);
  #words: Promise<ArchiveWords> | undefined;

  constructor(opening: Opening) {
    this.name = opening.address;
    this.#file = new TileArchive(opening.address, opening.client);
    this.#told = new Told(opening.tell);
    this.#rules = rulesOf(opening);
  }

  isComplete(): boolean {
    return false;
  }

  async find<K extends CollectionName>(
    collection: K,
    query: Query,
    options: AskOptions,
  ): Promise<Answer<Collections[K]>> {
    const {signal} = options;
    const {bbox, ...filter} = applicable(query, collection);
    const {rows, isWhole, about, isSample, hasGaps} =
      collection === 'programmes' ? NOTHING : await this.#view(bbox, signal);
    const missing = hasGaps ? [new URL(this.name).host] : undefined;
    const list = this.#list(collection, rows);
    if (isWhole) {
      const {sort, limit, page, facets, lang} = query;
      const rest = {...filter, sort, limit, page, facets, lang};
      const holding = new Holding(list, strangers, {});
      const answer = await holding.answer(rest, options);
      return {...answer, cappedAt: isSample ? rows.length : answer.cappedAt, missing};
    }
    const {report} = list;
    return {items: list, total: about, facets: {}, report, thinned: about, isSample, missing};
  }

  all<K extends CollectionName>(collection: K, query: Query, options: AskOptions) {
    return this.find(collection, entire(query), options);
  }

  #list<K extends CollectionName>(collection: K, rows: readonly Row[]): CheckedList<K> {
    const foreign = new ForeignRows(rows, this.#rules(collection, rows, undefined, 'lon-lat'));
    const list = new CheckedList(collection, foreign, this.name);
    this.#told.check(this.name, list);
    return list;
  }

  async #view(bbox: Bbox | undefined, signal: AbortSignal): Promise<View> {
    const {minZoom, maxZoom, bounds} = await this.#header();
    const box = bbox ?? bounds;
    const zoom = zoomFor(clip(box), MOST_TILES, minZoom, maxZoom);
    const wanted = tilesOf(clip(box), zoom);
    const read = await Promise.allSettled(wanted.map(tile => this.#tile(tile, signal)));
    signal.throwIfAborted();
    const tiles = read.flatMap(tile => (tile.status === 'fulfilled' ? [tile.value] : []));
    const failed = read.find(tile => tile.status === 'rejected');
    if (failed && tiles.length === 0) throw failed.reason;
    const rows = joinRows(tiles.flat()).filter(row => isIn(row, box));
    const isWhole = zoom === maxZoom && rows.every(({count}) => count === 1);
    const drawn = rows.reduce((sum, row) => sum + (row.count ?? 1), 0);
    const {total, dropping} = await this.#describe();
    // Without a bounding box the view covers all records, and the metadata may contain their number.
    const all = isWhole || bbox ? undefined : total;
    const isSample = dropping.has(zoom) && all === undefined;
    return {
      rows,
      isWhole,
      about: Math.max(drawn, all ?? 0),
      isSample,
      hasGaps: failed !== undefined,
    };
  }

  async #header(): Promise<ArchiveHeader> {
    const header = await this.#file.header();
    if (header.content !== 'vector')
      throw new SchemaError(this.name, 'expected vector tiles, and these are pictures');
    return header;
  }

  /** Reads the statistics in the metadata, once. */
  #describe(): Promise<ArchiveWords> {
    this.#words ??= this.#file.metadata().then(metadata => {
      const words = wordsIn(metadata);
      if (words.dropping.size > 0) {
        const zooms = [...words.dropping].join(', ');
        this.#told.tell(
          `${this.name}: records were dropped at zooms ${zooms}, so that counts there are too low; tippecanoe's -r1 with --cluster-distance keeps them all`,
        );
      }
      return words;
    });
    return this.#words;
  }

  async #tile(tile: TileId, signal: AbortSignal): Promise<readonly Row[]> {
    const key = `${tile.z}/${tile.x}/${tile.y}`;
    const known = this.#tiles.get(key);
    if (known) return known;
    try {
      const bytes = await this.#file.tile(tile.z, tile.x, tile.y, signal);
      const rows = bytes ? rowsOf(bytes, tile) : [];
      this.#tiles.set(key, rows);
      return rows;
    } catch (error) {
      if (isAbort(error) || signal.aborted) throw error;
      this.#told.tell(`${this.name}: tile ${key} could not be read`);
      throw error instanceof LoadError ? error : this.#file.malformed(tile.z, tile.x, tile.y);
    }
  }
}

const NOTHING: View = {rows: [], isWhole: true, about: 0, isSample: false, hasGaps: false};

/** Clips a box to the square that tiles cover. */
const clip = ([west, south, east, north]: Bbox): Bbox => [
  west,
  Math.max(WORLD[1], south),
  east,
  Math.min(WORLD[3], north),
];

/** Returns true if a point is in a box. Lines and areas always are, because their tile touches it. */
function isIn({geometry}: Row, box: Bbox): boolean {
  const {type, coordinates} = geometry as {type: string; coordinates: readonly number[]};
  const [lon = NaN, lat = NaN] = coordinates;
  return type !== 'Point' || inBbox({lat, lon}, box);
}

/** Statistics that tippecanoe writes into the metadata. */
interface ArchiveWords {
  /** Total number of records. */
  readonly total: number | undefined;
  /** Zoom levels at which some records were dropped instead of clustered. */
  readonly dropping: ReadonlySet<number>;
}

/** Reads the statistics from unvalidated metadata. `strategies` has an entry for each zoom level from 0. */
function wordsIn(metadata: unknown): ArchiveWords {
  const {tilestats, strategies} = (metadata ?? {}) as {
    tilestats?: {layers?: unknown};
    strategies?: unknown;
  };
  const layers = Array.isArray(tilestats?.layers) ? tilestats.layers : [];
  const countOf = (layer: unknown): number => Number((layer as {count?: unknown} | null)?.count);
  const total = layers.reduce<number>((sum, layer) => sum + countOf(layer), 0);
  const dropping = new Set<number>();
  (Array.isArray(strategies) ? strategies : []).forEach((strategy: unknown, zoom) => {
    const dropped = Object.entries(Object(strategy) as object);
    if (dropped.some(([how, count]) => how.startsWith('dropped_') && count > 0)) dropping.add(zoom);
  });
  return {total: Number.isFinite(total) && total > 0 ? total : undefined, dropping};
}

/** Opens a PMTiles file. */
export const open = (opening: Opening): PortalSource => new PmtilesSource(opening);
