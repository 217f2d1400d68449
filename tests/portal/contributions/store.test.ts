import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {asRetryable, Database} from '../../../portal/src/contributions/database.js';
import {importJournal} from '../../../portal/src/contributions/import-journal.js';
import {stripMetadata} from '../../../portal/src/contributions/photos/strip-metadata.js';
import {Problem} from '../../../portal/src/http/problem.js';
import {
  databaseFile,
  newContribution,
  openContributionStore,
} from '../../support/contribution-store.js';
import {jpeg} from '../../support/pictures.js';

let parent: string;
before(async () => (parent = await mkdtemp(join(tmpdir(), 'store-'))));
after(() => rm(parent, {recursive: true, force: true}));
const createFolder = (): Promise<string> => mkdtemp(join(parent, 'data-'));

/** Returns all bytes below a folder as text: database, write-ahead log, photographs and anything else. */
async function allBytes(folder: string): Promise<string> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const files = entries.filter(entry => entry.isFile());
  const contents = files.map(({parentPath, name}) => readFile(join(parentPath, name), 'latin1'));
  return (await Promise.all(contents)).join('\n');
}

const picture = await stripMetadata(jpeg());
/** A part of the pixels of the photograph. */
const PIXELS = picture.bytes.subarray(-40, -2).toString('latin1');

describe('a withdrawn contribution', () => {
  it('S-17 is in no file any more: neither its text, nor its name, nor its photographs', async () => {
    const folder = await createFolder();
    const store = await openContributionStore(folder);
    const secret = 'Mon voisin Gaston habite au 12';
    const long = `${secret} ${'et encore '.repeat(900)}LA-FIN-DU-TEXTE`;
    const sent = newContribution(long, {key: 'key-of-gaston'});
    const {token} = await store.add(
      {...sent, fingerprint: 'f', record: {...sent.record, name: 'Ursule Xyz'}, alts: ['Une vue']},
      [picture],
    );
    await store.add(newContribution('Celle d’un autre'), []);
    const before = await allBytes(folder);
    for (const text of [secret, 'LA-FIN-DU-TEXTE', 'Ursule Xyz', PIXELS])
      assert.ok(before.includes(text), `stored first: ${text.slice(0, 20)}`);
    await store.withdraw(token);
    const left = await allBytes(folder);
    for (const text of [secret, 'gaston habite', 'LA-FIN', 'la-fin', 'Ursule', 'ursule', PIXELS])
      assert.ok(!left.includes(text), `erased while the server runs: ${text.slice(0, 20)}`);
    assert.ok(left.includes('Celle d’un autre'.replace('’', '\u00e2\u0080\u0099')));
    await store.close();
  });

  it('S-17 is erased at the next start if the process was killed before the files were deleted', async () => {
    const folder = await createFolder();
    const store = await openContributionStore(folder);
    const {token, record} = await store.add(newContribution('À oublier vite'), [picture]);
    const name = String(record.photos?.[0]?.src);
    const bytes = await readFile(join(folder, name));
    await store.withdraw(token);
    await store.close();
    // As after a crash between the transaction and the deletion of the file.
    await writeFile(join(folder, name), bytes);
    const database = await Database.open({url: pathToFileURL(databaseFile(folder)).href});
    await database.write(async transaction => {
      await transaction.execute({
        sql: 'INSERT INTO erasures VALUES (?)',
        args: [name.replace('photos/', '')],
      });
    });
    await database.close();
    const again = await openContributionStore(folder);
    assert.ok(!(await allBytes(folder)).includes(PIXELS));
    assert.equal((await again.findByToken(token))?.state, 'withdrawn');
    await again.close();
  });
});

describe('a disk that takes nothing', () => {
  for (const code of ['ENOSPC', 'EROFS', 'EIO', 'SQLITE_READONLY_DBMOVED', 'SQLITE_CANTOPEN'])
    it(`is a reason to try again later: ${code}`, t => {
      const log = t.mock.method(console, 'error', () => {});
      const problem = asRetryable(Object.assign(new Error('no place'), {code}));
      assert.ok(problem instanceof Problem);
      assert.equal(problem.status, 503);
      assert.equal(problem.headers['Retry-After'], '60');
      assert.equal(log.mock.callCount(), 1);
    });

  it('is not blamed for other errors', () => {
    const error = Object.assign(new Error('no such file'), {code: 'ENOENT'});
    assert.equal(asRetryable(error), error);
  });
});

describe('a full disk', () => {
  /** Adds contributions until one is refused. Returns the texts that were acknowledged, and the refused one. */
  async function fill(folder: string, maxBytes: number) {
    const store = await openContributionStore(folder, {maxBytes});
    const stored: string[] = [];
    for (;;) {
      const text = `Idée ${stored.length} ${'x'.repeat(3000)}`;
      try {
        await store.add(newContribution(text), [picture]);
        stored.push(text);
      } catch (error) {
        assert.equal((error as Error).name, 'UnavailableDatabaseError');
        return {store, stored, refused: text};
      }
    }
  }

  it('F-19 refuses a contribution without a trace; a retry stores it once', async () => {
    const folder = await createFolder();
    const {store, stored, refused} = await fill(folder, 200_000);
    assert.ok(stored.length > 5, `${stored.length}`);
    for (let tries = 0; tries < 3; tries++)
      await assert.rejects(store.add(newContribution(refused), [picture]));
    assert.equal(await store.findByKey(`key-of-${refused}`), undefined);
    await store.close();
    const larger = await openContributionStore(folder);
    await larger.add(newContribution(refused), [picture]);
    await larger.add(newContribution(refused), [picture]);
    const {entries} = await larger.list('pending');
    assert.deepEqual(
      entries.map(({record}) => record.text),
      [...stored, refused],
    );
    assert.equal((await readdir(join(folder, 'photos'))).length, entries.length);
    assert.deepEqual(await readdir(join(folder, 'incoming')), []);
    assert.deepEqual(await readdir(join(folder, 'quarantine')), []);
    await larger.close();
  });

  it('does not prevent a withdrawal, which makes room', async () => {
    const folder = await createFolder();
    const {store, stored, refused} = await fill(folder, 200_000);
    for (const text of stored.slice(0, 4)) {
      const entry = await store.findByKey(`key-of-${text}`);
      await store.withdraw(entry!.token);
    }
    const records = (await store.list('pending')).entries.map(({record}) => record.text);
    assert.deepEqual(records, stored.slice(4));
    await store.add(newContribution(refused.slice(0, 200)), []);
    await store.close();
  });
});

describe('two processes with one folder', () => {
  it('F-19 store a key that both receive once, and see the changes of each other', async () => {
    const folder = await createFolder();
    const [one, two] = await Promise.all([
      openContributionStore(folder),
      openContributionStore(folder),
    ]);
    const answers = await Promise.all(
      Array.from({length: 50}, (_, i) =>
        (i % 2 ? one : two).add(newContribution('La même', {key: 'one-key'}), [picture]),
      ),
    );
    assert.equal(new Set(answers.map(({token}) => token)).size, 1);
    assert.deepEqual(await one.counts(), {pending: 1, published: 0, refused: 0});
    assert.equal((await readdir(join(folder, 'photos'))).length, 1);
    const revision = await two.revision();
    await one.setState(String(answers[0]?.record.id), 'published');
    assert.notEqual(await two.revision(), revision);
    assert.equal((await two.list('published')).total, 1);
    await two.withdraw(answers[0]!.token);
    assert.equal((await one.findByKey('one-key'))?.state, 'withdrawn');
    await Promise.all([one.close(), two.close()]);
  });

  it('do not move a photograph that the other is storing', async () => {
    const folder = await createFolder();
    const store = await openContributionStore(folder);
    const adding = Array.from({length: 20}, (_, i) =>
      store.add(newContribution(`Photo ${i}`), [picture]),
    );
    const reports: string[] = [];
    const opening = Array.from({length: 5}, () =>
      openContributionStore(folder, {report: message => reports.push(message)}),
    );
    const others = await Promise.all(opening);
    await Promise.all(adding);
    assert.deepEqual(reports, []);
    assert.equal((await readdir(join(folder, 'photos'))).length, 20);
    await Promise.all([store, ...others].map(each => each.close()));
  });
});

describe('photographs', () => {
  it('of a lost database are moved aside and named, never deleted, and come back with a backup', async () => {
    const folder = await createFolder();
    const store = await openContributionStore(folder);
    const {record} = await store.add(newContribution('Un arbre'), [picture, picture]);
    await store.close();
    const backup = await readFile(databaseFile(folder));
    await rm(databaseFile(folder));
    const reports: string[] = [];
    const report = (message: string) => void reports.push(message);
    await (await openContributionStore(folder, {report})).close();
    assert.equal(reports.length, 1);
    for (const number of [1, 2]) assert.ok(reports[0]?.includes(`${record.id}-${number}.jpg`));
    assert.equal((await readdir(join(folder, 'quarantine'))).length, 2);
    await writeFile(databaseFile(folder), backup);
    const restored = await openContributionStore(folder, {report});
    assert.match(reports[1] ?? '', /came back/);
    assert.ok(await restored.readPhoto(`${record.id}-2.jpg`));
    await restored.close();
  });

  it('that are missing are named at the start', async () => {
    const folder = await createFolder();
    const store = await openContributionStore(folder);
    const {record} = await store.add(newContribution('Un arbre'), [picture]);
    await store.close();
    await rm(join(folder, String(record.photos?.[0]?.src)));
    const reports: string[] = [];
    const again = await openContributionStore(folder, {report: message => reports.push(message)});
    assert.match(reports.join('\n'), new RegExp(`missing.*${record.id}-1.jpg`));
    await again.close();
  });
});

describe('a damaged database', () => {
  for (const [what, damage] of [
    ['cut off', (file: string) => truncate(file, 9000)],
    [
      'overwritten',
      (file: string) => writeFile(file, 'not a database, but long enough'.repeat(99)),
    ],
  ] as const)
    it(`that was ${what} is refused with a sentence, and left as it is`, async () => {
      const folder = await createFolder();
      const store = await openContributionStore(folder);
      for (let i = 0; i < 20; i++)
        await store.add(newContribution(`Idée ${i} ${'x'.repeat(2000)}`), i ? [] : [picture]);
      await store.close();
      await damage(databaseFile(folder));
      const bytes = await readFile(databaseFile(folder));
      await assert.rejects(openContributionStore(folder), /contributions\.sqlite is damaged/);
      assert.deepEqual(await readFile(databaseFile(folder)), bytes);
      assert.equal((await readdir(join(folder, 'photos'))).length, 1);
    });

  it('of the version before is brought up to date, with its contributions and its log', async () => {
    const folder = await createFolder();
    const store = await openContributionStore(folder);
    const {record} = await store.add(newContribution('Un banc'), []);
    await store.close();
    const options = {url: pathToFileURL(databaseFile(folder)).href};
    const database = await Database.open(options);
    // The tables as the first version created them: no reply could be logged.
    await database.write(transaction =>
      transaction.executeMultiple(`
        CREATE TABLE old_log (number INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL,
          contribution TEXT NOT NULL,
          action TEXT NOT NULL CHECK (action IN ('received', 'published', 'refused', 'withdrawn'))
        ) STRICT;
        INSERT INTO old_log SELECT * FROM moderation_log;
        DROP TABLE moderation_log;
        ALTER TABLE old_log RENAME TO moderation_log;
        UPDATE meta SET value = 1 WHERE name = 'schema';`),
    );
    await database.close();
    for (let start = 0; start < 2; start++) {
      const updated = await openContributionStore(folder);
      const id = String(record.id);
      assert.equal((await updated.get(id))?.record.text, 'Un banc');
      assert.equal(await updated.setReply(id, `Merci ${start}`), true);
      assert.equal(await updated.setReply(id, `Merci ${start}`), false, 'the same');
      const log = await updated.log({page: 1, limit: 10});
      assert.deepEqual(log.map(({action}) => action).at(-1), 'received');
      assert.equal(log.length, start + 2);
      await updated.close();
    }
  });

  it('of a later version is refused', async () => {
    const folder = await createFolder();
    await (await openContributionStore(folder)).close();
    const database = await Database.open({url: pathToFileURL(databaseFile(folder)).href});
    await database.write(async transaction => {
      await transaction.execute("UPDATE meta SET value = 99 WHERE name = 'schema'");
    });
    await database.close();
    await assert.rejects(openContributionStore(folder), /later version/);
  });
});

describe('the journal of an earlier version', () => {
  const line = (value: unknown): string => {
    const json = JSON.stringify(value);
    return `${createHash('sha256').update(json).digest('hex').slice(0, 16)} ${json}\n`;
  };
  const entry = (id: string, text: string, photos: object[] = []) => ({
    event: 'received',
    entry: {
      record: {id, kind: 'idea', text, created: '2026-01-05T10:00:00Z', state: 'pending', photos},
      ...{key: `key-${id}`, fingerprint: 'f', token: `token-${id}`, lang: 'nl', state: 'pending'},
    },
  });

  it('is imported once, with states and photographs, and leaves no text outside the database', async () => {
    const folder = await createFolder();
    await mkdir(join(folder, 'photos'));
    await mkdir(join(folder, 'quarantine'));
    for (const name of ['AAAA-0001-1.jpg', 'AAAA-0002-1.jpg'])
      await writeFile(join(folder, 'photos', name), picture.bytes);
    const photo = (id: string) => [{src: `photos/${id}-1.jpg`, alt: 'Un pré', width: 8, height: 8}];
    const journal = [
      line(entry('AAAA-0001', 'Gardée', photo('AAAA-0001'))),
      line(entry('AAAA-0002', 'Oubliée', photo('AAAA-0002'))),
      line(entry('AAAA-0003', 'Illisible')).replace('Illisible', 'Abîmée'),
      line({event: 'state', id: 'AAAA-0001', state: 'published'}),
      line({event: 'state', id: 'AAAA-0002', state: 'withdrawn'}),
      '0123456789abcdef {"half',
    ].join('');
    const reports: string[] = [];
    const run = async () => {
      const database = await Database.open({url: pathToFileURL(databaseFile(folder)).href});
      await importJournal(folder, database, message => reports.push(message));
      await database.close();
    };
    await writeFile(join(folder, 'journal.jsonl'), journal);
    await run();
    assert.match(reports.join('\n'), /2 damaged lines.*\n2 contributions/);
    // As if the process had been stopped before it deleted the file.
    await writeFile(join(folder, 'journal.jsonl'), journal);
    await run();
    const store = await openContributionStore(folder);
    assert.deepEqual(await store.counts(), {pending: 0, published: 1, refused: 0});
    const kept = await store.findByToken('token-AAAA-0001');
    assert.deepEqual(kept?.record.photos, photo('AAAA-0001'));
    assert.deepEqual([kept.record.text, kept.lang, kept.key], ['Gardée', 'nl', 'key-AAAA-0001']);
    assert.equal((await store.findByKey('key-AAAA-0002'))?.state, 'withdrawn');
    assert.deepEqual(await readdir(join(folder, 'photos')), ['AAAA-0001-1.jpg']);
    assert.ok(!(await allBytes(folder)).includes('Oubli'));
    assert.match(await readFile(join(folder, 'quarantine/journal.jsonl'), 'utf8'), /half/);
    await store.close();
  });
});

describe('a search of the team', () => {
  it('finds all words in any form, in texts, names and references, and nothing by wildcards', async () => {
    const store = await openContributionStore(await createFolder());
    for (const text of ['Une écluse au CŒUR du bourg', 'Un banc, 100 % bois', 'un_mot'])
      await store.add(newContribution(text), []);
    const found = async (search: string) =>
      (await store.list('pending', {search})).entries.map(({record}) => record.text);
    assert.deepEqual(await found('coeur ECLUSE'), ['Une écluse au CŒUR du bourg']);
    assert.deepEqual(await found('100 %'), ['Un banc, 100 % bois']);
    assert.deepEqual(await found('n_m'), ['un_mot']);
    assert.deepEqual(await found('%'), ['Un banc, 100 % bois']);
    assert.deepEqual(await found("' OR 1=1 --"), []);
    const {entries, total} = await store.list('pending', {limit: 2, page: 2});
    assert.deepEqual([entries.length, total], [1, 3]);
    await store.close();
  });
});
