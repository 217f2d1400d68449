import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {departementOf, regionOf, parentCommune} from '../../../src/model/geo/territory.js';

describe('departementOf', () => {
  it('derives it from the code of a commune', () => {
    const known = {'59350': '59', '01004': '01', '2A004': '2A', '2B033': '2B', '97411': '974', '97502': '975'}; // prettier-ignore
    for (const [insee, departement] of Object.entries(known))
      assert.equal(departementOf(insee), departement, insee);
  });

  it('returns undefined for any other code', () => {
    for (const words of ['', '59', '5935', '593500', '2C004', 'Lille', '20004x'])
      assert.equal(departementOf(words), undefined, words);
  });
});

describe('regionOf', () => {
  it('has the regions of 2016, Corsica and the overseas regions', () => {
    const known = {'59': '32', '62': '32', '75': '11', '2A': '94', '971': '01', '976': '06', '988': '988'}; // prettier-ignore
    for (const [departement, region] of Object.entries(known))
      assert.equal(regionOf(departement), region, departement);
  });

  it('puts each of the 101 départements in one region', () => {
    const numbers = Array.from({length: 95}, (_, i) => String(i + 1).padStart(2, '0'));
    const all = [...numbers.filter(code => code !== '20'), '2A', '2B', '971', '972', '973', '974', '976']; // prettier-ignore
    assert.equal(all.length, 101);
    for (const departement of all) assert.match(regionOf(departement) ?? '', /^\d\d$/, departement);
    assert.equal(regionOf('20'), undefined);
    assert.equal(regionOf('99'), undefined);
  });
});

describe('wholeCommune', () => {
  it('returns the city of an arrondissement, and any other commune itself', () => {
    assert.equal(parentCommune('75111'), '75056');
    assert.equal(parentCommune('69389'), '69123');
    assert.equal(parentCommune('13201'), '13055');
    assert.equal(parentCommune('13055'), '13055');
    assert.equal(parentCommune('59350'), '59350');
  });
});
