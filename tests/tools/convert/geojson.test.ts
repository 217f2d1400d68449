import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {convertFile} from './convert-fixture.js';

/** A file of one feature at Paris, whose properties may say otherwise. */
const file = (properties: object, coordinates: readonly number[] = [2.3, 48.8]): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: {nom: 'Paris', ...properties},
        geometry: {type: 'Point', coordinates},
      },
    ],
  });

describe('a portal from GeoJSON', () => {
  for (const [what, properties] of [
    ['a pair with latitude first', {geo_point_2d: [48.8, 2.3]}],
    ['a pair by the name of a heading', {coordinates: '48.8, 2.3'}],
    ['latitude and longitude of another place', {latitude: 44.8, longitude: -0.6}],
    ['metres of a projection', {x: 652_000, y: 6_862_000}],
  ] as const) {
    it(`takes the place of the geometry, though the properties have ${what}`, async () => {
      const {records, said} = await convertFile(file(properties), {format: 'geojson'});
      assert.deepEqual(records[0]?.['geo'], {lat: 48.8, lon: 2.3});
      assert.deepEqual(said, []);
    });
  }

  it('takes the place that “fields” names', async () => {
    const given = file({siege: {lat: 44.8, lon: -0.6}});
    const {records} = await convertFile(given, {format: 'geojson', fields: 'geo: siege'});
    assert.deepEqual(records[0]?.['geo'], {lat: 44.8, lon: -0.6});
  });

  it('reads a pair that “fields” names in the order that places it here', async () => {
    const given = file({geo_point_2d: [48.8, 2.3]});
    const {records, said} = await convertFile(given, {
      format: 'geojson',
      fields: 'geo: geo_point_2d',
    });
    assert.deepEqual(records[0]?.['geo'], {lat: 48.8, lon: 2.3});
    assert.match(said.join(), /coordinates read as latitude, longitude/);
  });

  it('takes the place of the properties where the geometry has none', async () => {
    const given = file({latitude: 48.8, longitude: 2.3}, []);
    const {records, said} = await convertFile(given, {format: 'geojson'});
    assert.deepEqual(records[0]?.['geo'], {lat: 48.8, lon: 2.3});
    assert.deepEqual(said, []);
  });
});
