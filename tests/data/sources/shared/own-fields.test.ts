import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {PortalSource} from '../../../../src/data/source.js';
import {open as openCsv} from '../../../../src/data/sources/csv/csv.js';
import {DocumentSource} from '../../../../src/data/sources/document/document.js';
import {open as openGeoJson} from '../../../../src/data/sources/geojson/geojson.js';
import {open as openTable} from '../../../../src/data/sources/tabular/tabular.js';
import {ApiSource} from '../../../../src/data/sources/portal/portal.js';
import type {OwnField, Query} from '../../../../src/model/query.js';
import {FakeServer, neverAborted, WarningSource} from '../../fake-server.js';

const CSV = `\ufeffNom;Commune;Modèle ;École;Essence\r
Préau;Denain;T10;Jules Ferry;chêne
Cour;Anzin;t10;Jules Ferry;Chêne
Halle;Anzin;T 20;;"bois; hêtre"
Jardin;Denain;;La Fontaine;Tilleul | Saule
`;

const open = {
  csv(body = CSV, fields = '') {
    const fake = new FakeServer({'/bati.csv': body});
    const url = 'https://data.example/bati.csv';
    return {fake, source: openCsv({url, fields, client: fake.client, warn: fake.warn})};
  },
  document(resources: readonly object[]) {
    const fake = new FakeServer({'/portail.json': {version: '1', resources}});
    const source = new WarningSource(
      new DocumentSource('https://p.example/portail.json', fake.client),
      fake.warn,
    );
    return {fake, source};
  },
};

const find = (source: PortalSource, query: Query, warn?: (line: string) => void) =>
  source.find('resources', query, {signal: neverAborted, warn});
const countsOf = async (source: PortalSource, field: OwnField, query: Query = {}) => {
  const {facets} = await find(source, {...query, facets: [field]});
  return facets[field]?.map(({value, count}) => [value, count]);
};

describe('an own field as a facet', () => {
  it('is a column of a spreadsheet, in whatever case and spelling', async () => {
    for (const name of ['Modèle', 'modele', 'MODELE'] as const)
      assert.deepEqual(await countsOf(open.csv().source, `extra.${name}`), [
        ['T10', 2],
        ['T 20', 1],
      ]);
  });

  it('counts each of several values in a cell', async () => {
    assert.deepEqual(await countsOf(open.csv().source, 'extra.essence'), [
      ['chêne', 2],
      ['Saule', 1],
      ['Tilleul', 1],
      ['bois', 1],
      ['hêtre', 1],
    ]);
  });

  it('filters, and is shown in the record', async () => {
    const {source} = open.csv();
    const {total, items} = await find(source, {'extra.modèle': ['t10'], limit: 1});
    assert.equal(total, 2);
    assert.deepEqual(items.at(0).extra, {modèle: 'T10'});
  });

  it('keeps a column that another field is made of', async () => {
    const {source} = open.csv();
    assert.deepEqual(await countsOf(source, 'extra.commune'), [
      ['Anzin', 2],
      ['Denain', 2],
    ]);
    const {items} = await find(source, {facets: ['extra.commune']});
    assert.equal(items.at(0).commune?.name, 'Denain');
  });

  it('is added to a source that another widget has read before', async () => {
    const {source, fake} = open.csv();
    assert.equal((await find(source, {})).items.at(0).extra, undefined);
    assert.equal((await countsOf(source, 'extra.école'))?.length, 2);
    assert.equal(fake.requests.length, 1);
  });

  it('is a nested value of GeoJSON, or a number', async () => {
    const features = [1, 2, 2].map(n => ({
      type: 'Feature',
      properties: {nom: 'A', fiche: {etages: n}},
      geometry: null,
    }));
    const fake = new FakeServer({'/a.geojson': {type: 'FeatureCollection', features}});
    const url = 'https://data.example/a.geojson';
    const source = openGeoJson({url, fields: '', client: fake.client, warn: fake.warn});
    assert.deepEqual(await countsOf(source, 'extra.fiche.etages'), [
      ['2', 2],
      ['1', 1],
    ]);
  });

  it('has the name that the attribute fields gives it', async () => {
    const {source} = open.csv(CSV, 'extra.établissement: École');
    assert.deepEqual((await countsOf(source, 'extra.etablissement'))?.[0], ['Jules Ferry', 2]);
  });

  it('is an entry of extra in a document, or another field of words', async () => {
    const {source} = open.document([
      {id: 1, title: 'A', extra: {Modèle: ['T10', 'T20']}, licence: 'etalab'},
      {id: 2, title: 'B', extra: {Modèle: 'T10'}, licence: 'etalab', owners: ['Ville']},
      {id: 3, title: 'C', extra: {Modèle: 7}},
      {id: 4, title: 'D', note: 'À vérifier'},
    ]);
    assert.deepEqual(await countsOf(source, 'extra.modele'), [
      ['T10', 2],
      ['T20', 1],
    ]);
    assert.deepEqual(await countsOf(source, 'extra.licence'), [['etalab', 2]]);
    assert.deepEqual(await countsOf(source, 'extra.owners'), [['Ville', 1]]);
    for (const name of ['constructor', '__proto__', 'toString', 'id', 'note'] as const)
      assert.deepEqual(await countsOf(source, `extra.${name}`), [], name);
  });
});

describe('an own field that does not exist', () => {
  it('is reported in the console, with the fields that do', async () => {
    const {source} = open.csv();
    const lines: string[] = [];
    const {total} = await find(source, {'extra.modelle': ['x'], facets: ['extra.modelle']}, line =>
      lines.push(line),
    );
    // A filter shared with another widget must not empty the list.
    assert.equal(total, 4);
    assert.match(
      lines.join(),
      /bati\.csv: no record has a value of "modelle": did you mean "Modèle"\? The fields are Nom, Commune, Modèle, École, Essence$/,
    );
  });

  it('is reported for a document too', async () => {
    const lines: string[] = [];
    const warn = (line: string) => lines.push(line);
    const named = open.document([{id: 1, title: 'A', extra: {École: 'x', Modèle: 'y'}}]);
    await find(named.source, {facets: ['extra.style']}, warn);
    await find(open.document([{id: 1, title: 'A'}]).source, {facets: ['extra.style']}, warn);
    assert.match(
      lines[0] ?? '',
      /no record has a value of "style"\. The fields are École, Modèle$/,
    );
    assert.match(lines[1] ?? '', /no record has a value of "style"\. No record has own fields$/);
  });

  it('is reported as empty if its column is', async () => {
    const {source} = open.csv('nom;école\nA;\nB;\n');
    const lines: string[] = [];
    await find(source, {facets: ['extra.école']}, line => lines.push(line));
    assert.match(lines.join(), /no record has a value of "école"\. The fields are nom$/);
  });
});

describe('an own field of records on a server', () => {
  const record = (n: number) => ({id: n, title: `R ${n}`, extra: {Modèle: n % 3 ? 'T10' : 'T20'}});

  /** Portal server that answers 400 to what the API does not define. */
  function openPortal(total: number) {
    const fake = new FakeServer(({pathname, searchParams}) => {
      if (pathname !== '/api/resources') return 404;
      const known = ['q', 'limit', 'page', 'lang', 'facets', 'type', 'sort'];
      if ([...searchParams.keys()].some(name => !known.includes(name))) return 400;
      if (/extra/.test(searchParams.get('facets') ?? '')) return 400;
      const [limit, page] = ['limit', 'page'].map(name => Number(searchParams.get(name) ?? 1));
      const start = ((page ?? 1) - 1) * (limit ?? 1);
      const count = Math.max(0, Math.min(limit ?? 1, total - start));
      const more = start + count < total;
      const next = `https://p.example/api/resources?limit=${limit}&page=${(page ?? 1) + 1}`;
      const items = [...Array(count).keys()].map(i => record(start + i + 1));
      return {version: '1', total, items, ...(more && {next})};
    });
    return {
      fake,
      source: new WarningSource(new ApiSource('https://p.example/api', fake.client), fake.warn),
    };
  }

  it('is counted and filtered in the browser, without being sent', async () => {
    const {source, fake} = openPortal(1200);
    assert.deepEqual(await countsOf(source, 'extra.modèle', {limit: 12}), [
      ['T10', 800],
      ['T20', 400],
    ]);
    const {total, items} = await find(source, {'extra.modèle': ['T20'], limit: 12, page: 2});
    assert.deepEqual([total, items.length, items.at(0).id], [400, 12, 39]);
    assert.ok(!fake.requests.some(request => request.includes('extra')));
    assert.equal(fake.requests.length, 3);
  });

  it('is reported as unsupported by a large portal, whose records are shown all the same', async () => {
    const {source} = openPortal(20_000);
    const lines: string[] = [];
    const query: Query = {facets: ['extra.modèle', 'type'], 'extra.modèle': ['T20'], limit: 12};
    const {total, items} = await find(source, query, line => lines.push(line));
    assert.deepEqual([total, items.length], [20_000, 12]);
    assert.match(lines.join(), /modèle: the portal API has no such filter.* 20000 records/);
  });

  it('is counted in the browser if a foreign server has few records', async () => {
    const rows = [...Array(90).keys()].map(i => ({__id: i, nom: `A ${i}`, essence: `E${i % 2}`}));
    const path = '/api/resources/aaaaaaaa-1111-bbbb-2222-cccccccccccc/data/';
    const fake = new FakeServer(({pathname, searchParams}) => {
      if (pathname === `${path}json/`) return rows;
      const [size, page] = ['page_size', 'page'].map(name => Number(searchParams.get(name)));
      const start = ((page ?? 1) - 1) * (size ?? 20);
      return {data: rows.slice(start, start + (size ?? 20)), meta: {total: rows.length}};
    });
    const url = `https://tabular-api.data.gouv.fr${path}`;
    const source = openTable({url, fields: '', client: fake.client, warn: fake.warn});
    assert.deepEqual(await countsOf(source, 'extra.Essence', {limit: 5}), [
      ['E0', 45],
      ['E1', 45],
    ]);
    const {total} = await find(source, {'extra.Essence': ['E1'], limit: 5, page: 2});
    assert.equal(total, 45);
    await find(source, {facets: ['extra.hauteur'], limit: 5}, fake.warn);
    assert.match(
      fake.warnings.join(),
      /no record has a value of "hauteur"\. The fields are nom, essence/,
    );
  });
});
