import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {networkFailure, FakeEnvironment, json, status} from '../fake-environment.js';
import {requestError} from './client-fixture.js';

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
      const environment = new FakeEnvironment(
        () => new Response(body, {status: 404, headers: type}),
      );
      assert.match((await requestError(environment)).message, /answered 404$/, body);
    }
  });

  it('contains the status if the reason never ends', async () => {
    const headers = {'Content-Type': 'application/problem+json'};
    const environment: FakeEnvironment = new FakeEnvironment(signal => {
      const body = new ReadableStream({
        start: sink => signal.addEventListener('abort', () => sink.error(signal.reason)),
        pull: () => environment.expireTimeout(),
      });
      return new Response(body, {status: 404, headers});
    });
    assert.match((await requestError(environment)).message, /answered 404$/);
  });

  it('contains neither the query, which may include a visitor’s words, nor the body', async () => {
    for (const answer of [networkFailure, status(500), () => new Response('{"name": "Dupont"')]) {
      const {message} = await requestError(new FakeEnvironment(answer));
      assert.doesNotMatch(message, /Dupont|secret/);
    }
  });
});
