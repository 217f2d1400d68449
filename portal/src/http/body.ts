import {createHash} from 'node:crypto';
import {promisify} from 'node:util';
import {gzip} from 'node:zlib';

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

/** Bodies by key, up to a total size. The least recently used are dropped. */
export class BodyCache {
  readonly #maxBytes: number;
  readonly #bodies = new Map<string, Body>();
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get(key: string): Body | undefined {
    const body = this.#bodies.get(key);
    if (body) {
      this.#bodies.delete(key);
      this.#bodies.set(key, body);
    }
    return body;
  }

  /** Stores a body, unless it takes more than a quarter of the cache, and returns it. */
  set(key: string, body: Body): Body {
    this.delete(key);
    if (sizeOf(body) > this.#maxBytes / 4) return body;
    this.#bodies.set(key, body);
    this.#bytes += sizeOf(body);
    for (const oldest of this.#bodies.keys()) {
      if (this.#bytes <= this.#maxBytes) break;
      this.delete(oldest);
    }
    return body;
  }

  delete(key: string): void {
    const body = this.#bodies.get(key);
    if (body) this.#bytes -= sizeOf(body);
    this.#bodies.delete(key);
  }
}

/** Size for the cache: compressed and not, with the entry itself. */
const sizeOf = ({bytes}: Body): number => bytes.length * 1.3 + 500;
