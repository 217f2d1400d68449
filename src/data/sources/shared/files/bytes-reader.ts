import type {BodyReader} from '../../../client/request.js';

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
