import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {CommuneIndex} from '../../../src/model/geo/commune-index.js';
import type {Commune} from '../../../src/model/records.js';
import {communes} from '../../support/communes.js';

const table = new CommuneIndex(communes);
for (let index = 0; index < table.length; index++) table.indexName(index);

const findCode = (commune: Commune): string => {
  const found = table.find(commune);
  return typeof found === 'string' ? found : found.code;
};

describe('Communes', () => {
  it('are found by code, regardless of the name', () => {
    assert.equal(findCode({insee: '59450'}), '59450');
    assert.equal(findCode({insee: '97411', name: 'Saint-Denis'}), '97411');
    assert.equal(findCode({insee: '75111', name: 'Paris 11e'}), '75056');
  });

  it('are found by name, in any spelling', () => {
    for (const name of ['Saint-Amand-les-Eaux', 'SAINT AMAND LES EAUX', 'St-Amand-les-Eaux', '  saint‑amand–les eaux'])
      assert.equal(findCode({name}), '59526', name); // prettier-ignore
    assert.equal(findCode({name: 'Quesnoy-en-Artois (Le)'}), '62481');
    assert.equal(findCode({name: 'ORS'}), '59450');
  });

  it('are not guessed if several have the same name', () => {
    assert.equal(findCode({name: 'Saint-Denis'}), 'ambiguous');
    assert.equal(findCode({name: 'Trifouilly'}), 'unknown');
    assert.equal(findCode({name: 'Or'}), 'unknown');
    assert.equal(findCode({}), 'unknown');
  });

  it('are distinguished by their département', () => {
    assert.equal(findCode({name: 'Saint-Denis (93)'}), '93066');
    assert.equal(findCode({name: 'Saint-Denis (974)'}), '97411');
    assert.equal(findCode({name: '97400 Saint-Denis'}), '97411');
    assert.equal(findCode({name: '93200 SAINT DENIS CEDEX 2'}), '93066');
    assert.equal(findCode({name: '20000 Ajaccio'}), '2A004');
    assert.equal(findCode({name: 'Ajaccio (2a)'}), '2A004');
    assert.equal(findCode({name: 'Saint-Denis (59)'}), 'unknown');
  });

  it('are found by name if the code is obsolete, only in its département', () => {
    assert.equal(findCode({insee: '93999', name: 'Saint-Denis'}), '93066');
    assert.equal(findCode({insee: '62999', name: 'Ors'}), 'unknown');
  });

  it('are counted once, also if several callers prepare them', () => {
    const shared = new CommuneIndex(communes);
    for (let index = 0; index < shared.length; index++) {
      shared.indexName(index);
      if (index === 3) for (let again = 0; again < shared.length; again++) shared.indexName(again);
    }
    assert.equal((shared.find({name: 'Ors'}) as {code: string}).code, '59450');
  });
});
