import {type Dirent, type FSWatcher, readdirSync, watch} from 'node:fs';
import {join, sep} from 'node:path';

/** Returns the folder and its subfolders; none if it does not exist. */
function foldersIn(path: string): readonly string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(path, {withFileTypes: true});
  } catch {
    return [];
  }
  return [
    path,
    ...entries
      .filter(entry => entry.isDirectory())
      .flatMap(({name}) => foldersIn(join(path, name))),
  ];
}

/**
 * Watches a folder, and some of its subfolders with all that is in them. `fs.watch` with `recursive` would follow the
 * published site too, and in Node 20 on Linux it ends the process if a folder disappears while it is listed.
 */
export class FolderWatcher {
  readonly #folder: string;
  readonly #subfolders: readonly string[];
  readonly #onChange: (path: string) => void;
  readonly #watchers = new Map<string, FSWatcher>();

  /** @param onChange Receives the path of a changed file in the folder. */
  constructor(folder: string, subfolders: readonly string[], onChange: (path: string) => void) {
    this.#folder = folder;
    this.#subfolders = subfolders;
    this.#onChange = onChange;
    this.#refresh();
  }

  close(): void {
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  /** Watches the folders that are new, and no longer those that are gone. */
  #refresh(): void {
    const wanted = new Set([
      this.#folder,
      ...this.#subfolders.flatMap(name => foldersIn(join(this.#folder, name))),
    ]);
    for (const [path, watcher] of this.#watchers)
      if (!wanted.has(path)) {
        watcher.close();
        this.#watchers.delete(path);
      }
    for (const path of wanted) if (!this.#watchers.has(path)) this.#watch(path);
  }

  #watch(path: string): void {
    try {
      const watcher = watch(path, (_, name) => {
        this.#onChange(join(path, name ?? '').slice(this.#folder.length + sep.length));
        // A subfolder may be new or gone.
        this.#refresh();
      });
      // A folder that is deleted while it is watched, on Windows.
      watcher.on('error', () => this.#refresh());
      this.#watchers.set(path, watcher);
    } catch {
      // Gone since it was listed.
    }
  }
}
