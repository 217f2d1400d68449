import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {CommuneAtlas} from '../../../src/model/geo/atlas.js';
import {CommuneIndex} from '../../../src/model/geo/commune-index.js';
import {isTerritoryCode} from '../../../src/model/geo/territory.js';

const table = (): CommuneIndex => {
  const communes = new CommuneIndex([
    {code: '59350', name: 'Lille', lat: 50.63, lon: 3.05, epci: '200093201'},
    {code: '69123', name: 'Lyon', lat: 45.76, lon: 4.83, epci: '200046977'},
    {code: '69091', name: 'Givors', lat: 45.59, lon: 4.77, epci: '200046977'},
    {code: '69264', name: 'Villefranche-sur-Saône', lat: 45.99, lon: 4.72, epci: '200040590'},
    {code: '75056', name: 'Paris', lat: 48.86, lon: 2.35, epci: '200054781'},
    {code: '97502', name: 'Saint-Pierre', lat: 46.78, lon: -56.17},
  ]);
  for (let i = 0; i < communes.length; i++) communes.indexName(i);
  return communes;
};

describe('an atlas of communes', () => {
  // Codes of a municipality, its département and its region.
  for (const [insee, departement, region] of [
    ['59350', '59', '32'],
    ['01004', '01', '84'],
    ['2A004', '2A', '94'],
    ['2B033', '2B', '94'],
    ['75101', '75', '11'],
    ['75056', '75', '11'],
    ['69123', '69', '84'],
    ['69381', '69', '84'],
    ['13201', '13', '93'],
    ['97105', '971', '01'],
    ['97209', '972', '02'],
    ['97302', '973', '03'],
    ['97411', '974', '04'],
    ['97608', '976', '06'],
    ['97502', '975', '975'],
    ['97123', '971', '01'],
  ] as const)
    it(`finds ${insee} in the département ${departement} and the region ${region}`, () => {
      const atlas = new CommuneAtlas();
      assert.equal(atlas.territoryOf('departement', {insee}), departement);
      assert.equal(atlas.territoryOf('region', {insee}), region);
      assert.equal(atlas.territoryOf('epci', {insee}), undefined);
    });

  it('uses a table for the EPCI of a commune or an arrondissement, and for places known by name', () => {
    const atlas = new CommuneAtlas(table());
    assert.equal(atlas.territoryOf('epci', {insee: '69264'}), '200040590');
    assert.equal(atlas.territoryOf('epci', {insee: '69386'}), '200046977');
    assert.equal(atlas.territoryOf('epci', {name: 'LILLE'}), '200093201');
    assert.equal(atlas.territoryOf('departement', {name: 'Givors'}), '69');
    assert.equal(atlas.territoryOf('region', {name: 'Paris'}), '11');
    assert.equal(atlas.territoryOf('epci', {name: 'Saint-Pierre'}), undefined);
  });

  it('prefers the code in a record to the table', () => {
    const atlas = new CommuneAtlas(table());
    assert.equal(atlas.territoryOf('epci', {insee: '59350', epci: '245900428'}), '245900428');
    assert.equal(atlas.territoryOf('region', {departement: '2B'}), '94');
    assert.equal(atlas.territoryOf('departement', {name: 'Lille', departement: '62'}), '62');
  });

  it('places a portal in its own territory', () => {
    const atlas = new CommuneAtlas(table());
    assert.equal(atlas.territoryOf('departement', {insee: '59', level: 'departement'}), '59');
    assert.equal(atlas.territoryOf('region', {insee: '59', level: 'departement'}), '32');
    assert.equal(atlas.territoryOf('region', {insee: '32', level: 'region'}), '32');
    assert.equal(atlas.territoryOf('departement', {insee: '32', level: 'region'}), undefined);
    assert.equal(atlas.territoryOf('epci', {insee: '200046977', level: 'epci'}), '200046977');
    assert.equal(atlas.territoryOf('departement', {insee: '59350', level: 'commune'}), '59');
  });

  it('counts records that are located but in no territory, once requested', () => {
    const atlas = new CommuneAtlas();
    for (const place of [undefined, {}, {name: 'Lille'}, {insee: 'x'}, {insee: '59350'}])
      atlas.territoryOf('departement', place);
    assert.equal(atlas.takeUnresolvedCount('departement'), 3);
    assert.equal(atlas.takeUnresolvedCount('departement'), 0);
  });

  it('lists the communes of an EPCI, with the arrondissements of their cities', () => {
    const atlas = new CommuneAtlas(table());
    const lyon = atlas.communesOf(['200046977']);
    assert.deepEqual(lyon.slice(0, 2), ['69123', '69381']);
    assert.equal(lyon.length, 11);
    assert.equal(atlas.communesOf(['200054781']).length, 21);
    assert.deepEqual(atlas.communesOf(['000000000']), []);
    assert.deepEqual(new CommuneAtlas().communesOf(['200046977']), []);
  });
});

describe('the code of a territory', () => {
  it('is a code of INSEE or SIRENE', () => {
    for (const code of ['01', '19', '2A', '2B', '21', '59', '95', '971', '975', '976', '988'])
      assert.equal(isTerritoryCode('departement', code), true, code);
    for (const code of [
      '01',
      '02',
      '03',
      '04',
      '06',
      '11',
      '24',
      '27',
      '28',
      '32',
      '44',
      '52',
      '53',
      '75',
      '76',
      '84',
      '93',
      '94',
    ])
      // prettier-ignore
      assert.equal(isTerritoryCode('region', code), true, code);
    assert.equal(isTerritoryCode('epci', '200093201'), true);
  });

  it('is nothing else', () => {
    for (const code of [
      '',
      '0',
      '00',
      '1',
      '20',
      '96',
      '97',
      '99',
      '2C',
      '970',
      '985',
      'Nord',
      '59350',
    ])
      assert.equal(isTerritoryCode('departement', code), false, code);
    for (const code of ['', '1', '05', '31', '59', '97', 'Hauts-de-France'])
      assert.equal(isTerritoryCode('region', code), false, code);
    for (const code of ['', '59', '20009320', '2000932011', 'MEL'])
      assert.equal(isTerritoryCode('epci', code), false, code);
  });
});
