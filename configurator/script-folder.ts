import type {Hashes} from '../src/tools/snippets/settings.js';
import {compareHashes, type HashOrigin, readHashes} from './hashes.js';

/** Returns the folder of this page's own script files, the default of the snippet. */
export const ownBase = (): string => new URL('../cdn', location.href).href.replace(/\/$/, '');

/** Integrity hashes of the files in the folder that the snippet refers to. */
export class ScriptFolder {
  hashes: Hashes;
  /** Relation of these hashes to the hashes of this page's own folder. */
  origin: HashOrigin = 'own';
  readonly #ownHashes: Hashes;
  #base = '';

  constructor(ownHashes: Hashes) {
    this.hashes = this.#ownHashes = ownHashes;
  }

  get hasHashes(): boolean {
    return this.hashes['spass-widgets.js'] !== undefined;
  }

  /** Reads the hashes of a folder, and compares them with this page's own files. */
  async update(base: string, onChange: () => void): Promise<void> {
    this.#base = base;
    const found = base === ownBase() ? this.#ownHashes : await readHashes(`${base}/sri.json`);
    if (this.#base !== base) return;
    this.hashes = found ?? this.#ownHashes;
    this.origin = base === ownBase() ? 'own' : compareHashes(found, this.#ownHashes);
    onChange();
  }
}
