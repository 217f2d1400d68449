import {type Disk, realDisk} from '../../demo/server/contributions/disk.js';
import {Ledger, type NewEntry} from '../../demo/server/contributions/ledger.js';
import {cleanPicture} from '../../demo/server/contributions/pictures/clean.js';
import {jpeg} from './pictures.js';

/** State of the last write when the program crashes: not started, partial, or complete but not confirmed. */
export type Death = 'before' | 'within' | 'after';

/** Returns a disk on which write number `last` and all later ones never finish. `crash` is called during that write. */
export function dyingDisk(last: number, death: Death, die: () => void): Disk {
  let acts = 0;
  const never = new Promise<never>(() => {});
  const count = async (bytes: Uint8Array, write: (part: Uint8Array) => Promise<void>) => {
    acts++;
    if (acts < last) return write(bytes);
    if (acts === last) {
      if (death === 'within') await write(bytes.subarray(0, bytes.length / 2));
      if (death === 'after') await write(bytes);
      die();
    }
    return never;
  };
  return {
    ...realDisk,
    write: (path, bytes) => count(bytes, part => realDisk.write(path, part)),
    append: (path, bytes) => count(bytes, part => realDisk.append(path, part)),
    replace: (path, bytes) =>
      count(bytes, part =>
        // Half of the new content is still in the temporary file.
        part.length < bytes.length
          ? realDisk.write(`${path}.new`, part)
          : realDisk.replace(path, part),
      ),
    remove: path => count(new Uint8Array(), () => realDisk.remove(path)),
  };
}

const contribution = (name: string): NewEntry => ({
  record: {kind: 'idea', text: `Texte de ${name}`, state: 'pending', created: '2026-01-05'},
  key: `key-of-${name}`,
  fingerprint: name,
  lang: 'fr',
  alts: [],
});

/** Receives, publishes and withdraws contributions in a folder; reports each confirmation at once. */
export async function actOn(
  folder: string,
  disk: Disk,
  say: (promise: string) => void,
): Promise<void> {
  const ledger = await Ledger.open(folder, disk);
  const picture = await cleanPicture(jpeg());
  const keep = async (name: string, photos: number): Promise<string> => {
    const pictures = Array<typeof picture>(photos).fill(picture);
    const {record} = await ledger.receive(contribution(name), pictures);
    say(`kept ${name}`);
    return String(record.id);
  };
  const first = await keep('first', 2);
  // Two that are written together, and one after them.
  const [second] = await Promise.all([keep('second', 1), keep('third', 0), keep('fourth', 1)]);
  await ledger.decide(first, 'published');
  say('published first');
  await ledger.decide(second, 'withdrawn');
  say('withdrawn second');
}
