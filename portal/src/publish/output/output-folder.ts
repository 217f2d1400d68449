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

/** Checksum of a file that is being written. */
const UNKNOWN_HASH = '0'.repeat(64);

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

  /** @throws {PublishError} if the folder has content of others, or is a file. */
  async check(messages: PublishMessages): Promise<void> {
    const names = await readdir(this.path).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOTDIR')
        throw new PublishError(messages.outIsFile(this.path));
      return [];
    });
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
    this.#onDisk = undefined;
    const sums = new Map([...this.#files].map(([path, {hash}]) => [path, hash]));
    const changed: string[] = [];
    await this.#inBatches(async (path, {hash, content}) => {
      if (before.get(path) !== hash || !(await this.#isUnchanged(path, content)))
        changed.push(path);
    });
    const stale = [...before.keys()].filter(path => !this.#files.has(path));
    // If the process ends before the last file is written, the next one writes these again, or removes them.
    if (changed.length + stale.length > 0)
      await this.#writeChecksums(
        new Map([...before, ...sums, ...changed.map(path => [path, UNKNOWN_HASH] as const)]),
      );
    const isChanged = new Set(changed);
    await this.#inBatches(async (path, {content}) => {
      if (isChanged.has(path)) await this.#replace(path, content);
    });
    for (const path of stale) await rm(join(this.path, path), {force: true});
    await this.#removeEmptyFolders(stale);
    await this.#writeChecksums(sums);
    this.#onDisk = sums;
    return {written: changed.length, removed: stale.length};
  }

  async #inBatches(
    task: (path: string, file: {readonly hash: string; readonly content: Content}) => Promise<void>,
  ): Promise<void> {
    const files = [...this.#files];
    for (let start = 0; start < files.length; start += BATCH)
      await Promise.all(files.slice(start, start + BATCH).map(([path, file]) => task(path, file)));
  }

  #writeChecksums(sums: ReadonlyMap<string, string>): Promise<void> {
    const sorted = [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
    return this.#replace(CHECKSUMS, sorted.map(([path, hash]) => `${hash}  ${path}\n`).join(''));
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
    try {
      if (typeof content !== 'string' && 'from' in content) await copyFile(content.from, temporary);
      else await writeFile(temporary, content);
      await rename(temporary, target);
    } catch (error) {
      await rm(temporary).catch(() => undefined);
      // Node names no file for a full disk.
      throw Object.assign(error as Error, {path: target});
    }
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
