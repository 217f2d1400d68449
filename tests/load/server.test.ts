import assert from 'node:assert/strict';
import {existsSync, readdirSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {Agent, get} from 'node:http';
import {describe, it} from 'node:test';
import {
  checkStored,
  createIdeas,
  inParallel,
  type Sent,
  trySending,
  useServers,
} from '../support/server-load.js';

const newServer = useServers();

/** Library of Debian's faketime, which changes the clock of a process; undefined if it is not installed. */
const library = readdirSync('/usr/lib')
  .map(name => `/usr/lib/${name}/faketime/libfaketime.so.1`)
  .find(path => existsSync(path));

describe('a server that is killed again and again during 500 contributions', () => {
  it('F-19 has each of them once, when those without an answer are sent again', async t => {
    const server = await newServer();
    t.after(() => server.stop());
    const sent = createIdeas(500);
    const ids = new Map<string, string>();
    const send = async (one: Sent): Promise<void> => {
      const answer = await trySending(server.url, one);
      if (!answer) return;
      assert.equal(ids.get(one.key) ?? answer.id, answer.id, 'the same answer as before');
      ids.set(one.key, answer.id);
      if (ids.size < killAt[0]!) return;
      killAt.shift();
      server.kill();
    };
    const killAt = [60, 170, 290, Infinity];
    for (let life = 0; ids.size < sent.length; life++) {
      assert.ok(life < 10, `${ids.size} after ${life} starts`);
      await server.start();
      await inParallel(8, sent, send);
      await server.stop();
    }
    // All keys once more, without a crash: nothing is stored twice.
    await server.start();
    await inParallel(8, sent, send);
    await server.stop();
    assert.equal(new Set(ids.values()).size, sent.length);
    await checkStored(server.folder, sent);
  });
});

describe('10,000 requests', () => {
  it('are all answered, and the memory does not grow with them', async t => {
    const server = await newServer();
    t.after(() => server.stop());
    await server.start();
    const agent = new Agent({keepAlive: true, maxSockets: 50});
    t.after(() => agent.destroy());
    const request = (path: string): Promise<void> =>
      new Promise((resolve, reject) => {
        get(server.url + path, {agent}, response => {
          if (response.statusCode !== 200) reject(new Error(`${path}: ${response.statusCode}`));
          response.resume().on('end', resolve);
        }).on('error', reject);
      });
    // A different address each time, so that no cache can answer.
    const paths = Array.from({length: 10_000}, (_, i) => [
      `api/resources?limit=5&page=${1 + (i % 20)}&_=${i}`,
      `api/projects?q=canal&_=${i}`,
      'api/portals?facets=family',
      'api/contributions',
    ]).flat();
    const memoryOf = async (): Promise<number> => {
      const status = await readFile(`/proc/${server.pid}/status`, 'utf8').catch(() => '');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    };
    await inParallel(50, paths.slice(0, 5000), request);
    const before = await memoryOf();
    await inParallel(50, paths.slice(5000, 10_000), request);
    const grown = (await memoryOf()) - before;
    assert.ok(grown < 100, `${Math.round(grown)} MB more`);
  });
});

describe('a clock that is set back', () => {
  it('changes nothing', {skip: library ? false : 'needs Debian’s faketime'}, async t => {
    const server = await newServer();
    t.after(() => server.stop());
    await server.start();
    const sent = createIdeas(5);
    const first = await trySending(server.url, sent[0]!);
    await server.stop();
    await server.start({LD_PRELOAD: library ?? '', FAKETIME: '-400d'});
    for (const one of sent) assert.ok(await trySending(server.url, one));
    assert.equal((await trySending(server.url, sent[0]!))?.id, first?.id);
    await server.stop();
    await checkStored(server.folder, sent);
  });
});
