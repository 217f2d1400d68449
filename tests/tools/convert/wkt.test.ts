import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {pointOnShape} from '../../../src/tools/convert/formats/wkt.js';
import {convertFile} from './convert-fixture.js';

describe('a table with lines and areas in well-known text', () => {
  it('has a point on each, and says so', async () => {
    const {records, said} = await convertFile(
      'WKT,fid,nom\n"MULTIPOLYGON (((3 50,4 50,4 51,3 51,3 50)))",1,Parc\n"LineString (3 50, 3.5 50.5, 4 51)",2,Voie\nPOINT (3 50),3,Halle\n',
    );
    assert.deepEqual(records.map(({geo}) => geo), [{lat: 50.5, lon: 3.5}, {lat: 50.5, lon: 3.5}, {lat: 50, lon: 3}]); // prettier-ignore
    assert.deepEqual(said, [
      'warning f.csv: 2 lines or areas: the portal keeps a point of each. A map layer can display them from GeoJSON',
    ]);
  });

  for (const [shape, point] of [
    ['SRID=4326;LINESTRING(3 50,4 51)', 'POINT (4 51)'],
    ['MULTILINESTRING Z ((3 50 12, 4 51 13), (3 50 1, 3.5 50.5 2, 4 51 3))', 'POINT (3.5 50.5)'],
    [
      'POLYGON((3 50,4 50,4 51,3 51,3 50),(3.1 50.1,3.2 50.1,3.2 50.2,3.1 50.1))',
      'POINT (3.5 50.5)',
    ],
  ] as const)
    // prettier-ignore
    it(`such as ${shape}`, () => {
      assert.equal(pointOnShape(shape), point);
    });

  for (const cell of ['POLYGON EMPTY', 'LINESTRING(3 50', 'POLYGON((3 50,', 'LINESTRING()', 'POLYGON((a b))', 'Polygone', 7, null])
    it(`has no point in ${String(cell)}`, () => {
      assert.equal(pointOnShape(cell), undefined);
    }); // prettier-ignore
});
