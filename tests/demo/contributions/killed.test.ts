import assert from 'node:assert/strict';
import {type ChildProcess, execFile, spawn} from 'node:child_process';
import {once} from 'node:events';
import {appendFile, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {realDisk} from '../../../demo/server/contributions/disk.js';
import {Journal} from '../../../demo/server/contributions/journal.js';
import {Ledger} from '../../../demo/server/contributions/ledger.js';
import {lockFolder} from '../../../demo/server/contributions/lock.js';
import {idea, send, type Taken} from '../../support/contributions.js';
import {actOn, type Death, dyingDisk} from '../../support/dying-disk.js';
import {jpeg} from '../../support/pictures.js';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

let folder: string;
before(async () => (folder = await mkdtemp(join(tmpdir(), 'killed-'))));
after(() => rm(folder, {recursive: true, force: true}));
let serial = 0;
const fresh = (): string => join(folder, String(++serial));

const DEATHS: readonly Death[] = ['before', 'within', 'after'];

/**
 * Writes to a folder until the n-th disk operation, which fails. Returns the contributions acknowledged before, and
 * whether that operation was reached.
 */
async function dieHere(at: string, acts: number, death: Death) {
  const promised: string[] = [];
  const isDead = await new Promise<boolean>((resolve, reject) => {
    const disk = dyingDisk(acts, death, () => resolve(true));
    actOn(at, disk, promise => promised.push(promise)).then(() => resolve(false), reject);
  });
  return {promised, isDead};
}

/** The same, in a separate process that is killed. */
const killProgram = (at: string, acts: number, death: Death): Promise<string[]> =>
  new Promise(resolve => {
    const program = path('../../support/dying-program.ts');
    const args = ['--import', 'tsx', program, at, String(acts), death];
    execFile(process.execPath, args, (_error, said) => resolve(said.split('\n').filter(Boolean)));
  });

/**
 * Checks the folder after any crash: every acknowledged contribution is stored completely, once, and nothing else is
 * left.
 */
async function checkAfterDeath(at: string, promised: readonly string[]): Promise<void> {
  const ledger = await Ledger.open(at, realDisk);
  const entries = [...ledger.in('pending'), ...ledger.in('published'), ...ledger.in('withdrawn')];
  assert.equal(new Set(entries.map(({key}) => key)).size, entries.length, 'once each');
  for (const name of ['first', 'second', 'third', 'fourth']) {
    const entry = ledger.withKey(`key-of-${name}`);
    if (promised.includes(`kept ${name}`)) assert.ok(entry, `${name} is kept`);
    if (!entry || entry.state === 'withdrawn') continue;
    assert.equal(entry.record.text, `Texte de ${name}`);
    const photos = {first: 2, second: 1, fourth: 1}[name] ?? 0;
    assert.equal(entry.record.photos?.length ?? 0, photos);
    for (const {src} of entry.record.photos ?? []) {
      const bytes = await ledger.photo(src.replace('photos/', ''));
      assert.ok(bytes?.subarray(-2).equals(Buffer.of(0xff, 0xd9)), 'a whole photograph');
    }
  }
  if (promised.includes('published first'))
    assert.equal(ledger.withKey('key-of-first')?.state, 'published');
  if (promised.includes('withdrawn second'))
    assert.equal(ledger.withKey('key-of-second')?.state, 'withdrawn');
  const isWithdrawn = ledger.withKey('key-of-second')?.state === 'withdrawn';
  const journal = await readFile(join(at, 'journal.jsonl'), 'utf8');
  assert.equal(
    journal.includes('Texte de second'),
    !isWithdrawn && !!ledger.withKey('key-of-second'),
  );
  const named = entries.flatMap(({record}) => (record.photos ?? []).map(({src}) => src.slice(7)));
  const files = await readdir(join(at, 'photos')).catch(() => []);
  assert.deepEqual(files.sort(), named.sort(), 'no photograph of nobody');
}

describe('a journal of a killed process', () => {
  it('keeps every acknowledged contribution, whichever disk operation was the last', async () => {
    let acts = 1;
    for (; ; acts++) {
      for (const death of DEATHS) {
        const at = fresh();
        const {promised, isDead} = await dieHere(at, acts, death);
        if (!isDead) {
          assert.ok(acts > 8, `${acts} acts`);
          return;
        }
        await checkAfterDeath(at, promised);
        // Opening the folder again changes nothing.
        await checkAfterDeath(at, promised);
      }
    }
  });

  for (const [acts, death] of [
    [3, 'within'],
    [5, 'after'],
    [7, 'within'],
  ] as const)
    it(`keeps every acknowledged contribution when killed ${death} operation ${acts}`, async () => {
      const at = fresh();
      const promised = await killProgram(at, acts, death);
      assert.ok(!promised.includes('withdrawn second'), 'it was killed');
      await checkAfterDeath(at, promised);
    });

  it('continues after a line torn at any byte', async () => {
    const file = join(fresh(), 'journal.jsonl');
    const {journal} = await Journal.open(file, realDisk);
    await journal.add({n: 1}, () => {});
    await journal.add({n: 'deux, en UTF-8 : é'}, () => {});
    const bytes = await readFile(file);
    const start = bytes.indexOf('\n') + 1;
    for (let length = start; length < bytes.length; length++) {
      await writeFile(file, bytes.subarray(0, length));
      const {journal: again, values} = await Journal.open(file, realDisk);
      assert.deepEqual(values, [{n: 1}]);
      await again.add({n: 3}, () => {});
      const {values: all} = await Journal.open(file, realDisk);
      assert.deepEqual(all, [{n: 1}, {n: 3}]);
    }
  });

  it('drops a corrupted line, reports it, and keeps a copy', async t => {
    const said = t.mock.method(console, 'error', () => undefined);
    const file = join(fresh(), 'journal.jsonl');
    const {journal} = await Journal.open(file, realDisk);
    for (const n of [1, 2, 3]) await journal.add({n}, () => {});
    const text = (await readFile(file, 'utf8')).replace('{"n":2}', '{"n":7}');
    await writeFile(file, text);
    const {values} = await Journal.open(file, realDisk);
    assert.deepEqual(values, [{n: 1}, {n: 3}]);
    assert.match(String(said.mock.calls[0]?.arguments[0]), /line 2 is damaged/);
    assert.equal(await readFile(`${file}.damaged`, 'utf8'), text);
  });

  it('continues after a full disk has torn a line', async () => {
    const file = join(fresh(), 'journal.jsonl');
    let isFull = false;
    const disk = {
      ...realDisk,
      async append(name: string, bytes: Uint8Array) {
        if (!isFull) return realDisk.append(name, bytes);
        await appendFile(name, bytes.subarray(0, 9));
        throw new Error('ENOSPC');
      },
    };
    const {journal} = await Journal.open(file, disk);
    await journal.add({n: 1}, () => {});
    isFull = true;
    await assert.rejects(
      journal.add({n: 2}, () => assert.fail('it is not there')),
      /ENOSPC/,
    );
    isFull = false;
    await journal.add({n: 3}, () => {});
    const {error} = console;
    console.error = () => undefined;
    const {values} = await Journal.open(file, realDisk);
    console.error = error;
    assert.deepEqual(values, [{n: 1}, {n: 3}]);
  });
});

describe('a killed server', () => {
  const start = async (at: string): Promise<{child: ChildProcess; url: string}> => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', path('../../../demo/server/main.ts')],
      {
        env: {...process.env, HOST: '127.0.0.1', PORT: '0', CONTRIBUTIONS: at},
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const [url] = (await once(createInterface({input: child.stdout}), 'line')) as [string];
    return {child, url};
  };

  for (const answers of [1, 17])
    it(`stores each contribution once, when all unacknowledged ones are sent again: after ${answers}`, async t => {
      const at = fresh();
      const sent = Array.from({length: 40}, (_, i) => ({
        contribution: idea(`Idée ${i}`),
        photos: i % 3 ? [] : [jpeg()],
        key: `killed-${answers}-${i}`,
      }));
      const first = await start(at);
      t.after(() => first.child.kill('SIGKILL'));
      const ids = new Map<string, string>();
      const keep = (key: string, {id}: Taken): void => {
        assert.equal(ids.get(key) ?? id, id, 'the same answer before and after');
        ids.set(key, id);
        if (ids.size === answers) first.child.kill('SIGKILL');
      };
      // Four clients at once, each sending one contribution after another.
      const rest = [...sent];
      const browse = async (): Promise<void> => {
        for (let one = rest.pop(); one; one = rest.pop()) {
          const answer = await send(first.url, one).catch(() => undefined);
          // The response may be cut off; then nothing was acknowledged.
          const taken = (await answer?.json().catch(() => undefined)) as Taken | undefined;
          if (taken) keep(one.key, taken);
        }
      };
      await Promise.all([browse(), browse(), browse(), browse()]);
      assert.ok(ids.size < sent.length, 'some got no answer');
      const second = await start(at);
      t.after(() => second.child.kill('SIGKILL'));
      for (const one of sent) keep(one.key, (await (await send(second.url, one)).json()) as Taken);
      second.child.kill('SIGTERM');
      await once(second.child, 'close');
      const ledger = await Ledger.open(at, realDisk);
      assert.equal(ledger.in('pending').length, sent.length);
      assert.equal(new Set(ids.values()).size, sent.length);
    });

  it('unlocks its folder for the next one, but not while it runs', async () => {
    const at = fresh();
    const unlock = await lockFolder(at);
    await assert.rejects(lockFolder(at), /Another server/);
    await unlock();
    // An unused process id: the server that wrote the lock was killed.
    await writeFile(join(at, 'lock'), '999999999');
    await (
      await lockFolder(at)
    )();
  });
});
