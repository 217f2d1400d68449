import {
  Compression,
  type Header,
  PMTiles,
  type RangeResponse,
  type Source,
  TileType,
} from 'pmtiles';
import type {Client} from './client.js';
import {isAbortError, LoadError, SchemaError} from './errors.js';
import type {BodyReader} from './request.js';

export type TileFormat = 'vector' | 'picture';

export interface ArchiveHeader {
  readonly format: TileFormat;
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
  readonly url: string;
  readonly #rangeSource: HttpRangeSource;
  #archive: PMTiles;

  constructor(address: string, client: Client) {
    this.url = address;
    this.#rangeSource = new HttpRangeSource(address, client);
    this.#archive = this.#createReader();
  }

  /** @throws {LoadError} if the file is not a readable archive. */
  async header(): Promise<ArchiveHeader> {
    const header = await this.#archive.getHeader().catch((error: unknown) => {
      this.#archive = this.#createReader();
      if (error instanceof LoadError || isAbortError(error)) throw error;
      throw new SchemaError(this.url, 'expected a PMTiles file of version 3');
    });
    const {minZoom, maxZoom, minLon, minLat, maxLon, maxLat} = header;
    const bounds = [minLon, minLat, maxLon, maxLat] as const;
    return {format: this.#formatOf(header), minZoom, maxZoom, bounds};
  }

  /** Returns the JSON metadata of the archive, or undefined if it cannot be read. */
  metadata(): Promise<unknown> {
    return this.#archive.getMetadata().catch(() => undefined);
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
      return (await this.#archive.getZxy(z, x, y, signal))?.data;
    } catch (error) {
      if (isAbortError(error) || signal.aborted) throw error;
      this.#archive = this.#createReader();
      if (error instanceof LoadError) throw error;
      throw this.malformedTileError(z, x, y);
    }
  }

  /** Returns the error for a tile that cannot be decoded. */
  malformedTileError(z: number, x: number, y: number): SchemaError {
    return new SchemaError(this.url, `tile ${z}/${x}/${y} is not well-formed`);
  }

  /** Returns a new reader. The `pmtiles` library caches failed requests, so each failure needs a new one. */
  #createReader(): PMTiles {
    return new PMTiles(this.#rangeSource, undefined, decompress);
  }

  #formatOf({tileType}: Header): TileFormat {
    if (tileType === TileType.Mvt) return 'vector';
    if (RASTER_TYPES.has(tileType)) return 'picture';
    throw new SchemaError(this.url, 'expected vector tiles, PNG, JPEG, WebP or AVIF');
  }
}

const RASTER_TYPES: ReadonlySet<TileType> = new Set([
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
async function decompress(data: ArrayBuffer, compression: Compression): Promise<ArrayBuffer> {
  if (compression === Compression.None || compression === Compression.Unknown) return data;
  if (compression !== Compression.Gzip) throw new TypeError('only gzip can be unpacked');
  const stream = new Response(data).body?.pipeThrough(new DecompressionStream('gzip'));
  try {
    return await new Response(stream).arrayBuffer();
  } catch {
    // Firefox throws an `AbortError` here, as if the call had been aborted.
    throw new TypeError('not well-formed gzip');
  }
}

/**
 * Returns a reader for one byte range of a file (RFC 9110, 14.2). A response with the complete file is rejected before
 * its body is read.
 */
const rangeReader = (first: number, last: number): BodyReader => ({
  name: `${first}-${last}`,
  headers: {range: `bytes=${first}-${last}`},
  check(response, url) {
    if (response.status !== 206)
      throw new SchemaError(url, 'this server gives no parts of a file (HTTP ranges)');
  },
  async read(response, url) {
    const bytes = await response.arrayBuffer();
    if (bytes.byteLength > last - first + 1)
      throw new SchemaError(url, 'this server gives more of a file than it is asked for');
    return {value: bytes, length: bytes.byteLength};
  },
});

/** PMTiles source that reads a file on any web server by HTTP range requests, through the shared client. */
class HttpRangeSource implements Source {
  readonly #url: string;
  readonly #client: Client;

  constructor(url: string, client: Client) {
    this.#url = url;
    this.#client = client;
  }

  getKey = (): string => this.#url;

  async getBytes(offset: number, length: number, signal?: AbortSignal): Promise<RangeResponse> {
    const reader = rangeReader(offset, offset + length - 1);
    const {body} = await this.#client.get(this.#url, signal ?? neverAborted, false, reader);
    const data = body as ArrayBuffer;
    // A short file is complete in the first range; any other range must be complete.
    if (offset > 0 && data.byteLength < length)
      throw new SchemaError(this.#url, `the file ends at byte ${offset + data.byteLength}`);
    return {data};
  }
}

const neverAborted = new AbortController().signal;
