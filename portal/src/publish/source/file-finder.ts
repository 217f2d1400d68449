/** Folder of pictures and documents. */
export const FILE_FOLDER = 'fichiers';

/** Key by which names of files are compared: systems differ in case and in the form of accents. */
const keyOf = (path: string): string => path.normalize('NFC').toLowerCase();

/** Finds the files that records name: `fichiers/plan.pdf`, `plan.pdf`, `Plan.PDF`. */
export class FileFinder {
  readonly #byKey = new Map<string, string>();

  constructor(paths: Iterable<string>) {
    for (const path of paths) {
      const key = keyOf(path);
      this.#byKey.set(key, path);
      // A name without its folder stands for the first file of that name.
      const name = key.slice(key.lastIndexOf('/') + 1);
      if (!this.#byKey.has(name)) this.#byKey.set(name, path);
    }
  }

  find(path: string): string | undefined {
    const key = keyOf(path.replace(/^\.?\/+/, ''));
    return this.#byKey.get(key) ?? this.#byKey.get(`${FILE_FOLDER}/${key}`);
  }
}
