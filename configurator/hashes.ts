import type {Hashes} from '../src/tools/snippets/settings.js';

/** Relation of a folder to this page's own: the same folder, the same files elsewhere, another version, or unknown. */
export type HashOrigin = 'own' | 'same' | 'other' | 'unknown';

const SCRIPT = 'spass-widgets.js';

/** Reads `sri.json`; undefined if it cannot be read. */
export async function readHashes(address: string): Promise<Hashes | undefined> {
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
export const compareHashes = (found: Hashes | undefined, own: Hashes): HashOrigin =>
  !found ? 'unknown' : found[SCRIPT] === own[SCRIPT] ? 'same' : 'other';
