import type {Coords, Map as LeafletMap} from 'leaflet';
import {GridLayer} from 'leaflet/dist/leaflet-src.esm.js';
import {sharedClient} from '../../data/client/client.js';
import {isAbortError, LoadError, SchemaError} from '../../data/client/errors.js';
import {yieldToMain} from '../../data/scheduling.js';
import {type ArchiveHeader, TileArchive} from '../../data/client/tile-archive.js';
import {basemapStyles} from './basemap.styles.js';
import {BasemapLabels} from './basemap-labels.js';
import {
  type Palette,
  type TileSection,
  paintData,
  paintTiles,
  type TileData,
} from './paint-tiles.js';
import {decodeTile} from './decode-tile.js';
import {PaletteReader} from './palette-reader.js';
import {readCredit, readLayerIds} from './archive-metadata.js';
import {adoptMapStylesAround} from '../map.styles.js';
import type {DrawnArea, PaintedBasemap, PmtilesArchive, PlaceLabel} from '../map-view.js';

/** Longest task in milliseconds; a longer one makes dragging stutter. */
const SLICE_MS = 8;
/** Maximum device pixel ratio of tile canvases; a higher resolution makes no visible difference on a map. */
const MAX_PIXEL_RATIO = 2;
/** Number of decoded data tiles kept, for the current and the previous view. */
const MAX_DECODED_TILES = 48;
/** Number of zoom levels for which tiles of the deepest level in the archive are enlarged. */
const OVERZOOM_LEVELS = {vector: 4, picture: 2} as const;
/** Tile size in pixels: 512 for vector tiles, 256 for raster tiles. */
const TILE_SIZES = {vector: 512, picture: 256} as const;

interface MapTile {
  readonly canvas: HTMLCanvasElement;
  readonly zoom: number;
  readonly section: TileSection;
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly controller: AbortController;
  data?: TileData;
}

class TileGrid extends GridLayer {
  readonly createCanvas: (at: Coords, done: () => void) => HTMLCanvasElement;

  constructor(make: TileGrid['createCanvas'], tileSize: number) {
    super({tileSize: tileSize, keepBuffer: 1, updateWhenIdle: true, updateWhenZooming: false});
    this.createCanvas = make;
  }

  protected override createTile(coords: Coords, done: (error?: Error, tile?: HTMLElement) => void) {
    const canvas = this.createCanvas(coords, () => done(undefined, canvas));
    return canvas;
  }
}

/** Basemap from one `.pmtiles` file: vector tiles drawn in the colours of the page, or raster tiles. */
export class PmtilesBasemap implements PaintedBasemap {
  readonly #map: LeafletMap;
  readonly #archiveOptions: PmtilesArchive;
  readonly #setMaxZoom: (zoom: number) => void;
  readonly #onLabelsChange: () => void;
  readonly #archive: TileArchive;
  readonly #controller = new AbortController();
  readonly #labels = new BasemapLabels();
  readonly #mapTiles = new Map<HTMLElement, MapTile>();
  /** Decoded data tiles by `z/x/y`. */
  readonly #decodedTiles = new Map<string, Promise<TileData | undefined>>();
  /** All decoding and drawing runs in one queue, so that the main thread gets a break between any two slices. */
  #queue: Promise<unknown> = Promise.resolve();
  #header: ArchiveHeader | undefined;
  #gridLayer: TileGrid | undefined;
  #paletteReader: PaletteReader | undefined;
  #palette: Palette | undefined;
  #hasGaps = false;
  #frame = 0;

  /**
   * @param setMaxZoom Receives the deepest zoom at which the archive can be shown.
   * @param onLabelsChange Called when the place labels have changed.
   */
  constructor(
    map: LeafletMap,
    archiveOptions: PmtilesArchive,
    setMaxZoom: (zoom: number) => void,
    onLabelsChange: () => void,
  ) {
    this.#map = map;
    this.#archiveOptions = archiveOptions;
    this.#setMaxZoom = setMaxZoom;
    this.#onLabelsChange = onLabelsChange;
    this.#archive = new TileArchive(archiveOptions.archive, sharedClient);
    void this.#open();
  }

  destroy(): void {
    this.#controller.abort();
    cancelAnimationFrame(this.#frame);
    this.#gridLayer?.remove();
    this.#paletteReader?.destroy();
    this.#mapTiles.clear();
  }

  labelsAt(zoom: number, language: string): readonly PlaceLabel[] {
    const tiles = [...this.#mapTiles.values()].flatMap(({z, x, y, data}) =>
      data && 'named' in data ? [{z, x, y, tile: data}] : [],
    );
    return this.#labels.labelsAt(
      new Map(tiles.map(tile => [tile.tile, tile])).values(),
      zoom,
      language,
    );
  }

  covers(x: number, y: number): boolean {
    return [...this.#mapTiles.values()].some(
      ({data, z, x: column, y: row}) =>
        data && Math.floor(x * 2 ** z) === column && Math.floor(y * 2 ** z) === row,
    );
  }

  get hasTiles(): boolean {
    return [...this.#mapTiles.values()].some(({data}) => data);
  }

  paint(canvas: HTMLCanvasElement, area: DrawnArea): void {
    const reader = new PaletteReader(this.#map.getContainer(), () => undefined, true);
    paintTiles(canvas, area, this.#mapTiles.values(), reader.read());
    reader.destroy();
  }

  async #open(): Promise<void> {
    try {
      const header = await this.#archive.header();
      const metadata = await this.#archive.metadata();
      if (this.#controller.signal.aborted) return;
      if (header.format === 'vector' && readLayerIds(metadata)?.includes('earth') === false)
        throw new SchemaError(this.#archive.url, 'expected the layers of a Protomaps basemap');
      this.#header = header;
      this.#archiveOptions.onStatus({status: 'shown', credit: readCredit(metadata)});
      this.#addGridLayer(header);
    } catch (error) {
      if (!this.#controller.signal.aborted)
        this.#archiveOptions.onStatus({status: 'failed', reason: messageOf(error)});
    }
  }

  #addGridLayer({format: content, maxZoom}: ArchiveHeader): void {
    const tileSize = TILE_SIZES[content];
    this.#setMaxZoom(maxZoom + Math.log2(tileSize / TILE_SIZES.picture) + OVERZOOM_LEVELS[content]);
    const container = this.#map.getContainer();
    adoptMapStylesAround(container, basemapStyles);
    this.#paletteReader = new PaletteReader(container, () => this.#repaint());
    this.#gridLayer = new TileGrid((at, done) => this.#createTile(at, tileSize, done), tileSize);
    this.#gridLayer.on('tileunload', ({tile}: {tile: HTMLElement}) => {
      this.#mapTiles.get(tile)?.controller.abort();
      this.#mapTiles.delete(tile);
    });
    this.#gridLayer.addTo(this.#map);
  }

  /** Returns a canvas for a tile of the map at once, and draws it when the data have arrived. */
  #createTile({x, y, z: zoom}: Coords, tileSize: number, done: () => void): HTMLCanvasElement {
    const canvas = document.createElement('canvas');
    const level = zoom - Math.log2(tileSize / TILE_SIZES.picture);
    const z = Math.min(level, this.#header?.maxZoom ?? level);
    const count = 2 ** (level - z);
    const [column, row] = [x % count, y % count];
    const mapTile: MapTile = {
      canvas,
      zoom,
      section: {count, column, row},
      z,
      x: Math.floor(x / count),
      y: Math.floor(y / count),
      controller: new AbortController(),
    };
    this.#mapTiles.set(canvas, mapTile);
    // A tile that fails to load is treated as empty: the outlines below it stay visible.
    void this.#loadTile(mapTile, tileSize)
      .catch((error: unknown) => {
        if (!isAbortError(error)) this.#reportGaps(error);
      })
      .then(done);
    return canvas;
  }

  async #loadTile(mapTile: MapTile, tileSize: number): Promise<void> {
    const {signal} = mapTile.controller;
    const data = await this.#getData(mapTile, signal);
    signal.throwIfAborted();
    if (!data) return;
    const {canvas} = mapTile;
    canvas.width = canvas.height = tileSize * Math.min(MAX_PIXEL_RATIO, devicePixelRatio);
    await this.#paint(mapTile, data);
    mapTile.data = data;
    this.#scheduleLabelUpdate();
  }

  /** Updates the labels once for all tiles that arrive in the same frame. */
  #scheduleLabelUpdate(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(this.#onLabelsChange);
  }

  #paint({canvas, section, zoom, controller}: MapTile, data: TileData): Promise<void> {
    const context = canvas.getContext('2d', {alpha: !('paths' in data)});
    if (!context) return Promise.resolve();
    if ('paths' in data) this.#palette ??= this.#paletteReader?.read();
    return this.#runInSlices(
      paintData(context, data, section, zoom, TILE_SIZES.vector, this.#palette),
      controller.signal,
    );
  }

  #repaint(): void {
    this.#palette = undefined;
    for (const mapTile of this.#mapTiles.values())
      if (mapTile.data && 'paths' in mapTile.data)
        this.#paint(mapTile, mapTile.data).catch(() => undefined);
  }

  /** Returns the decoded data of a tile, shared by all map tiles that are drawn from it. */
  #getData({z, x, y}: MapTile, signal: AbortSignal): Promise<TileData | undefined> {
    const key = `${z}/${x}/${y}`;
    const pending = this.#decodedTiles.get(key);
    if (pending) return pending.catch(() => this.#readTile(z, x, y, signal));
    const reading = this.#readTile(z, x, y, signal);
    this.#decodedTiles.set(key, reading);
    reading.catch(() => this.#decodedTiles.delete(key));
    const [oldest] = this.#decodedTiles.keys();
    if (this.#decodedTiles.size > MAX_DECODED_TILES && oldest !== undefined)
      this.#decodedTiles.delete(oldest);
    return reading;
  }

  async #readTile(
    z: number,
    x: number,
    y: number,
    signal: AbortSignal,
  ): Promise<TileData | undefined> {
    const bytes = await this.#archive.tile(z, x, y, signal);
    if (!bytes) return undefined;
    try {
      if (this.#header?.format === 'picture') return await createImageBitmap(new Blob([bytes]));
      return await this.#runInSlices(decodeTile(bytes), signal);
    } catch (error) {
      if (isAbortError(error)) throw error;
      throw this.#archive.malformedTileError(z, x, y);
    }
  }

  /** Runs the steps of a generator in the queue, in slices of at most `SLICE_MS`. */
  #runInSlices<T>(steps: Generator<undefined, T>, signal: AbortSignal): Promise<T> {
    const run = async (): Promise<T> => {
      let start = Date.now();
      signal.throwIfAborted();
      for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
        if (Date.now() - start < SLICE_MS) continue;
        await yieldToMain();
        signal.throwIfAborted();
        start = Date.now();
      }
    };
    const result = this.#queue.then(async () => {
      await yieldToMain();
      return run();
    });
    this.#queue = result.catch(() => undefined);
    return result;
  }

  /** Reports missing tiles once. */
  #reportGaps(error: unknown): void {
    if (this.#hasGaps || this.#controller.signal.aborted) return;
    this.#hasGaps = true;
    this.#archiveOptions.onStatus({status: 'gaps', reason: messageOf(error)});
  }
}

const messageOf = (error: unknown): string =>
  error instanceof LoadError ? error.message : String(error);
