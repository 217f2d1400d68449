import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {findPosition, type PaneBox} from '../../src/map/labels/label-position.js';

const city = (text: string) => ({text, kind: 'city', hasDot: true, x: 0, y: 0}) as const;
/** Places cities at the given points, in order, beside marks. */
const place = (
  cities: readonly (readonly [name: string, x: number, y: number])[],
  marks: readonly PaneBox[] = [],
) => {
  const occupied: PaneBox[] = [];
  return cities.map(([name, x, y]) => findPosition(city(name), 256, x, y, marks, occupied));
};

describe('the name of a city', () => {
  it('is to the right of its dot', () => {
    const [only] = place([['Lille', 100, 100]]);
    assert.equal(only?.anchor, 'start');
    assert.equal(only.dy, 0);
  });

  it('is not where it would be read as that of another dot', () => {
    // The cluster at Lille leaves room for the name only above it, right below the dot of Bruxelles.
    const cluster = {left: 80, top: 100, right: 120, bottom: 140};
    const others = [
      {left: 120, top: 100, right: 300, bottom: 140},
      {left: -100, top: 100, right: 80, bottom: 140},
    ];
    const [, lille] = place(
      [
        ['Bruxelles', 104, 70],
        ['Lille', 100, 120],
      ],
      [cluster, ...others],
    );
    assert.ok(lille && lille.dy > 0, 'below the cluster');
  });

  it('is left out if its dot would be right beside the name of another city', () => {
    const [lille, amiens] = place([
      ['Lille', 100, 100],
      ['Amiens', 170, 104],
    ]);
    assert.ok(lille);
    assert.equal(amiens, undefined);
  });
});
