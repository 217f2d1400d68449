import type {BodyReader} from '../../../client/request.js';
import {SchemaError} from '../../../client/errors.js';

/** Timeout for files in milliseconds; they are larger than API responses. */
export const FILE_TIMEOUT_MS = 30_000;

/** Returns a reader for a binary file. */
export const bytesReader = (name: string): BodyReader => ({
  name,
  timeoutMs: FILE_TIMEOUT_MS,
  async read(response) {
    const bytes = new Uint8Array(await response.arrayBuffer());
    return {value: bytes, length: bytes.length};
  },
});

/** Length of the start of a file by which its format is recognized, in characters or bytes. */
export const SAMPLE_LENGTH = 4_000;

/** File in another format than its source kind reads. */
export class FormatError extends SchemaError {
  /** First characters of the file. */
  readonly sample: string;

  constructor(url: string, message: string, text: string) {
    super(url, message);
    this.sample = text.slice(0, SAMPLE_LENGTH);
  }
}
