import assert from 'node:assert/strict';
import {getEventListeners} from 'node:events';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {Client} from '../../src/data/client.js';
import {isAbort, LoadError} from '../../src/data/errors.js';
import {deadLine, FakeWorld, json, silence, status} from './fake-world.js';

const URL_ = 'https://api.example/resources';
const asker = () => new AbortController();
const never = asker().signal;
const isGone = (error: unknown): true => (assert.ok(isAbort(error), String(error)), true);

describe('several askers of one address', () => {
  it('F-02 share one request', async () => {
    const world = new FakeWorld(() => json({items: [1]}));
    const client = new Client(world);
    const replies = await Promise.all([1, 2, 3].map(() => client.get(URL_, never)));
    assert.equal(world.caches.length, 1);
    assert.ok(replies.every(({body}) => body === replies[0]!.body));
  });

  it('F-02 may leave while another one waits', async () => {
    let answer: (response: Response) => void = () => {};
    const client = new Client(new FakeWorld(() => new Promise(resolve => (answer = resolve))));
    const [leaver, stayer] = [asker(), asker()];
    const left = client.get(URL_, leaver.signal);
    const stays = client.get(URL_, stayer.signal);
    leaver.abort();
    await assert.rejects(left, isGone);
    answer(json('here'));
    assert.equal((await stays).body, 'here');
  });

  it('F-02 end the request when the last one leaves, whatever reason they give', async () => {
    let given = never;
    const client = new Client(
      new FakeWorld(signal => ((given = signal), silence()(signal, {}, ''))),
    );
    const [a, b] = [asker(), asker()];
    const replies = [client.get(URL_, a.signal), client.get(URL_, b.signal)];
    a.abort(new Error('moved'));
    assert.equal(given.aborted, false);
    b.abort('gone');
    assert.equal(given.aborted, true);
    for (const reply of replies) await assert.rejects(reply, isGone);
  });

  it('F-02 end the wait between two tries too', async () => {
    const world = new FakeWorld(deadLine);
    const leaver = asker();
    world.onWait = () => leaver.abort();
    await assert.rejects(new Client(world).get(URL_, leaver.signal), isGone);
    assert.deepEqual([world.caches.length, world.running], [1, 0]);
  });

  it('F-02 who have left get nothing, at once', async () => {
    const world = new FakeWorld(() => json([]));
    await assert.rejects(new Client(world).get(URL_, AbortSignal.abort(new Error('x'))), isGone);
    assert.equal(world.caches.length, 0);
  });

  it('F-02 who come after the last one left get a request of their own', async () => {
    const world = new FakeWorld(silence(), () => json('second'));
    const client = new Client(world);
    const leaver = asker();
    const left = client.get(URL_, leaver.signal);
    leaver.abort();
    const second = client.get(URL_, never);
    await assert.rejects(left, isGone);
    assert.equal((await second).body, 'second');
  });

  it('F-02 who reload get a request of their own, and share it with each other only', async () => {
    let answer: (response: Response) => void = () => {};
    const world = new FakeWorld(
      () => new Promise(resolve => (answer = resolve)),
      () => json('now'),
    );
    const client = new Client(world);
    const early = client.get(URL_, never);
    const late = [client.get(URL_, never, true), client.get(URL_, never, true)];
    for (const {body} of await Promise.all(late)) assert.equal(body, 'now');
    answer(json('before'));
    assert.equal((await early).body, 'before');
    assert.deepEqual(world.caches, ['default', 'no-cache']);
    assert.equal((await client.get(URL_, never)).body, 'now', 'the copy is the newer one');
  });

  it('F-02 who come while a reload is under way wait for that, though an earlier request has ended', async () => {
    const answers: ((response: Response) => void)[] = [];
    const world = new FakeWorld(() => new Promise(resolve => answers.push(resolve)));
    const client = new Client(world);
    const early = client.get(URL_, never);
    const reload = client.get(URL_, never, true);
    answers[0]?.(json('before'));
    await early;
    const last = client.get(URL_, never);
    answers[1]?.(json('now'));
    assert.deepEqual([(await reload).body, (await last).body], ['now', 'now']);
    assert.equal(answers.length, 2);
  });

  it('F-02 leave nobody listening', async () => {
    const {signal} = asker();
    await new Client(new FakeWorld(() => json(1))).get(URL_, signal);
    assert.equal(getEventListeners(signal, 'abort').length, 0);
  });

  it('F-03 each get the answer to their own question, in whatever order answers come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(fc.nat(5), {maxLength: 12}), async (s, asked) => {
        const fetch = s.scheduleFunction(async (url: string) => json(url));
        const client = new Client({fetch, after: () => () => {}});
        const replies = asked.map(n => client.get(`${URL_}/${n}`, never));
        await s.waitIdle();
        const bodies = await Promise.all(replies.map(async reply => (await reply).body));
        assert.deepEqual(
          bodies,
          asked.map(n => `${URL_}/${n}`),
        );
      }),
    );
  });

  it('F-02 leave no rejection unhandled', async t => {
    const strays: unknown[] = [];
    const note = (reason: unknown): void => void strays.push(reason);
    process.on('unhandledRejection', note);
    t.after(() => process.off('unhandledRejection', note));
    const leaver = asker();
    const world = new FakeWorld(silence(), deadLine);
    const client = new Client(world);
    const left = client.get(URL_, leaver.signal);
    leaver.abort();
    await assert.rejects(left, isGone);
    await assert.rejects(client.get(URL_, never), LoadError);
    await new Promise(setImmediate);
    assert.deepEqual(strays, []);
  });
});

describe('a copy', () => {
  it('F-05 is as good as new for a minute, and then the server is asked', async () => {
    const world = new FakeWorld(
      () => json('first'),
      () => json('second'),
    );
    const client = new Client(world);
    await client.get(URL_, never);
    world.time += 59_999;
    assert.equal((await client.get(URL_, never)).body, 'first');
    world.time += 1;
    assert.equal((await client.get(URL_, never)).body, 'second');
  });

  it('F-05 does not stay young when the clock is set back', async () => {
    const world = new FakeWorld(
      () => json('first'),
      () => json('second'),
    );
    const client = new Client(world);
    await client.get(URL_, never);
    world.time -= 365 * 86_400_000;
    assert.equal((await client.get(URL_, never)).body, 'second');
  });

  it('F-05 of this very moment is good', async () => {
    const world = new FakeWorld(() => json('first'));
    const client = new Client(world);
    await client.get(URL_, never);
    await client.get(URL_, never);
    assert.equal(world.caches.length, 1);
  });

  it('F-05 makes room where all copies together are too many characters', async () => {
    const long = `"${'x'.repeat(19_999_500)}"`;
    const world = new FakeWorld(() => new Response(long));
    const client = new Client(world);
    for (const page of [1, 2, 1]) await client.get(`${URL_}&page=${String(page)}`, never);
    assert.equal(world.caches.length, 3, 'each counts for a thousand more than it has');
  });

  it('F-05 that is at hand is shown rather than what the browser has kept', async () => {
    const world = new FakeWorld(() => json('kept'), deadLine);
    const client = new Client(world);
    await client.get(URL_, never);
    world.time += 3_600_000;
    await client.get(URL_, never);
    assert.deepEqual(world.caches, Array(4).fill('default'));
  });

  it('F-05 is not taken by a reload, which asks the server and not the browser', async () => {
    const world = new FakeWorld(
      () => json('first'),
      () => json('second'),
    );
    const client = new Client(world);
    await client.get(URL_, never);
    assert.equal((await client.get(URL_, never, true)).body, 'second');
    assert.deepEqual(world.caches, ['default', 'no-cache']);
  });

  for (const [name, down] of [
    ['the line is dead', deadLine],
    ['the server answers 503', status(503)],
    ['the server answers 522', status(522)],
    ['the server answers with a page', () => new Response('<!doctype html><p>Maintenance')],
  ] as const) {
    it(`F-05 is shown, and from when it is, when ${name}`, async () => {
      const world = new FakeWorld(() => json('kept'), down);
      const client = new Client(world);
      const made = new Date(world.time);
      await client.get(URL_, never);
      world.time += 3_600_000;
      assert.deepEqual(await client.get(URL_, never), {body: 'kept', staleSince: made});
    });
  }

  it('F-05 is not shown when the server says that the thing is gone', async () => {
    const client = new Client(new FakeWorld(() => json('kept'), status(410)));
    await client.get(URL_, never);
    await assert.rejects(client.get(URL_, never, true), LoadError);
  });

  it('F-05 of the browser’s is the last resort, and nobody knows its age', async () => {
    const world = new FakeWorld(deadLine, deadLine, () => json('old'));
    assert.deepEqual(await new Client(world).get(URL_, never), {body: 'old', staleSince: null});
    assert.deepEqual(world.caches, ['default', 'default', 'force-cache']);
  });

  it('F-05 of the browser’s is not taken for new by the next asker', async () => {
    const world = new FakeWorld(
      deadLine,
      deadLine,
      () => json('old'),
      () => json('new'),
    );
    const client = new Client(world);
    await client.get(URL_, never);
    assert.deepEqual(await client.get(URL_, never), {body: 'new'});
  });

  it('F-05 is made of no failure', async () => {
    const world = new FakeWorld(status(404), () => json('there'));
    const client = new Client(world);
    await assert.rejects(client.get(URL_, never), LoadError);
    assert.equal((await client.get(URL_, never)).body, 'there');
  });
});
