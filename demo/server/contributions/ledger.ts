import {randomBytes} from 'node:crypto';
import {join} from 'node:path';
import type {Contribution} from '../../../src/model/records.js';
import type {Disk} from './disk.js';
import {Journal} from './journal.js';
import type {Picture} from './pictures/picture.js';

export type State = 'pending' | 'published' | 'refused' | 'withdrawn';

/** Contribution as stored in the journal. */
export interface Entry {
  /** Public record. URLs of photographs are relative to the base of the API. */
  readonly record: Contribution;
  /** Header `Idempotency-Key` of the submission. */
  readonly key: string;
  readonly fingerprint: string;
  /** Last segment of the receipt's URL; authorizes the author. */
  readonly token: string;
  /** Language of the receipt. */
  readonly lang: string;
  readonly state: State;
}

/** Contribution to be added. */
export type NewEntry = Pick<Entry, 'key' | 'fingerprint' | 'lang'> & {
  readonly record: Omit<Contribution, 'id' | 'photos'>;
  /** Alternative texts of the photographs, in order. */
  readonly alts: readonly (string | undefined)[];
};

type Line =
  | {readonly event: 'received'; readonly entry: Entry}
  | {readonly event: 'state'; readonly id: string; readonly state: State};

/** Letters and digits that are not confused when read aloud (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Returns a random reference that can be read out on the telephone, such as `7F3K-29QX`. */
function newReference(): string {
  const letters = [...randomBytes(8)].map(byte => ALPHABET[byte % 32] ?? '');
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

/** Returns a withdrawn contribution without its content. The key stays, so that a late retry does not restore it. */
const forgotten = (entry: Entry): Entry => ({
  ...entry,
  record: {id: entry.record.id, kind: entry.record.kind},
  state: 'withdrawn',
});

/** Stores all contributions, in memory for reads and in a journal on disk. One process may open it at a time. */
export class Ledger {
  readonly #folder: string;
  readonly #disk: Disk;
  readonly #journal: Journal;
  readonly #byId = new Map<string, Entry>();
  readonly #byKey = new Map<string, string>();
  readonly #byToken = new Map<string, string>();
  /** References of contributions that are not yet in the journal. */
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

  /** Returns the contributions in a state, oldest first. */
  in(state: State): readonly Entry[] {
    return [...this.#byId.values()].filter(entry => entry.state === state);
  }

  /** Reads a photograph by its file name. */
  photo(name: string): Promise<Buffer | undefined> {
    return this.#disk.read(join(this.#folder, 'photos', name));
  }

  /** Stores a contribution: first the photographs, then the journal entry that refers to them. */
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

  /** Changes the state of a contribution. A withdrawn one is erased, also from the journal. */
  async decide(id: string, state: State): Promise<void> {
    const entry = this.get(id);
    if (!entry || entry.state === 'withdrawn' || entry.state === state) return;
    await this.#add({event: 'state', id, state});
    if (state === 'withdrawn') await this.#tidy();
  }

  /** Resolves when all changes are on the disk. */
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

  /** Erases withdrawn contributions, and photographs without a journal entry (left by an interrupted `add`). */
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
