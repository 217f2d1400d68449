import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {Clusters} from '../../src/map/markers/clusters.js';
import {fitBox, fitBoxWithLayers} from '../../src/map/fit/fit-box.js';
import {PointSet} from '../../src/map/markers/point-set.js';
import {latAt, lonAt} from '../../src/model/geo/mercator.js';
import {pointsAt, type TestPlace} from '../support/map-points.js';

const NORD: readonly TestPlace[] = [
  [50.63, 3.06],
  [50.1, 3.63],
  [50.36, 3.52],
  [51.03, 2.37],
  [50.43, 2.83],
  [50.28, 3.97],
  [50.85, 2.88],
  [50.75, 2.25],
  [50.45, 3.95],
  [50.17, 3.23],
];
const PARIS: TestPlace = [48.86, 2.35];
const ROUEN: TestPlace = [49.44, 1.1];
const REUNION: TestPlace = [-21.1, 55.5];
const NULL_ISLAND: TestPlace = [0, 0];

/** Returns west, south, east and north of the box around places, in hundredths of a degree. */
function fitDegrees(places: readonly TestPlace[]): number[] | undefined {
  const {x, y} = new Clusters(pointsAt(places));
  const box = fitBox(x, y);
  return (
    box &&
    [lonAt(box.west), latAt(box.south), lonAt(box.east), latAt(box.north)].map(
      degrees => Math.round(degrees * 100) / 100,
    )
  );
}

// A fixed seed, so that a failure is reproducible.
fc.configureGlobal({seed: 59});

describe('fit', () => {
  it('contains a far place if all places are wanted', () => {
    const {x, y} = new Clusters(pointsAt([...NORD, REUNION]));
    const [part, whole] = [fitBox(x, y), fitBox(x, y, true)];
    assert.ok(part && whole);
    assert.ok(lonAt(part.east) < 4);
    assert.deepEqual([lonAt(whole.east), latAt(whole.south)].map(Math.round), [56, -21]);
  });

  it('contains all places that lie together', () => {
    assert.deepEqual(fitDegrees(NORD), [2.25, 50.1, 3.97, 51.03]);
  });

  it('excludes one place far from all others, at any position in the list', () => {
    for (const stray of [REUNION, NULL_ISLAND, [-89, 170] as const]) {
      assert.deepEqual(fitDegrees([...NORD, stray]), fitDegrees(NORD));
      assert.deepEqual(fitDegrees([stray, ...NORD]), fitDegrees(NORD));
      assert.deepEqual(fitDegrees([...NORD.slice(0, 4), stray]), fitDegrees(NORD.slice(0, 4)));
    }
  });

  it('keeps a place that is only slightly farther, and is no outlier', () => {
    assert.deepEqual(fitDegrees([...NORD, ROUEN]), [1.1, 49.44, 3.97, 51.03]);
    assert.deepEqual(fitDegrees([...NORD.slice(0, 8), PARIS]), [2.25, 48.86, 3.97, 51.03]);
    const overseas = [REUNION, [-21.2, 55.6], [-21.3, 55.4]] as const;
    assert.deepEqual(fitDegrees([...NORD, ...overseas]), [2.25, -21.3, 55.6, 51.03]);
  });

  it('excludes one place of many for which the map would be a whole level farther', () => {
    assert.deepEqual(fitDegrees([...NORD, PARIS]), fitDegrees(NORD));
    // Of twice as many there, none is alone.
    const two = [PARIS, [48.8, 2.4]] as const;
    assert.deepEqual(fitDegrees([...NORD, ...two]), [2.25, 48.8, 3.97, 51.03]);
  });

  it('excludes one of a few places only if it is overseas, and none of two', () => {
    const MARSEILLE: TestPlace = [43.3, 5.37];
    for (const count of [2, 3])
      assert.deepEqual(
        fitDegrees([...NORD.slice(0, count), REUNION]),
        fitDegrees(NORD.slice(0, count)),
      );
    assert.deepEqual(fitDegrees([...NORD.slice(0, 2), MARSEILLE]), [3.06, 43.3, 5.37, 50.63]);
    assert.deepEqual(fitDegrees([NORD[0]!, REUNION]), [3.06, -21.1, 55.5, 50.63]);
  });

  it('never excludes more than a tenth, and contains at least the median', () => {
    const place = fc.tuple(
      fc.double({min: -85, max: 85, noNaN: true}),
      fc.double({min: -180, max: 179.9, noNaN: true}),
    );
    fc.assert(
      fc.property(fc.array(place, {minLength: 1, maxLength: 80}), places => {
        const {x, y} = new Clusters(pointsAt(places));
        const box = fitBox(x, y);
        assert.ok(box);
        const turn = (left: number) => (left < box.west - 1e-12 ? left + 1 : left);
        let outside = 0;
        x.forEach((left, i) => {
          const top = y[i] ?? NaN;
          const inside = turn(left) <= box.east + 1e-12 && top >= box.north && top <= box.south;
          if (!inside) outside++;
        });
        assert.ok(outside <= Math.max(1, places.length / 10), `${String(outside)} outside`);
      }),
    );
  });

  it('crosses the antimeridian if that is shorter', () => {
    const pacific: TestPlace[] = [
      [-13.3, -176.2],
      [-22.3, 166.4],
      [-17.7, 178],
    ];
    const {x, y} = new Clusters(pointsAt(pacific));
    const box = fitBox(x, y);
    assert.ok(box && box.east > 1 && box.east - box.west < 0.1);
  });

  it('handles single points, pairs and empty lists', () => {
    assert.equal(fitDegrees([]), undefined);
    assert.equal(fitDegrees([[NaN, NaN]]), undefined);
    assert.deepEqual(fitDegrees([[50.63, 3.06]]), [3.06, 50.63, 3.06, 50.63]);
    assert.deepEqual(fitDegrees([[NaN, NaN], ...NORD]), fitDegrees(NORD));
  });

  it('ignores duplicates among the places, up to a tenth', () => {
    const village = NORD.flatMap(place => [place, place, place]);
    assert.deepEqual(fitDegrees([...village, REUNION, NULL_ISLAND]), fitDegrees(NORD));
  });
});

describe('fit with layers', () => {
  /** Returns the degrees from west to east, and from south to north, of the fit of records and of a layer. */
  function extent(own: readonly TestPlace[], layer: readonly TestPlace[]): readonly number[] {
    const {x, y} = new Clusters(pointsAt([...own, ...layer]));
    const {box} = fitBoxWithLayers(x, y, own.length);
    assert.ok(box);
    return [(box.east - box.west) * 360, latAt(box.north) - latAt(box.south)].map(
      degrees => Math.round(degrees * 100) / 100,
    );
  }

  it('shows the few places of a layer around the records', () => {
    assert.deepEqual(extent([[50.48, 2.98]], [[50.36, 2.9], [50.44, 3.5]]), [0.6, 0.12]); // prettier-ignore
    assert.deepEqual(extent([[50.1, 3], [50.3, 3.4]], [[50, 2.9], [50.6, 4.2]]), [1.3, 0.6]); // prettier-ignore
    assert.deepEqual(extent([[-18, 179]], [[-17, -179.5], [-18.5, 178]]), [2.5, 1.5]); // prettier-ignore
    assert.deepEqual(extent([], NORD).length, 2);
  });

  it('shows the records alone where a layer is far, wide or large', () => {
    assert.deepEqual(extent([[50.5, 3], [50.6, 3.1]], [[43.3, 5.4]]), [0.1, 0.1]); // prettier-ignore
    assert.deepEqual(extent([[50.5, 3]], [[48.1, -1.7], [45.8, 4.8]]), [0, 0]); // prettier-ignore
    const monuments = Array.from({length: 3000}, (_, i): TestPlace => [50 + (i % 50) / 50, 2 + (i % 41) / 20]); // prettier-ignore
    assert.deepEqual(extent([[50.5, 3], [50.6, 3.1]], monuments), [0.1, 0.1]); // prettier-ignore
  });

  it('stays where it is when a layer is switched off', () => {
    const set = (places: readonly TestPlace[], count = 1) =>
      new PointSet({...pointsAt(places), autoFitCount: count});
    const both = set([[50.5, 3], [50.6, 3.4]]); // prettier-ignore
    assert.equal(set([[50.5, 3]]).lacksOnlyLayersOf(both), true);
    assert.equal(both.lacksOnlyLayersOf(set([[50.5, 3]])), false, 'switched on');
    assert.equal(set([[50.4, 3]]).lacksOnlyLayersOf(both), false, 'other records');
    assert.equal(set([], 0).lacksOnlyLayersOf(both), false, 'none');
  });
});
