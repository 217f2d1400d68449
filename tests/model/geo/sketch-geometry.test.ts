import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {formatArea} from '../../../src/i18n/format-measures.js';
import type {Geo} from '../../../src/model/geo/geo.js';
import {findCrossing, lineLength, signedArea} from '../../../src/model/geo/sketch-geometry.js';

const places = (...pairs: readonly (readonly [lon: number, lat: number])[]): Geo[] =>
  pairs.map(([lon, lat]) => ({lat, lon}));

/** A square of about 100 metres, counterclockwise. */
const square = places([3.4, 50.4], [3.4014108, 50.4], [3.4014108, 50.4008993], [3.4, 50.4008993]);

const isClose = (found: number, expected: number, tolerance: number): void =>
  assert.ok(Math.abs(found - expected) <= tolerance, `${found} is not about ${expected}`);

describe('the measures of a drawing', () => {
  it('are metres along a line, also over the 180th meridian', () => {
    assert.equal(lineLength([]), 0);
    assert.equal(lineLength(places([3, 50])), 0);
    isClose(lineLength(places([3, 50], [3, 51], [3, 50])), 2 * 111_195, 10);
    isClose(lineLength(places([179.5, 0], [-179.5, 0])), 111_195, 10);
  });

  it('are square metres, with the sign of the direction', () => {
    isClose(signedArea(square), 10_000, 50);
    isClose(signedArea([...square].reverse()), -10_000, 50);
    isClose(signedArea(places([3, 50], [4, 51])), 0, 0);
    // Between two meridians and two parallels: R² Δλ (sin φ₂ − sin φ₁).
    isClose(signedArea(places([3, 50], [4, 50], [4, 51], [3, 51])) / 1e6, 7865, 1);
  });

  it('are written in the unit that fits', () => {
    const written = [0, 849.6, 9_999, 10_000, 23_456, 990_000, 1_000_000, 23_456_789].map(area =>
      formatArea('fr', area),
    );
    assert.deepEqual(written, [
      '0\u00a0m²',
      '850\u00a0m²',
      '9\u202f999\u00a0m²',
      '1\u00a0ha',
      '2,3\u00a0ha',
      '99\u00a0ha',
      '1\u00a0km²',
      '23\u00a0km²',
    ]);
  });
});

describe('the sides of an area', () => {
  for (const [what, corners, sides] of [
    ['cross in a bow tie', places([0, 0], [1, 1], [1, 0], [0, 1]), [0, 2]],
    ['cross near the last corner', places([0, 0], [2, 0], [2, 2], [1, -1]), [0, 2]],
    ['touch at a corner', places([0, 0], [2, 0], [2, 2], [1, 0], [0, 2]), [0, 2]],
    [
      'meet in one corner used twice',
      places([0, 0], [1, 1], [2, 0], [2, 2], [1, 1], [0, 2]),
      [0, 3],
    ],
    ['turn back', places([0, 0], [2, 0], [1, 0], [1, 2]), [0, 1]],
    ['overlap at the first corner', places([1, 0], [2, 0], [2, 2], [3, 0]), [1, 3]],
    ['cross by a metre', places([0, 0], [1e-5, 1e-5], [1e-5, 0], [0, 1e-5]), [0, 2]],
  ] as const)
    it(`are found if they ${what}`, () => {
      assert.deepEqual(findCrossing(corners), sides);
    });

  for (const [what, corners] of [
    ['a triangle', places([0, 0], [1, 0], [0, 1])],
    ['a square', square],
    ['an area with a notch', places([0, 0], [4, 0], [4, 4], [2, 1], [0, 4])],
    ['corners on one side', places([0, 0], [1, 0], [2, 0], [2, 2])],
    [
      'a spiral',
      places(
        [0, 0],
        [5, 0],
        [5, 5],
        [1, 5],
        [1, 2],
        [3, 2],
        [3, 3],
        [2, 3],
        [2, 4],
        [4, 4],
        [4, 1],
        [0, 1],
      ),
    ],
  ] as const)
    it(`do not cross in ${what}`, () => {
      assert.equal(findCrossing(corners), undefined);
    });
});
