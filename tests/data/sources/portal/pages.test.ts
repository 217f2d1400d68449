import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {ApiSource} from '../../../../src/data/sources/portal/portal.js';
import {FakeServer, neverAborted, WarningSource} from '../../fake-server.js';

const range = (from: number, to: number) =>
  Array.from({length: to - from}, (_, i) => ({id: from + i}));
const FIRST = '/v1/resources?limit=500';

/** Returns all records of a server with these pages. */
async function loadAll(responses: Readonly<Record<string, object | number>>) {
  const server = new FakeServer(responses);
  const source = new WarningSource(
    new ApiSource('https://api.example/v1', server.client),
    server.warn,
  );
  const answer = await source.find(
    'resources',
    {limit: Infinity},
    {signal: neverAborted, reload: true},
  );
  return {server, ...answer, ids: [...answer.items].map(({id}) => id)};
}

describe('pages of the API', () => {
  it('are followed to the last', async () => {
    const {ids, total, cappedAt, server} = await loadAll({
      [FIRST]: {total: 5, items: range(0, 2), next: '?page=2'},
      '/v1/resources?page=2': {total: 5, items: range(2, 4), next: 'https://api.example/v1/last'},
      '/v1/last': {total: 5, items: range(4, 5), next: null},
    });
    assert.deepEqual([ids, total, cappedAt], [[0, 1, 2, 3, 4], 5, undefined]);
    assert.deepEqual(server.requests, [FIRST, '/v1/resources?page=2', '/v1/last']);
  });

  it('are not followed to another origin, with a warning for the webmaster', async () => {
    const next = 'https://evil.example/v1/resources?page=2';
    const {server, cappedAt, ids} = await loadAll({[FIRST]: {total: 9, items: range(0, 2), next}});
    assert.deepEqual([server.requests.length, ids.length, cappedAt], [1, 2, 2]);
    assert.match(server.warnings.join(), /another origin/);
  });

  for (const next of [
    'http://[',
    'javascript:alert(1)',
    'https://a:b@api.example/',
    '//evil.example',
  ])
    it(`are not followed to ${next}`, async () => {
      const {server, cappedAt} = await loadAll({[FIRST]: {items: range(0, 2), next}});
      assert.deepEqual([server.requests.length, cappedAt], [1, 2]);
    });

  it('in a circle are each requested once', async () => {
    const {server, ids, cappedAt} = await loadAll({
      [FIRST]: {total: 4, items: range(0, 2), next: '/v1/b'},
      '/v1/b': {items: range(2, 4), next: FIRST},
    });
    assert.deepEqual([server.requests.length, ids, cappedAt], [2, [0, 1, 2, 3], undefined]);
  });

  it('end when the same page is repeated', async () => {
    const same = (page: number) => ({items: range(0, 2), next: `/v1/same/${page}`});
    const {server, ids, report} = await loadAll({
      [FIRST]: same(1),
      ...Object.fromEntries(Array.from({length: 60}, (_, i) => [`/v1/same/${i}`, same(i + 1)])),
    });
    assert.deepEqual([server.requests.length, ids], [2, [0, 1]]);
    assert.equal(report.dropped, 0, 'no record is at fault');
  });

  it('show a record once that has moved to another page meanwhile, without a warning', async () => {
    const {ids, report} = await loadAll({
      [FIRST]: {total: 4, items: range(0, 3), next: '/v1/b'},
      '/v1/b': {items: range(2, 4)},
    });
    assert.deepEqual([ids, report.dropped], [[0, 1, 2, 3], 0]);
  });

  it('stop at the fortieth, and the result is marked as partial', async () => {
    const page = (n: number) => ({
      total: 99_999,
      items: range(n * 10, n * 10 + 10),
      next: `/v1/p/${n + 1}`,
    });
    const {server, ids, cappedAt, total} = await loadAll({
      [FIRST]: page(0),
      ...Object.fromEntries(Array.from({length: 60}, (_, n) => [`/v1/p/${n}`, page(n)])),
    });
    assert.deepEqual([server.requests.length, ids.length, cappedAt, total], [40, 400, 400, 99_999]);
  });

  it('with fewer records than announced report the number received', async () => {
    const {total, cappedAt} = await loadAll({[FIRST]: {total: 9, items: range(0, 2)}});
    assert.deepEqual([total, cappedAt], [9, 2]);
  });

  it('that end with an empty one are complete', async () => {
    const {ids} = await loadAll({
      [FIRST]: {items: range(0, 2), next: '/v1/empty'},
      '/v1/empty': {items: [], next: '/v1/more'},
      '/v1/more': {items: range(2, 4)},
    });
    assert.deepEqual(ids, [0, 1]);
  });

  it('drop only the invalid record of a page', async () => {
    const {ids, report} = await loadAll({
      [FIRST]: {items: [{id: 1}, {id: {toString: 1}}, null], next: '/v1/b'},
      '/v1/b': {items: [{id: 2, geo: {lat: 'x', lon: 1}}, 'x']},
    });
    assert.deepEqual([ids, report.dropped], [[1, 2], 3]);
  });
});
