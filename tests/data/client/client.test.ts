import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {HttpError, NetworkError, SchemaError} from '../../../src/data/client/errors.js';
import {networkFailure, FakeEnvironment, json, noResponse, status} from '../fake-environment.js';
import {get, requestError} from './client-fixture.js';

describe('a request', () => {
  it('is anonymous and needs no CORS preflight', async () => {
    let sent: RequestInit | undefined;
    await get(new FakeEnvironment((_, init) => ((sent = init), json([]))));
    const {credentials, referrerPolicy, headers, method} = sent!;
    assert.deepEqual([credentials, referrerPolicy], ['omit', 'no-referrer']);
    assert.deepEqual([headers, method], [{}, undefined]);
  });

  it('F-01 times out after 8 seconds in each of its three attempts', async () => {
    const environment: FakeEnvironment = new FakeEnvironment(
      noResponse(() => environment.expireTimeout()),
    );
    const error = await requestError(environment);
    assert.deepEqual([error.kind, environment.timeouts], ['timeout', [8000, 8000, 8000]]);
    assert.equal(environment.activeTimers, 0, 'no clock is left running');
  });

  it('F-01 includes the body in the timeout: one that never ends times out too', async () => {
    const environment: FakeEnvironment = new FakeEnvironment(signal => {
      const body = new ReadableStream({
        start: sink => {
          sink.enqueue(new TextEncoder().encode('{"items":['));
          signal.addEventListener('abort', () => sink.error(signal.reason));
        },
        pull: () => environment.expireTimeout(),
      });
      return new Response(body);
    });
    assert.equal((await requestError(environment)).kind, 'timeout');
  });

  it('F-01 is retried after a random delay, longer each time', async () => {
    const environment = new FakeEnvironment(networkFailure);
    environment.randomValue = 0.8;
    const error = await requestError(environment);
    assert.ok(error instanceof NetworkError);
    assert.deepEqual(environment.delays, [400, 800]);
    assert.equal(environment.cacheModes.length, 3);
  });

  it('F-01 ends when an attempt succeeds', async () => {
    const environment = new FakeEnvironment(networkFailure, status(503), () => json({items: []}));
    assert.deepEqual((await get(environment)).body, {items: []});
    assert.equal(environment.activeTimers, 0);
  });

  for (const code of [408, 429, 500, 502, 503, 504]) {
    it(`F-01 is sent three times when the server responds with ${code}`, async () => {
      const environment = new FakeEnvironment(status(code));
      const error = await requestError(environment);
      assert.ok(error instanceof HttpError && error.status === code);
      assert.equal(environment.cacheModes.length, 3);
    });
  }

  for (const code of [400, 401, 403, 404, 410, 422, 501]) {
    it(`F-01 is sent once when the server responds with ${code}`, async () => {
      const environment = new FakeEnvironment(status(code, {'Retry-After': '1'}));
      const error = await requestError(environment);
      assert.deepEqual([error.kind, environment.cacheModes.length], ['http', 1]);
    });
  }

  it('F-01 does not wait for the body of an error response', async () => {
    let isLeft = false;
    const environment = new FakeEnvironment(signal => {
      const body = new ReadableStream({
        start: () => signal.addEventListener('abort', () => (isLeft = true)),
      });
      return new Response(body, {status: 404});
    });
    await requestError(environment);
    assert.ok(isLeft);
  });

  it('F-01 is sent once when the response is not JSON', async () => {
    const environment = new FakeEnvironment(
      () => new Response('<!doctype html><title>Not JSON</title>'),
    );
    const error = await requestError(environment);
    assert.ok(error instanceof SchemaError);
    assert.equal(environment.cacheModes.length, 1);
  });
});

describe('Retry-After', () => {
  it('F-01 is respected, in seconds', async () => {
    const environment = new FakeEnvironment(status(429, {'Retry-After': '5'}), () => json([]));
    await get(environment);
    assert.deepEqual(environment.delays, [5000]);
  });

  it('F-01 is respected, as a date', async () => {
    const date = 'Tue, 24 Nov 2026 12:00:07 GMT';
    const environment = new FakeEnvironment(status(503, {'Retry-After': date}), () => json([]));
    await get(environment);
    assert.deepEqual(environment.delays, [7000]);
  });

  it('F-01 of zero, or in the past, leaves the random delay', async () => {
    for (const value of [
      '0',
      'Tue, 24 Nov 2026 11:00:00 GMT',
      '2099-01-01',
      'soon',
      '-1',
      '1.5',
      '',
    ]) {
      const environment = new FakeEnvironment(status(429, {'Retry-After': value}), () => json([]));
      await get(environment);
      assert.deepEqual(environment.delays, [250], value);
    }
  });

  it('F-01 shorter than the random delay does not shorten it', async () => {
    const date = 'Tue, 24 Nov 2026 12:00:01 GMT';
    const environment = new FakeEnvironment(status(503, {'Retry-After': date}), () => json([]));
    environment.time += 900;
    await get(environment);
    assert.deepEqual(environment.delays, [250]);
  });

  it('F-01 beyond 30 seconds ends the request, with the time in the message', async () => {
    const environment = new FakeEnvironment(status(429, {'Retry-After': '31'}));
    const error = await requestError(environment);
    assert.deepEqual([error.kind, environment.delays], ['busy', []]);
    assert.ok(error instanceof HttpError && error.retryAfter === 31);
  });

  it('F-01 of centuries means a day: timers of browsers overflow after 24 days', async () => {
    for (const value of ['999999999999', '9'.repeat(400), 'Fri, 31 Dec 9999 23:59:59 GMT']) {
      const error = await requestError(new FakeEnvironment(status(429, {'Retry-After': value})));
      assert.ok(error instanceof HttpError);
      assert.equal(error.retryAfter, 86_400, value);
    }
  });

  it('F-01 counts towards the total of 30 seconds', async () => {
    const environment = new FakeEnvironment(status(503, {'Retry-After': '16'}));
    const start = environment.time;
    const error = await requestError(environment);
    assert.deepEqual(environment.delays, [16_000], 'a second one would end at 32 s');
    assert.ok(error instanceof HttpError && environment.time - start <= 30_000);
  });

  it('F-01 leaves the last attempt the rest of the 30 seconds', async () => {
    const environment: FakeEnvironment = new FakeEnvironment(
      status(503, {'Retry-After': '25'}),
      noResponse(() => environment.expireTimeout()),
    );
    const start = environment.time;
    await requestError(environment);
    assert.equal(environment.timeouts[1], 5000);
    assert.equal(environment.time - start, 30_000);
  });
});
