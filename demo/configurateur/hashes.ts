import type {Hashes} from '../../src/paste/settings.js';

/** Relation of a folder to this page's own: the same folder, the same files elsewhere, another version, or unknown. */
export type Folder = 'own' | 'same' | 'other' | 'unknown';

const JS = 'spass-widgets.js';

/** Reads `sri.json`; undefined if it cannot be read. */
export async function readHashes(address: string): Promise<Hashes | undefined> {
  try {
    const answer = await fetch(address, {credentials: 'omit'});
    const found: unknown = answer.ok ? await answer.json() : undefined;
    const isOne =
      typeof found === 'object' && found !== null && typeof (found as Hashes)[JS] === 'string';
    return isOne ? (found as Hashes) : undefined;
  } catch {
    return undefined;
  }
}

/** Compares the hashes of a folder with those of this page's own files. */
export const folderOf = (found: Hashes | undefined, own: Hashes): Folder =>
  !found ? 'unknown' : found[JS] === own[JS] ? 'same' : 'other';
