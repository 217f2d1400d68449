import {createHash, randomUUID} from 'node:crypto';
import {createWriteStream} from 'node:fs';
import {rm} from 'node:fs/promises';
import type {IncomingMessage} from 'node:http';
import {join} from 'node:path';
import type {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {Busboy, type BusboyInstance} from '@fastify/busboy';
import {Problem} from '../http/problem.js';

/** Maximum size of a photograph, in bytes. The widget sends about 300 kB. */
export const MAX_PHOTO_SIZE = 5_000_000;
export const MAX_PHOTOS = 3;
export const MAX_JSON_SIZE = 65_536;
/** Maximum size of the request body, in bytes, including the multipart boundaries. */
const MAX_BODY_SIZE = MAX_PHOTOS * MAX_PHOTO_SIZE + MAX_JSON_SIZE + 4096;
/** Maximum number of parts. More than three photographs are counted, to be refused with a sentence. */
export const MAX_PARTS = 12;
const MAX_HEADER_SIZE = 4096;

/** Photograph as received, in a temporary file. */
export interface Upload {
  readonly path: string;
  /** True if the photograph is larger than the maximum; the file is then incomplete. */
  readonly isTooLarge: boolean;
  readonly hash: string;
}

/** Parts of a submitted form, not yet validated. */
export interface SubmittedForm {
  readonly json: string;
  readonly photos: readonly Upload[];
}

const tooLarge = (): Problem =>
  new Problem(413, `A contribution has at most ${MAX_BODY_SIZE} bytes with all its photographs.`);
const tooSlow = (): Problem =>
  new Problem(408, 'The contribution took too long to arrive.', {Connection: 'close'});
const malformed = (): Problem =>
  new Problem(400, 'The body is not well-formed multipart/form-data.');

/**
 * Parses the multipart form of a request while it arrives. Photographs are written to temporary files, which exist until
 * `use` is done.
 *
 * @param folder Folder of the temporary files.
 * @param seconds Time in which the whole form must arrive.
 * @throws {Problem} 400, 408, 413 or 415.
 */
export async function withForm<T>(
  request: IncomingMessage,
  {folder, seconds}: {folder: string; seconds: number},
  use: (form: SubmittedForm) => Promise<T>,
): Promise<T> {
  const type = request.headers['content-type'] ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type))
    throw new Problem(415, 'A contribution is sent as multipart/form-data.');
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_SIZE) throw tooLarge();
  // The client has left while the request waited.
  if (request.destroyed) throw malformed();
  const reader = new FormReader(folder);
  try {
    return await use(await reader.read(request, type, seconds * 1000));
  } finally {
    await reader.deleteFiles();
  }
}

/** Reads one form. */
class FormReader {
  readonly #folder: string;
  readonly #texts: string[] = [];
  readonly #uploads: Promise<Upload>[] = [];
  readonly #paths: string[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  async read(request: IncomingMessage, type: string, timeoutMs: number): Promise<SubmittedForm> {
    try {
      await this.#parse(request, type, timeoutMs);
      const photos = await Promise.all(this.#uploads);
      const [json, second] = this.#texts;
      if (json === undefined || second !== undefined)
        throw new Problem(
          400,
          'A contribution has exactly one part called "contribution", in JSON.',
        );
      return {json, photos};
    } catch (error) {
      // The rest is received without being looked at: a client reads the response only after it has sent everything.
      request.unpipe();
      request.resume();
      throw error;
    }
  }

  /** Deletes the temporary files, once nothing is written to them. */
  async deleteFiles(): Promise<void> {
    await Promise.allSettled(this.#uploads);
    for (const path of this.#paths) await rm(path, {force: true});
  }

  /** Resolves when the form has arrived; rejects at the first error, or when the time is over. */
  #parse(request: IncomingMessage, type: string, timeoutMs: number): Promise<void> {
    const parser = createParser(type);
    const files = new Set<Readable>();
    let timer: NodeJS.Timeout | undefined;
    const parsed = new Promise<void>((resolve, reject) => {
      let hasFailed = false;
      const fail = (error: unknown): void => {
        hasFailed = true;
        for (const file of files) file.destroy(error as Error);
        reject(error instanceof Error ? error : malformed());
      };
      timer = setTimeout(() => fail(tooSlow()), timeoutMs);
      let length = 0;
      request.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > MAX_BODY_SIZE) fail(tooLarge());
      });
      request.on('aborted', () => fail(malformed()));
      request.on('error', () => fail(malformed()));
      parser.on('error', () => fail(malformed()));
      parser.on('partsLimit', () =>
        fail(new Problem(413, `A contribution has at most ${MAX_PARTS} parts.`)),
      );
      parser.on('field', (name, value, _nameTruncated, isTruncated) => {
        if (name !== 'contribution') return;
        if (isTruncated)
          fail(new Problem(413, `The part "contribution" has at most ${MAX_JSON_SIZE} bytes.`));
        this.#texts.push(value);
      });
      parser.on('file', (_name, file) => {
        // Without a listener, the error of an unfinished photograph would end the process.
        file.on('error', fail);
        // The parser still reads the chunk in which it has failed; its last photograph would never end.
        if (hasFailed) return void file.resume();
        files.add(file);
        const upload = this.#receive(file);
        upload.catch(fail);
        this.#uploads.push(upload);
      });
      parser.on('finish', resolve);
      request.pipe(parser);
    });
    return parsed.finally(() => clearTimeout(timer));
  }

  async #receive(file: Readable & {truncated?: boolean}): Promise<Upload> {
    const path = join(this.#folder, randomUUID());
    // Photographs beyond the maximum are counted only.
    const isStored = this.#paths.length < MAX_PHOTOS;
    if (!isStored) {
      file.resume();
      return {path, isTooLarge: false, hash: ''};
    }
    this.#paths.push(path);
    const hash = createHash('sha256');
    file.on('data', (chunk: Buffer) => hash.update(chunk));
    await pipeline(file, createWriteStream(path, {mode: 0o600}));
    return {path, isTooLarge: file.truncated === true, hash: hash.digest('base64url')};
  }
}

function createParser(type: string): BusboyInstance {
  try {
    return new Busboy({
      headers: {'content-type': type},
      isPartAFile: name => name === 'photo' || name === 'photo[]',
      limits: {
        parts: MAX_PARTS,
        fieldSize: MAX_JSON_SIZE,
        fieldNameSize: 100,
        fileSize: MAX_PHOTO_SIZE,
        headerPairs: 20,
        headerSize: MAX_HEADER_SIZE,
      },
    });
  } catch {
    throw malformed();
  }
}
