import type {RangeResponse, Source} from 'pmtiles';
import type {Client} from './client.js';
import {SchemaError} from './errors.js';
import type {BodyReader} from './request.js';

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
export class HttpRangeSource implements Source {
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
