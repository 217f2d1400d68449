import type {Coords, Map as LeafletMap} from 'leaflet';
import {GridLayer} from 'leaflet/dist/leaflet-src.esm.js';
import {sharedClient} from '../data/client.js';
import {isAbort, LoadError, SchemaError} from '../data/errors.js';
import {breathe} from '../data/slices.js';
import {type ArchiveHeader, TileArchive} from '../data/tile-archive.js';
import {baseMapStyles} from './base-map.styles.js';
import {BaseNames} from './base-names.js';
import {paintTile, type Part, type Tones} from './base-paint.js';
import {type BaseTile, readTile} from './base-tile.js';
import {ToneReader} from './base-tones.js';
import {creditIn, layersIn} from './base-words.js';
import {adoptMapStyles} from './map.styles.js';
import type {ArchiveLayer} from './map-view.js';
import type {NamedPlace, Names} from './names.js';

/** Longest task in milliseconds; a longer one makes dragging stutter. */
const SLICE = 8;
/** Maximum device pixel ratio of tile canvases; a higher resolution makes no visible difference on a map. */
const FINEST = 2;
/** Number of decoded data tiles kept: those of the current and the previous view. */
const TILES_KEPT = 48;
/** Number of zoom levels for which tiles of the deepest level in the archive are enlarged. */
const DEEPER = {vector: 4, picture: 2} as const;
/** Tile size in pixels: 512 for vector tiles, 256 for raster tiles. */
const SIDE = {vector: 512, picture: 256} as const;

type Data = BaseTile | ImageBitmap;

/** Tile on the map. */
interface Shown {
  readonly canvas: HTMLCanvasElement;
  readonly zoom: number;
  readonly part: Part;
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly stop: AbortController;
  data?: Data;
}

class TileGrid extends GridLayer {
  readonly make: (at: Coords, done: () => void) => HTMLCanvasElement;

  constructor(make: TileGrid['make'], side: number) {
    super({tileSize: side, keepBuffer: 1, updateWhenIdle: true, updateWhenZooming: false});
    this.make = make;
  }

  protected override createTile(at: Coords, done: (error?: Error, tile?: HTMLElement) => void) {
    const canvas = this.make(at, () => done(undefined, canvas));
    return canvas;
  }
}

/** Basemap from one `.pmtiles` file: vector tiles drawn in the colours of the page, or raster tiles. */
export class BaseMap implements Names {
  readonly #map: LeafletMap;
  readonly #layer: ArchiveLayer;
  readonly #limit: (zoom: number) => void;
  readonly #changed: () => void;
  readonly #archive: TileArchive;
  readonly #stop = new AbortController();
  readonly #names = new BaseNames();
  readonly #shown = new Map<HTMLElement, Shown>();
  /** Decoded data tiles by `z/x/y`. */
  readonly #tiles = new Map<string, Promise<Data | undefined>>();
  /** All decoding and drawing runs in one queue, so that the main thread gets a break between any two slices. */
  #queue: Promise<unknown> = Promise.resolve();
  #header: ArchiveHeader | undefined;
  #grid: TileGrid | undefined;
  #tones: ToneReader | undefined;
  #colours: Tones | undefined;
  #hasGaps = false;
  #frame = 0;

  /**
   * @param setMaxZoom Receives the deepest zoom at which the archive can be shown.
   * @param onLabelsChange Called when the place labels have changed.
   */
  constructor(
    map: LeafletMap,
    layer: ArchiveLayer,
    limit: (zoom: number) => void,
    changed: () => void,
  ) {
    this.#map = map;
    this.#layer = layer;
    this.#limit = limit;
    this.#changed = changed;
    this.#archive = new TileArchive(layer.archive, sharedClient);
    void this.#open();
  }

  end(): void {
    this.#stop.abort();
    cancelAnimationFrame(this.#frame);
    this.#grid?.remove();
    this.#tones?.end();
    this.#shown.clear();
  }

  list(zoom: number, language: string): readonly NamedPlace[] {
    const tiles = [...this.#shown.values()].flatMap(({z, x, y, data}) =>
      data && 'named' in data ? [{z, x, y, tile: data}] : [],
    );
    return this.#names.of(new Map(tiles.map(tile => [tile.tile, tile])).values(), zoom, language);
  }

  covers(x: number, y: number): boolean {
    return [...this.#shown.values()].some(
      ({data, z, x: column, y: row}) =>
        data && Math.floor(x * 2 ** z) === column && Math.floor(y * 2 ** z) === row,
    );
  }

  async #open(): Promise<void> {
    try {
      const header = await this.#archive.header();
      const metadata = await this.#archive.metadata();
      if (this.#stop.signal.aborted) return;
      if (header.content === 'vector' && layersIn(metadata)?.includes('earth') === false)
        throw new SchemaError(this.#archive.address, 'expected the layers of a Protomaps basemap');
      this.#header = header;
      this.#layer.told({status: 'shown', credit: creditIn(metadata)});
      this.#begin(header);
    } catch (error) {
      if (!this.#stop.signal.aborted) this.#layer.told({status: 'failed', reason: reasonOf(error)});
    }
  }

  #begin({content, maxZoom}: ArchiveHeader): void {
    const side = SIDE[content];
    this.#limit(maxZoom + Math.log2(side / SIDE.picture) + DEEPER[content]);
    const container = this.#map.getContainer();
    const root = container.getRootNode();
    if (root instanceof Document || root instanceof ShadowRoot) adoptMapStyles(root, baseMapStyles);
    this.#tones = new ToneReader(container, () => this.#repaint());
    this.#grid = new TileGrid((at, done) => this.#make(at, side, done), side);
    this.#grid.on('tileunload', ({tile}: {tile: HTMLElement}) => {
      this.#shown.get(tile)?.stop.abort();
      this.#shown.delete(tile);
    });
    this.#grid.addTo(this.#map);
  }

  /** Returns a canvas for a tile of the map at once, and draws it when the data have arrived. */
  #make({x, y, z: zoom}: Coords, side: number, done: () => void): HTMLCanvasElement {
    const canvas = document.createElement('canvas');
    const level = zoom - Math.log2(side / SIDE.picture);
    const z = Math.min(level, this.#header?.maxZoom ?? level);
    const count = 2 ** (level - z);
    const [column, row] = [x % count, y % count];
    const shown: Shown = {
      canvas,
      zoom,
      part: {count, column, row},
      z,
      x: Math.floor(x / count),
      y: Math.floor(y / count),
      stop: new AbortController(),
    };
    this.#shown.set(canvas, shown);
    // A tile that fails to load is treated as empty: the outlines below it stay visible.
    void this.#fill(shown, side)
      .catch((error: unknown) => {
        if (!isAbort(error)) this.#miss(error);
      })
      .then(done);
    return canvas;
  }

  async #fill(shown: Shown, side: number): Promise<void> {
    const {signal} = shown.stop;
    const data = await this.#data(shown, signal);
    signal.throwIfAborted();
    if (!data) return;
    const {canvas} = shown;
    canvas.width = canvas.height = side * Math.min(FINEST, devicePixelRatio);
    await this.#paint(shown, data);
    shown.data = data;
    this.#tell();
  }

  /** Updates the labels once for all tiles that arrive in the same frame. */
  #tell(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(this.#changed);
  }

  #paint({canvas, part, zoom, stop}: Shown, data: Data): Promise<void> {
    const context = canvas.getContext('2d', {alpha: !('paths' in data)});
    if (!context) return Promise.resolve();
    if ('paths' in data) {
      const tones = (this.#colours ??= this.#tones?.read());
      if (!tones) return Promise.resolve();
      return this.#slowly(paintTile(context, data, part, zoom, SIDE.vector, tones), stop.signal);
    }
    const [width, height] = [data.width / part.count, data.height / part.count];
    const {column, row} = part;
    context.drawImage(data, column * width, row * height, width, height, 0, 0, canvas.width, canvas.height); // prettier-ignore
    return Promise.resolve();
  }

  #repaint(): void {
    this.#colours = undefined;
    for (const shown of this.#shown.values())
      if (shown.data && 'paths' in shown.data)
        this.#paint(shown, shown.data).catch(() => undefined);
  }

  /** Returns the decoded data of a tile, shared by all map tiles that are drawn from it. */
  #data({z, x, y}: Shown, signal: AbortSignal): Promise<Data | undefined> {
    const key = `${z}/${x}/${y}`;
    const known = this.#tiles.get(key);
    if (known) return known.catch(() => this.#read(z, x, y, signal));
    const reading = this.#read(z, x, y, signal);
    this.#tiles.set(key, reading);
    reading.catch(() => this.#tiles.delete(key));
    const [oldest] = this.#tiles.keys();
    if (this.#tiles.size > TILES_KEPT && oldest !== undefined) this.#tiles.delete(oldest);
    return reading;
  }

  async #read(z: number, x: number, y: number, signal: AbortSignal): Promise<Data | undefined> {
    const bytes = await this.#archive.tile(z, x, y, signal);
    if (!bytes) return undefined;
    try {
      if (this.#header?.content === 'picture') return await createImageBitmap(new Blob([bytes]));
      return await this.#slowly(readTile(bytes), signal);
    } catch (error) {
      if (isAbort(error)) throw error;
      throw this.#archive.malformed(z, x, y);
    }
  }

  /** Runs the steps of a generator in the queue, in slices of at most `SLICE_MS`. */
  #slowly<T>(steps: Generator<undefined, T>, signal: AbortSignal): Promise<T> {
    const go = async (): Promise<T> => {
      let start = performance.now();
      signal.throwIfAborted();
      for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
        if (performance.now() - start < SLICE) continue;
        await breathe();
        signal.throwIfAborted();
        start = performance.now();
      }
    };
    const turn = this.#queue.then(async () => {
      await breathe();
      return go();
    });
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** Reports missing tiles once. */
  #miss(error: unknown): void {
    if (this.#hasGaps || this.#stop.signal.aborted) return;
    this.#hasGaps = true;
    this.#layer.told({status: 'gaps', reason: reasonOf(error)});
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof LoadError ? error.message : String(error);
