import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {curveThrough} from '../../src/map/outlines/curve.js';
import {nearOutlines, outlineWidths} from '../../src/map/outlines/near-outlines.js';
import {WORLD_UNITS} from '../../src/map/outlines/path-data.js';
import {worldSize, worldX, worldY} from '../../src/model/geo/mercator.js';

const EVERYWHERE = {west: -1e6, north: -1e6, east: 1e6, south: 1e6};

/** Returns the turns of a line in degrees, 0 to 180. */
function turns(line: ArrayLike<number>): number[] {
  const angles: number[] = [];
  for (let i = 2; i < line.length; i += 2) {
    const [dx, dy] = [line[i]! - line[i - 2]!, line[i + 1]! - line[i - 1]!];
    if (dx || dy) angles.push((Math.atan2(dy, dx) * 180) / Math.PI);
  }
  return angles.slice(1).map((angle, i) => {
    const turn = Math.abs(angle - (angles[i] ?? 0));
    return Math.min(turn, 360 - turn);
  });
}

const pairs = (line: ArrayLike<number>): string[] =>
  [...Array(line.length / 2).keys()].map(i => `${String(line[2 * i])} ${String(line[2 * i + 1])}`);

describe('a coast near by', () => {
  const bay = [0, 0, 100, 0, 200, 60, 200, 160, 100, 220, 0, 220];

  it('is drawn as a curve, where it had corners', () => {
    assert.ok(Math.max(...turns(bay)) >= 30);
    assert.ok(Math.max(...turns(curveThrough(bay, EVERYWHERE, 5))) < 15);
  });

  it('goes through all places that are known', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: -500, max: 500}), {minLength: 4, maxLength: 40}),
        numbers => {
          const line = numbers.slice(0, numbers.length - (numbers.length % 2));
          const curve = curveThrough(line, EVERYWHERE, 7);
          assert.ok(Array.from(curve).every(Number.isFinite));
          let from = 0;
          for (const point of pairs(line)) {
            from = pairs(curve).indexOf(point, from) + 1;
            assert.notEqual(from, 0, point);
          }
        },
      ),
      {seed: 59},
    );
  });

  it('is the same in both directions: two countries share their border', () => {
    const back = pairs(bay).reverse().join(' ').split(' ').map(Number);
    const round = (line: ArrayLike<number>) =>
      Array.from(line, value => Math.round(value * 1000) / 1000 + 0);
    assert.deepEqual(
      pairs(round(curveThrough(back, EVERYWHERE, 5))).reverse(),
      pairs(round(curveThrough(bay, EVERYWHERE, 5))),
    );
  });

  it('keeps a corner where coast and border meet', () => {
    const corner = [0, 0, 100, 0, 100, 0, 100, 100];
    assert.ok(Math.max(...turns(curveThrough(corner, EVERYWHERE, 5))) > 80);
  });

  it('costs nothing outside the view', () => {
    assert.equal(curveThrough(bay, {west: 900, north: 900, east: 999, south: 999}, 5), bay);
  });

  it('has no corner in Brittany at zoom 11, and only what is in view', () => {
    const [x, y, half] = [worldX(-4.6), worldY(48.38), 600 / worldSize(11)];
    const box = {west: x - half, north: y - half, east: x + half, south: y + half};
    const paths = nearOutlines(box, WORLD_UNITS / worldSize(11));
    const [land = ''] = paths.find(([kind]) => kind === 'land')?.[1] ?? [];
    assert.ok(land.length > 100 && land.length < 20_000, String(land.length));
    assert.equal(paths.filter(([kind]) => kind === 'waterline').length, 3);
  });

  it('has rivers from zoom 4 to 9, at which they are exact enough', () => {
    const riversAt = (zoom: number): string => {
      const half = 600 / worldSize(zoom);
      const [x, y] = [worldX(1.9), worldY(47.9)];
      const box = {west: x - half, north: y - half, east: x + half, south: y + half};
      const paths = nearOutlines(box, WORLD_UNITS / worldSize(zoom));
      return paths.find(([kind]) => kind === 'rivers')?.[1].join('') ?? '';
    };
    for (const zoom of [4, 6, 9]) assert.ok(riversAt(zoom).length > 50, String(zoom));
    for (const zoom of [3, 10, 12]) assert.equal(riversAt(zoom), '', String(zoom));
  });

  it('has three waterlines from zoom 4, closer to the coast from afar, and the home country', () => {
    const widest = (zoom: number) => {
      const half = 600 / worldSize(zoom);
      const [x, y] = [worldX(2), worldY(50)];
      const box = {west: x - half, north: y - half, east: x + half, south: y + half};
      const paths = nearOutlines(box, WORLD_UNITS / worldSize(zoom));
      const home = paths.find(([kind]) => kind === 'home')?.[1].join('') ?? '';
      const abroad = paths.find(([kind]) => kind === 'land')?.[1].join('') ?? '';
      assert.ok(home.length > 100 && abroad.length > home.length, String(zoom));
      const count = paths.filter(([kind]) => kind === 'waterline').length;
      return {count, width: outlineWidths(WORLD_UNITS / worldSize(zoom))[0] ?? 0};
    };
    assert.equal(widest(3).count, 0);
    assert.equal(widest(4).count, 3);
    assert.equal(widest(7).count, 3);
    assert.ok(widest(5).width < widest(7).width);
  });
});
