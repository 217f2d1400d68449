import assert from 'node:assert/strict';
import {getEventListeners} from 'node:events';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {Client} from '../../../src/data/client/client.js';
import {isAbortError, LoadError} from '../../../src/data/client/errors.js';
import {networkFailure, FakeEnvironment, json, noResponse, status} from '../fake-environment.js';
import {neverAborted} from '../fake-server.js';

const URL_ = 'https://api.example/resources';
const createCaller = () => new AbortController();
const rejectsAsAborted = (error: unknown): true => (
  assert.ok(isAbortError(error), String(error)),
  true
);

describe('several callers of one URL', () => {
  it('F-02 share one request', async () => {
    const environment = new FakeEnvironment(() => json({items: [1]}));
    const client = new Client(environment);
    const replies = await Promise.all([1, 2, 3].map(() => client.get(URL_, neverAborted)));
    assert.equal(environment.cacheModes.length, 1);
    assert.ok(replies.every(({body}) => body === replies[0]!.body));
  });

  it('F-02 can abort while another one waits', async () => {
    let answer: (response: Response) => void = () => {};
    const client = new Client(
      new FakeEnvironment(() => new Promise(resolve => (answer = resolve))),
    );
    const [leaver, stayer] = [createCaller(), createCaller()];
    const left = client.get(URL_, leaver.signal);
    const stays = client.get(URL_, stayer.signal);
    leaver.abort();
    await assert.rejects(left, rejectsAsAborted);
    answer(json('here'));
    assert.equal((await stays).body, 'here');
  });

  it('F-02 abort the request when the last one aborts, for any reason', async () => {
    let given = neverAborted;
    const client = new Client(
      new FakeEnvironment(signal => ((given = signal), noResponse()(signal, {}, ''))),
    );
    const [a, b] = [createCaller(), createCaller()];
    const replies = [client.get(URL_, a.signal), client.get(URL_, b.signal)];
    a.abort(new Error('moved'));
    assert.equal(given.aborted, false);
    b.abort('gone');
    assert.equal(given.aborted, true);
    for (const reply of replies) await assert.rejects(reply, rejectsAsAborted);
  });

  it('F-02 end the delay between two attempts too', async () => {
    const environment = new FakeEnvironment(networkFailure);
    const leaver = createCaller();
    environment.onDelay = () => leaver.abort();
    await assert.rejects(new Client(environment).get(URL_, leaver.signal), rejectsAsAborted);
    assert.deepEqual([environment.cacheModes.length, environment.activeTimers], [1, 0]);
  });

  it('F-02 are rejected immediately on abort', async () => {
    const environment = new FakeEnvironment(() => json([]));
    await assert.rejects(
      new Client(environment).get(URL_, AbortSignal.abort(new Error('x'))),
      rejectsAsAborted,
    );
    assert.equal(environment.cacheModes.length, 0);
  });

  it('F-02 that call after the last abort start a new request', async () => {
    const environment = new FakeEnvironment(noResponse(), () => json('second'));
    const client = new Client(environment);
    const leaver = createCaller();
    const left = client.get(URL_, leaver.signal);
    leaver.abort();
    const second = client.get(URL_, neverAborted);
    await assert.rejects(left, rejectsAsAborted);
    assert.equal((await second).body, 'second');
  });

  it('F-02 that reload start a new request, and share it only with each other', async () => {
    let answer: (response: Response) => void = () => {};
    const environment = new FakeEnvironment(
      () => new Promise(resolve => (answer = resolve)),
      () => json('now'),
    );
    const client = new Client(environment);
    const early = client.get(URL_, neverAborted);
    const late = [client.get(URL_, neverAborted, true), client.get(URL_, neverAborted, true)];
    for (const {body} of await Promise.all(late)) assert.equal(body, 'now');
    answer(json('before'));
    assert.equal((await early).body, 'before');
    assert.deepEqual(environment.cacheModes, ['default', 'no-cache']);
    assert.equal((await client.get(URL_, neverAborted)).body, 'now', 'the copy is the newer one');
  });

  it('F-02 that call during a reload wait for it, even if an earlier request has ended', async () => {
    const answers: ((response: Response) => void)[] = [];
    const environment = new FakeEnvironment(() => new Promise(resolve => answers.push(resolve)));
    const client = new Client(environment);
    const early = client.get(URL_, neverAborted);
    const reload = client.get(URL_, neverAborted, true);
    answers[0]?.(json('before'));
    await early;
    const last = client.get(URL_, neverAborted);
    answers[1]?.(json('now'));
    assert.deepEqual([(await reload).body, (await last).body], ['now', 'now']);
    assert.equal(answers.length, 2);
  });

  it('F-02 leave no abort listener behind', async () => {
    const {signal} = createCaller();
    await new Client(new FakeEnvironment(() => json(1))).get(URL_, signal);
    assert.equal(getEventListeners(signal, 'abort').length, 0);
  });

  it('F-03 each get the response to their own request, in any order of responses', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(fc.nat(5), {maxLength: 12}), async (s, asked) => {
        const fetch = s.scheduleFunction(async (url: string) => json(url));
        const client = new Client({fetch, setTimer: () => () => {}});
        const replies = asked.map(n => client.get(`${URL_}/${n}`, neverAborted));
        await s.waitIdle();
        const bodies = await Promise.all(replies.map(async reply => (await reply).body));
        assert.deepEqual(
          bodies,
          asked.map(n => `${URL_}/${n}`),
        );
      }),
    );
  });

  it('F-02 cause no unhandled rejection', async t => {
    const strays: unknown[] = [];
    const note = (reason: unknown): void => void strays.push(reason);
    process.on('unhandledRejection', note);
    t.after(() => process.off('unhandledRejection', note));
    const leaver = createCaller();
    const environment = new FakeEnvironment(noResponse(), networkFailure);
    const client = new Client(environment);
    const left = client.get(URL_, leaver.signal);
    leaver.abort();
    await assert.rejects(left, rejectsAsAborted);
    await assert.rejects(client.get(URL_, neverAborted), LoadError);
    await new Promise(setImmediate);
    assert.deepEqual(strays, []);
  });
});

describe('a cached response', () => {
  it('F-05 is fresh for a minute, then the server is requested', async () => {
    const environment = new FakeEnvironment(
      () => json('first'),
      () => json('second'),
    );
    const client = new Client(environment);
    await client.get(URL_, neverAborted);
    environment.time += 59_999;
    assert.equal((await client.get(URL_, neverAborted)).body, 'first');
    environment.time += 1;
    assert.equal((await client.get(URL_, neverAborted)).body, 'second');
  });

  it('F-05 does not stay fresh when the clock is set back', async () => {
    const environment = new FakeEnvironment(
      () => json('first'),
      () => json('second'),
    );
    const client = new Client(environment);
    await client.get(URL_, neverAborted);
    environment.time -= 365 * 86_400_000;
    assert.equal((await client.get(URL_, neverAborted)).body, 'second');
  });

  it('F-05 stored at this very moment is fresh', async () => {
    const environment = new FakeEnvironment(() => json('first'));
    const client = new Client(environment);
    await client.get(URL_, neverAborted);
    await client.get(URL_, neverAborted);
    assert.equal(environment.cacheModes.length, 1);
  });

  it('F-05 is evicted when all responses together exceed the capacity', async () => {
    const long = `"${'x'.repeat(19_999_500)}"`;
    const environment = new FakeEnvironment(() => new Response(long));
    const client = new Client(environment);
    for (const page of [1, 2, 1]) await client.get(`${URL_}&page=${String(page)}`, neverAborted);
    assert.equal(environment.cacheModes.length, 3, 'each counts for a thousand more than it has');
  });

  it('F-05 is preferred to the browser’s HTTP cache', async () => {
    const environment = new FakeEnvironment(() => json('kept'), networkFailure);
    const client = new Client(environment);
    await client.get(URL_, neverAborted);
    environment.time += 3_600_000;
    await client.get(URL_, neverAborted);
    assert.deepEqual(environment.cacheModes, Array(4).fill('default'));
  });

  it('F-05 is not used by a reload, which bypasses the browser’s cache too', async () => {
    const environment = new FakeEnvironment(
      () => json('first'),
      () => json('second'),
    );
    const client = new Client(environment);
    await client.get(URL_, neverAborted);
    assert.equal((await client.get(URL_, neverAborted, true)).body, 'second');
    assert.deepEqual(environment.cacheModes, ['default', 'no-cache']);
  });

  for (const [name, down] of [
    ['the connection is down', networkFailure],
    ['the server responds with 503', status(503)],
    ['the server responds with 522', status(522)],
    ['the server responds with an HTML page', () => new Response('<!doctype html><p>Maintenance')],
  ] as const) {
    it(`F-05 is returned with its time when ${name}`, async () => {
      const environment = new FakeEnvironment(() => json('kept'), down);
      const client = new Client(environment);
      const made = new Date(environment.time);
      await client.get(URL_, neverAborted);
      environment.time += 3_600_000;
      assert.deepEqual(await client.get(URL_, neverAborted), {body: 'kept', staleSince: made});
    });
  }

  it('F-05 is not returned when the server reports that the resource is gone', async () => {
    const client = new Client(new FakeEnvironment(() => json('kept'), status(410)));
    await client.get(URL_, neverAborted);
    await assert.rejects(client.get(URL_, neverAborted, true), LoadError);
  });

  it('F-05 of the browser’s HTTP cache is the last resort, with unknown age', async () => {
    const environment = new FakeEnvironment(networkFailure, networkFailure, () => json('old'));
    assert.deepEqual(await new Client(environment).get(URL_, neverAborted), {
      body: 'old',
      staleSince: null,
    });
    assert.deepEqual(environment.cacheModes, ['default', 'default', 'force-cache']);
  });

  it('F-05 of the browser’s HTTP cache is not taken as fresh by the next caller', async () => {
    const environment = new FakeEnvironment(
      networkFailure,
      networkFailure,
      () => json('old'),
      () => json('new'),
    );
    const client = new Client(environment);
    await client.get(URL_, neverAborted);
    assert.deepEqual(await client.get(URL_, neverAborted), {body: 'new'});
  });

  it('F-05 is never created from an error', async () => {
    const environment = new FakeEnvironment(status(404), () => json('there'));
    const client = new Client(environment);
    await assert.rejects(client.get(URL_, neverAborted), LoadError);
    assert.equal((await client.get(URL_, neverAborted)).body, 'there');
  });
});
