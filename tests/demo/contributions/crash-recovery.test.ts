import assert from 'node:assert/strict';
import {type ChildProcess, execFile, spawn} from 'node:child_process';
import {once} from 'node:events';
import {appendFile, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {nodeDisk} from '../../../demo/server/contributions/disk.js';
import {Journal} from '../../../demo/server/contributions/journal.js';
import {ContributionStore} from '../../../demo/server/contributions/contribution-store.js';
import {lockFolder} from '../../../demo/server/contributions/folder-lock.js';
import {
  idea,
  sendContribution,
  type AcceptedContribution,
} from '../../support/contribution-server.js';
import {runScenario, type CrashPoint, crashingDisk} from '../../support/crashing-disk.js';
import {jpeg} from '../../support/pictures.js';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

let folder: string;
before(async () => (folder = await mkdtemp(join(tmpdir(), 'killed-'))));
after(() => rm(folder, {recursive: true, force: true}));
let serial = 0;
const createFolder = (): string => join(folder, String(++serial));

const CRASHES: readonly CrashPoint[] = ['before', 'within', 'after'];

/**
 * Writes to a folder until the n-th disk operation, which fails. Returns the contributions acknowledged before, and
 * whether that operation was reached.
 */
async function crashInProcess(at: string, operations: number, crash: CrashPoint) {
  const promised: string[] = [];
  const isDead = await new Promise<boolean>((resolve, reject) => {
    const disk = crashingDisk(operations, crash, () => resolve(true));
    runScenario(at, disk, promise => promised.push(promise)).then(() => resolve(false), reject);
  });
  return {promised, isDead};
}

/** The same, in a separate process that is killed. */
const crashInChildProcess = (
  at: string,
  operations: number,
  crash: CrashPoint,
): Promise<string[]> =>
  new Promise(resolve => {
    const program = path('../../support/crashing-program.ts');
    const args = ['--import', 'tsx', program, at, String(operations), crash];
    execFile(process.execPath, args, (_error, said) => resolve(said.split('\n').filter(Boolean)));
  });

/**
 * Checks the folder after any crash: every acknowledged contribution is stored completely, once, and nothing else is
 * left.
 */
async function checkAfterCrash(at: string, acknowledged: readonly string[]): Promise<void> {
  const ledger = await ContributionStore.open(at, nodeDisk);
  const entries = [
    ...ledger.listByState('pending'),
    ...ledger.listByState('published'),
    ...ledger.listByState('withdrawn'),
  ];
  assert.equal(new Set(entries.map(({key}) => key)).size, entries.length, 'once each');
  for (const name of ['first', 'second', 'third', 'fourth']) {
    const entry = ledger.findByKey(`key-of-${name}`);
    if (acknowledged.includes(`kept ${name}`)) assert.ok(entry, `${name} is kept`);
    if (!entry || entry.state === 'withdrawn') continue;
    assert.equal(entry.record.text, `Texte de ${name}`);
    const photos = {first: 2, second: 1, fourth: 1}[name] ?? 0;
    assert.equal(entry.record.photos?.length ?? 0, photos);
    for (const {src} of entry.record.photos ?? []) {
      const bytes = await ledger.readPhoto(src.replace('photos/', ''));
      assert.ok(bytes?.subarray(-2).equals(Buffer.of(0xff, 0xd9)), 'a whole photograph');
    }
  }
  if (acknowledged.includes('published first'))
    assert.equal(ledger.findByKey('key-of-first')?.state, 'published');
  if (acknowledged.includes('withdrawn second'))
    assert.equal(ledger.findByKey('key-of-second')?.state, 'withdrawn');
  const isWithdrawn = ledger.findByKey('key-of-second')?.state === 'withdrawn';
  const journal = await readFile(join(at, 'journal.jsonl'), 'utf8');
  assert.equal(
    journal.includes('Texte de second'),
    !isWithdrawn && !!ledger.findByKey('key-of-second'),
  );
  const named = entries.flatMap(({record}) => (record.photos ?? []).map(({src}) => src.slice(7)));
  const files = await readdir(join(at, 'photos')).catch(() => []);
  assert.deepEqual(files.sort(), named.sort(), 'no photograph of nobody');
}

describe('a journal of a killed process', () => {
  it('keeps every acknowledged contribution, whichever disk operation was the last', async () => {
    let acts = 1;
    for (; ; acts++) {
      for (const death of CRASHES) {
        const at = createFolder();
        const {promised, isDead} = await crashInProcess(at, acts, death);
        if (!isDead) {
          assert.ok(acts > 8, `${acts} acts`);
          return;
        }
        await checkAfterCrash(at, promised);
        // Opening the folder again changes nothing.
        await checkAfterCrash(at, promised);
      }
    }
  });

  for (const [acts, death] of [
    [3, 'within'],
    [5, 'after'],
    [7, 'within'],
  ] as const)
    it(`keeps every acknowledged contribution when killed ${death} operation ${acts}`, async () => {
      const at = createFolder();
      const promised = await crashInChildProcess(at, acts, death);
      assert.ok(!promised.includes('withdrawn second'), 'it was killed');
      await checkAfterCrash(at, promised);
    });

  it('continues after a line torn at any byte', async () => {
    const file = join(createFolder(), 'journal.jsonl');
    const {journal} = await Journal.open(file, nodeDisk);
    await journal.append({n: 1}, () => {});
    await journal.append({n: 'deux, en UTF-8 : é'}, () => {});
    const bytes = await readFile(file);
    const start = bytes.indexOf('\n') + 1;
    for (let length = start; length < bytes.length; length++) {
      await writeFile(file, bytes.subarray(0, length));
      const {journal: again, values} = await Journal.open(file, nodeDisk);
      assert.deepEqual(values, [{n: 1}]);
      await again.append({n: 3}, () => {});
      const {values: all} = await Journal.open(file, nodeDisk);
      assert.deepEqual(all, [{n: 1}, {n: 3}]);
    }
  });

  it('drops a corrupted line, reports it, and keeps a copy', async t => {
    const said = t.mock.method(console, 'error', () => undefined);
    const file = join(createFolder(), 'journal.jsonl');
    const {journal} = await Journal.open(file, nodeDisk);
    for (const n of [1, 2, 3]) await journal.append({n}, () => {});
    const text = (await readFile(file, 'utf8')).replace('{"n":2}', '{"n":7}');
    await writeFile(file, text);
    const {values} = await Journal.open(file, nodeDisk);
    assert.deepEqual(values, [{n: 1}, {n: 3}]);
    assert.match(String(said.mock.calls[0]?.arguments[0]), /line 2 is damaged/);
    assert.equal(await readFile(`${file}.damaged`, 'utf8'), text);
  });

  it('continues after a full disk has torn a line', async () => {
    const file = join(createFolder(), 'journal.jsonl');
    let isFull = false;
    const disk = {
      ...nodeDisk,
      async append(name: string, bytes: Uint8Array) {
        if (!isFull) return nodeDisk.append(name, bytes);
        await appendFile(name, bytes.subarray(0, 9));
        throw new Error('ENOSPC');
      },
    };
    const {journal} = await Journal.open(file, disk);
    await journal.append({n: 1}, () => {});
    isFull = true;
    await assert.rejects(
      journal.append({n: 2}, () => assert.fail('it is not there')),
      /ENOSPC/,
    );
    isFull = false;
    await journal.append({n: 3}, () => {});
    const {error} = console;
    console.error = () => undefined;
    const {values} = await Journal.open(file, nodeDisk);
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
      const at = createFolder();
      const sent = Array.from({length: 40}, (_, i) => ({
        contribution: idea(`Idée ${i}`),
        photos: i % 3 ? [] : [jpeg()],
        key: `killed-${answers}-${i}`,
      }));
      const first = await start(at);
      t.after(() => first.child.kill('SIGKILL'));
      const ids = new Map<string, string>();
      const keep = (key: string, {id}: AcceptedContribution): void => {
        assert.equal(ids.get(key) ?? id, id, 'the same answer before and after');
        ids.set(key, id);
        if (ids.size === answers) first.child.kill('SIGKILL');
      };
      // Four clients at once, each sending one contribution after another.
      const rest = [...sent];
      const browse = async (): Promise<void> => {
        for (let one = rest.pop(); one; one = rest.pop()) {
          const answer = await sendContribution(first.url, one).catch(() => undefined);
          // The response may be cut off; then nothing was acknowledged.
          const taken = (await answer?.json().catch(() => undefined)) as
            AcceptedContribution | undefined;
          if (taken) keep(one.key, taken);
        }
      };
      await Promise.all([browse(), browse(), browse(), browse()]);
      assert.ok(ids.size < sent.length, 'some got no answer');
      const second = await start(at);
      t.after(() => second.child.kill('SIGKILL'));
      for (const one of sent)
        keep(
          one.key,
          (await (await sendContribution(second.url, one)).json()) as AcceptedContribution,
        );
      second.child.kill('SIGTERM');
      await once(second.child, 'close');
      const ledger = await ContributionStore.open(at, nodeDisk);
      assert.equal(ledger.listByState('pending').length, sent.length);
      assert.equal(new Set(ids.values()).size, sent.length);
    });

  it('unlocks its folder for the next one, but not while it runs', async () => {
    const at = createFolder();
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
