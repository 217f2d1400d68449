import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {open} from '../../../../src/data/sources/geojson/geojson.js';
import type {Query} from '../../../../src/model/query.js';
import type {CollectionName, Resource} from '../../../../src/model/records.js';
import {FakeServer, neverAborted} from '../../fake-server.js';

const address = 'https://sig.example/lieux.geojson';

const openSource = (body: object | string, fields = '') => {
  const server = new FakeServer({'/lieux.geojson': body});
  const source = open({url: address, fields, client: server.client, warn: server.warn});
  return {server, source};
};

async function readRecords(body: object | string, query: Query = {}, fields = '') {
  const {source, server} = openSource(body, fields);
  const {items, total, report} = await source.find('resources', query, {signal: neverAborted});
  return {items, records: [...items] as Resource[], total, report, server};
}

const point = (lon: number, lat: number, properties: object | null = {}, id?: unknown) => ({
  type: 'Feature',
  id,
  geometry: {type: 'Point', coordinates: [lon, lat]},
  properties,
});
const collection = (...features: unknown[]) => ({type: 'FeatureCollection', features});

describe('a GeoJSON file', () => {
  it('converts each feature to a record, with longitude first', async () => {
    const {records} = await readRecords(
      collection(point(3.635, 50.105, {nom: 'Ors', description: 'Maison forestière'}, 7)),
    );
    assert.deepEqual(records, [
      {
        id: '7',
        title: 'Ors',
        abstract: 'Maison forestière',
        geo: {lat: 50.105, lon: 3.635},
      },
    ]);
  });

  it('may have one feature a line, whatever its media type', async () => {
    const lines = [point(3.6, 50.1, {nom: 'A'}), point(3.7, 50.2, {nom: 'B'})];
    const {records} = await readRecords(lines.map(line => JSON.stringify(line)).join('\r\n'));
    assert.deepEqual(
      records.map(({title}) => title),
      ['A', 'B'],
    );
  });

  it('returns the requested kind of record', async () => {
    const {source} = openSource(collection(point(3.6, 50.1, {nom: 'A', date_debut: '2020'})));
    const titles = async (kind: CollectionName) =>
      [...(await source.find(kind, {}, {signal: neverAborted})).items].map(record => record.id);
    assert.deepEqual(await titles('projects'), ['1']);
    assert.deepEqual(await titles('organisations'), ['1']);
    assert.deepEqual(await titles('programmes'), []);
  });

  for (const [what, body] of [
    ['one feature', point(3, 50, {titre: 'Seul'})],
    ['a bare geometry', {type: 'Point', coordinates: [3, 50, 120]}],
    ['a sequence with record separators', `\u001e${JSON.stringify(point(3, 50))}\n`],
  ] as const) {
    it(`may be ${what}`, async () => {
      const {items} = await readRecords(body);
      assert.deepEqual(items.geoAt(0), {lat: 50, lon: 3});
    });
  }

  it('may be a sequence by its media type, with a broken line', async () => {
    const lines = `${JSON.stringify(point(3, 50))}\n{"type":"Fea\n${JSON.stringify(point(4, 51))}\n`;
    const {total, server} = await readRecords(
      new Response(lines, {headers: {'content-type': 'application/geo+json-seq'}}),
    );
    assert.equal(total, 2);
    assert.deepEqual(server.warnings, [`${address}: text 2 of the sequence is not well-formed`]);
  });

  it('keeps a feature with no geometry, or a broken one', async () => {
    const {items, records} = await readRecords(
      collection(
        {type: 'Feature', geometry: null, properties: {nom: 'Nulle part'}},
        {
          type: 'Feature',
          geometry: {type: 'Point', coordinates: [3, 95]},
          properties: {nom: 'Trop loin'},
        },
        {
          type: 'Feature',
          geometry: {type: 'Polygon', coordinates: [[[3, 50]]]},
          properties: {nom: 'Trop court'},
        },
        point(0, 0, {nom: 'Champ vide'}),
      ),
    );
    assert.deepEqual(
      [0, 1, 2, 3].map(i => items.geoAt(i)),
      [undefined, undefined, undefined, undefined],
    );
    assert.deepEqual(
      records.map(({title}) => title),
      ['Nulle part', 'Trop loin', 'Trop court', 'Champ vide'],
    );
  });

  it('places markers of lines and areas at their middle, and keeps their geometry', async () => {
    const square = [
      [3, 50],
      [5, 50],
      [5, 52],
      [3, 52],
    ];
    const path = {
      type: 'LineString',
      coordinates: [
        [1, 50],
        [2, 50],
        [9, 50],
      ],
    };
    const {items} = await readRecords(
      collection(
        {type: 'Feature', geometry: {type: 'Polygon', coordinates: [square]}, properties: {}},
        {type: 'Feature', geometry: path, properties: {}},
        point(3, 50),
        {
          type: 'Feature',
          geometry: {type: 'GeometryCollection', geometries: [path]},
          properties: {},
        },
      ),
    );
    assert.deepEqual(items.geoAt(0), {lat: 51, lon: 4});
    const geometry = (index: number) => items.geometryAt?.(index);
    // An open ring is closed.
    assert.deepEqual(geometry(0), {
      type: 'Polygon',
      coordinates: [[...square, [3, 50]]],
    });
    assert.deepEqual(items.geoAt(1), {lat: 50, lon: 2});
    assert.equal(geometry(2), undefined, 'a point is but a place');
    assert.deepEqual(geometry(3), path);
  });

  it('is searched, sorted and paged in the browser', async () => {
    const body = collection(
      point(3, 50, {nom: 'Étang'}),
      point(3, 50, {nom: 'Puits'}),
      point(9, 40, {nom: 'Étage'}),
    );
    const titles = async (query: Query) =>
      (await readRecords(body, query)).records.map(({title}) => title);
    assert.deepEqual(await titles({q: 'etang'}), ['Étang']);
    assert.deepEqual(await titles({sort: '-title', limit: 2}), ['Puits', 'Étang']);
    assert.deepEqual(await titles({bbox: [2, 49, 4, 51]}), ['Étang', 'Puits']);
    assert.deepEqual(await titles({limit: 2, page: 2}), ['Étage']);
  });

  it('gives records with the same id separate ids', async () => {
    const {records} = await readRecords(collection(point(1, 1, {}, 'a'), point(2, 2, {}, 'a')));
    assert.deepEqual(
      records.map(({id}) => id),
      ['a', 'a~2'],
    );
  });

  for (const [what, body] of [
    ['a list', []],
    ['HTML', '<!doctype html>'],
    ['a file of another kind', {type: 'Topology', objects: {}}],
    ['a collection whose features are not a list', {type: 'FeatureCollection', features: {}}],
  ] as const) {
    it(`is rejected if it is ${what}`, () => assert.rejects(readRecords(body), {kind: 'schema'}));
  }

  it('may be a file of uMap, whose layers are themes and whose styles are left out', async () => {
    const layer = (name: string, ...features: readonly object[]) => ({
      type: 'FeatureCollection',
      features,
      _umap_options: {name},
    });
    const {records} = await readRecords({
      type: 'umap',
      properties: {name: 'Promenade'},
      layers: [
        layer('Lavoirs', point(3.2, 50.2, {name: 'Fontaine', _umap_options: {color: 'Red'}})),
        layer('Moulins', point(3.3, 50.3, {name: 'Meule'})),
      ],
    });
    assert.deepEqual(
      records.map(({title, themes, geo}) => [title, themes, geo]),
      [
        ['Fontaine', ['Lavoirs'], {lat: 50.2, lon: 3.2}],
        ['Meule', ['Moulins'], {lat: 50.3, lon: 3.3}],
      ],
    );
  });

  it('may be exported from uMap, with descriptions in its own syntax', async () => {
    const description =
      '# Visite\nUn **lavoir** *restauré*, voir [[https://ors.example/lavoir|la fiche]].\n' +
      '{{https://ors.example/lavoir.jpg|300}}\n---\n{{{https://video.example/1|400*300}}}';
    const {records} = await readRecords(
      collection(
        point(3.2, 50.2, {name: 'Fontaine', description, _umap_options: {color: 'Red'}}),
        point(3.3, 50.3, {name: 'Meule', description: 'Pierre de **meule**'}),
      ),
    );
    assert.deepEqual(
      records.map(({title, abstract, url, image}) => [title, abstract, url, image?.src]),
      [
        [
          'Fontaine',
          'Visite\nUn lavoir restauré, voir la fiche.',
          'https://ors.example/lavoir',
          'https://ors.example/lavoir.jpg',
        ],
        ['Meule', 'Pierre de meule', undefined, undefined],
      ],
    );
  });

  it('keeps asterisks and brackets of a file that is not from uMap', async () => {
    const text = 'Classé **, voir [[note]]';
    const {records} = await readRecords(collection(point(3, 50, {name: 'A', description: text})));
    assert.equal(records[0]?.abstract, text);
  });

  it('tolerates invalid features', async () => {
    const {total} = await readRecords(
      collection(null, 3, 'x', [], {type: 'Feature'}, point(1, 1, null)),
    );
    assert.equal(total, 6);
  });
});
