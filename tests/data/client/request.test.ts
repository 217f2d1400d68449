import assert from 'node:assert/strict';
import {getEventListeners} from 'node:events';
import {describe, it} from 'node:test';
import {
  abortError,
  HttpError,
  LoadError,
  NetworkError,
  SchemaError,
  isPermanent,
  isRetryable,
  isServerDown,
} from '../../../src/data/client/errors.js';
import {
  jsonReader,
  MAX_BODY_LENGTH,
  parseJson,
  request,
  type BodyReader,
} from '../../../src/data/client/request.js';
import {
  type Responder,
  networkFailure,
  FakeEnvironment,
  json,
  noResponse,
} from '../fake-environment.js';

const URL_ = 'https://api.example/resources?q=Dupont';

const send = (
  environment: FakeEnvironment,
  reader: BodyReader = jsonReader,
  signal = createCaller().signal,
) => request(environment, URL_, {signal, cache: 'default', timeoutMs: 8000, reader});
const createCaller = () => new AbortController();

async function rejection(promise: Promise<unknown>): Promise<LoadError> {
  const error: unknown = await promise.then(
    value => value,
    (problem: unknown) => problem,
  );
  assert.ok(error instanceof LoadError, String(error));
  return error;
}

describe('a request', () => {
  it('is not sent if already aborted', async () => {
    const environment = new FakeEnvironment(() => json(1));
    const controller = createCaller();
    controller.abort();
    await assert.rejects(send(environment, jsonReader, controller.signal), {name: 'AbortError'});
    assert.deepEqual(environment.cacheModes, []);
  });

  it('has the headers of its reader, and no other', async () => {
    const sent: unknown[] = [];
    const answer: Responder = (_, {headers}) => (sent.push(headers), json(1));
    const headers = {Accept: 'text/csv'};
    await send(new FakeEnvironment(answer), {...jsonReader, headers});
    await send(new FakeEnvironment(answer));
    assert.deepEqual(sent, [headers, {}]);
  });

  it('is cancelled only if its body has not been read: browsers report others as failed', async () => {
    const refusing = {...jsonReader, check: () => assert.fail('not this file')};
    for (const [body, reader, isCancelled] of [
      ['1', jsonReader, false],
      ['', jsonReader, false],
      ['1', refusing, true],
    ] as const) {
      let isAborted: boolean | undefined;
      const answer: Responder = (_, {signal}) => {
        signal?.addEventListener('abort', () => (isAborted = true));
        return new Response(body);
      };
      await send(new FakeEnvironment(answer), reader).catch(() => undefined);
      assert.equal(isAborted ?? false, isCancelled, JSON.stringify(body));
    }
  });

  it('leaves no listener behind, however it ends', async () => {
    for (const answer of [() => json(1), networkFailure, () => json({}, 404)]) {
      const {signal} = createCaller();
      await send(new FakeEnvironment(answer), jsonReader, signal).catch(() => undefined);
      assert.equal(getEventListeners(signal, 'abort').length, 0);
    }
  });

  it('reports the waiting time, or the probable cause of an error', async () => {
    const environment: FakeEnvironment = new FakeEnvironment(
      noResponse(() => environment.expireTimeout()),
    );
    const [late, dead] = [
      await rejection(send(environment)),
      await rejection(send(new FakeEnvironment(networkFailure))),
    ];
    assert.equal(late.message, 'https://api.example/resources: no whole answer within 8 s');
    assert.equal(
      dead.message,
      'https://api.example/resources: no answer (a wrong address, or no CORS?)',
    );
  });

  it('reports a reason from a JSON body, up to 200 characters', async () => {
    const problem = JSON.stringify({detail: 'é'.repeat(300)});
    const answered = (type: string) =>
      rejection(
        send(
          new FakeEnvironment(
            () => new Response(problem, {status: 422, headers: {'content-type': type}}),
          ),
        ),
      );
    const told = 'https://api.example/resources: the server answered 422';
    assert.equal((await answered('application/json')).message, `${told}: ${'é'.repeat(200)}`);
    assert.equal((await answered('text/html')).message, told);
  });
});

const MEGABYTE = new Uint8Array(1_000_000).fill(32);
/** Returns a body of so many megabytes, which then breaks off; `sent` counts them. */
const brokenBody = (megabytes: number, sent = {count: 0}, signal?: AbortSignal) =>
  new ReadableStream<Uint8Array>({
    pull(stream) {
      if (signal?.aborted || sent.count === megabytes)
        stream.error(new TypeError('connection lost'));
      else stream.enqueue((sent.count++, MEGABYTE));
    },
  });

describe('a body', () => {
  for (const status of [200, 500])
    it(`that never ends is read up to a maximum, after status ${String(status)}`, async () => {
      const sent = {count: 0};
      const headers = {'content-type': 'application/json'};
      const answer: Responder = (_, {signal}) =>
        new Response(brokenBody(Infinity, sent, signal ?? undefined), {status, headers});
      const error = await rejection(send(new FakeEnvironment(answer)));
      const maximum = MAX_BODY_LENGTH / MEGABYTE.length;
      assert.ok(sent.count > maximum && sent.count < maximum + 10, String(sent.count));
      if (status === 200)
        assert.equal(
          error.message,
          'https://api.example/resources: the answer has more than 60000000 bytes',
        );
      else assert.ok(error instanceof HttpError);
    });

  it('that breaks off is requested again, unless much of it had arrived', async () => {
    for (const [megabytes, isAskedAgain] of [
      [0, true],
      [2, true],
      [20, false],
    ] as const) {
      const answer = () => new Response(brokenBody(megabytes));
      const error = await rejection(send(new FakeEnvironment(answer)));
      assert.equal(isRetryable(error), isAskedAgain, `${String(megabytes)} MB`);
      assert.ok(isServerDown(error), 'a stored copy may be shown');
    }
  });

  it('that is not JSON is described by its format', () => {
    for (const [text, what] of [
      ['', 'empty'],
      [' \n', 'empty'],
      ['<!doctype html>', 'HTML or XML'],
      ['\n <feed/>', 'HTML or XML'],
      ['a < b', 'not well-formed'],
      ['a<b', 'not well-formed'],
      ['{"a":', 'not well-formed'],
    ] as const)
      assert.throws(() => parseJson(text, URL_), {
        message: `https://api.example/resources: expected JSON, and the answer is ${what}`,
      });
  });
});

describe('an error', () => {
  it('is permanent if the resource is missing or invalid, and temporary otherwise', () => {
    const http = (status: number) => isPermanent(new HttpError(URL_, status, ''));
    assert.deepEqual([400, 403, 404, 410, 499].map(http), Array(5).fill(true));
    assert.deepEqual([408, 429, 500, 501, 503, 522].map(http), Array(6).fill(false));
    assert.equal(isPermanent(new SchemaError(URL_, 'no list')), true);
    assert.equal(isPermanent(new NetworkError('network', URL_, 'no answer')), false);
    assert.equal(isPermanent(abortError()), false);
  });
});
