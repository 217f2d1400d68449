import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {decorateSource} from '../../../src/data/open-source.js';
import {ApiSource} from '../../../src/data/sources/portal/portal.js';
import {ItemsSource} from '../../../src/data/sources/document/document.js';
import type {Query} from '../../../src/model/query.js';
import {FakeServer, neverAborted} from '../fake-server.js';

const attribution = {text: 'CAUE du Nord', licence: 'Licence ouverte'};
const pages = {
  '/api/resources': {total: 4107, items: [{id: 'first', title: 'Autre'}], attribution},
  '/api/resources/a%2Fb%20%C3%A9': {id: 'a/b é', title: 'Atlas'},
  '/api/portals': {total: 1, items: [{id: 'nord', title: 'Nord'}]},
};

const open = (id: string, responses: object = pages) => {
  const server = new FakeServer(responses as Record<string, object>);
  const source = decorateSource(new ApiSource('https://portal.example/api', server.client), {
    record: id,
    warn: server.warn,
  });
  const ids = async (query: Query = {}) => {
    const result = await source.find('resources', query, {
      signal: neverAborted,
      warn: server.warn,
    });
    return {...result, ids: [...result.items].map(record => record.id)};
  };
  return {server, source, ids};
};

describe('a source with a single record', () => {
  it('requests the record by its id, with the attribution of the list', async () => {
    const {server, ids} = open(' a/b é ');
    const result = await ids({q: 'anything else', page: 3, facets: ['theme'], lang: 'fr'});
    assert.deepEqual(result.ids, ['a/b é']);
    assert.equal(result.total, 1);
    assert.deepEqual(result.facets, {});
    assert.deepEqual(result.attribution, attribution);
    assert.deepEqual(server.requests, [
      '/api/resources?limit=1&lang=fr',
      '/api/resources/a%2Fb%20%C3%A9',
    ]);
  });

  it('is empty for an unknown id, with a warning in the console', async () => {
    const {server, ids} = open('gone');
    const {ids: found, total} = await ids({limit: Infinity});
    assert.deepEqual([found, total], [[], 0]);
    assert.deepEqual(server.warnings, [
      'record="gone": https://portal.example/api has no record of resources with this id',
    ]);
  });

  it('finds the record of a file of one answer without a further request', async () => {
    const items = [
      {id: 7, title: 'Étang'},
      {id: 'a', title: 'Halle'},
    ];
    const {server, ids} = open('7', {'/api/resources': {complete: true, items}});
    assert.deepEqual((await ids()).ids, [7]);
    assert.equal(server.requests.length, 1);
  });

  it('leaves other collections whole, and gives no other record by its id', async () => {
    const {source, server} = open('a');
    const options = {signal: neverAborted, warn: server.warn};
    const portals = await source.find('portals', {limit: Infinity}, options);
    assert.equal(portals.total, 1);
    assert.equal(await source.one?.('resources', 'other', options), undefined);
  });

  it('reports an error of the server as such, not as an unknown record', async () => {
    const {ids} = open('a', {'/api/resources': pages['/api/resources'], '/api/resources/a': 500});
    await assert.rejects(ids(), {kind: 'http'});
  });

  it('looks among the records that the page itself gives', async () => {
    const items = new ItemsSource({resources: [{id: 1}, {id: 2, title: 'Pont'}]}, () => {});
    const {items: found} = await decorateSource(items, {record: '2', warn: () => {}}).find(
      'resources',
      {limit: Infinity, family: ['acteur']},
      {signal: neverAborted},
    );
    assert.deepEqual(
      [...found].map(({title}) => title),
      ['Pont'],
    );
  });
});
