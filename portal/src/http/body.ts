import {createHash} from 'node:crypto';
import {promisify} from 'node:util';
import {gzip} from 'node:zlib';
import {LruCache} from '../../../src/model/memo.js';

const compress = promisify(gzip);

/** Response body whose hash and compressed form are made once, on first use. */
export class Body {
  readonly bytes: Buffer;
  #hash: string | undefined;
  #compressed: Promise<Buffer> | undefined;

  constructor(content: string | Buffer) {
    this.bytes = Buffer.isBuffer(content) ? content : Buffer.from(content);
  }

  get hash(): string {
    return (this.#hash ??= createHash('sha256')
      .update(this.bytes)
      .digest('base64url')
      .slice(0, 27));
  }

  gzip(): Promise<Buffer> {
    return (this.#compressed ??= compress(this.bytes));
  }
}

/** Longest key of a cached body, in characters: a client may send many addresses of 16,000. */
const MAX_KEY_LENGTH = 1000;

/** Bodies by key, up to a total size. The least recently used are dropped. */
export class BodyCache {
  readonly #maxBytes: number;
  readonly #bodies: LruCache<Body>;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
    this.#bodies = new LruCache(maxBytes, sizeOf);
  }

  get(key: string): Body | undefined {
    return this.#bodies.get(key);
  }

  /** Stores a body, unless it takes more than a quarter of the cache or has a long key, and returns it. */
  set(key: string, body: Body): Body {
    if (key.length <= MAX_KEY_LENGTH && sizeOf(body) <= this.#maxBytes / 4)
      this.#bodies.set(key, body);
    return body;
  }
}

/** Size for the cache: compressed and not, with the entry itself. */
const sizeOf = ({bytes}: Body): number => bytes.length * 1.3 + 500;
