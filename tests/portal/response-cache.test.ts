import assert from 'node:assert/strict';
import {it} from 'node:test';
import {PortalApi} from '../../portal/src/api/portal-api.js';
import {Body, BodyCache} from '../../portal/src/http/body.js';

const listOf = (api: PortalApi, query: string): unknown =>
  api.respond(['projects'], new URLSearchParams(query), 'https://a.example').body;

it('F-20 the server keeps no responses by long addresses, which would fill its memory', () => {
  const api = new PortalApi('/api', {});
  assert.equal(listOf(api, 'limit=2'), listOf(api, 'limit=2'));
  const long = `x=${'a'.repeat(15_000)}`;
  assert.notEqual(listOf(api, long), listOf(api, long));
});

it('F-20 a response that is too large for the cache is sent, and not kept', () => {
  const cache = new BodyCache(4000);
  const body = new Body('a'.repeat(3000));
  assert.equal(cache.set('a', body), body);
  assert.equal(cache.get('a'), undefined);
});
