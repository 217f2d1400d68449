import {randomBytes} from 'node:crypto';
import type {Row, Transaction} from '@libsql/client';
import {fold, searchWords} from '../../../src/model/fold.js';
import type {Contribution} from '../../../src/model/records.js';
import {translationsOf} from '../../../src/model/text.js';
import type {Database} from './database.js';
import {describePhotos, type PhotoFolder} from './photo-folder.js';
import type {CleanPhoto} from './photos/photo.js';

/** State of a stored contribution. */
export type StoredState = 'pending' | 'published' | 'refused';
export type ContributionState = StoredState | 'withdrawn';

/** Contribution as stored. A withdrawn one has only its id and kind. */
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

/** Part of the contributions in a state. */
export interface ContributionPage {
  readonly entries: readonly StoredContribution[];
  readonly total: number;
}

/** Entry of the moderation log. */
export interface LogEntry {
  /** ISO 8601. */
  readonly at: string;
  readonly contribution: string;
  readonly action: ContributionState | 'received' | 'replied';
}

/** Letters and digits that are not confused when read aloud (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Returns a random reference that can be read out on the telephone, such as `7F3K-29QX`. */
function newReference(): string {
  const letters = [...randomBytes(8)].map(byte => ALPHABET[byte % 32] ?? '');
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

const newToken = (): string => randomBytes(24).toString('base64url');

/** Columns of a contribution with its submission and, as JSON, its photographs: rows of the table `pictures`. */
const SELECT = `
  SELECT s.*, c.state, c.record, (
    SELECT json_group_array(json_object('name', p.name, 'width', p.width, 'height', p.height, 'alt', p.alt))
    FROM (SELECT * FROM pictures WHERE contribution = s.contribution ORDER BY position) p
  ) AS photos
  FROM submissions s LEFT JOIN contributions c ON c.id = s.contribution`;

const textOf = (row: Row, column: string): string => row[column] as string;

interface PhotoRow {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string | null;
}

function toEntry(row: Row): StoredContribution {
  const rows = JSON.parse(textOf(row, 'photos')) as readonly PhotoRow[];
  const photos = rows.map(({name, width, height, alt}) => ({
    src: `photos/${name}`,
    ...(alt === null ? {} : {alt}),
    width,
    height,
  }));
  const id = textOf(row, 'contribution');
  const isWithdrawn = row['withdrawn'] !== null;
  const record = isWithdrawn
    ? {id, kind: textOf(row, 'kind')}
    : {
        ...(JSON.parse(textOf(row, 'record')) as Contribution),
        id,
        ...(photos.length > 0 ? {photos} : {}),
      };
  return {
    record,
    key: textOf(row, 'idempotency_key'),
    fingerprint: textOf(row, 'fingerprint'),
    token: textOf(row, 'token'),
    lang: textOf(row, 'lang'),
    state: isWithdrawn ? 'withdrawn' : (textOf(row, 'state') as StoredState),
  };
}

/** Returns the text that a search looks through. */
export const searchText = ({id, kind, name, text}: Contribution): string =>
  [String(id), kind, name ?? '', ...translationsOf(text)].map(fold).join('\n');

/** Stores contributions in a database, and their photographs in a folder. */
export class ContributionStore {
  readonly #database: Database;
  readonly #photos: PhotoFolder;

  private constructor(database: Database, photos: PhotoFolder) {
    this.#database = database;
    this.#photos = photos;
  }

  /**
   * Opens the store: completes interrupted withdrawals, and compares the photographs with the database.
   *
   * @param report Called with a message for the operator.
   */
  static async open(
    database: Database,
    photos: PhotoFolder,
    report: (message: string) => void,
  ): Promise<ContributionStore> {
    const store = new ContributionStore(database, photos);
    await store.finishErasures();
    // In a transaction, since another process may be storing photographs.
    const differences = await database.write(async transaction => {
      const {rows} = await transaction.execute('SELECT name FROM pictures');
      return photos.reconcile(new Set(rows.map(row => textOf(row, 'name'))));
    });
    for (const message of describePhotos(differences)) report(message);
    return store;
  }

  get(id: string): Promise<StoredContribution | undefined> {
    return this.#find('s.contribution', id);
  }

  findByKey(key: string): Promise<StoredContribution | undefined> {
    return this.#find('s.idempotency_key', key);
  }

  findByToken(token: string): Promise<StoredContribution | undefined> {
    return this.#find('s.token', token);
  }

  /** Returns a page of the contributions in a state, oldest first, that contain all words of a search. */
  async list(
    state: StoredState,
    {search = '', page = 1, limit = -1}: {search?: string; page?: number; limit?: number} = {},
  ): Promise<ContributionPage> {
    const words = searchWords(search).map(word => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
    const where = `WHERE c.state = ?${" AND c.search LIKE ? ESCAPE '\\'".repeat(words.length)}`;
    const args = [state, ...words];
    const [count] = await this.#database.read(
      `SELECT count(*) AS total FROM contributions c ${where}`,
      args,
    );
    const rows = await this.#database.read(
      `${SELECT} ${where} ORDER BY c.number LIMIT ? OFFSET ?`,
      [...args, limit, limit * (page - 1)],
    );
    return {entries: rows.map(toEntry), total: Number(count?.['total'])};
  }

  /** Returns the number of contributions in each state. */
  async counts(): Promise<Readonly<Record<StoredState, number>>> {
    const rows = await this.#database.read(
      'SELECT state, count(*) AS total FROM contributions GROUP BY state',
    );
    const totals = rows.map(row => [row['state'], Number(row['total'])]);
    return {pending: 0, published: 0, refused: 0, ...Object.fromEntries(totals)} as Record<
      StoredState,
      number
    >;
  }

  /** Returns a page of the moderation log, latest first. */
  async log({page, limit}: {page: number; limit: number}): Promise<readonly LogEntry[]> {
    const rows = await this.#database.read(
      'SELECT at, contribution, action FROM moderation_log ORDER BY number DESC LIMIT ? OFFSET ?',
      [limit, limit * (page - 1)],
    );
    return rows.map(row => ({...row})) as unknown as readonly LogEntry[];
  }

  /** Returns a number that changes with the published contributions, also if another process changes them. */
  async revision(): Promise<number> {
    const [row] = await this.#database.read("SELECT value FROM meta WHERE name = 'revision'");
    return Number(row?.['value']);
  }

  /** Reads a photograph by its file name. */
  readPhoto(name: string): Promise<Buffer | undefined> {
    return this.#photos.read(name);
  }

  /**
   * Stores a contribution in one transaction, unless its key is stored already. Returns the stored one in both cases.
   */
  async add(
    contribution: NewContribution,
    photos: readonly CleanPhoto[],
  ): Promise<StoredContribution> {
    const prepared: string[] = [];
    let names: readonly string[] = [];
    try {
      for (const {bytes} of photos) prepared.push(await this.#photos.prepare(bytes));
      return await this.#database.write(async transaction => {
        const existing = await findIn(transaction, 's.idempotency_key', contribution.key);
        if (existing) return existing;
        const id = await insert(transaction, contribution, photos);
        names = photoNames(id, photos);
        await this.#photos.store(names.map((name, index) => [prepared[index] ?? '', name]));
        const stored = await findIn(transaction, 's.contribution', id);
        if (!stored) throw new Error(`${id} is not stored`);
        return stored;
      });
    } catch (error) {
      // Rolled back. If that is not certain, the files stay, for the quarantine.
      const isStored = await this.findByKey(contribution.key).catch(() => true);
      if (!isStored) await this.#photos.erase(names);
      throw error;
    } finally {
      await this.#photos.discard(prepared);
    }
  }

  /** Publishes or refuses a contribution. Returns false if there is none, or if it is withdrawn. */
  setState(id: string, state: StoredState): Promise<boolean> {
    return this.#database.write(async transaction => {
      const {rowsAffected} = await transaction.execute({
        sql: 'UPDATE contributions SET state = ? WHERE id = ? AND state <> ?',
        args: [state, id, state],
      });
      if (rowsAffected > 0) await logAction(transaction, id, state);
      return rowsAffected > 0;
    });
  }

  /**
   * Stores the reply of the team to a contribution, or removes it if it is empty. Returns false if nothing has changed:
   * there is no such contribution, or the reply is the same.
   */
  setReply(id: string, reply: string): Promise<boolean> {
    return this.#database.write(async transaction => {
      const {rowsAffected} = await transaction.execute({
        sql: `UPDATE contributions SET record = ${reply ? "json_set(record, '$.reply', ?1)" : "json_remove(record, '$.reply')"}
          WHERE id = ?2 AND coalesce(json_extract(record, '$.reply'), '') <> ?1`,
        args: [reply, id],
      });
      if (rowsAffected > 0) await logAction(transaction, id, 'replied');
      return rowsAffected > 0;
    });
  }

  /**
   * Deletes the content of a contribution: text, photographs and the traces in the write-ahead log. Can be repeated if
   * it was interrupted.
   *
   * @throws {UnavailableDatabaseError} if the content is not yet deleted completely.
   */
  async withdraw(token: string): Promise<void> {
    await this.#database.write(async transaction => {
      const entry = await findIn(transaction, 's.token', token);
      if (!entry || entry.state === 'withdrawn') return;
      const id = String(entry.record.id);
      const names = (entry.record.photos ?? []).map(({src}) => src.replace('photos/', ''));
      const now = new Date().toISOString();
      await transaction.batch([
        // First, to make room on a full disk.
        {sql: 'DELETE FROM contributions WHERE id = ?', args: [id]},
        {
          sql: "UPDATE submissions SET withdrawn = ?, fingerprint = '' WHERE contribution = ?",
          args: [now, id],
        },
        // The empty name marks that the log has to be emptied, also without photographs.
        ...['', ...names].map(name => ({
          sql: 'INSERT OR IGNORE INTO erasures VALUES (?)',
          args: [name],
        })),
      ]);
      await logAction(transaction, id, 'withdrawn');
    });
    await this.finishErasures();
  }

  /** Deletes the files of withdrawn contributions, and the traces of their text. */
  async finishErasures(): Promise<void> {
    const rows = await this.#database.read('SELECT name FROM erasures');
    const names = rows.map(row => textOf(row, 'name'));
    if (names.length === 0) return;
    await this.#photos.erase(names.filter(Boolean));
    await this.#database.truncateLog();
    await this.#database.write(async transaction => {
      for (const name of names)
        await transaction.execute({sql: 'DELETE FROM erasures WHERE name = ?', args: [name]});
    });
  }

  /** Returns true if a withdrawal was interrupted: `finishErasures` has to run again. */
  async hasPendingErasures(): Promise<boolean> {
    return (await this.#database.read('SELECT 1 FROM erasures LIMIT 1')).length > 0;
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  async #find(column: string, value: string): Promise<StoredContribution | undefined> {
    const [row] = await this.#database.read(`${SELECT} WHERE ${column} = ?`, [value]);
    return row && toEntry(row);
  }
}

async function findIn(
  transaction: Transaction,
  column: string,
  value: string,
): Promise<StoredContribution | undefined> {
  const {rows} = await transaction.execute({sql: `${SELECT} WHERE ${column} = ?`, args: [value]});
  return rows[0] && toEntry(rows[0]);
}

const photoNames = (id: string, photos: readonly CleanPhoto[]): string[] =>
  photos.map(({extension}, index) => `${id}-${index + 1}.${extension}`);

/** Inserts the rows of a contribution. Returns its new id. */
async function insert(
  transaction: Transaction,
  {record, key, fingerprint, lang, alts}: NewContribution,
  photos: readonly CleanPhoto[],
): Promise<string> {
  let id = newReference();
  while (await findIn(transaction, 's.contribution', id)) id = newReference();
  const names = photoNames(id, photos);
  await transaction.batch([
    {
      sql: 'INSERT INTO submissions (contribution, idempotency_key, token, fingerprint, kind, lang) VALUES (?, ?, ?, ?, ?, ?)',
      args: [id, key, newToken(), fingerprint, record.kind, lang],
    },
    {
      sql: "INSERT INTO contributions (id, state, record, search) VALUES (?, 'pending', ?, ?)",
      args: [id, JSON.stringify(record), searchText({...record, id})],
    },
    ...photos.map(({width, height}, index) => ({
      sql: 'INSERT INTO pictures (name, contribution, position, width, height, alt) VALUES (?, ?, ?, ?, ?, ?)',
      args: [names[index] ?? '', id, index + 1, width, height, alts[index] ?? null],
    })),
  ]);
  await logAction(transaction, id, 'received');
  return id;
}

/** Adds an action to the log, and marks the published contributions as changed. */
async function logAction(
  transaction: Transaction,
  id: string,
  action: LogEntry['action'],
): Promise<void> {
  await transaction.execute({
    sql: 'INSERT INTO moderation_log (at, contribution, action) VALUES (?, ?, ?)',
    args: [new Date().toISOString(), id, action],
  });
  if (action !== 'received')
    await transaction.execute("UPDATE meta SET value = value + 1 WHERE name = 'revision'");
}
