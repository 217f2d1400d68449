import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {sourceNameOf} from '../../../../src/data/source.js';
import {ApiSource} from '../../../../src/data/sources/portal/portal.js';
import {MergedSource} from '../../../../src/data/sources/shared/merged-source.js';
import {open} from '../../../../src/data/sources/geojson/geojson.js';
import type {Query} from '../../../../src/model/query.js';
import type {Resource} from '../../../../src/model/records.js';
import {FakeServer, neverAborted, WarningSource} from '../../fake-server.js';

const features = (...names: string[]) => ({
  type: 'FeatureCollection',
  features: names.map((nom, i) => ({
    type: 'Feature',
    id: i + 1,
    geometry: {type: 'Point', coordinates: [3, 50]},
    properties: {nom, theme: 'eau'},
  })),
});

const portal = {
  items: [
    {id: 1, title: 'Abris', portals: ['p'], themes: ['eau']},
    {id: 'z', title: 'Zone', themes: ['arbres']},
  ],
  complete: true,
  attribution: {text: 'CAUE du Nord'},
};
const portals = {items: [{id: 'p', title: 'P', family: 'projet'}], complete: true};

/** Creates a source that merges a portal with a file of a municipality. */
function mergedSource(file: object | number = features('Mare', 'Moulin')) {
  const server = new FakeServer({
    '/api/resources': portal,
    '/api/portals': portals,
    '/lieux.geojson': file,
  });
  const {client, warn: tell} = server;
  const source = new MergedSource([
    new WarningSource(new ApiSource('https://a.example/api', client), tell),
    open({url: 'https://b.example/lieux.geojson', fields: '', client, warn: tell}),
  ]);
  const find = async (query: Query = {}) => {
    const answer = await source.find('resources', query, {signal: neverAborted});
    return {...answer, records: [...answer.items] as Resource[]};
  };
  return {source, server, find};
}

describe('several merged sources', () => {
  it('are shown together, each record with its origin', async () => {
    const {records, total, attribution} = await mergedSource().find();
    assert.equal(total, 4);
    assert.deepEqual(
      records.map(record => [record.title, sourceNameOf(record)]),
      [
        ['Abris', 'CAUE du Nord'],
        ['Zone', 'CAUE du Nord'],
        ['Mare', 'b.example'],
        ['Moulin', 'b.example'],
      ],
    );
    assert.deepEqual(attribution, [{text: 'CAUE du Nord'}]);
  });

  it('are searched, sorted, filtered, counted and paged together', async () => {
    const {find} = mergedSource();
    const titles = async (query: Query) => (await find(query)).records.map(({title}) => title);
    assert.deepEqual(await titles({q: 'm'}), ['Mare', 'Moulin']);
    assert.deepEqual(await titles({sort: '-title', limit: 2}), ['Zone', 'Moulin']);
    assert.deepEqual(await titles({theme: ['eau'], sort: 'title'}), ['Abris', 'Mare', 'Moulin']);
    const {facets} = await find({facets: ['theme'], theme: ['arbres']});
    assert.deepEqual(facets.theme, [
      {value: 'eau', count: 3},
      {value: 'arbres', count: 1},
    ]);
  });

  it('keep the portals of records from a portal', async () =>
    assert.deepEqual(
      (await mergedSource().find({family: ['projet']})).records.map(({title}) => title),
      ['Abris'],
    ));

  it('give records with the same id separate ids', async () =>
    assert.deepEqual(
      (await mergedSource().find()).records.map(({id}) => id),
      [1, 'z', '1~2', '2'],
    ));

  it('show the others when one fails, and name the missing one', async () => {
    const {records, failedSources: missing} = await mergedSource(404).find();
    assert.deepEqual(
      records.map(({title}) => title),
      ['Abris', 'Zone'],
    );
    assert.deepEqual(missing, ['b.example']);
  });

  it('fail when all of them do', async () => {
    const server = new FakeServer({});
    const {client, warn: tell} = server;
    const file = (host: string) =>
      open({url: `https://${host}/a.geojson`, fields: '', client, warn: tell});
    const source = new MergedSource([file('a.example'), file('b.example')]);
    await assert.rejects(source.find('resources', {}, {signal: neverAborted}), {kind: 'http'});
  });

  it('find one record by its id, also by its id in the merged list', async () => {
    const {source} = mergedSource();
    const titleOf = async (id: string) => {
      const found: Resource | undefined = await source.one('resources', id, {signal: neverAborted});
      return found?.title;
    };
    assert.deepEqual(
      [await titleOf('1'), await titleOf('1~2'), await titleOf('nowhere')],
      ['Abris', 'Mare', undefined],
    );
  });
});
