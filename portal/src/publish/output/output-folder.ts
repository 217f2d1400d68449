import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import type {HashedFile} from '../file-memo.js';
import {PublishError} from '../command-line.js';
import type {PublishMessages} from '../messages/messages.js';

/** Name of the file with the checksum of every other file, as written by `sha256sum`. */
export const CHECKSUMS = 'SHA256SUMS';

export interface Changes {
  readonly written: number;
  readonly removed: number;
}

/** Files that are compared or written at a time. */
const BATCH = 32;

/** Content of a file, or the file that it is a copy of. */
type Content = Uint8Array | HashedFile;

/** Receives the files of a site. */
export interface FileSink {
  add(path: string, content: Uint8Array | string): void;
  /** Adds a copy of a file, which is read only if it is written. */
  addCopy(path: string, file: HashedFile): void;
}

/** Adds a text file to a site. */
export type AddTextFile = (path: string, content: string) => void;

const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/**
 * Folder of the published files. Files are collected, and written when all are known: only those that changed, and
 * those that are no longer published are removed. A folder with other content is refused.
 */
export class OutputFolder implements FileSink {
  readonly path: string;
  readonly #files = new Map<string, {readonly hash: string; readonly content: Content}>();
  /** Checksums of the files on the disk, from the last run of this process. */
  #onDisk: Map<string, string> | undefined;

  constructor(path: string) {
    this.path = path;
  }

  /** @throws {PublishError} if the folder has content of others. */
  async check(messages: PublishMessages): Promise<void> {
    const names = await readdir(this.path).catch(() => []);
    if (names.length > 0 && !existsSync(join(this.path, CHECKSUMS)))
      throw new PublishError(messages.foreignOut(this.path));
  }

  /** Starts a new collection of files. */
  clear(): void {
    this.#files.clear();
  }

  add(path: string, content: Uint8Array | string): void {
    // Bytes are outside of the heap, whose limit large sites would exceed.
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    this.#files.set(path, {hash: sha256(bytes), content: bytes});
  }

  addCopy(path: string, file: HashedFile): void {
    this.#files.set(path, {hash: file.hash, content: file});
  }

  get size(): number {
    return this.#files.size;
  }

  /** Writes the files that differ from those on the disk, and removes the others that were published before. */
  async write(): Promise<Changes> {
    const before = this.#onDisk ?? (await this.#readChecksums());
    const sums = [...this.#files].sort(([a], [b]) => (a < b ? -1 : 1));
    let written = 0;
    for (let start = 0; start < sums.length; start += BATCH)
      await Promise.all(
        sums.slice(start, start + BATCH).map(async ([path, {hash, content}]) => {
          if (before.get(path) === hash && (await this.#isUnchanged(path, content))) return;
          await this.#replace(path, content);
          written++;
        }),
      );
    const stale = [...before.keys()].filter(path => !this.#files.has(path));
    for (const path of stale) await rm(join(this.path, path), {force: true});
    await this.#removeEmptyFolders(stale);
    await this.#replace(CHECKSUMS, sums.map(([path, {hash}]) => `${hash}  ${path}\n`).join(''));
    this.#onDisk = new Map(sums.map(([path, {hash}]) => [path, hash]));
    return {written, removed: stale.length};
  }

  async #readChecksums(): Promise<Map<string, string>> {
    const text = await readFile(join(this.path, CHECKSUMS), 'utf8').catch(() => '');
    return new Map(
      text.split('\n').flatMap(line => {
        const [, hash, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
        // Paths that leave the folder are none of ours.
        return hash && path && !path.split('/').includes('..') ? [[path, hash] as const] : [];
      }),
    );
  }

  /** True if the file on the disk has the size of the content: someone may have deleted or cut it. */
  async #isUnchanged(path: string, content: Content): Promise<boolean> {
    const {size} = await stat(join(this.path, path)).catch(() => ({size: -1}));
    return size === ('from' in content ? content.size : content.length);
  }

  /** Replaces a file as a whole, so that a server never reads half of it. */
  async #replace(path: string, content: Content | string): Promise<void> {
    const target = join(this.path, path);
    await mkdir(dirname(target), {recursive: true});
    const temporary = `${target}.${process.pid}~`;
    if (typeof content !== 'string' && 'from' in content) await copyFile(content.from, temporary);
    else await writeFile(temporary, content);
    await rename(temporary, target);
  }

  async #removeEmptyFolders(paths: readonly string[]): Promise<void> {
    for (const path of paths)
      for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
        const names = await readdir(join(this.path, folder)).catch(() => ['']);
        if (names.length > 0) break;
        await rm(join(this.path, folder), {recursive: true});
      }
  }
}
