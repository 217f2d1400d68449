import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {FACETS, type FacetName, type Filter, type Query} from '../../../src/model/query.js';
import {ArrayRecordList} from '../../../src/model/collection/record-list.js';
import type {Resource} from '../../../src/model/records.js';
import {NO_RELATIONS, createRelations} from '../../../src/model/relations.js';
import {CollectionIndex} from '../../../src/model/collection/collection-index.js';

const WORDS = ['écluse', 'Canal', 'ville', 'cœur', 'val'];
const subsetOf = <T>(...from: T[]) => fc.subarray(from);
const resource = fc.record(
  {
    title: fc.subarray(WORDS).map(words => words.join(' ')),
    family: fc.constantFrom('acteur', 'theme'),
    type: fc.constantFrom('site', 'document'),
    section: fc.constantFrom('mediatheque', 'mission'),
    themes: subsetOf('eau', 'bâti', 'sol'),
    portals: subsetOf('a', 'b', 'c'),
    published: fc.constantFrom('2014', '2016-05', '2018-01-01', '2016'),
    geo: fc.record({lat: fc.integer({min: 48, max: 52}), lon: fc.integer({min: 0, max: 4})}),
  },
  {requiredKeys: []},
);
const resources = fc
  .array(resource, {maxLength: 25})
  .map(list => list.map((fields, id): Resource => ({...fields, id})));
const filter: fc.Arbitrary<Filter> = fc.record(
  {
    q: fc.constantFrom('e', 'CŒ', 'val ca', 'ecluse', 'zzz'),
    family: subsetOf('acteur', 'theme', 'projet'),
    type: subsetOf('site', 'document'),
    theme: subsetOf('eau', 'sol'),
    portal: subsetOf('a', 'b'),
    from: fc.constantFrom('2015', '2016-06', '2018'),
    to: fc.constantFrom('2014', '2016-05', '2019'),
    bbox: fc.constant([1, 49, 3, 51] as const),
  },
  {requiredKeys: []},
);

const portals = [
  {id: 'a', family: 'acteur'},
  {id: 'b', family: 'projet'},
];
const familyOf = (id: string) => portals.find(portal => portal.id === id)?.family;

/** Returns the facet values of a record, in the simplest code that follows the API. */
function facetValues(record: Resource, facet: FacetName): string[] {
  const theirs = (record.portals ?? []).map(id => familyOf(String(id)));
  switch (facet) {
    case 'family':
      return record.family
        ? [record.family]
        : [...new Set(theirs)].filter(family => family !== undefined);
    case 'type':
      return record.type ? [record.type] : [];
    case 'section':
      return record.section ? [record.section] : [];
    case 'theme':
      return [...(record.themes ?? [])];
    case 'portal':
      return (record.portals ?? []).map(String);
    case 'year':
      return record.published ? [record.published.slice(0, 4)] : [];
    default:
      return [];
  }
}

const PLAIN: Readonly<Record<string, string>> = {écluse: 'ecluse', cœur: 'coeur'};
const FIRST: Readonly<Record<string, string>> = {'2016': '2016-01-01', '2016-05': '2016-05-01'};
const LAST: Readonly<Record<string, string>> = {'2016': '2016-12-31', '2016-05': '2016-05-31'};
const firstDay = (date: string) => FIRST[date] ?? `${date}-01-01`.slice(0, 10);
const lastDay = (date: string) => LAST[date] ?? `${date}-12-31`.slice(0, 10);

function matches(record: Resource, wanted: Filter, except?: FacetName): boolean {
  for (const name of ['family', 'type', 'theme', 'portal'] as const) {
    const values = wanted[name];
    if (name === except || !values?.length) continue;
    if (!facetValues(record, name).some(value => values.includes(value))) return false;
  }
  const {from = '0000', to = '9999', q, bbox} = wanted;
  if ((wanted.from ?? wanted.to) !== undefined && except !== 'year') {
    const day = record.published;
    if (!day || lastDay(day) < from || firstDay(day) > lastDay(to)) return false;
  }
  const text = ((record.title as string | undefined) ?? '')
    .split(' ')
    .map(word => PLAIN[word] ?? word.toLowerCase())
    .join(' ');
  if (q && !q.split(' ').every(word => text.includes(word === 'CŒ' ? 'coe' : word))) return false;
  const {lat = NaN, lon = NaN} = record.geo ?? {};
  return !bbox || (lon >= 1 && lon <= 3 && lat >= 49 && lat <= 51);
}

const ids = (list: Iterable<{id: unknown}>) => [...list].map(({id}) => id);

describe('a complete collection', () => {
  it('sorts the values of each facet in a step of its own, before the query that counts them', () => {
    const records = [1, 2, 3].map(id => ({id, type: `type ${id}`, section: `section ${id}`}));
    const index = new CollectionIndex('resources', new ArrayRecordList(records), NO_RELATIONS);
    const stepsOf = (query: Query) => [...index.buildIndexes(query)].length;
    assert.equal(stepsOf({facets: ['type', 'section']}), records.length + 2);
    assert.equal(stepsOf({facets: ['section']}), 0);
    assert.equal(stepsOf({theme: ['eau']}), records.length);
  });

  it('reads years, sorts thousands of values and filters in short steps', () => {
    const records = Array.from({length: 5000}, (_, id) => ({
      id,
      title: `Écluse ${id}`,
      commune: {name: `Dorp ${(id * 7919) % 3001}`},
      period: {start: '1900', end: '2020'},
    }));
    const index = new CollectionIndex('resources', new ArrayRecordList(records), NO_RELATIONS);
    const stepsOf = (query: Query) => [...index.buildIndexes(query)].length;
    // A pass over the records, sorts of runs of 512 values, and merges of those.
    assert.ok(stepsOf({facets: ['commune']}) > records.length + 2 * Math.floor(3001 / 512));
    // The periods are there already: only the years are read from them.
    assert.equal(stepsOf({from: '1950'}), records.length);
    assert.ok(stepsOf({facets: ['year']}) > records.length);
    const query: Query = {from: '1950', facets: ['commune', 'year'], limit: 5};
    const steps = index.findInSteps(query);
    let count = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) count++;
    // Records in parts, then each facet.
    assert.ok(count > records.length / 2500 + 2);
    const {total, facets, items} = step.value;
    assert.equal(total, records.length);
    assert.deepEqual(ids(items), [0, 1, 2, 3, 4]);
    assert.deepEqual([facets.commune?.length, facets.year?.length], [3001, 121]);
    assert.deepEqual(facets.year?.[0], {value: '2020', count: 5000});
    const counts = facets.commune?.map(({count: number}) => number) ?? [];
    assert.deepEqual(
      counts,
      counts.toSorted((a, b) => b - a),
    );
  });

  it('returns the same as a naive implementation: matches, and each facet without its own filter', () => {
    fc.assert(
      fc.property(resources, filter, (records, wanted) => {
        const relations = createRelations(portals, [], []);
        const shelf = new CollectionIndex('resources', new ArrayRecordList(records), relations);
        const {items, total, facets} = shelf.find({...wanted, limit: 500, facets: FACETS});
        const kept = records.filter(record => matches(record, wanted));
        assert.deepEqual(ids(items), ids(kept));
        assert.equal(total, kept.length);
        for (const name of FACETS) {
          const counted = new Map<string, number>();
          for (const record of records.filter(each => matches(each, wanted, name)))
            for (const value of facetValues(record, name))
              counted.set(value, (counted.get(value) ?? 0) + 1);
          const given = new Map(facets[name]?.map(({value, count}) => [value, count]));
          assert.deepEqual(new Map([...given].sort()), new Map([...counted].sort()), name);
        }
      }),
      {numRuns: 500},
    );
  });

  it('labels a selected value that no record has', () => {
    const relations = createRelations(
      [
        {id: 'a', title: 'Atelier'},
        {id: 'b', title: 'Bief'},
      ],
      [],
      [],
    );
    const records = new ArrayRecordList<Resource>([{id: 1, portals: ['a']}]);
    const index = new CollectionIndex('resources', records, relations);
    const {portal} = index.find({portal: ['a', 'b', 'unknown'], facets: ['portal']}).facets;
    assert.deepEqual(portal, [
      {value: 'a', label: 'Atelier', count: 1},
      {value: 'b', label: 'Bief', count: 0},
    ]);
  });

  it('filters by all given territories at once', () => {
    const inTerritory = (departement: string, region: string) => ({
      id: `${departement}-${region}`,
      commune: {departement, region},
    });
    const records = [inTerritory('75', '11'), inTerritory('59', '32'), inTerritory('62', '32')];
    const shelf = new CollectionIndex('resources', new ArrayRecordList(records), NO_RELATIONS);
    const kept = (query: Query) => ids(shelf.find(query).items);
    assert.deepEqual(kept({departement: ['59', '75'], region: ['32']}), ['59-32']);
    assert.deepEqual(kept({departement: ['75'], region: ['11', '32']}), ['75-11']);
  });

  it('finds the same when a search text grows letter by letter as from scratch', () => {
    fc.assert(
      fc.property(
        resources,
        fc.array(fc.constantFrom('e', 'ec', 'ecl', 'ca va', 'ca', 'v', 'coe', 'u r'), {
          maxLength: 8,
        }),
        (records, searches) => {
          const used = new CollectionIndex('resources', new ArrayRecordList(records), NO_RELATIONS);
          for (const q of searches) {
            const fresh = new CollectionIndex(
              'resources',
              new ArrayRecordList(records),
              NO_RELATIONS,
            );
            assert.deepEqual(ids(used.find({q}).items), ids(fresh.find({q}).items), q);
          }
        },
      ),
    );
  });

  it('splits into pages that contain each record once', () => {
    fc.assert(
      fc.property(resources, fc.integer({min: 1, max: 9}), (records, limit) => {
        const shelf = new CollectionIndex('resources', new ArrayRecordList(records), NO_RELATIONS);
        const paged: unknown[] = [];
        const query: Query = {limit, sort: 'title'};
        for (let page = 1; page <= records.length + 1; page++)
          paged.push(...ids(shelf.find({...query, page}).items));
        assert.deepEqual(paged, ids(shelf.find({...query, limit: Infinity}).items));
      }),
    );
  });
});
