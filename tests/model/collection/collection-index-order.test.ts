import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {DEFAULT_LIMIT, type FacetName, type Query} from '../../../src/model/query.js';
import {SubsetRecordList, ArrayRecordList} from '../../../src/model/collection/record-list.js';
import type {Resource} from '../../../src/model/records.js';
import {NO_RELATIONS} from '../../../src/model/relations.js';
import {CollectionIndex} from '../../../src/model/collection/collection-index.js';

const createIndex = (...records: Resource[]) =>
  new CollectionIndex('resources', new ArrayRecordList(records), NO_RELATIONS);
const sortedIds = (index: CollectionIndex<'resources'>, query: Query) =>
  [...index.find(query).items].map(({id}) => id).join(' ');

describe('sorting', () => {
  const titled = createIndex(
    {id: 'none'},
    {id: 'e10', title: 'Étape 10'},
    {id: 'z', title: 'zone'},
    {id: 'e9', title: 'etape 9'},
    {id: 'a', title: {fr: 'Âne', nl: 'Zebra'}},
    {id: 'blank', title: ' '},
  );

  it('by title ignores accents and case, compares numbers by value, and puts untitled records last', () => {
    assert.equal(sortedIds(titled, {sort: 'title'}), 'a e9 e10 z none blank');
    assert.equal(sortedIds(titled, {sort: '-title'}), 'z e10 e9 a none blank');
  });

  it('by title is stable for titles that differ in accents and case only', () => {
    const alike = ['canal', 'Canal', 'Cânal', 'CANAL'].map(title => ({id: title, title}));
    assert.equal(sortedIds(createIndex(...alike), {sort: 'title'}), 'canal Canal Cânal CANAL');
    assert.equal(
      sortedIds(createIndex(...alike.toReversed()), {sort: 'title'}),
      'CANAL Cânal Canal canal',
    );
  });

  it('by title uses the visible title', () =>
    assert.equal(sortedIds(titled, {sort: 'title', lang: 'nl'}), 'e9 e10 a z none blank'));

  it('by title works for an invalid language', () =>
    assert.equal(sortedIds(titled, {sort: 'title', lang: 'fr_FR!'}), 'a e9 e10 z none blank'));

  it('by date puts undated records last in both directions, and is stable', () => {
    const dated = createIndex(
      {id: 'u', title: 'undated'},
      {id: 2016, published: '2016'},
      {id: 2014, period: {start: '2014-05'}},
      {id: '2016b', created: '2016-01-01'},
      {id: 2020, event: {start: '2020-01-01T10:00'}, created: '1999'},
    );
    assert.equal(sortedIds(dated, {sort: 'date'}), '2014 2016 2016b 2020 u');
    assert.equal(sortedIds(dated, {sort: '-date'}), '2020 2016 2016b 2014 u');
  });

  it('is stable for thousands of records as for a few', () => {
    const many = Array.from({length: 3000}, (_, id) => ({
      id,
      ...(id % 7 > 0 && {title: `n° ${(id * 7919) % 1000}`}),
    }));
    const rank = ({title}: {title?: string}) => (title ? Number(title.slice(3)) : Infinity);
    for (const count of [0, 1, 512, 513, 1024, 1500, 3000]) {
      const some = many.slice(0, count);
      const wanted = some.toSorted((a, b) => rank(a) - rank(b) || a.id - b.id).map(({id}) => id);
      const {items} = createIndex(...some).find({sort: 'title', limit: Infinity});
      assert.deepEqual(
        [...items].map(({id}) => id),
        wanted,
        String(count),
      );
    }
  });

  it('keeps filtered results sorted', () =>
    assert.equal(sortedIds(titled, {sort: '-title', q: 'etape'}), 'e10 e9'));
});

describe('a page', () => {
  const many = createIndex(...Array.from({length: 30}, (_, id) => ({id})));

  it('has twelve records by default', () =>
    assert.equal(many.find({}).items.length, DEFAULT_LIMIT));

  it('contains all records without a limit', () =>
    assert.equal(many.find({limit: Infinity, page: 1}).items.length, 30));

  it('is empty beyond the end, with the same total', () => {
    const {items, total} = many.find({page: 9});
    assert.deepEqual([items.length, total], [0, 30]);
  });
});

describe('facets', () => {
  const shelf = createIndex(
    {id: 1, themes: ['eau'], period: {start: '2014', end: '2016'}},
    {id: 2, themes: ['bâti', 'eau'], period: {start: '2015'}},
    {id: 3, themes: ['sol'], commune: {name: 'Lille', insee: '59350'}},
    {id: 4, period: {start: '2018-02-01', end: '2018-03'}, commune: {insee: '59350'}},
  );
  const facet = (name: FacetName, query: Query = {}) =>
    shelf.find({...query, facets: [name]}).facets[name];

  it('are sorted by frequency, then by name', () =>
    assert.deepEqual(facet('theme'), [
      {value: 'eau', count: 2},
      {value: 'bâti', count: 1},
      {value: 'sol', count: 1},
    ]));

  it('count a period in each of its years, the newest first, and an open one up to the last', () =>
    assert.deepEqual(
      facet('year')?.map(({value, count}) => `${value}:${count}`),
      ['2018:2', '2017:1', '2016:2', '2015:2', '2014:1'],
    ));

  it('use the code of a commune, with its name', () =>
    assert.deepEqual(facet('commune'), [{value: '59350', label: 'Lille', count: 2}]));

  it('are counted once if they are requested twice', () => {
    const {facets} = shelf.find({theme: ['sol'], facets: ['theme', 'theme']});
    assert.deepEqual(facets.theme?.[0], {value: 'eau', count: 2});
  });

  it('end at a maximum for an open period', () => {
    const endless = createIndex({id: 1, period: {start: '-010000'}}, {id: 2, published: '+010000'});
    const years = endless.find({facets: ['year']}).facets.year ?? [];
    assert.ok(years.length < 300, String(years.length));
  });
});

describe('a part of a list', () => {
  it('is sorted separately', () => {
    const whole = new ArrayRecordList<Resource>([
      {id: 1, geo: {lat: 1, lon: 2}},
      {id: 2, family: 'theme'},
    ]);
    const part = new SubsetRecordList(whole, [1, 0]);
    assert.deepEqual(
      [...part].map(({id}) => id),
      [2, 1],
    );
    assert.deepEqual([part.familyAt(0), part.geoAt(1)], ['theme', {lat: 1, lon: 2}]);
  });
});
