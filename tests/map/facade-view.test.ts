import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {facadeView} from '../../src/map/fit/facade.js';
import {latAt, lonAt, worldSize, worldX, worldY} from '../../src/model/geo/mercator.js';

const size = {width: 600, height: 400};
const style = {} as CSSStyleDeclaration;
const pointsAt = (...places: readonly (readonly [lat: number, lon: number])[]) => ({
  length: places.length,
  x: Float64Array.from(places, ([, lon]) => worldX(lon)),
  y: Float64Array.from(places, ([lat]) => worldY(lat)),
  family: new Uint8Array(places.length),
  nameAt: () => '',
});

describe('the placeholder of a map', () => {
  it('shows the home country if there are no places, as the map does', () => {
    for (const none of [pointsAt(), pointsAt([NaN, NaN])]) {
      const view = facadeView(none, size, style, {hasBasemap: false});
      assert.ok(view);
      assert.equal(view.zoom, 5);
      assert.ok(Math.abs(latAt(view.y) - 47) < 0.01 && Math.abs(lonAt(view.x) - 1.7) < 0.01);
    }
  });

  it('has no place below its scale and credit, though it would fill the map', () => {
    const foot = {scrollPaddingBottom: '52px'} as CSSStyleDeclaration;
    for (let span = 0.4; span < 3; span += 0.05) {
      const south = 50 - span / 2;
      const places = pointsAt([50 + span / 2, 3], [south, 3]);
      const view = facadeView(places, size, foot, {hasBasemap: false});
      assert.ok(view);
      const bottom = size.height / 2 + (worldY(south) - view.y) * worldSize(view.zoom);
      assert.ok(bottom <= size.height - 52 + 0.5, `${span}: ${bottom}`);
    }
  });
});
