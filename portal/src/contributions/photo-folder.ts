import {constants} from 'node:fs';
import {mkdir, open, readdir, readFile, rename, rm, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {randomUUID} from 'node:crypto';

/** Readable by the server's account only. */
const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;
const {O_WRONLY, O_CREAT, O_EXCL} = constants;

/** Age from which a file of an interrupted upload is deleted, in milliseconds. Uploads take minutes at most. */
const ABANDONED_AFTER_MS = 3_600_000;

const ifMissing =
  <T>(fallback: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return fallback;
    throw error;
  };

/** Flushes a folder: the names of files are stored in it. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/**
 * Photographs of the contributions, in three folders: `incoming` for uploads, `photos` for stored ones, `quarantine` for
 * those that the database does not name. None of the stored ones is deleted unless the database asks for it.
 */
export class PhotoFolder {
  readonly #photos: string;
  readonly #quarantine: string;
  readonly incoming: string;

  private constructor(folder: string) {
    this.#photos = join(folder, 'photos');
    this.#quarantine = join(folder, 'quarantine');
    this.incoming = join(folder, 'incoming');
  }

  static async open(folder: string): Promise<PhotoFolder> {
    const photos = new PhotoFolder(folder);
    for (const path of [photos.#photos, photos.#quarantine, photos.incoming])
      await mkdir(path, {recursive: true, mode: FOLDER_MODE});
    await photos.deleteAbandoned();
    return photos;
  }

  /** Reads a photograph; undefined if there is none. */
  read(name: string): Promise<Buffer | undefined> {
    return readFile(join(this.#photos, name)).catch(ifMissing(undefined));
  }

  /** Writes a photograph to the disk, not yet under its name. Returns the path for `store` and `discard`. */
  async prepare(bytes: Uint8Array): Promise<string> {
    const path = join(this.incoming, randomUUID());
    try {
      const file = await open(path, O_WRONLY | O_CREAT | O_EXCL, FILE_MODE);
      try {
        await file.writeFile(bytes);
        await file.datasync();
      } finally {
        await file.close();
      }
    } catch (error) {
      await this.discard([path]);
      throw error;
    }
    return path;
  }

  /** Gives prepared photographs their names. */
  async store(files: readonly (readonly [path: string, name: string])[]): Promise<void> {
    if (files.length === 0) return;
    for (const [path, name] of files) await rename(path, join(this.#photos, name));
    await syncFolder(this.#photos);
  }

  /** Deletes prepared photographs that are not stored. */
  async discard(paths: readonly string[]): Promise<void> {
    for (const path of paths) await rm(path, {force: true});
  }

  /** Deletes photographs of a contribution that was withdrawn, or whose storage was rolled back. */
  async erase(names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    for (const folder of [this.#photos, this.#quarantine]) {
      for (const name of names) await rm(join(folder, name), {force: true});
      await syncFolder(folder);
    }
  }

  /**
   * Compares the files with the names in the database: files without a name are moved to the quarantine, and come back
   * if they are named again, as after the restoration of a backup.
   */
  async reconcile(names: ReadonlySet<string>): Promise<PhotoReport> {
    const quarantined: string[] = [];
    for (const name of await readdir(this.#photos)) {
      if (names.has(name)) continue;
      await rename(join(this.#photos, name), join(this.#quarantine, name));
      quarantined.push(name);
    }
    const restored: string[] = [];
    const stored = new Set(await readdir(this.#photos));
    for (const name of await readdir(this.#quarantine)) {
      if (!names.has(name) || stored.has(name)) continue;
      await rename(join(this.#quarantine, name), join(this.#photos, name));
      stored.add(name);
      restored.push(name);
    }
    return {quarantined, restored, missing: [...names].filter(name => !stored.has(name))};
  }

  /** Deletes files of uploads that were interrupted long ago. They were never acknowledged. */
  async deleteAbandoned(): Promise<void> {
    for (const name of await readdir(this.incoming)) {
      const path = join(this.incoming, name);
      const entry = await stat(path).catch(ifMissing(undefined));
      if (entry && Date.now() - entry.mtimeMs > ABANDONED_AFTER_MS) await rm(path, {force: true});
    }
  }
}

/** Differences between the photographs and their names in the database. */
export interface PhotoReport {
  readonly quarantined: readonly string[];
  readonly restored: readonly string[];
  readonly missing: readonly string[];
}

/** Returns a message for the operator for each kind of difference. */
export function describePhotos({quarantined, restored, missing}: PhotoReport): readonly string[] {
  const list = (names: readonly string[]): string =>
    `${names.slice(0, 20).join(', ')}${names.length > 20 ? ` and ${names.length - 20} more` : ''}`;
  return [
    ...(quarantined.length > 0
      ? [
          `Photographs without a contribution in the database were moved to quarantine/: ${list(quarantined)}`,
        ]
      : []),
    ...(restored.length > 0 ? [`Photographs came back from quarantine/: ${list(restored)}`] : []),
    ...(missing.length > 0
      ? [`Photographs of contributions are missing in photos/: ${list(missing)}`]
      : []),
  ];
}
