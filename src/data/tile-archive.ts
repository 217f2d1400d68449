import {Compression, type Header, PMTiles, TileType} from 'pmtiles';
import type {Client} from './client.js';
import {isAbort, LoadError, SchemaError} from './errors.js';
import {Ranges} from './ranges.js';

/** Tile format of an archive. */
export type TileContent = 'vector' | 'picture';

/** Metadata of an archive. */
export interface ArchiveHeader {
  readonly content: TileContent;
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Covered area, in degrees. */
  readonly bounds: readonly [west: number, south: number, east: number, north: number];
}

/**
 * PMTiles archive (version 3) on any web server, read by HTTP range requests, so that only the tiles in view are
 * fetched.
 */
export class TileArchive {
  readonly address: string;
  readonly #ranges: Ranges;
  #file: PMTiles;

  constructor(address: string, client: Client) {
    this.address = address;
    this.#ranges = new Ranges(address, client);
    this.#file = this.#reader();
  }

  /** @throws {LoadError} if the file is not a readable archive. */
  async header(): Promise<ArchiveHeader> {
    const header = await this.#file.getHeader().catch((error: unknown) => {
      this.#file = this.#reader();
      if (error instanceof LoadError || isAbort(error)) throw error;
      throw new SchemaError(this.address, 'expected a PMTiles file of version 3');
    });
    const {minZoom, maxZoom, minLon, minLat, maxLon, maxLat} = header;
    const bounds = [minLon, minLat, maxLon, maxLat] as const;
    return {content: this.#contentOf(header), minZoom, maxZoom, bounds};
  }

  /** Returns the JSON metadata of the archive, or undefined if it cannot be read. */
  metadata(): Promise<unknown> {
    return this.#file.getMetadata().catch(() => undefined);
  }

  /**
   * Returns the bytes of a tile, or undefined if the archive has no such tile.
   *
   * @throws {LoadError} if the tile cannot be loaded.
   */
  async tile(
    z: number,
    x: number,
    y: number,
    signal: AbortSignal,
  ): Promise<ArrayBuffer | undefined> {
    try {
      return (await this.#file.getZxy(z, x, y, signal))?.data;
    } catch (error) {
      if (isAbort(error) || signal.aborted) throw error;
      this.#file = this.#reader();
      if (error instanceof LoadError) throw error;
      throw this.malformed(z, x, y);
    }
  }

  /** Returns the error for a tile that cannot be decoded. */
  malformed(z: number, x: number, y: number): SchemaError {
    return new SchemaError(this.address, `tile ${z}/${x}/${y} is not well-formed`);
  }

  /** Returns a new reader. The `pmtiles` library caches failed requests, so each failure needs a new one. */
  #reader(): PMTiles {
    return new PMTiles(this.#ranges, undefined, unpack);
  }

  #contentOf({tileType}: Header): TileContent {
    if (tileType === TileType.Mvt) return 'vector';
    if (PICTURES.has(tileType)) return 'picture';
    throw new SchemaError(this.address, 'expected vector tiles, PNG, JPEG, WebP or AVIF');
  }
}

const PICTURES: ReadonlySet<TileType> = new Set([
  TileType.Png,
  TileType.Jpeg,
  TileType.Webp,
  TileType.Avif,
]);

/**
 * Decompresses gzip with the browser's own decoder.
 *
 * @throws {TypeError} for any other compression.
 */
async function unpack(packed: ArrayBuffer, compression: Compression): Promise<ArrayBuffer> {
  if (compression === Compression.None || compression === Compression.Unknown) return packed;
  if (compression !== Compression.Gzip) throw new TypeError('only gzip can be unpacked');
  const stream = new Response(packed).body?.pipeThrough(new DecompressionStream('gzip'));
  try {
    return await new Response(stream).arrayBuffer();
  } catch {
    // Firefox throws an `AbortError` here, as if the call had been aborted.
    throw new TypeError('not well-formed gzip');
  }
}
