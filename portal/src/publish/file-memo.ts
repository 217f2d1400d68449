import {createHash} from 'node:crypto';
import {createReadStream} from 'node:fs';
import {stat} from 'node:fs/promises';

/** Values computed from files. A value is computed again if the size or the time of its file has changed. */
export class FileMemo<T> {
  readonly #known = new Map<string, {readonly version: string; readonly value: Promise<T>}>();

  /** @param variant Settings of the value, if it has any. */
  async get(path: string, compute: () => Promise<T>, variant = ''): Promise<T> {
    const {size, mtimeMs, ctimeMs} = await stat(path);
    const version = `${size} ${mtimeMs} ${ctimeMs}`;
    const key = `${path} ${variant}`;
    const known = this.#known.get(key);
    if (known?.version === version) return known.value;
    const value = compute();
    this.#known.set(key, {version, value});
    return value;
  }

  /** Forgets a value. */
  delete(path: string, variant = ''): void {
    this.#known.delete(`${path} ${variant}`);
  }
}

/** File on the disk, with its checksum. */
export interface HashedFile {
  readonly from: string;
  readonly hash: string;
  readonly size: number;
}

/** Reads a file in parts, and returns its checksum. */
export async function hashFile(path: string): Promise<HashedFile> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const part of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(part);
    size += part.length;
  }
  return {from: path, hash: hash.digest('hex'), size};
}
