import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {type Bbox, boxAround, distance, isInBbox} from '../../../src/model/geo/geo.js';

const lille = {lat: 50.6292, lon: 3.0573};
const paris = {lat: 48.8566, lon: 2.3522};
const place = fc.record({
  lat: fc.double({min: -90, max: 90, noNaN: true}),
  lon: fc.double({min: -180, max: 180, noNaN: true}),
});

describe('distance', () => {
  it('returns the distance from Paris to Lille', () =>
    assert.ok(Math.abs(distance(lille, paris) - 204_000) < 2000, String(distance(lille, paris))));

  it('takes the short way across the antimeridian', () =>
    assert.ok(distance({lat: 0, lon: 179.9}, {lat: 0, lon: -179.9}) < 25_000));

  it('is symmetric, zero to itself, and at most half the circumference of the Earth', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        assert.ok(Math.abs(distance(a, b) - distance(b, a)) < 1e-3);
        assert.equal(distance(a, a), 0);
        assert.ok(distance(a, b) <= 20_016_000);
      }),
    );
  });
});

describe('inBbox', () => {
  const france: Bbox = [-5, 41, 10, 51.5];
  const fiji: Bbox = [177, -20, -178, -16];

  it('includes the inside and the edges', () => {
    assert.ok(isInBbox(lille, france));
    assert.ok(isInBbox({lat: 41, lon: -5}, france));
    assert.ok(isInBbox({lat: 51.5, lon: 10}, france));
    assert.ok(!isInBbox({lat: 40.9, lon: 2}, france));
    assert.ok(!isInBbox({lat: 45, lon: 10.1}, france));
  });

  it('handles a box across the antimeridian', () => {
    assert.ok(isInBbox({lat: -18, lon: 178}, fiji));
    assert.ok(isInBbox({lat: -18, lon: -179}, fiji));
    assert.ok(!isInBbox({lat: -18, lon: 0}, fiji));
  });
});

describe('boxAround', () => {
  it('contains every place within the radius, near a pole and across the antimeridian too', () => {
    // Closer to a pole, the sines lose too many digits.
    const start = fc.record({
      lat: fc.double({min: -89.9, max: 89.9, noNaN: true}),
      lon: fc.double({min: -180, max: 180, noNaN: true}),
    });
    const radius = fc.double({min: 1, max: 2_000_000, noNaN: true});
    const bearing = fc.double({min: 0, max: 2 * Math.PI, noNaN: true});
    fc.assert(
      fc.property(start, radius, bearing, (centre, metres, angle) => {
        const reached = walk(centre, metres * 0.999, angle);
        assert.ok(distance(centre, reached) < metres, 'the walk stays within the radius');
        assert.ok(isInBbox(reached, boxAround(centre, metres)), JSON.stringify(reached));
      }),
      {numRuns: 2000},
    );
  });

  it('is wide enough in the north, where a circle is widest beyond its centre', () => {
    const oslo = {lat: 59.9, lon: 10.7};
    const box = boxAround(oslo, 1_000_000);
    for (let degree = 0; degree < 360; degree++)
      assert.ok(isInBbox(walk(oslo, 999_900, (degree * Math.PI) / 180), box), `at ${degree}°`);
  });

  it('is no wider than necessary', () => {
    const [west, south, east, north] = boxAround(lille, 10_000);
    assert.ok(distance(lille, {lat: lille.lat, lon: east}) < 10_100);
    assert.ok(distance(lille, {lat: lille.lat, lon: west}) < 10_100);
    assert.ok(Math.abs(distance(lille, {lat: north, lon: lille.lon}) - 10_000) < 1);
    assert.ok(Math.abs(distance(lille, {lat: south, lon: lille.lon}) - 10_000) < 1);
  });
});

/** Returns the destination from a place, by distance and bearing on the great circle. */
function walk({lat, lon}: {lat: number; lon: number}, metres: number, bearing: number) {
  const angle = metres / 6_371_008.8;
  const [phi, lambda] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180];
  const sin = Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(bearing);
  const turn = Math.atan2(
    Math.sin(bearing) * Math.sin(angle) * Math.cos(phi),
    Math.cos(angle) - Math.sin(phi) * sin,
  );
  const east = ((lambda + turn) * 180) / Math.PI;
  return {
    lat: (Math.asin(Math.max(-1, Math.min(1, sin))) * 180) / Math.PI,
    lon: east > 180 ? east - 360 : east < -180 ? east + 360 : east,
  };
}
