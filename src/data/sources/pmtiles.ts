import {Compression, type Header, PMTiles, TileType} from 'pmtiles';
import {type Bbox, inBbox} from '../../model/geo.js';
import {applicable, type Query} from '../../model/query.js';
import type {CollectionName, Collections} from '../../model/records.js';
import {LruCache} from '../cache.js';
import {CheckedList} from '../checked-list.js';
import {isAbort, LoadError, SchemaError} from '../errors.js';
import type {Answer, AskOptions, PortalSource} from '../source.js';
import {strangers} from './foreign/file.js';
import {type Opening, rulesOf, type RulesOf} from './foreign/opening.js';
import {ForeignRows, type Row} from './foreign/rows.js';
import {entire, Holding} from './holding.js';
import {Ranges} from './pmtiles/ranges.js';
import {type TileId, tilesOf, zoomFor} from './pmtiles/tile-grid.js';
import {joinRows, rowsOf} from './pmtiles/tile-rows.js';
import {Told} from './told.js';

/** Tiles that one view is made of, at most: what a line carries in a second or two. */
const MOST_TILES = 9;
/** Tiles that are kept decoded. */
const TILES_KEPT = 60;

const WORLD: Bbox = [-180, -85, 180, 85];

/** What is drawn of a part of the world. */
interface View {
  readonly rows: readonly Row[];
  /** Whether the rows are the records themselves, all of them. */
  readonly isWhole: boolean;
  /** How many records they stand for, about. */
  readonly about: number;
  /** Whether some tiles could not be read. */
  readonly hasGaps: boolean;
}

/**
 * One static file of vector tiles (PMTiles, version 3) on any web server: only the tiles of what is looked at are
 * fetched. Where a tile holds marks for several records rather than the records, it says so: there is nothing to
 * search, count or list until the reader has come nearer.
 */
class PmtilesSource implements PortalSource {
  readonly name: string;
  readonly isForeign = true;
  readonly #file: PMTiles;
  readonly #told: Told;
  readonly #rules: RulesOf;
  readonly #tiles = new LruCache<readonly Row[]>(TILES_KEPT);
  #total: Promise<number | undefined> | undefined;

  constructor(opening: Opening) {
    this.name = opening.address;
    this.#file = new PMTiles(new Ranges(opening.address, opening.client), undefined, unpack);
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
    const {rows, isWhole, about, hasGaps} =
      collection === 'programmes' ? NOTHING : await this.#view(bbox, signal);
    const missing = hasGaps ? [new URL(this.name).host] : undefined;
    const list = this.#list(collection, rows);
    if (isWhole) {
      const {sort, limit, page, facets, lang} = query;
      const rest = {...filter, sort, limit, page, facets, lang};
      const holding = new Holding(list, strangers, {});
      return {...(await holding.answer(rest, options)), missing};
    }
    return {items: list, total: about, facets: {}, report: list.report, thinned: about, missing};
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
    const {minZoom, maxZoom, minLon, minLat, maxLon, maxLat} = await this.#header();
    const box = bbox ?? ([minLon, minLat, maxLon, maxLat] as const);
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
    // Without a box it is all there is, and the file may say how much that is.
    const about = isWhole || bbox ? drawn : Math.max(drawn, (await this.#count()) ?? 0);
    return {rows, isWhole, about, hasGaps: failed !== undefined};
  }

  async #header(): Promise<Header> {
    const header = await this.#file.getHeader().catch((error: unknown) => {
      if (error instanceof LoadError || isAbort(error)) throw error;
      throw new SchemaError(this.name, 'expected a PMTiles file of version 3');
    });
    if (header.tileType !== TileType.Mvt)
      throw new SchemaError(this.name, 'expected vector tiles, and these are pictures');
    return header;
  }

  /** How many records the file holds, as tippecanoe says. */
  #count(): Promise<number | undefined> {
    this.#total ??= this.#file.getMetadata().then(totalIn, () => undefined);
    return this.#total;
  }

  async #tile(tile: TileId, signal: AbortSignal): Promise<readonly Row[]> {
    const key = `${tile.z}/${tile.x}/${tile.y}`;
    const known = this.#tiles.get(key);
    if (known) return known;
    try {
      const found = await this.#file.getZxy(tile.z, tile.x, tile.y, signal);
      const rows = found ? rowsOf(found.data, tile) : [];
      this.#tiles.set(key, rows);
      return rows;
    } catch (error) {
      if (isAbort(error) || signal.aborted) throw error;
      this.#told.tell(`${this.name}: tile ${key} could not be read`);
      throw error instanceof LoadError
        ? error
        : new SchemaError(this.name, `tile ${key} is not well-formed`);
    }
  }
}

const NOTHING: View = {rows: [], isWhole: true, about: 0, hasGaps: false};

/** Inside the square that tiles cover. */
const clip = ([west, south, east, north]: Bbox): Bbox => [
  west,
  Math.max(WORLD[1], south),
  east,
  Math.min(WORLD[3], north),
];

/** Whether a point is in a box; what has more than one place is, since its tile touches the box. */
function isIn({geometry}: Row, box: Bbox): boolean {
  const {type, coordinates} = geometry as {type: string; coordinates: readonly number[]};
  const [lon = NaN, lat = NaN] = coordinates;
  return type !== 'Point' || inBbox({lat, lon}, box);
}

/** The counts of the layers that tippecanoe writes into a file's metadata. */
function totalIn(metadata: unknown): number | undefined {
  const {tilestats} = metadata as {tilestats?: {layers?: readonly {count?: number}[]}};
  const counts = tilestats?.layers?.map(({count}) => Number(count)) ?? [];
  const total = counts.reduce((sum, count) => sum + count, 0);
  return Number.isFinite(total) && total > 0 ? total : undefined;
}

/** The browser's own gzip. @throws where a file is packed otherwise. */
async function unpack(packed: ArrayBuffer, compression: Compression): Promise<ArrayBuffer> {
  if (compression === Compression.None || compression === Compression.Unknown) return packed;
  if (compression !== Compression.Gzip) throw new TypeError('only gzip can be unpacked');
  const stream = new Response(packed).body?.pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}

/** One PMTiles file. */
export const open = (opening: Opening): PortalSource => new PmtilesSource(opening);
