import type {Hashes} from '../src/tools/snippets/settings.js';

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

/** Relation of a folder to this page's own: the same folder, the same files elsewhere, another version, or unknown. */
type HashOrigin = 'own' | 'same' | 'other' | 'unknown';

const SCRIPT = 'spass-widgets.js';

/** Reads `sri.json`; undefined if it cannot be read. */
async function readHashes(address: string): Promise<Hashes | undefined> {
  try {
    const response = await fetch(address, {credentials: 'omit'});
    const found: unknown = response.ok ? await response.json() : undefined;
    const isHashFile =
      typeof found === 'object' && found !== null && typeof (found as Hashes)[SCRIPT] === 'string';
    return isHashFile ? (found as Hashes) : undefined;
  } catch {
    return undefined;
  }
}

/** Compares the hashes of a folder with this page's own files. */
const compareHashes = (found: Hashes | undefined, own: Hashes): HashOrigin =>
  !found ? 'unknown' : found[SCRIPT] === own[SCRIPT] ? 'same' : 'other';
