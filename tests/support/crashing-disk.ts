import {type Disk, nodeDisk} from '../../demo/server/contributions/disk.js';
import {
  ContributionStore,
  type NewContribution,
} from '../../demo/server/contributions/contribution-store.js';
import {stripMetadata} from '../../demo/server/contributions/pictures/strip-metadata.js';
import {jpeg} from './pictures.js';

/** State of the last write when the program crashes: not started, partial, or complete but not confirmed. */
export type CrashPoint = 'before' | 'within' | 'after';

/** Returns a disk on which write number `last` and all later ones never finish. `crash` is called during that write. */
export function crashingDisk(last: number, crashPoint: CrashPoint, crash: () => void): Disk {
  let writes = 0;
  const pending = new Promise<never>(() => {});
  const count = async (bytes: Uint8Array, write: (part: Uint8Array) => Promise<void>) => {
    writes++;
    if (writes < last) return write(bytes);
    if (writes === last) {
      if (crashPoint === 'within') await write(bytes.subarray(0, bytes.length / 2));
      if (crashPoint === 'after') await write(bytes);
      crash();
    }
    return pending;
  };
  return {
    ...nodeDisk,
    write: (path, bytes) => count(bytes, part => nodeDisk.write(path, part)),
    append: (path, bytes) => count(bytes, part => nodeDisk.append(path, part)),
    replace: (path, bytes) =>
      count(bytes, part =>
        // Half of the new content is still in the temporary file.
        part.length < bytes.length
          ? nodeDisk.write(`${path}.new`, part)
          : nodeDisk.replace(path, part),
      ),
    remove: path => count(new Uint8Array(), () => nodeDisk.remove(path)),
  };
}

const contribution = (name: string): NewContribution => ({
  record: {kind: 'idea', text: `Texte de ${name}`, state: 'pending', created: '2026-01-05'},
  key: `key-of-${name}`,
  fingerprint: name,
  lang: 'fr',
  alts: [],
});

/** Receives, publishes and withdraws contributions in a folder; reports each confirmation at once. */
export async function runScenario(
  folder: string,
  disk: Disk,
  report: (promise: string) => void,
): Promise<void> {
  const ledger = await ContributionStore.open(folder, disk);
  const picture = await stripMetadata(jpeg());
  const receive = async (name: string, photos: number): Promise<string> => {
    const pictures = Array<typeof picture>(photos).fill(picture);
    const {record} = await ledger.add(contribution(name), pictures);
    report(`kept ${name}`);
    return String(record.id);
  };
  const first = await receive('first', 2);
  // Two that are written together, and one after them.
  const [second] = await Promise.all([
    receive('second', 1),
    receive('third', 0),
    receive('fourth', 1),
  ]);
  await ledger.setState(first, 'published');
  report('published first');
  await ledger.setState(second, 'withdrawn');
  report('withdrawn second');
}
