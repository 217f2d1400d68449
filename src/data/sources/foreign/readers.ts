import {SchemaError} from '../../errors.js';
import {type BodyReader, LONGEST_BODY} from '../../request.js';

/** A larger body than an API's may take its time (ms). */
export const FILE_LIMIT = 30_000;

/** The bytes of a file, bounded while they come. */
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
