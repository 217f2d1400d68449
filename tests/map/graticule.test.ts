import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {graticuleLabels, isSparse} from '../../src/map/outlines/graticule-layer.js';
import {worldSize, worldX, worldY} from '../../src/model/geo/mercator.js';

/** Returns a view of 800 by 500 pixels. */
function viewAt(lat: number, lon: number, zoom: number) {
  const size = worldSize(zoom);
  const [x, y] = [worldX(lon), worldY(lat)];
  return {
    zoom,
    size,
    width: 800,
    height: 500,
    centerX: x,
    centerY: y,
    x: Number,
    y: Number,
    box: {
      west: x - 400 / size,
      east: x + 400 / size,
      north: y - 250 / size,
      south: y + 250 / size,
    },
  };
}
const names = (lat: number, lon: number, zoom: number): string[] =>
  graticuleLabels(viewAt(lat, lon, zoom)).map(({text}) => text.replace(/\u202f/g, ' '));

describe('the graticule', () => {
  it('is there where a view may be empty: close up, or far from Europe', () => {
    assert.equal(isSparse(viewAt(50.1, 3.63, 13)), true, 'Ors');
    assert.equal(isSparse(viewAt(-18, 179, 5)), true, 'Fiji');
    assert.equal(isSparse(viewAt(-17.5, -149.6, 10)), true, 'Tahiti');
    assert.equal(isSparse(viewAt(50.5, 3, 8)), false, 'Nord');
    assert.equal(isSparse(viewAt(47, 2, 5)), false, 'France');
  });

  it('names its lines in degrees and minutes, at every zoom', () => {
    assert.deepEqual(names(50.1, 3.63, 13), ['3° 34′', '3° 36′', '3° 38′', '3° 40′', '50° 06′']); // prettier-ignore
    for (let zoom = 2; zoom <= 14; zoom++)
      for (const [lat, lon] of [
        [50.1, 3.63],
        [-21.1, 55.45],
        [16, -61.7],
        [-17.5, 179.99],
        [-17.5, -179.99],
      ] as const) {
        // prettier-ignore
        const found = names(lat, lon, zoom);
        assert.ok(found.length >= 4 && found.length <= 40, `${found.length} at ${lat} ${zoom}`);
        for (const name of found) assert.match(name, /^−?\d{1,3}°( [0-5]\d′)?$/);
      }
  });

  it('crosses the antimeridian without a jump', () => {
    assert.deepEqual(names(0, 180, 6), ['175°', '180°', '−175°', '−5°', '0°', '5°']); // prettier-ignore
  });
});
