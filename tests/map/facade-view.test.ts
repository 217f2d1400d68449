import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {facadeView} from '../../src/map/fit/facade.js';
import {defaultBox} from '../../src/map/outlines/outlines-layer.js';
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
    const {west, north, east, south} = defaultBox();
    const corners = pointsAt([latAt(north), lonAt(west)], [latAt(south), lonAt(east)]);
    const expected = facadeView(corners, size, style, {hasBasemap: false});
    for (const none of [pointsAt(), pointsAt([NaN, NaN])]) {
      const view = facadeView(none, size, style, {hasBasemap: false});
      assert.equal(view?.zoom, expected?.zoom);
      for (const side of ['x', 'y'] as const)
        assert.ok(Math.abs((view?.[side] ?? NaN) - (expected?.[side] ?? NaN)) < 1e-9, side);
    }
  });
});
