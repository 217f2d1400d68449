import {createHash} from 'node:crypto';
import {readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Transaction} from '@libsql/client';
import {searchText, type StoredContribution} from './contribution-store.js';
import type {Database} from './database.js';

/** File in which earlier versions stored the contributions, one line per event. */
const JOURNAL = 'journal.jsonl';

type JournalEvent =
  | {readonly event: 'received'; readonly entry: StoredContribution}
  | {readonly event: 'state'; readonly id: string; readonly state: StoredContribution['state']};

/** Parses a line: a checksum, a space and JSON; undefined if the checksum does not match. */
function parseLine(line: string): JournalEvent | undefined {
  const json = line.slice(17);
  const checksum = createHash('sha256').update(json).digest('hex').slice(0, 16);
  return line.slice(0, 16) === checksum ? (JSON.parse(json) as JournalEvent) : undefined;
}

/**
 * Imports the journal of an earlier version, once: in one transaction, after which the file is deleted. Damaged lines
 * are kept in `quarantine/`.
 */
export async function importJournal(
  folder: string,
  database: Database,
  report: (message: string) => void,
): Promise<void> {
  const path = join(folder, JOURNAL);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const lines = text.split('\n').filter(Boolean);
  const damaged = lines.filter(line => !parseLine(line));
  const entries = replay(lines.map(parseLine).filter(event => event !== undefined));
  await database.write(async transaction => {
    for (const entry of entries) await importEntry(transaction, entry);
  });
  if (damaged.length > 0) {
    const kept = join(folder, 'quarantine', JOURNAL);
    await writeFile(kept, `${damaged.join('\n')}\n`, {mode: 0o600});
    report(`${damaged.length} damaged lines of ${path} are kept in ${kept}.`);
  }
  await rm(path);
  report(`${entries.length} contributions of ${path} were imported; the file is deleted.`);
}

/** Returns the final state of each contribution. */
function replay(events: readonly JournalEvent[]): readonly StoredContribution[] {
  const entries = new Map<string, StoredContribution>();
  for (const event of events) {
    if (event.event === 'received') entries.set(String(event.entry.record.id), event.entry);
    else {
      const entry = entries.get(event.id);
      if (entry) entries.set(event.id, {...entry, state: event.state});
    }
  }
  return [...entries.values()];
}

async function importEntry(
  transaction: Transaction,
  {record, key, fingerprint, token, lang, state}: StoredContribution,
): Promise<void> {
  const id = String(record.id);
  const isWithdrawn = state === 'withdrawn';
  const {rowsAffected} = await transaction.execute({
    sql: 'INSERT OR IGNORE INTO submissions (contribution, idempotency_key, token, fingerprint, kind, lang, withdrawn) VALUES (?, ?, ?, ?, ?, ?, ?)',
    args: [
      ...[id, key, token, isWithdrawn ? '' : fingerprint, record.kind, lang],
      isWithdrawn ? new Date().toISOString() : null,
    ],
  });
  // Imported before, by a process that was stopped before it deleted the file.
  if (rowsAffected === 0) return;
  const photos = record.photos ?? [];
  const names = photos.map(({src}) => src.replace(/^photos\//, ''));
  if (isWithdrawn) {
    for (const name of names)
      await transaction.execute({sql: 'INSERT OR IGNORE INTO erasures VALUES (?)', args: [name]});
    return;
  }
  const {photos: _photos, ...fields} = record;
  await transaction.execute({
    sql: 'INSERT INTO contributions (id, state, record, search) VALUES (?, ?, ?, ?)',
    args: [id, state, JSON.stringify(fields), searchText(record)],
  });
  for (const [index, {alt, width, height}] of photos.entries())
    await transaction.execute({
      sql: 'INSERT INTO pictures (name, contribution, position, width, height, alt) VALUES (?, ?, ?, ?, ?, ?)',
      args: [
        ...[names[index] ?? '', id, index + 1, width ?? 1, height ?? 1],
        typeof alt === 'string' ? alt : null,
      ],
    });
}
