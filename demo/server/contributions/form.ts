import type {IncomingMessage} from 'node:http';
import {Problem} from '../problem.js';

/** Maximum size of a photograph, in bytes. The widget sends about 300 kB. */
export const LARGEST_PHOTO = 5_000_000;
export const MOST_PHOTOS = 3;
const LONGEST_JSON = 65_536;
/** Maximum size of the request body, in bytes, including the multipart boundaries. */
const LARGEST_BODY = MOST_PHOTOS * LARGEST_PHOTO + LONGEST_JSON + 4096;

/** Parts of a submitted form, not yet validated. */
export interface SentForm {
  readonly json: string;
  readonly photos: readonly Buffer[];
}

/** Limits the number of tasks that run at the same time. Further tasks wait in order. */
export class Gate {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(width: number) {
    this.#free = width;
  }

  async pass<T>(act: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>(next => this.#waiting.push(next));
    try {
      return await act();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }
}

async function readBody(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const tooLong = () =>
    new Problem(413, `A contribution has at most ${LARGEST_BODY} bytes with all its photographs.`);
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY) throw tooLong();
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > LARGEST_BODY) throw tooLong();
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces));
}

/**
 * Parses the multipart form of a request with the parser of Node's `fetch`. Reads no more than the maximum size.
 *
 * @throws {Problem} 413, 415 or 400.
 */
export async function readForm(request: IncomingMessage): Promise<SentForm> {
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
  if (size > LONGEST_JSON)
    throw new Problem(413, `The part "contribution" has at most ${LONGEST_JSON} bytes.`);
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
