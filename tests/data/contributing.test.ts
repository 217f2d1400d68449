import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  mayPass,
  type Outgoing,
  RefusedError,
  sendContribution,
} from '../../src/data/contributing.js';
import {HttpError, NetworkError, SchemaError} from '../../src/data/errors.js';
import {type Answerer, deadLine, FakeWorld, json} from './fake-world.js';

const ADDRESS = 'https://portal.example/api/contributions?v=1';
const outgoing: Outgoing = {
  key: 'a-key-of-this-test',
  contribution: {kind: 'idea', text: 'Un banc'},
  photos: [new Blob(['x'], {type: 'image/webp'})],
};

const send = (answer: Answerer, signal = new AbortController().signal) =>
  sendContribution(ADDRESS, outgoing, 'nl-BE', signal, new FakeWorld(answer));

/** Returns the error of a failed submission. */
const failure = (answer: Answerer): Promise<unknown> =>
  send(answer).then(
    receipt => assert.fail(`a receipt: ${JSON.stringify(receipt)}`),
    (error: unknown) => error,
  );

const PROBLEM = {'Content-Type': 'application/problem+json'};

describe('a submitted contribution', () => {
  it('is form data with its idempotency key, the reader’s language and no cookie', async () => {
    await send(async (_signal, init, url) => {
      assert.equal(url, 'https://portal.example/api/contributions?v=1&lang=nl-BE');
      assert.equal(init.method, 'POST');
      assert.equal(init.credentials, 'omit');
      assert.deepEqual(init.headers, {'Idempotency-Key': 'a-key-of-this-test'});
      const form = init.body as FormData;
      const part = form.get('contribution') as File;
      assert.equal(part.type, 'application/json');
      assert.deepEqual(JSON.parse(await part.text()), outgoing.contribution);
      assert.equal((form.get('photo') as File).name, 'photo-1.webp');
      return json({id: 7, kind: 'idea', receipt: '/receipts/7'}, 201);
    });
  });

  it('returns a receipt: the server’s id, and a safe URL', async () => {
    const receipt = (address: unknown) =>
      send(() => json({id: 7, kind: 'idea', receipt: address}, 201));
    assert.deepEqual(await receipt('/receipts/7'), {
      id: '7',
      address: 'https://portal.example/receipts/7',
    });
    for (const hostile of ['javascript:alert(1)', 'data:text/html,x', 3, undefined])
      assert.equal((await receipt(hostile)).address, undefined);
  });

  it('that is rejected reports errors by field, up to a readable number', async () => {
    const errors = [
      {field: 'text', message: 'Trop court.'},
      {field: 3, message: 'x'},
      'x',
      null,
      {field: 'geo', message: 'x'.repeat(9999)},
    ];
    const error = await failure(() => json({detail: 'Non.', errors}, 422, PROBLEM));
    assert.ok(error instanceof RefusedError);
    assert.equal(error.message, 'Non.');
    assert.deepEqual(
      error.faults.map(({field, message}) => [field, message.length]),
      [
        ['text', 11],
        ['geo', 500],
      ],
    );
    assert.equal(mayPass(error), false);
    const many = await failure(() =>
      json({errors: Array(500).fill({field: 'text', message: 'x'})}, 422, PROBLEM),
    );
    assert.equal((many as RefusedError).faults.length, 20);
    for (const body of [null, [], 'x', {errors: 'x'}])
      assert.ok((await failure(() => json(body, 422, PROBLEM))) instanceof RefusedError);
  });

  it('that arrived before in another version reports where that one is', async () => {
    const contribution = {id: 'A', kind: 'idea', receipt: '/receipts/a'};
    const error = await failure(() => json({contribution}, 409, PROBLEM));
    assert.deepEqual((error as RefusedError).earlier, {
      id: 'A',
      address: 'https://portal.example/receipts/a',
    });
    assert.ok((await failure(() => json({}, 409, PROBLEM))) instanceof HttpError);
  });

  it('can be sent again after a temporary error, but not after a permanent one', async () => {
    const passing = [429, 500, 502, 503, 504, 408].map(status => () => json({}, status));
    for (const answer of [...passing, deadLine]) assert.ok(mayPass(await failure(answer)));
    for (const status of [400, 401, 403, 404, 405, 410, 415])
      assert.equal(mayPass(await failure(() => json({}, status))), false, String(status));
  });

  it('is not considered received if the response is not a record', async () => {
    const answers = [() => new Response('<html>'), () => json({}), () => json({id: 1}, 201)];
    for (const answer of answers) {
      const error = await failure(answer);
      assert.ok(error instanceof SchemaError);
      // The first attempt may have arrived: the idempotency key prevents a duplicate.
      assert.ok(mayPass(error));
    }
  });

  it('is aborted when its author cancels it', async () => {
    const abort = new AbortController();
    const sending = send(
      signal =>
        new Promise((_, reject) =>
          signal.addEventListener('abort', () => reject(new NetworkError('network', '', ''))),
        ),
      abort.signal,
    );
    abort.abort();
    await assert.rejects(sending, {name: 'AbortError'});
  });
});
