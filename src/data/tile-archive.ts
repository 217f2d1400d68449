import {Compression, type Header, PMTiles, TileType} from 'pmtiles';
import type {Client} from './client.js';
import {isAbort, LoadError, SchemaError} from './errors.js';
import {Ranges} from './ranges.js';

/** What is in the tiles of an archive. */
export type TileContent = 'vector' | 'picture';

/** What an archive says of itself. */
export interface ArchiveHeader {
  readonly content: TileContent;
  readonly minZoom: number;
  readonly maxZoom: number;
  /** What it covers, in degrees. */
  readonly bounds: readonly [west: number, south: number, east: number, north: number];
}

/** One static file of tiles (PMTiles, version 3) on any web server, read by ranges: no more of it than is looked at. */
export class TileArchive {
  readonly address: string;
  readonly #ranges: Ranges;
  #file: PMTiles;

  constructor(address: string, client: Client) {
    this.address = address;
    this.#ranges = new Ranges(address, client);
    this.#file = this.#reader();
  }

  /** @throws {LoadError} where there is no such archive. */
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

  /** What whoever made the archive wrote about it; undefined where that can't be read. */
  metadata(): Promise<unknown> {
    return this.#file.getMetadata().catch(() => undefined);
  }

  /** The bytes of a tile; undefined where there is nothing. @throws {LoadError} when it can't be had. */
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

  /** What is wrong where a tile's bytes are no tile. */
  malformed(z: number, x: number, y: number): SchemaError {
    return new SchemaError(this.address, `tile ${z}/${x}/${y} is not well-formed`);
  }

  /** The library keeps what it asked for, failures too: after one there is a new reader. */
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

/** The browser's own gzip. @throws where a file is packed otherwise. */
async function unpack(packed: ArrayBuffer, compression: Compression): Promise<ArrayBuffer> {
  if (compression === Compression.None || compression === Compression.Unknown) return packed;
  if (compression !== Compression.Gzip) throw new TypeError('only gzip can be unpacked');
  const stream = new Response(packed).body?.pipeThrough(new DecompressionStream('gzip'));
  try {
    return await new Response(stream).arrayBuffer();
  } catch {
    // Firefox calls it an AbortError, as if nobody wanted the bytes any more.
    throw new TypeError('not well-formed gzip');
  }
}
