import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {facadeView} from '../../src/map/fit/facade.js';
import {latAt, lonAt, worldX, worldY} from '../../src/model/geo/mercator.js';

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
});
