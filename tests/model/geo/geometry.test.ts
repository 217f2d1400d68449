import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {parseGeometry, MAX_POSITIONS} from '../../../src/model/geo/geometry.js';

const square = [
  [3, 50],
  [4, 50],
  [4, 51],
  [3, 51],
];
const errorOf = (value: unknown): string => {
  const verdict = parseGeometry(value);
  return typeof verdict === 'string' ? verdict : 'no fault';
};
const closed = [...square, [3, 50]];

describe('checkGeometry', () => {
  it('accepts the six kinds, and drops altitudes', () => {
    const kinds = {
      Point: [3, 50],
      MultiPoint: square,
      LineString: square,
      MultiLineString: [square, square],
      Polygon: [closed],
      MultiPolygon: [[closed], [closed]],
    };
    for (const [type, coordinates] of Object.entries(kinds))
      assert.deepEqual(parseGeometry({type, coordinates}), {type, coordinates});
    assert.deepEqual(parseGeometry({type: 'Point', coordinates: [3, 50, 120]}), {
      type: 'Point',
      coordinates: [3, 50],
    });
  });

  it('closes an open ring', () =>
    assert.deepEqual(parseGeometry({type: 'Polygon', coordinates: [square]}), {
      type: 'Polygon',
      coordinates: [closed],
    }));

  it('reports the reason for a rejected geometry', () => {
    const faults: [unknown, RegExp][] = [
      [null, /expected a geometry/],
      ['POINT(3 50)', /expected a geometry/],
      [{type: 'toString', coordinates: []}, /expected a geometry, got toString/],
      [{type: 'GeometryCollection', geometries: []}, /got GeometryCollection/],
      [{type: 'Point'}, /position/],
      [{type: 'Point', coordinates: [3]}, /position/],
      [{type: 'Point', coordinates: ['3', '50']}, /position/],
      [{type: 'Point', coordinates: [NaN, 50]}, /position/],
      [{type: 'Point', coordinates: [3, Infinity]}, /position/],
      [{type: 'Point', coordinates: [3, 91]}, /position/],
      [{type: 'Point', coordinates: [181, 50]}, /position/],
      [{type: 'LineString', coordinates: [[3, 50]]}, /a line has less than 2/],
      [{type: 'MultiPoint', coordinates: []}, /less than 1/],
      [{type: 'Polygon', coordinates: []}, /a polygon has less than 1/],
      [{type: 'Polygon', coordinates: [[[3, 50], [4, 50], [3, 50]]]}, /three corners/], // prettier-ignore
      [{type: 'Polygon', coordinates: [square, [[3, 50]]]}, /a ring has less than 3/],
    ];
    for (const [value, fault] of faults) assert.match(errorOf(value), fault);
  });

  it('rejects more positions than a record may have, over all its parts', () => {
    const half = Array.from({length: MAX_POSITIONS / 2}, () => [3, 50]);
    const coordinates = [half, half];
    assert.equal(typeof parseGeometry({type: 'MultiLineString', coordinates}), 'object');
    coordinates.push(square);
    assert.match(errorOf({type: 'MultiLineString', coordinates}), /more than 100000/);
  });
});
