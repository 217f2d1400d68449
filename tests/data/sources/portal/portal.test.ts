import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {HttpError, SchemaError} from '../../../../src/data/client/errors.js';
import {ApiSource} from '../../../../src/data/sources/portal/portal.js';
import type {Query} from '../../../../src/model/query.js';
import {FakeServer, idsOf, neverAborted, WarningSource} from '../../fake-server.js';

function open(
  answers: Readonly<Record<string, object | number | string>>,
  api = 'https://api.example/v1/',
) {
  const server = new FakeServer(answers);
  return {server, source: new WarningSource(new ApiSource(api, server.client), server.warn)};
}
const range = (from: number, to: number) =>
  Array.from({length: to - from}, (_, i) => ({id: from + i}));

describe('a server of the API', () => {
  it('receives its own parameters, and one request per query', async () => {
    const {server, source} = open({'/v1/resources': {total: 40, items: range(0, 2)}});
    await idsOf(source, 'resources', {q: 'x', theme: ['b', 'a'], page: 2, limit: 2});
    await idsOf(source, 'resources', {q: 'xy', limit: 2});
    assert.deepEqual(server.requests, [
      '/v1/resources?q=x&theme=a&theme=b&limit=2&page=2',
      '/v1/resources?q=xy&limit=2',
    ]);
    assert.equal(source.isComplete('resources'), false);
  });

  it('receives no filters that a collection does not have', async () => {
    const {server, source} = open({'/v1/chapters': {items: []}});
    await idsOf(source, 'chapters', {theme: ['a'], bbox: [0, 0, 1, 1], portal: ['72']});
    assert.deepEqual(server.requests, ['/v1/chapters?portal=72']);
  });

  it('keeps the query string of its address and drops the hash', async () => {
    const {server, source} = open({'/v1/portals': {items: []}}, 'https://api.example/v1?key=1#a');
    await idsOf(source, 'portals', {q: 'x'});
    assert.deepEqual(server.requests, ['/v1/portals?key=1&q=x']);
  });

  it('provides the total, the facets and the attribution', async () => {
    const facets = {theme: [{value: 'eau', count: 2}]};
    const {source} = open({
      '/v1/resources': {total: 40, items: range(0, 2), facets, attribution: {text: 'CAUE'}},
    });
    const answer = await source.find('resources', {limit: 2}, {signal: neverAborted});
    assert.equal(answer.total, 40);
    assert.deepEqual([answer.facets, answer.attribution], [facets, {text: 'CAUE'}]);
  });

  it('cannot report a smaller total than the records it returns', async () => {
    const {source} = open({'/v1/resources': {total: 1, items: range(0, 3)}});
    assert.equal((await source.find('resources', {}, {signal: neverAborted})).total, 3);
  });

  it('is reported once if its list metadata are invalid', async () => {
    const {server, source} = open({'/v1/resources': {total: '3', items: range(0, 3)}});
    await idsOf(source, 'resources');
    await idsOf(source, 'resources');
    assert.deepEqual(server.warnings, [
      'https://api.example/v1/resources: total: expected a whole number from 0 up, got "3"',
    ]);
  });

  for (const body of [{}, {items: {}}, [], {portals: []}]) {
    it(`that returns ${JSON.stringify(body)} causes one clear error`, async () => {
      const {source} = open({'/v1/resources': body});
      await assert.rejects(idsOf(source, 'resources'), (error: Error) => {
        assert.ok(error instanceof SchemaError);
        assert.match(error.message, /expected an object with a list of items/);
        return true;
      });
    });
  }
});

describe('a server that ignores its parameters', () => {
  const all = [...Array(40).keys()].map(n => ({id: n, title: n % 4 ? 'Mare' : 'Canal'}));
  const folder = (body: object) => {
    const server = new FakeServer({'/api/resources': body});
    return {
      server,
      source: new WarningSource(new ApiSource('https://a.example/api', server.client), server.warn),
    };
  };

  it('returns more than a page, which is the complete list: the query is run in the browser', async () => {
    const {server, source} = folder({items: all, total: 40});
    const query = {q: 'canal', limit: 3, page: 2};
    const {items, total} = await source.find('resources', query, {signal: neverAborted});
    assert.deepEqual(
      [...items].map(({id}) => id),
      [12, 16, 20],
    );
    assert.equal(total, 10);
    await source.find('resources', {q: 'mare', limit: 3}, {signal: neverAborted});
    // A page of 500 would be no shorter than the complete list.
    const again = await source.find(
      'resources',
      {limit: Infinity, q: 'canal'},
      {signal: neverAborted, reload: true},
    );
    assert.deepEqual([again.items.length, again.total], [10, 10]);
    assert.equal(server.requests.length, 2);
  });

  for (const [what, more] of [
    ['links to more', {next: '/api/resources?page=2'}],
    ['reports a larger total', {total: 41}],
  ] as const)
    it(`is not assumed if a server ${what}`, async () => {
      const {source} = folder({items: all, ...more});
      const {items} = await source.find(
        'resources',
        {q: 'canal', limit: 3},
        {signal: neverAborted},
      );
      assert.equal(items.length, 40);
      assert.equal(source.isComplete('resources'), false);
    });
});

describe('a complete list', () => {
  const complete = (items: readonly object[]) => ({complete: true, items});
  const portals = complete([
    {id: 72, family: 'theme', title: 'Villes'},
    {id: 'p', family: 'projet', projects: ['far']},
  ]);
  const resources = complete([
    {id: 1, title: 'Écluse', portals: [72]},
    {id: 2, title: 'Canal', portals: ['p']},
    {id: 3, title: 'Mur', family: 'acteur'},
  ]);
  const projects = complete([{id: 'far', period: {start: '1999', end: '2001'}}]);
  const answers = {'/v1/portals': portals, '/v1/resources': resources, '/v1/projects': projects};

  it('is filtered, sorted and paged in the browser, without another request', async () => {
    const {server, source} = open(answers);
    const query: Query = {q: 'ecluse'};
    assert.deepEqual(await idsOf(source, 'resources', query), [1]);
    assert.ok(source.isComplete('resources'));
    assert.deepEqual(await idsOf(source, 'resources', {sort: 'title', limit: 2}), [2, 1]);
    const all = await source.find('resources', {limit: Infinity}, {signal: neverAborted});
    assert.deepEqual([all.items.length, all.total, all.cappedAt], [3, 3, undefined]);
    assert.deepEqual(server.requests, ['/v1/resources?q=ecluse']);
  });

  it('causes no other request until a query needs related records', async () => {
    const {server, source} = open(answers);
    await idsOf(source, 'resources', {portal: ['72'], sort: 'date', facets: ['theme', 'year']});
    assert.equal(server.requests.length, 1);
    assert.deepEqual(await idsOf(source, 'resources', {family: ['theme']}), [1]);
    assert.deepEqual(await idsOf(source, 'resources', {family: ['projet', 'acteur']}), [2, 3]);
    assert.deepEqual(server.requests.slice(1), ['/v1/portals?limit=500']);
    assert.deepEqual(await idsOf(source, 'resources', {project: ['far']}), [2]);
    assert.deepEqual(server.requests.slice(2), ['/v1/projects?limit=500']);
  });

  it('names the values of a facet by the records they refer to', async () => {
    const {source} = open(answers);
    const {facets} = await source.find('resources', {facets: ['portal']}, {signal: neverAborted});
    assert.deepEqual(facets.portal?.[0], {value: '72', label: 'Villes', count: 1});
  });

  it('works without a collection that the server does not have', async () => {
    const {source} = open({'/v1/portals': portals, '/v1/projects': 404});
    assert.deepEqual(await idsOf(source, 'portals', {from: '2000'}), []);
  });

  for (const down of [503, 522])
    it(`fails, and recovers, when the related records of a query are unavailable for a while: ${down}`, async () => {
      const {server, source} = open({...answers, '/v1/portals': down});
      await assert.rejects(idsOf(source, 'resources', {family: ['theme']}), HttpError);
      assert.deepEqual(await idsOf(source, 'resources'), [1, 2, 3]);
      server.responses = answers;
      assert.deepEqual(await idsOf(source, 'resources', {family: ['theme']}), [1]);
    });

  it('is validated and reported once for several callers', async () => {
    const {server, source} = open({'/v1/projects': complete([{id: 1, title: 5}])});
    const ask = () => source.find('projects', {sort: 'title'}, {signal: neverAborted});
    const [a, b] = await Promise.all([ask(), ask()]);
    assert.equal(a.items.at(0), b.items.at(0));
    assert.equal(a.report.errorCount, 1);
    assert.equal(server.requests.length, 1);
  });

  it('is requested again on a reload', async () => {
    const {server, source} = open(answers);
    await idsOf(source, 'resources');
    server.responses = {'/v1/resources': complete([{id: 9}])};
    await source.find('resources', {}, {signal: neverAborted, reload: true});
    assert.deepEqual(await idsOf(source, 'resources'), [9]);
  });

  it('is marked as stale, filtered or not, until a reload succeeds', async () => {
    const {server, source} = open(answers);
    await idsOf(source, 'resources');
    server.responses = {'/v1/resources': 503};
    const stale = await source.find('resources', {q: 'e'}, {signal: neverAborted, reload: true});
    assert.deepEqual([stale.items.length, stale.staleSince], [1, new Date(0)]);
    const found = await source.find('resources', {q: 'canal'}, {signal: neverAborted});
    assert.deepEqual([found.items.length, found.staleSince], [1, new Date(0)]);
    server.responses = {'/v1/resources': complete([{id: 9}])};
    const {items, staleSince} = await source.find(
      'resources',
      {},
      {signal: neverAborted, reload: true},
    );
    assert.deepEqual([[...items], staleSince], [[{id: 9}], undefined]);
  });

  it('is requested for each query once it is no longer complete', async () => {
    const {server, source} = open(answers);
    await idsOf(source, 'resources');
    server.responses = {
      '/v1/resources': {items: [{id: 1}]},
      '/v1/resources?q=x': {items: [{id: 2}]},
    };
    const {items} = await source.find('resources', {q: 'x'}, {signal: neverAborted, reload: true});
    assert.deepEqual([items.at(0).id, source.isComplete('resources')], [2, false]);
  });

  it('is sufficient for relations within itself, even if stale', async () => {
    const query: Query = {project: ['far']};
    let tries = 0;
    const {source} = open({
      '/v1/projects': projects,
      '/v1/portals': 503,
      // The browser has a cached copy of this request, and of no other.
      get '/v1/portals?project=far'() {
        return ++tries < 3 ? 503 : portals;
      },
    });
    const {items, staleSince} = await source.find('portals', query, {signal: neverAborted});
    assert.deepEqual([[...items].map(({id}) => id), staleSince], [['p'], null]);
  });

  it('finds one record by its id, or reports that there is none', async () => {
    const {server, source} = open(
      {
        '/v1/resources/a%2Fb%20c': {id: 'a/b c', title: 'A', url: 'javascript:alert(1)'},
        '/v1/resources/7': {id: 7},
        '/v1/resources/other': {id: 'another'},
        '/v1/resources/none': 404,
        '/v1/resources/words': 'no such page',
      },
      'https://api.example/v1?key=1',
    );
    const one = (id: string) => source.one('resources', id, {signal: neverAborted});
    assert.deepEqual(await one('a/b c'), {id: 'a/b c', title: 'A'}, 'checked like any');
    assert.deepEqual(await one('7'), {id: 7}, 'an address knows no numbers');
    for (const id of ['other', 'none', 'words', '..']) assert.equal(await one(id), undefined, id);
    assert.ok(server.requests.every(address => address.includes('key=1')));
  });

  it('does not report a missing record when the request fails', async () => {
    const {source} = open({'/v1/resources/7': 500});
    await assert.rejects(source.one('resources', 7, {signal: neverAborted}), HttpError);
  });
});
