import {constants} from 'node:fs';
import {mkdir, open, readdir, readFile, rename, rm} from 'node:fs/promises';
import {dirname} from 'node:path';

/** File operations. Data are on the disk when the promise resolves, and survive a power failure. */
export interface Disk {
  /** Reads a file; undefined if it does not exist. */
  read(path: string): Promise<Buffer | undefined>;
  list(folder: string): Promise<readonly string[]>;
  /** Writes a new file. Not atomic: the journal names it only after it is complete. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  append(path: string, bytes: Uint8Array): Promise<void>;
  /** Replaces the content of a file atomically. */
  replace(path: string, bytes: Uint8Array): Promise<void>;
  remove(path: string): Promise<void>;
}

/** Readable by the server's account only. */
const FILE_MODE = 0o600;
const {O_WRONLY, O_CREAT, O_TRUNC, O_APPEND} = constants;

async function writeWith(path: string, flags: number, bytes: Uint8Array): Promise<void> {
  const file = await open(path, flags, FILE_MODE);
  try {
    await file.writeFile(bytes);
    await file.datasync();
  } finally {
    await file.close();
  }
}

/** Flushes the folder of a file: a file's name is stored in its folder. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

const ifMissing =
  <T>(fallback: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return fallback;
    throw error;
  };

export const nodeDisk: Disk = {
  read: path => readFile(path).catch(ifMissing(undefined)),
  list: folder => readdir(folder).catch(ifMissing([])),
  async write(path, bytes) {
    await mkdir(dirname(path), {recursive: true, mode: 0o700});
    await writeWith(path, O_WRONLY | O_CREAT | O_TRUNC, bytes);
    await syncFolder(path);
  },
  append: (path, bytes) => writeWith(path, O_WRONLY | O_CREAT | O_APPEND, bytes),
  async replace(path, bytes) {
    await this.write(`${path}.new`, bytes);
    await rename(`${path}.new`, path);
    await syncFolder(path);
  },
  remove: path => rm(path, {force: true}),
};
