import type {IncomingMessage} from 'node:http';
import {Problem} from '../problem.js';

/** Maximum size of a photograph, in bytes. The widget sends about 300 kB. */
export const MAX_PHOTO_SIZE = 5_000_000;
export const MAX_PHOTOS = 3;
const MAX_JSON_SIZE = 65_536;
/** Maximum size of the request body, in bytes, including the multipart boundaries. */
const MAX_BODY_SIZE = MAX_PHOTOS * MAX_PHOTO_SIZE + MAX_JSON_SIZE + 4096;

/** Parts of a submitted form, not yet validated. */
export interface SubmittedForm {
  readonly json: string;
  readonly photos: readonly Buffer[];
}

/** Limits the number of tasks that run at the same time. Further tasks wait in order. */
export class Semaphore {
  #permits: number;
  readonly #queue: (() => void)[] = [];

  constructor(permits: number) {
    this.#permits = permits;
  }

  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.#permits > 0) this.#permits--;
    else await new Promise<void>(next => this.#queue.push(next));
    try {
      return await task();
    } finally {
      const next = this.#queue.shift();
      if (next) next();
      else this.#permits++;
    }
  }
}

async function readBody(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () =>
    new Problem(413, `A contribution has at most ${MAX_BODY_SIZE} bytes with all its photographs.`);
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_SIZE) throw tooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY_SIZE) throw tooLarge();
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/**
 * Parses the multipart form of a request with the parser of Node's `fetch`. Reads no more than the maximum size.
 *
 * @throws {Problem} 413, 415 or 400.
 */
export async function readForm(request: IncomingMessage): Promise<SubmittedForm> {
  const type = request.headers['content-type'] ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type))
    throw new Problem(415, 'A contribution is sent as multipart/form-data.');
  const body = await readBody(request);
  const form = await new Response(body, {headers: {'Content-Type': type}}).formData().catch(() => {
    throw new Problem(400, 'The body is not well-formed multipart/form-data.');
  });
  const [part, second] = form.getAll('contribution');
  if (part === undefined || second !== undefined)
    throw new Problem(400, 'A contribution has exactly one part called "contribution", in JSON.');
  const size = typeof part === 'string' ? Buffer.byteLength(part) : part.size;
  if (size > MAX_JSON_SIZE)
    throw new Problem(413, `The part "contribution" has at most ${MAX_JSON_SIZE} bytes.`);
  const photos = form
    .getAll('photo')
    .map(async photo =>
      typeof photo === 'string' ? Buffer.from(photo) : Buffer.from(await photo.arrayBuffer()),
    );
  return {
    json: typeof part === 'string' ? part : await part.text(),
    photos: await Promise.all(photos),
  };
}
