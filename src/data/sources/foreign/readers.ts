import {SchemaError} from '../../errors.js';
import {type BodyReader, LONGEST_BODY} from '../../request.js';

/** Timeout for files in milliseconds; they are larger than API responses. */
export const FILE_LIMIT = 30_000;

/** Returns a reader for a binary file of limited size. */
export const bytesReader = (name: string): BodyReader => ({
  name,
  limit: FILE_LIMIT,
  async read(response, url) {
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length > LONGEST_BODY)
      throw new SchemaError(url, `${bytes.length} bytes are too many`);
    return {value: bytes, length: bytes.length};
  },
});
