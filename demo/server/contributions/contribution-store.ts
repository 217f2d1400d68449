import {randomBytes} from 'node:crypto';
import {join} from 'node:path';
import type {Contribution} from '../../../src/model/records.js';
import type {Disk} from './disk.js';
import {Journal} from './journal.js';
import type {Picture} from './pictures/picture.js';

export type ContributionState = 'pending' | 'published' | 'refused' | 'withdrawn';

/** Contribution as stored in the journal. */
export interface StoredContribution {
  /** Public record. URLs of photographs are relative to the base of the API. */
  readonly record: Contribution;
  /** Header `Idempotency-Key` of the submission. */
  readonly key: string;
  readonly fingerprint: string;
  /** Last segment of the receipt's URL; authorizes the author. */
  readonly token: string;
  /** Language of the receipt. */
  readonly lang: string;
  readonly state: ContributionState;
}

/** Contribution to be added. */
export type NewContribution = Pick<StoredContribution, 'key' | 'fingerprint' | 'lang'> & {
  readonly record: Omit<Contribution, 'id' | 'photos'>;
  /** Alternative texts of the photographs, in order. */
  readonly alts: readonly (string | undefined)[];
};

type JournalEvent =
  | {readonly event: 'received'; readonly entry: StoredContribution}
  | {readonly event: 'state'; readonly id: string; readonly state: ContributionState};

/** Letters and digits that are not confused when read aloud (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Returns a random reference that can be read out on the telephone, such as `7F3K-29QX`. */
function newReference(): string {
  const letters = [...randomBytes(8)].map(byte => ALPHABET[byte % 32] ?? '');
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

/** Returns a withdrawn contribution without its content. The key stays, so that a late retry does not restore it. */
const withoutContent = (entry: StoredContribution): StoredContribution => ({
  ...entry,
  record: {id: entry.record.id, kind: entry.record.kind},
  state: 'withdrawn',
});

/** Stores all contributions, in memory for reads and in a journal on disk. One process may open it at a time. */
export class ContributionStore {
  readonly #folder: string;
  readonly #disk: Disk;
  readonly #journal: Journal;
  readonly #byId = new Map<string, StoredContribution>();
  readonly #byKey = new Map<string, string>();
  readonly #byToken = new Map<string, string>();
  /** References of contributions that are not yet in the journal. */
  readonly #reserved = new Set<string>();

  private constructor(folder: string, disk: Disk, journal: Journal) {
    this.#folder = folder;
    this.#disk = disk;
    this.#journal = journal;
  }

  static async open(folder: string, disk: Disk): Promise<ContributionStore> {
    const {journal, values} = await Journal.open(join(folder, 'journal.jsonl'), disk);
    const store = new ContributionStore(folder, disk, journal);
    for (const value of values) store.#apply(value as JournalEvent);
    await store.#eraseWithdrawn();
    return store;
  }

  get(id: string): StoredContribution | undefined {
    return this.#byId.get(id);
  }

  findByKey(key: string): StoredContribution | undefined {
    return this.get(this.#byKey.get(key) ?? '');
  }

  findByToken(token: string): StoredContribution | undefined {
    return this.get(this.#byToken.get(token) ?? '');
  }

  /** Returns the contributions in a state, oldest first. */
  listByState(state: ContributionState): readonly StoredContribution[] {
    return [...this.#byId.values()].filter(entry => entry.state === state);
  }

  /** Reads a photograph by its file name. */
  readPhoto(name: string): Promise<Buffer | undefined> {
    return this.#disk.read(join(this.#folder, 'photos', name));
  }

  /** Stores a contribution: first the photographs, then the journal entry that refers to them. */
  async add({record, key, fingerprint, lang, alts}: NewContribution, pictures: readonly Picture[]) {
    const token = randomBytes(24).toString('base64url');
    const id = this.#newId();
    const photos = pictures.map(({extension, width, height}, index) => ({
      src: `photos/${id}-${index + 1}.${extension}`,
      ...(alts[index] ? {alt: alts[index]} : {}),
      width,
      height,
    }));
    const stored: Contribution = {...record, id, ...(photos.length ? {photos} : {})};
    const entry: StoredContribution = {
      record: stored,
      key,
      fingerprint,
      token,
      lang,
      state: 'pending',
    };
    try {
      for (const [index, {bytes}] of pictures.entries())
        await this.#disk.write(join(this.#folder, photos[index]?.src ?? ''), bytes);
      await this.#append({event: 'received', entry});
    } finally {
      this.#reserved.delete(id);
    }
    return entry;
  }

  /** Changes the state of a contribution. A withdrawn one is erased, also from the journal. */
  async setState(id: string, state: ContributionState): Promise<void> {
    const entry = this.get(id);
    if (!entry || entry.state === 'withdrawn' || entry.state === state) return;
    await this.#append({event: 'state', id, state});
    if (state === 'withdrawn') await this.#eraseWithdrawn();
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

  #append(event: JournalEvent): Promise<void> {
    return this.#journal.append(event, () => this.#apply(event));
  }

  #apply(event: JournalEvent): void {
    if (event.event === 'received') {
      const {entry} = event;
      const id = String(entry.record.id);
      this.#byId.set(id, entry);
      this.#byKey.set(entry.key, id);
      this.#byToken.set(entry.token, id);
      return;
    }
    const entry = this.get(event.id);
    if (entry) this.#byId.set(event.id, {...entry, state: event.state});
  }

  /** Erases withdrawn contributions, and photographs without a journal entry (left by an interrupted `add`). */
  async #eraseWithdrawn(): Promise<void> {
    const needsErasure = ({record, state}: StoredContribution): boolean =>
      state === 'withdrawn' && (record.text !== undefined || record.created !== undefined);
    const toErase = this.listByState('withdrawn').filter(needsErasure);
    if (toErase.length > 0) {
      for (const entry of toErase) this.#byId.set(String(entry.record.id), withoutContent(entry));
      await this.#journal.rewrite(() =>
        [...this.#byId.values()].map(entry => ({event: 'received', entry}) satisfies JournalEvent),
      );
    }
    const referenced = new Set(
      [...this.#byId.values()].flatMap(({record}) => (record.photos ?? []).map(({src}) => src)),
    );
    for (const name of await this.#disk.list(join(this.#folder, 'photos'))) {
      const id = name.replace(/-\d+\.\w+$/, '');
      if (referenced.has(`photos/${name}`) || this.#reserved.has(id)) continue;
      await this.#disk.remove(join(this.#folder, 'photos', name));
    }
  }
}
