import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {CollectionIndex} from '../../../src/model/collection/collection-index.js';
import type {Resource} from '../../../src/model/records.js';

const resources: readonly Resource[] = [
  {id: 1, commune: {name: 'RAISMES '}, type: 'École', portals: ['A']},
  {id: 2, commune: {name: 'Raismes'}, type: 'ecole', portals: ['a']},
  {id: 3, commune: {name: 'Raismes'}, type: 'École'},
  {id: 4, commune: {name: 'Saint  Amand'}, type: 'École ', themes: ['Eau', 'eau']},
];

describe('spellings of one value', () => {
  const index = new CollectionIndex('resources', resources as never);
  const find = (query: object) =>
    index.find({...query, facets: ['commune', 'type', 'theme', 'portal']});

  it('are one option of a facet, with the commonest of them', () => {
    const {facets} = find({});
    const options = (name: 'commune' | 'type' | 'theme' | 'portal') =>
      facets[name]?.map(({value, count}) => [value, count]);
    assert.deepEqual(options('commune'), [
      ['Raismes', 3],
      ['Saint  Amand', 1],
    ]);
    assert.deepEqual(options('type'), [['École', 4]]);
    assert.deepEqual(options('theme'), [['Eau', 1]]);
  });

  it('are all found by any of them', () => {
    assert.equal(find({commune: ['raismes']}).total, 3);
    assert.equal(find({type: ['ECOLE']}).total, 4);
  });

  it('stay apart where the value is an identifier', () => {
    assert.equal(find({portal: ['a']}).total, 1);
  });
});
