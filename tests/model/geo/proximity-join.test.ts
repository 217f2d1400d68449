import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import KDBush from 'kdbush';
import {boxAround, distance, type Geo} from '../../../src/model/geo/geo.js';
import {
  ProximityJoin,
  type Neighbour,
  MAX_NEIGHBOURS,
  type CoordinateArrays,
} from '../../../src/model/geo/proximity-join.js';

type Place = Geo | undefined;

const arrays = (places: readonly Place[]): CoordinateArrays => ({
  length: places.length,
  lat: Float64Array.from(places, place => place?.lat ?? NaN),
  lon: Float64Array.from(places, place => place?.lon ?? NaN),
});

function join(a: readonly Place[], b: readonly Place[], metres: number): ProximityJoin {
  const near = new ProximityJoin(arrays(a), arrays(b), metres);
  for (let index = 0; index < near.steps; index++) near.step(index);
  return near;
}

/**
 * Finds neighbours with kdbush in the box around a place (two boxes across the antimeridian) and the great-circle
 * distance.
 */
function referenceJoin(a: readonly Place[], b: readonly Place[], metres: number): Neighbour[][] {
  const located = [...b.entries()].flatMap(([index, geo]) => (geo ? [{index, geo}] : []));
  if (located.length === 0) return a.map(() => []);
  const tree = new KDBush(located.length);
  for (const {geo} of located) tree.add(geo.lon, geo.lat);
  tree.finish();
  return a.map(place => {
    if (!place) return [];
    const [west, south, east, north] = boxAround(place, metres);
    const pad = 1e-6;
    const boxes = west <= east ? [[west, east]] : [[west, 180], [-180, east]]; // prettier-ignore
    // 180° and -180° are one meridian.
    if (east + pad >= 180) boxes.push([-180, -180 + pad]);
    if (west - pad <= -180) boxes.push([180 - pad, 180]);
    const found = new Set(
      boxes.flatMap(([from = 0, to = 0]) =>
        tree.range(from - pad, south - pad, to + pad, north + pad),
      ),
    );
    return [...found]
      .map(at => located[at] as {index: number; geo: Geo})
      .map(({index, geo}) => ({index, metres: distance(place, geo)}))
      .filter(({metres: far}) => far <= metres)
      .sort((p, q) => p.metres - q.metres || p.index - q.index);
  });
}

/** Asserts equal results; neighbours within a millimetre of the limit may be in or out. */
function assertSame(a: readonly Place[], b: readonly Place[], metres: number): void {
  const near = join(a, b, metres);
  const least = referenceJoin(a, b, metres - 1e-3);
  const most = referenceJoin(a, b, metres + 1e-3);
  for (const [index] of a.entries()) {
    const count = near.counts[index] ?? NaN;
    const [fewest, all] = [least[index] ?? [], most[index] ?? []];
    assert.ok(count >= fewest.length && count <= all.length, `${count} of ${fewest.length}`);
    const named = near.nearest(index);
    assert.equal(named.length, Math.min(count, MAX_NEIGHBOURS));
    for (const [n, {index: other, metres: far}] of named.entries()) {
      assert.ok(Math.abs(far - (all[n]?.metres ?? NaN)) < 2e-3, `${far} m`);
      const real = all.find(found => found.index === other);
      assert.ok(real && Math.abs(far - real.metres) < 2e-3);
    }
  }
}

const angle = (least: number, most: number) => fc.double({min: least, max: most, noNaN: true});
const places = (lat: fc.Arbitrary<number>, lon: fc.Arbitrary<number>) =>
  fc.array(fc.option(fc.record({lat, lon}), {nil: undefined, freq: 8}), {maxLength: 60});
const metres = fc.oneof(
  fc.constantFrom(1, 500, 50_000),
  angle(0.5, 3_000_000),
  // Beyond, near the antipodes, no spherical formula is accurate to a millimetre.
  angle(1_000_000, 15_000_000),
);

describe('NearJoin', () => {
  const regions: Record<string, ReturnType<typeof places>> = {
    'in a town': places(angle(50.62, 50.64), angle(3.05, 3.07)),
    'in a country': places(angle(42, 51), angle(-5, 8)),
    anywhere: places(angle(-90, 90), angle(-180, 180)),
    'across the antimeridian': places(
      angle(-18, -16),
      fc.oneof(angle(179.9, 180), angle(-180, -179.9)),
    ),
    'around a pole': places(
      fc.oneof(angle(89.9, 90), angle(-90, -89.9), fc.constantFrom(90, -90)),
      angle(-180, 180),
    ),
    'on whole degrees': places(
      fc.integer({min: -90, max: 90}),
      fc.constantFrom(-180, -90, 0, 90, 180),
    ),
  };
  for (const [where, some] of Object.entries(regions)) {
    it(`finds the same as kdbush and the great circle ${where}`, () =>
      fc.assert(fc.property(some, some, metres, assertSame), {numRuns: 150}));
  }

  it('finds neighbours at a distance of a few bands only', () => {
    const church = {lat: 50.6292, lon: 3.0573};
    const north = (far: number): Geo => ({...church, lat: church.lat + far / 111_195.08});
    const near = join([church], [north(320), north(499), north(501), undefined, north(40)], 500);
    assert.equal(near.counts[0], 3);
    assert.deepEqual(
      near.nearest(0).map(({index, metres: far}) => [index, Math.round(far)]),
      [[4, 40], [0, 320], [1, 499]], // prettier-ignore
    );
  });

  it('returns the nearest, counts all, and keeps the order of records at the same place', () => {
    const spot = {lat: 50, lon: 3};
    const near = join([spot, undefined], Array<Geo>(58).fill(spot), 500);
    assert.deepEqual([...near.counts], [58, 0]);
    assert.deepEqual(near.nearest(0), [0, 1, 2].map(index => ({index, metres: 0}))); // prettier-ignore
    assert.deepEqual(near.nearest(1), []);
  });

  it('keeps the order of records at equal distances, whatever their direction', () => {
    const [east, west] = [0.0068, -0.0068].map(lon => ({lat: 50, lon}));
    const near = join([{lat: 50, lon: 0}], [east, west], 500);
    assert.deepEqual(
      near.nearest(0).map(({index}) => index),
      [0, 1],
    );
  });

  it('finds nothing among no records', () => {
    assert.deepEqual([...join([{lat: 1, lon: 1}], [], 500).counts], [0]);
    assert.deepEqual([...join([], [{lat: 1, lon: 1}], 500).counts], []);
    assert.deepEqual([...join([{lat: 1, lon: 1}], [undefined], 500).counts], [0]);
  });

  it('includes neighbours exactly at the distance, and none beyond', () => {
    const a = {lat: 50, lon: 3};
    const b = {lat: 50.003, lon: 3.002};
    const far = distance(a, b);
    assert.equal(join([a], [b], far + 1e-6).counts[0], 1);
    assert.equal(join([a], [b], far - 1e-6).counts[0], 0);
  });
});
