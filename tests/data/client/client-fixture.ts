import assert from 'node:assert/strict';
import {Client, type FetchResult} from '../../../src/data/client/client.js';
import {LoadError} from '../../../src/data/client/errors.js';
import type {FakeEnvironment} from '../fake-environment.js';
import {neverAborted} from '../fake-server.js';

export const URL_ = 'https://api.example/resources?q=Dupont&key=secret';

/** Requests the URL with a new client. */
export const get = (environment: FakeEnvironment): Promise<FetchResult> =>
  new Client(environment).get(URL_, neverAborted);

/** Returns the error of a failed request. */
export async function requestError(environment: FakeEnvironment): Promise<LoadError> {
  const error = await get(environment).then(
    result => assert.fail(`a response: ${JSON.stringify(result)}`),
    (problem: unknown) => problem,
  );
  assert.ok(error instanceof LoadError, String(error));
  return error;
}
