import {SchemaError} from '../../../client/errors.js';
import {type BodyReader, MAX_BODY_LENGTH} from '../../../client/request.js';

/** Timeout for files in milliseconds; they are larger than API responses. */
export const FILE_TIMEOUT_MS = 30_000;

/** Returns a reader for a binary file of limited size. */
export const bytesReader = (name: string): BodyReader => ({
  name,
  timeoutMs: FILE_TIMEOUT_MS,
  async read(response, url) {
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length > MAX_BODY_LENGTH)
      throw new SchemaError(url, `${bytes.length} bytes are too many`);
    return {value: bytes, length: bytes.length};
  },
});
