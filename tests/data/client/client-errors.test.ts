import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Client} from '../../../src/data/client/client.js';
import {LoadError} from '../../../src/data/client/errors.js';
import {networkFailure, FakeEnvironment, json, status} from '../fake-environment.js';
import {neverAborted} from '../fake-server.js';

const URL_ = 'https://api.example/resources?q=Dupont&key=secret';
const get = (world: FakeEnvironment) => new Client(world).get(URL_, neverAborted);

/** Returns the error of a failed request. */
async function requestError(world: FakeEnvironment): Promise<LoadError> {
  const error = await get(world).then(
    reply => assert.fail(`an answer: ${JSON.stringify(reply)}`),
    (problem: unknown) => problem,
  );
  assert.ok(error instanceof LoadError, String(error));
  return error;
}

describe('the message of an error', () => {
  it('contains the server’s own reason if there is one', async () => {
    const problem = {title: 'Bad Request', detail: 'limit: from 1 to 500'};
    const type = {'Content-Type': 'application/problem+json; charset=utf-8'};
    const error = await requestError(new FakeEnvironment(() => json(problem, 400, type)));
    assert.equal(
      error.message,
      'https://api.example/resources: the server answered 400: limit: from 1 to 500',
    );
  });

  it('contains only the status if the body is not a reason', async () => {
    const type = {'Content-Type': 'application/problem+json'};
    for (const body of ['null', '{"detail":{}}', '{', '[]', '"x"']) {
      const world = new FakeEnvironment(() => new Response(body, {status: 404, headers: type}));
      assert.match((await requestError(world)).message, /answered 404$/, body);
    }
  });

  it('contains the status if the reason never ends', async () => {
    const headers = {'Content-Type': 'application/problem+json'};
    const world: FakeEnvironment = new FakeEnvironment(signal => {
      const body = new ReadableStream({
        start: sink => signal.addEventListener('abort', () => sink.error(signal.reason)),
        pull: () => world.expireTimeout(),
      });
      return new Response(body, {status: 404, headers});
    });
    assert.match((await requestError(world)).message, /answered 404$/);
  });

  it('contains neither the query, which may include a visitor’s words, nor the body', async () => {
    for (const answer of [networkFailure, status(500), () => new Response('{"name": "Dupont"')]) {
      const {message} = await requestError(new FakeEnvironment(answer));
      assert.doesNotMatch(message, /Dupont|secret/);
    }
  });
});
