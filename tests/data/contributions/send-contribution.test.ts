import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  type ContributionRequest,
  RefusedError,
  sendContribution,
} from '../../../src/data/contributions/send-contribution.js';
import {
  HttpError,
  isServerDown,
  NetworkError,
  SchemaError,
} from '../../../src/data/client/errors.js';
import {type Responder, networkFailure, FakeEnvironment, json} from '../fake-environment.js';

const ENDPOINT = 'https://portal.example/api/contributions?v=1';
const submission: ContributionRequest = {
  idempotencyKey: 'a-key-of-this-test',
  contribution: {kind: 'idea', text: 'Un banc'},
  photos: [new Blob(['x'], {type: 'image/webp'})],
};

const send = (answer: Responder, signal = new AbortController().signal) =>
  sendContribution(ENDPOINT, submission, 'nl-BE', signal, new FakeEnvironment(answer));

/** Returns the error of a failed submission. */
const sendError = (answer: Responder): Promise<unknown> =>
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
      assert.deepEqual(JSON.parse(await part.text()), submission.contribution);
      assert.equal((form.get('photo') as File).name, 'photo-1.webp');
      return json({id: 7, kind: 'idea', receipt: '/receipts/7'}, 201);
    });
  });

  it('returns a receipt: the server’s id, and a safe URL', async () => {
    const receipt = (url: unknown) => send(() => json({id: 7, kind: 'idea', receipt: url}, 201));
    assert.deepEqual(await receipt('/receipts/7'), {
      id: '7',
      url: 'https://portal.example/receipts/7',
    });
    for (const hostile of ['javascript:alert(1)', 'data:text/html,x', 3, undefined])
      assert.equal((await receipt(hostile)).url, undefined);
  });

  it('is sent again with other names for its photographs to a server that needs them, and so from then on', async () => {
    const names: string[] = [];
    const address = 'https://php.example/api/contributions';
    const environment = new FakeEnvironment((_signal, {body}) => {
      const parts = [...(body as FormData).keys()].filter(name => name.startsWith('photo'));
      names.push(parts.join(' '));
      return parts.includes('photo[]')
        ? json({id: 7, kind: 'idea'}, 201)
        : json({detail: 'Non.', photoPart: 'photo[]'}, 400, PROBLEM);
    });
    const two = {...submission, photos: [new Blob(['1']), new Blob(['2'])]};
    const {signal} = new AbortController();
    for (const expected of [['photo photo', 'photo[] photo[]'], ['photo[] photo[]']]) {
      names.length = 0;
      assert.equal((await sendContribution(address, two, 'fr', signal, environment)).id, '7');
      assert.deepEqual(names, expected);
    }
  });

  it('is not sent repeatedly to a server that refuses both names', async () => {
    let count = 0;
    const error = await sendError(() => {
      count++;
      return json({detail: 'Non.', photoPart: 'photo[]'}, 400, PROBLEM);
    });
    assert.ok(error instanceof HttpError);
    assert.equal(count, 2);
  });

  it('that is rejected reports errors by field, up to a readable number', async () => {
    const errors = [
      {field: 'text', message: 'Trop court.'},
      {field: 3, message: 'x'},
      'x',
      null,
      {field: 'geo', message: 'x'.repeat(9999)},
    ];
    const error = await sendError(() => json({detail: 'Non.', errors}, 422, PROBLEM));
    assert.ok(error instanceof RefusedError);
    assert.equal(error.message, 'Non.');
    assert.deepEqual(
      error.fieldErrors.map(({field, message}) => [field, message.length]),
      [
        ['text', 11],
        ['geo', 500],
      ],
    );
    assert.equal(isServerDown(error), false);
    const many = await sendError(() =>
      json({errors: Array(500).fill({field: 'text', message: 'x'})}, 422, PROBLEM),
    );
    assert.equal((many as RefusedError).fieldErrors.length, 20);
    for (const body of [null, [], 'x', {errors: 'x'}])
      assert.ok((await sendError(() => json(body, 422, PROBLEM))) instanceof RefusedError);
  });

  it('that arrived before in another version reports where that one is', async () => {
    const contribution = {id: 'A', kind: 'idea', receipt: '/receipts/a'};
    const error = await sendError(() => json({contribution}, 409, PROBLEM));
    assert.deepEqual((error as RefusedError).earlierReceipt, {
      id: 'A',
      url: 'https://portal.example/receipts/a',
    });
    assert.ok((await sendError(() => json({}, 409, PROBLEM))) instanceof HttpError);
  });

  it('can be sent again after a temporary error, but not after a permanent one', async () => {
    const passing = [429, 500, 502, 503, 504, 408].map(status => () => json({}, status));
    for (const answer of [...passing, networkFailure])
      assert.ok(isServerDown(await sendError(answer)));
    for (const status of [400, 401, 403, 404, 405, 410, 415])
      assert.equal(isServerDown(await sendError(() => json({}, status))), false, String(status));
  });

  it('is not considered received if the response is not a record', async () => {
    const answers = [() => new Response('<html>'), () => json({}), () => json({id: 1}, 201)];
    for (const answer of answers) {
      const error = await sendError(answer);
      assert.ok(error instanceof SchemaError);
      // The first attempt may have arrived: the idempotency key prevents a duplicate.
      assert.ok(isServerDown(error));
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
