import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {open} from '../../../../../src/data/sources/opendatasoft/opendatasoft.js';
import type {Query} from '../../../../../src/model/query.js';
import {FakeServer, neverAborted} from '../../../fake-server.js';

const API = '/api/explore/v2.1/catalog/datasets/arbres';

interface Tree {
  readonly nom: string;
  readonly type: string;
  readonly commune: string;
  readonly date: string;
}

const trees: readonly Tree[] = [...Array(400).keys()].map(i => ({
  nom: `Arbre ${String(i).padStart(3, '0')}`,
  type: ['Chêne', 'Tilleul', 'Saule'][i % 3]!,
  commune: ['Denain', 'Anzin'][i % 2]!,
  date: `20${String(10 + (i % 7))}-0${1 + (i % 9)}-01`,
}));

/** Opens a dataset whose server applies conditions only if `isApplied` returns true for their text. */
function openTrees(isApplied: (condition: string) => boolean) {
  const fake = new FakeServer(({pathname, searchParams}) => {
    if (pathname === API)
      return {
        fields: ['nom', 'type', 'commune', 'date'].map(name => ({
          name,
          type: name === 'date' ? 'date' : 'text',
        })),
      };
    const conditions = [...searchParams.getAll('where').join(' and ').split(' and ')];
    const isMatch = (tree: Tree): boolean =>
      conditions.filter(isApplied).every(condition => {
        const [, name, value] = /^(type|commune) in \("(.*)"\)$/.exec(condition) ?? [];
        if (name) return tree[name as 'type'] === value;
        const [, operator, day] = /^date (<|>=) date'(.*)'$/.exec(condition) ?? [];
        if (day) return operator === '<' ? tree.date < day : tree.date >= day;
        const [, word] = /search\(.*"(.*)"\)/.exec(condition) ?? [];
        return word === undefined || tree.nom.includes(word);
      });
    const found = trees.filter(isMatch);
    const offset = Number(searchParams.get('offset') ?? 0);
    const results = found.slice(offset, offset + Number(searchParams.get('limit') ?? 10));
    return pathname.includes('/exports/') ? results : {total_count: found.length, results};
  });
  const url = `https://ods.example${API}`;
  return {fake, source: open({url, fields: '', client: fake.client, warn: fake.warn})};
}

const find = async (source: ReturnType<typeof openTrees>['source'], query: Query) => {
  const {total, items} = await source.find('resources', query, {signal: neverAborted});
  return {total, communes: new Set([...items].map(({commune}) => commune?.name))};
};

describe('a server that applies one filter and ignores another', () => {
  const query: Query = {type: ['Chêne'], commune: ['Denain'], limit: 5};
  const expected = trees.filter(({type, commune}) => type === 'Chêne' && commune === 'Denain');

  it('gives the right records and their number, and one line in the console', async () => {
    const {fake, source} = openTrees(condition => !condition.startsWith('commune'));
    const {total, communes} = await find(source, query);
    assert.equal(total, expected.length);
    assert.deepEqual([...communes], ['Denain']);
    await find(source, {...query, page: 2});
    assert.deepEqual(fake.warnings, [
      `https://ods.example${API}: the server does not read this, which is done here: commune`,
    ]);
  });

  it('is noticed on a page that was opened by its address too', async () => {
    const {source} = openTrees(condition => !condition.startsWith('commune'));
    assert.equal((await find(source, {...query, page: 3})).total, expected.length);
  });

  it('is noticed if it ignores one bound of a period', async () => {
    const {source} = openTrees(condition => !condition.includes('date >='));
    const {total} = await find(source, {from: '2013', to: '2014', type: ['Saule'], limit: 5});
    const years = trees.filter(({type, date}) => type === 'Saule' && /^201[34]/.test(date));
    assert.equal(total, years.length);
  });

  it('is noticed if it ignores two of three', async () => {
    const {source} = openTrees(condition => condition.startsWith('type'));
    const {total} = await find(source, {...query, from: '2014'});
    assert.equal(total, expected.filter(({date}) => date >= '2014').length);
  });

  it('gets no further requests if it applies all', async () => {
    const {fake, source} = openTrees(() => true);
    assert.equal((await find(source, query)).total, expected.length);
    assert.equal(fake.requests.filter(request => request.includes('where')).length, 1);
    assert.deepEqual(fake.warnings, []);
  });
});
