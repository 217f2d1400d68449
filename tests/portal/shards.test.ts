import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';
import {ArrayRecordList} from '../../src/model/collection/record-list.js';
import {CollectionIndex} from '../../src/model/collection/collection-index.js';
import {FACETS, type Query} from '../../src/model/query.js';
import type {Resource} from '../../src/model/records.js';
import {publishedShards} from '../support/published-shards.js';

const COUNT = 6000;
const options = () => ({signal: new AbortController().signal});

describe('a collection in shards', () => {
  let shards: ReturnType<typeof publishedShards>;
  let brute: CollectionIndex<'resources'>;
  before(() => {
    shards = publishedShards(COUNT);
    brute = new CollectionIndex(
      'resources',
      new ArrayRecordList<Resource>(shards.site.records.resources),
    );
  });

  const queries: Readonly<Record<string, Query>> = {
    'without a filter': {},
    'on its third page': {page: 3, limit: 12},
    'with one filter': {theme: ['Eau']},
    'with one filter, on a late page': {theme: ['Eau'], page: 9, limit: 24},
    'with a commune': {commune: ['59012']},
    'with two filters': {theme: ['Eau'], type: ['document']},
    'with two values of one filter': {theme: ['Eau', 'École']},
    'with a value that nothing has': {theme: ['Volcans']},
    'with the name of an inherited property': {theme: ['constructor']},
    'in another order': {sort: 'title'},
    'filtered, in another order': {theme: ['Habitat'], sort: '-date', limit: 5},
    'with a period and an area': {from: '2015', to: '2016', bbox: [2, 49, 3, 50]},
    'with words of a title': {q: 'fiche 42'},
  };
  for (const [name, query] of Object.entries(queries))
    it(`gives what a search of all records gives ${name}`, async () => {
      const wanted = {limit: 24, facets: FACETS.filter(one => one !== 'commune'), ...query};
      const found = await shards.open().find('resources', wanted, options());
      const expected = brute.find(wanted);
      assert.equal(found.total, expected.total);
      assert.deepEqual(
        [...found.items].map(({id}) => id),
        [...expected.items].map(({id}) => id),
      );
      assert.deepEqual(
        (found.facets.theme ?? []).map(({value, count}) => [value, count]),
        (expected.facets.theme ?? []).map(({value, count}) => [value, count]),
      );
      assert.deepEqual([...found.items][0]?.abstract, [...expected.items][0]?.abstract);
    });

  it('answers the first page of a filter from two files', async () => {
    await shards
      .open()
      .find('resources', {theme: ['Eau'], limit: 24, facets: ['theme', 'type']}, options());
    assert.equal(shards.read.requests, 2);
  });

  it('gives maps the place of every record', async () => {
    const {items, total} = await shards
      .open()
      .find('resources', {limit: Infinity, theme: ['Eau']}, options());
    assert.equal(items.length, total);
    assert.ok(items.geoAt(0));
  });

  it('is empty for a collection without files', async () => {
    const {total} = await shards.open().find('stories', {}, options());
    assert.equal(total, 0);
  });
});
