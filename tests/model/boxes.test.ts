import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {
  type Bbox,
  intersectBoxes,
  containsBox,
  isInBbox,
  boxArea,
  expandBox,
} from '../../src/model/geo/geo.js';

const lon = fc.integer({min: -1800, max: 1799}).map(tenths => tenths / 10);
/** Between a degree and a full turn wide, across the antimeridian or not. */
const box = fc
  .tuple(
    lon,
    fc.integer({min: -80, max: 70}),
    fc.integer({min: 1, max: 359}),
    fc.integer({min: 1, max: 10}),
  )
  .map(([west, south, width, height]): Bbox => {
    const east = west + width;
    return [west, south, east > 180 ? east - 360 : east, south + height];
  });
const place = fc.tuple(lon, fc.integer({min: -90, max: 90})).map(([x, lat]) => ({lat, lon: x}));

// A fixed seed, so that a failure is reproducible.
fc.configureGlobal({seed: 59});

describe('boxes', () => {
  it('contain a box if they contain all of its places', () => {
    fc.assert(
      fc.property(box, box, place, (outer, inner, somewhere) => {
        if (containsBox(outer, inner) && isInBbox(somewhere, inner))
          assert.ok(isInBbox(somewhere, outer), `${outer.join()} holds ${inner.join()}`);
      }),
      {numRuns: 5000},
    );
    assert.ok(containsBox([170, 0, -170, 10], [175, 1, -175, 9]));
    assert.ok(!containsBox([170, 0, -170, 10], [-175, 1, 175, 9]));
    assert.ok(!containsBox([0, 0, 10, 10], [1, 1, 9, 11]));
    assert.ok(containsBox([-180, -90, 180, 90], [175, 1, -175, 9]));
  });

  it('contain themselves when extended, and never exceed the Earth', () => {
    fc.assert(
      fc.property(box, fc.double({min: 0.01, max: 3, noNaN: true}), (small, share) => {
        const wide = expandBox(small, share);
        assert.ok(containsBox(wide, small), wide.join());
        assert.ok(wide[0] >= -180 && wide[2] <= 180 && wide[1] >= -90 && wide[3] <= 90);
        assert.ok(boxArea(wide) > boxArea(small));
      }),
    );
    assert.deepEqual(expandBox([178, 0, -178, 4], 0.25), [177, -1, -177, 5]);
    assert.deepEqual(expandBox([-170, -80, 170, 80], 0.25), [-180, -90, 180, 90]);
  });

  it('intersect in their common part; the first is returned if there is none', () => {
    assert.deepEqual(intersectBoxes([0, 0, 10, 10], [5, -5, 15, 5]), [5, 0, 10, 5]);
    assert.deepEqual(intersectBoxes([0, 0, 1, 1], [2, 2, 3, 3]), [0, 0, 1, 1]);
    assert.deepEqual(intersectBoxes([0, 0, 1, 1], [170, 0, -170, 1]), [0, 0, 1, 1]);
  });
});
