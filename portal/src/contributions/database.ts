import {
  type Client,
  createClient,
  type InArgs,
  LibsqlError,
  type Row,
  type Transaction,
} from '@libsql/client';
import {Problem} from '../http/problem.js';
import {MIGRATIONS, SCHEMA, SCHEMA_VERSION} from './schema.js';

/** Time to wait for another process that writes, in milliseconds. */
const BUSY_TIMEOUT_MS = 5000;
/** Time between two tries, in milliseconds. */
const RETRY_MS = 20;
const PAGE_SIZE = 4096;

export interface DatabaseOptions {
  /** `file:` URL, or the URL of a libSQL server. */
  readonly url: string;
  readonly authToken?: string | undefined;
  /** Maximum size of the file, in bytes. */
  readonly maxBytes?: number | undefined;
}

/** Error for a database that cannot be read, with a sentence for the operator. */
export class DamagedDatabaseError extends Error {
  override readonly name = 'DamagedDatabaseError';
}

/** Error for a database that cannot take more, for now: the disk or its limit is full, or another process writes. */
export class UnavailableDatabaseError extends Error {
  override readonly name = 'UnavailableDatabaseError';
}

/**
 * SQLite database of the contributions. Reads have a connection of their own; writes have another, one transaction at a
 * time, so that several processes and many requests can share a file.
 */
export class Database {
  readonly #options: DatabaseOptions;
  readonly #reader: Client;
  readonly #writer: Client;
  #writing: Promise<unknown> = Promise.resolve();

  private constructor(options: DatabaseOptions) {
    this.#options = options;
    const config = {
      url: options.url,
      // Pragmas belong to a connection, so each client of a file has exactly one.
      ...(isFile(options) ? {concurrency: 1} : {}),
      ...(options.authToken === undefined ? {} : {authToken: options.authToken}),
    };
    this.#reader = createClient(config);
    this.#writer = createClient(config);
  }

  /**
   * Opens a database, and creates its tables or brings them up to date.
   *
   * @throws {DamagedDatabaseError}
   */
  static async open(options: DatabaseOptions): Promise<Database> {
    const {url} = options;
    try {
      const database = new Database(options);
      if (isFile(options)) {
        await database.#whenFree(() => database.#writer.execute('PRAGMA journal_mode = WAL'));
        const [check] = (await database.#writer.execute('PRAGMA quick_check(1)')).rows;
        if (check?.[0] !== 'ok') throw damaged(url, JSON.stringify(check?.[0]));
        await database.#setPragmas(database.#reader);
      }
      await database.#migrate();
      return database;
    } catch (error) {
      if (error instanceof LibsqlError && /^SQLITE_(?:NOTADB|CORRUPT|FORMAT)/.test(error.code))
        throw damaged(url, error.message);
      throw error;
    }
  }

  async read(sql: string, args: InArgs = []): Promise<readonly Row[]> {
    return (await this.#reader.execute({sql, args})).rows;
  }

  /**
   * Runs a task in a transaction, after those before it. It is rolled back if the task fails.
   *
   * @throws {UnavailableDatabaseError} if the disk is full, or another process writes for too long.
   */
  write<T>(task: (transaction: Transaction) => Promise<T>): Promise<T> {
    const done = this.#writing.then(() => this.#transact(task));
    this.#writing = done.catch(() => undefined);
    return done;
  }

  /**
   * Copies the write-ahead log into the database and empties it, so that no deleted content is left there.
   *
   * @throws {UnavailableDatabaseError} if another process prevents it.
   */
  truncateLog(): Promise<void> {
    const done = this.#writing.then(async () => {
      if (!isFile(this.#options)) return;
      await this.#whenFree(async () => {
        await this.#setPragmas(this.#writer);
        const [result] = (await this.#writer.execute('PRAGMA wal_checkpoint(TRUNCATE)')).rows;
        if (result?.['busy'] !== 0)
          throw new LibsqlError('The write-ahead log is being read', 'SQLITE_BUSY');
      });
    });
    this.#writing = done.catch(() => undefined);
    return done.catch((error: unknown) => {
      throw asUnavailable(error);
    });
  }

  /** Closes the connections when all writes are done. The file then contains everything, for a backup. */
  async close(): Promise<void> {
    await this.truncateLog().catch(() => undefined);
    this.#reader.close();
    this.#writer.close();
  }

  async #transact<T>(task: (transaction: Transaction) => Promise<T>): Promise<T> {
    try {
      const transaction = await this.#whenFree(async () => {
        if (isFile(this.#options)) await this.#setPragmas(this.#writer);
        return this.#writer.transaction('write');
      });
      try {
        const result = await task(transaction);
        await transaction.commit();
        return result;
      } finally {
        transaction.close();
      }
    } catch (error) {
      // A statement that failed stays open in the connection, and would prevent the next commit.
      this.#writer.reconnect();
      throw asUnavailable(error);
    }
  }

  /**
   * Repeats a task of the writer until no other process has locked the file, for some seconds. SQLite itself would wait
   * without letting this process do anything else.
   */
  async #whenFree<T>(task: () => Promise<T>): Promise<T> {
    const deadline = performance.now() + BUSY_TIMEOUT_MS;
    for (;;) {
      try {
        return await task();
      } catch (error) {
        const isBusy = error instanceof LibsqlError && error.code === 'SQLITE_BUSY';
        if (!isBusy || performance.now() > deadline) throw error;
        this.#writer.reconnect();
        await new Promise(resolve => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  /** Sets the pragmas of a connection. Repeated before each write: the client may have replaced a failed connection. */
  async #setPragmas(client: Client): Promise<void> {
    const {maxBytes} = this.#options;
    await client.executeMultiple(
      [
        // Reads wait for the recovery of the log only; writes are tried again by #whenFree.
        `PRAGMA busy_timeout = ${client === this.#reader ? BUSY_TIMEOUT_MS : 0}`,
        // Deleted content is overwritten with zeros.
        'PRAGMA secure_delete = ON',
        'PRAGMA foreign_keys = ON',
        // A transaction is on the disk when it is committed.
        'PRAGMA synchronous = FULL',
        ...(maxBytes ? [`PRAGMA max_page_count = ${Math.ceil(maxBytes / PAGE_SIZE)}`] : []),
      ].join(';'),
    );
  }

  #migrate(): Promise<void> {
    return this.write(async transaction => {
      await transaction.executeMultiple(SCHEMA);
      const {rows} = await transaction.execute("SELECT value FROM meta WHERE name = 'schema'");
      const version = Number(rows[0]?.['value'] ?? SCHEMA_VERSION);
      if (version > SCHEMA_VERSION)
        throw new DamagedDatabaseError(
          `${this.#options.url} was written by a later version of this server (schema ${version}).`,
        );
      for (let next = version + 1; next <= SCHEMA_VERSION; next++) {
        await transaction.executeMultiple(MIGRATIONS[next] ?? '');
        await transaction.execute({
          sql: "UPDATE meta SET value = ? WHERE name = 'schema'",
          args: [next],
        });
      }
    });
  }
}

const isFile = ({url}: DatabaseOptions): boolean => url.startsWith('file:');

const damaged = (url: string, cause: string): DamagedDatabaseError =>
  new DamagedDatabaseError(
    `The database ${url.replace(/^file:/, '')} is damaged (${cause}). Nothing was changed: restore a backup of its folder, or move the file away to start with an empty one; photographs are kept in either case.`,
  );

/** Codes of a disk that is full, fails, or is read-only after a failure. */
const DISK_ERRORS = /^(?:ENOSPC|EDQUOT|EIO|EROFS|SQLITE_(?:FULL|IOERR|READONLY|CANTOPEN).*)$/;

/** Returns an error that a client may retry for a disk that takes nothing or a locked file; any other error unchanged. */
const asUnavailable = (error: unknown): unknown =>
  DISK_ERRORS.test((error as NodeJS.ErrnoException).code ?? '') ||
  (error instanceof LibsqlError && /^SQLITE_(?:BUSY|LOCKED)/.test(error.code))
    ? new UnavailableDatabaseError((error as Error).message, {cause: error})
    : error;

/** Time after which a client may try again, in seconds. */
const RETRY_SECONDS = '60';

/** Returns the problem of a disk or a database that takes nothing, after logging it in one line; any other error unchanged. */
export function asRetryable(error: unknown): unknown {
  const unavailable = asUnavailable(error);
  if (!(unavailable instanceof UnavailableDatabaseError)) return error;
  console.error(`Contributions cannot be stored at the moment: ${unavailable.message}`);
  return new Problem(503, 'The server cannot store anything at the moment; nothing was changed.', {
    'Retry-After': RETRY_SECONDS,
  });
}
