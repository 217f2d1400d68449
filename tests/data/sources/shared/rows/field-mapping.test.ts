import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type ForeignRecord} from '../../../../../src/data/sources/shared/rows/foreign-record.js';
import {parseFields} from '../../../../../src/data/sources/shared/rows/fields-attribute.js';
import {createFieldMappings} from '../../../../../src/data/sources/shared/rows/field-mapping.js';
import type {CollectionName} from '../../../../../src/model/records.js';

/** Converts a row to a record, by the names of our fields. */
function mapRecord(
  record: ForeignRecord,
  {fields = '', collection = 'resources' as CollectionName, told = [] as string[]} = {},
) {
  const {mappings} = createFieldMappings({
    collection,
    fields: parseFields(fields, line => told.push(line)),
    samples: [record],
  });
  const values = mappings.map(({target, read}) => [target, read(record)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

describe('a fields attribute', () => {
  const record = {
    nom: 'Puits',
    autre: {titre: 'Fosse'},
    'a.b': 'plat',
    x: 3.5,
    lieu: '50.1, 3.6',
    vide: ' ',
  };

  it('maps a field to a column or a nested path', () =>
    assert.equal(mapRecord(record, {fields: 'title: autre.titre'})['title'], 'Fosse'));

  it('uses the first of several that exists', () => {
    assert.equal(mapRecord(record, {fields: 'title: rien | vide | nom'})['title'], 'Puits');
    assert.equal(mapRecord(record, {fields: 'title: a.b | nom'})['title'], 'plat');
  });

  it('may contain a constant text in quotes', () =>
    assert.equal(
      mapRecord(record, {fields: 'type: "document; PDF"; title: nom'})['type'],
      'document; PDF',
    ));

  it('may insert values into a text, encoded in URLs', () => {
    const at = {ref: 'PA 00/1', nom: 'Église', vide: ''};
    assert.equal(
      mapRecord(at, {fields: 'url: "https://pop.example/notice/{ref}"'})['url'],
      'https://pop.example/notice/PA%2000%2F1',
    );
    assert.equal(mapRecord(at, {fields: 'title: "{nom} ({ref})"'})['title'], 'Église (PA 00/1)');
    assert.equal(mapRecord(at, {fields: 'title: "{vide} ?" | nom'})['title'], 'Église');
  });

  it('takes precedence over column names', () =>
    assert.deepEqual(mapRecord(record, {fields: 'geo: lieu'}), {
      title: 'Puits',
      geo: {lat: 50.1, lon: 3.6},
    }));

  it('is applied as far as it is valid, and errors are reported', () => {
    const told: string[] = [];
    const values = mapRecord(record, {fields: 'title = nom; geo: lieu', told});
    assert.deepEqual(values['geo'], {lat: 50.1, lon: 3.6});
    assert.deepEqual(told, ['fields="…": "title = nom" is not of the form title: nom | name']);
  });

  it('never reads inherited properties', () =>
    assert.equal(
      mapRecord({}, {fields: 'title: constructor.name | toString'})['title'],
      undefined,
    ));

  it('uses the field names of each kind of record', () => {
    const at = {debut: '2020', texte: 'T', nom: 'N'};
    const fields = 'start: debut; description: texte';
    assert.deepEqual(mapRecord(at, {fields}), {
      title: 'N',
      abstract: 'T',
      'period.start': '2020',
    });
    assert.deepEqual(mapRecord(at, {fields, collection: 'projects'}), {
      title: 'N',
      description: 'T',
      'period.start': '2020',
    });
    assert.equal(mapRecord(at, {fields, collection: 'organisations'})['name'], 'N');
  });
});

describe('a field of the portal model', () => {
  const rule = (target: string, samples: readonly ForeignRecord[], fields = '') => {
    const {mappings} = createFieldMappings({
      collection: 'resources',
      fields: parseFields(fields, () => {}),
      samples,
    });
    return mappings.find(one => one.target === target);
  };

  it('has one path if all sampled records have it there', () => {
    const both = [{nom: 'A'}, {nom: '', name: 'B'}];
    assert.equal(rule('title', both.slice(0, 1), 'title: nom | name')?.path, 'nom');
    assert.equal(rule('title', both.slice(1), 'title: nom | name')?.path, 'name');
    assert.equal(rule('title', both, 'title: nom | name')?.path, undefined);
    assert.deepEqual(rule('title', both, 'title: nom | name')?.paths, ['nom', 'name']);
    assert.equal(rule('type', both, 'type: "document"')?.path, undefined);
  });

  it('is split if a text holds several values', () => {
    assert.equal(rule('themes', [{themes: 'bois'}, {themes: 'bois;brique'}])?.isDelimited, true);
    assert.equal(rule('themes', [{themes: 'bois'}, {themes: ['a', 'b']}])?.isDelimited, false);
    assert.equal(rule('title', [{nom: 'Un ; deux'}])?.isDelimited, false);
  });

  it('is not used as id if records share it', () => {
    assert.equal(rule('id', [{id_type: 1}, {id_type: 2}])?.path, 'id_type');
    assert.equal(rule('id', [{id_type: 1}, {id_type: 1}]), undefined);
  });
});

describe('the names of columns', () => {
  for (const [column, target, value] of [
    ['Nom du jardin', 'title', 'Jardin des Plantes'],
    ['TITRE', 'title', 'Étang'],
    ['Dénomination usuelle', 'title', 'Puits'],
    ['Site Web', 'url', 'www.raismes.fr'],
    ['Mots-clés', 'tags', 'eau; forêt'],
    ['Code INSEE', 'commune.insee', '59491'],
    ['nom_commune', 'commune.name', 'Raismes'],
    ['Latitude', 'lat', '50,4'],
    ['coord_x', 'lon', '3,5'],
    ['Date de début', 'period.start', '2020'],
    ['année', 'published', '2020'],
    ['geo_point_2d', 'geo', '50.4, 3.5'],
    ['Thématique', 'themes', 'Eau'],
  ] as const) {
    it(`recognize ${column} as ${target}`, () => {
      const other = {coord_y: '50,4', long_wgs84: '3,5'};
      assert.ok(target in mapRecord({...other, [column]: value}), column);
    });
  }
});

describe('a column of dates', () => {
  const read = (
    dates: readonly string[],
    field = 'date',
    collection: CollectionName = 'resources',
  ) => {
    const samples = dates.map(date => ({[field]: date}));
    const {mappings} = createFieldMappings({collection, fields: new Map(), samples});
    return samples.map(record => mappings[0]?.read(record));
  };

  it('has years, if it stores them as the first or last day of each', () => {
    const stored = ['2003-01-01', '2014-01-01', '2016-10-01'];
    assert.deepEqual(read(stored), ['2003', '2014', '2016-10-01']);
    assert.deepEqual(read(['01/01/2003', '01/01/2014']), ['2003', '2014']);
    assert.deepEqual(read(['2007-12-31', '2013-12-31'], 'date_fin'), ['2007', '2013']);
  });

  it('has days, if few of them are the first of a year, or if they are those of events', () => {
    const days = ['2003-01-01', '2014-01-01', '2016-10-01', '2016-11-02', '2017-03-04'];
    assert.deepEqual(read(days), days);
    assert.deepEqual(read(['2003-01-01', '2003-01-01']), ['2003-01-01', '2003-01-01']);
    const party = ['2027-01-01', '2028-01-01'];
    assert.deepEqual(read(party, 'date_debut', 'events'), party);
  });
});
