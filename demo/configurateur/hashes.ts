import type {Hashes} from '../../src/paste/settings.js';

/** Whose hashes the snippet has: of this page's own folder, of another that holds the same files, of another version. */
export type Folder = 'own' | 'same' | 'other' | 'unknown';

const JS = 'spass-widgets.js';

/** What `sri.json` says, where it can be read. */
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

/** A file's hash is of its content: the same files have it wherever they are. */
export const folderOf = (found: Hashes | undefined, own: Hashes): Folder =>
  !found ? 'unknown' : found[JS] === own[JS] ? 'same' : 'other';
