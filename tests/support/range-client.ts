import type {Client} from '../../src/data/client/client.js';
import type {BodyReader} from '../../src/data/client/request.js';

/** Returns a client that answers requests for parts of one file, and counts them. */
export function rangeClient(file: Uint8Array<ArrayBuffer>) {
  const read = {requests: 0, bytes: 0};
  const client = {
    async get(url: string, _signal: AbortSignal, _reload: boolean, reader: BodyReader) {
      const range = new Headers(reader.headers).get('range') ?? '';
      const [first = 0, last = 0] = range.replace('bytes=', '').split('-').map(Number);
      const part = file.slice(first, last + 1);
      read.requests++;
      read.bytes += part.length;
      return {body: (await reader.read(new Response(part, {status: 206}), url)).value};
    },
  } as unknown as Client;
  return {client, read};
}
