import {randomBytes} from 'node:crypto';
import {join} from 'node:path';
import type {Contribution} from '../../../src/model/records.js';
import type {Disk} from './disk.js';
import {Journal} from './journal.js';
import type {Picture} from './pictures/picture.js';

export type State = 'pending' | 'published' | 'refused' | 'withdrawn';

/** What is kept of a contribution. */
export interface Entry {
  /** What the public sees once it is published; its photographs are named from the API's base. */
  readonly record: Contribution;
  /** The `Idempotency-Key` it came with, and what tells it from another under the same key. */
  readonly key: string;
  readonly fingerprint: string;
  /** What the receipt's address ends with: whoever knows it is the author. */
  readonly token: string;
  /** The author's language, for the receipt. */
  readonly lang: string;
  readonly state: State;
}

/** What is new about one that has just come. */
export type NewEntry = Pick<Entry, 'key' | 'fingerprint' | 'lang'> & {
  readonly record: Omit<Contribution, 'id' | 'photos'>;
  /** What each photograph shows, in their order. */
  readonly alts: readonly (string | undefined)[];
};

type Line =
  | {readonly event: 'received'; readonly entry: Entry}
  | {readonly event: 'state'; readonly id: string; readonly state: State};

/** Letters and digits that can't be taken for others when they are read out (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `7F3K-29QX`: a reference that can be told on the telephone. */
function newReference(): string {
  const letters = [...randomBytes(8)].map(byte => ALPHABET[byte % 32] ?? '');
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

/** What stays of one that its author has withdrawn: that there was one, so that a late retry brings nothing back. */
const forgotten = (entry: Entry): Entry => ({
  ...entry,
  record: {id: entry.record.id, kind: entry.record.kind},
  state: 'withdrawn',
});

/** All contributions, in memory for reading and in a journal for good. One program at a time may have it open. */
export class Ledger {
  readonly #folder: string;
  readonly #disk: Disk;
  readonly #journal: Journal;
  readonly #byId = new Map<string, Entry>();
  readonly #byKey = new Map<string, string>();
  readonly #byToken = new Map<string, string>();
  /** References given to contributions whose line is not yet written. */
  readonly #reserved = new Set<string>();

  private constructor(folder: string, disk: Disk, journal: Journal) {
    this.#folder = folder;
    this.#disk = disk;
    this.#journal = journal;
  }

  static async open(folder: string, disk: Disk): Promise<Ledger> {
    const {journal, values} = await Journal.open(join(folder, 'journal.jsonl'), disk);
    const ledger = new Ledger(folder, disk, journal);
    for (const value of values) ledger.#apply(value as Line);
    await ledger.#tidy();
    return ledger;
  }

  get(id: string): Entry | undefined {
    return this.#byId.get(id);
  }

  withKey(key: string): Entry | undefined {
    return this.get(this.#byKey.get(key) ?? '');
  }

  withToken(token: string): Entry | undefined {
    return this.get(this.#byToken.get(token) ?? '');
  }

  /** Those in a state, the oldest first. */
  in(state: State): readonly Entry[] {
    return [...this.#byId.values()].filter(entry => entry.state === state);
  }

  /** The bytes of a photograph of a contribution. */
  photo(name: string): Promise<Buffer | undefined> {
    return this.#disk.read(join(this.#folder, 'photos', name));
  }

  /** Keeps a contribution for good: the photographs first, then the line that names them. */
  async receive({record, key, fingerprint, lang, alts}: NewEntry, pictures: readonly Picture[]) {
    const token = randomBytes(24).toString('base64url');
    const id = this.#newId();
    const photos = pictures.map(({ending, width, height}, index) => ({
      src: `photos/${id}-${index + 1}.${ending}`,
      ...(alts[index] ? {alt: alts[index]} : {}),
      width,
      height,
    }));
    const whole: Contribution = {...record, id, ...(photos.length ? {photos} : {})};
    const entry: Entry = {record: whole, key, fingerprint, token, lang, state: 'pending'};
    try {
      for (const [index, {bytes}] of pictures.entries())
        await this.#disk.write(join(this.#folder, photos[index]?.src ?? ''), bytes);
      await this.#add({event: 'received', entry});
    } finally {
      this.#reserved.delete(id);
    }
    return entry;
  }

  /** Publishes, refuses or withdraws. What is withdrawn is erased, from the journal too. */
  async decide(id: string, state: State): Promise<void> {
    const entry = this.get(id);
    if (!entry || entry.state === 'withdrawn' || entry.state === state) return;
    await this.#add({event: 'state', id, state});
    if (state === 'withdrawn') await this.#tidy();
  }

  /** Resolves when all that was promised is on the disk. */
  close(): Promise<void> {
    return this.#journal.settle();
  }

  #newId(): string {
    for (;;) {
      const id = newReference();
      if (!this.#reserved.has(id) && !this.#byId.has(id)) {
        this.#reserved.add(id);
        return id;
      }
    }
  }

  #add(line: Line): Promise<void> {
    return this.#journal.add(line, () => this.#apply(line));
  }

  #apply(line: Line): void {
    if (line.event === 'received') {
      const {entry} = line;
      const id = String(entry.record.id);
      this.#byId.set(id, entry);
      this.#byKey.set(entry.key, id);
      this.#byToken.set(entry.token, id);
      return;
    }
    const entry = this.get(line.id);
    if (entry) this.#byId.set(line.id, {...entry, state: line.state});
  }

  /** Erases what was withdrawn, and photographs that no line names: those of a contribution that was cut short. */
  async #tidy(): Promise<void> {
    const isToForget = ({record, state}: Entry): boolean =>
      state === 'withdrawn' && (record.text !== undefined || record.created !== undefined);
    const toForget = this.in('withdrawn').filter(isToForget);
    if (toForget.length > 0) {
      for (const entry of toForget) this.#byId.set(String(entry.record.id), forgotten(entry));
      await this.#journal.rewrite(() =>
        [...this.#byId.values()].map(entry => ({event: 'received', entry}) satisfies Line),
      );
    }
    const named = new Set(
      [...this.#byId.values()].flatMap(({record}) => (record.photos ?? []).map(({src}) => src)),
    );
    for (const name of await this.#disk.list(join(this.#folder, 'photos'))) {
      const id = name.replace(/-\d+\.\w+$/, '');
      if (named.has(`photos/${name}`) || this.#reserved.has(id)) continue;
      await this.#disk.remove(join(this.#folder, 'photos', name));
    }
  }
}
