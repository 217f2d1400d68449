import type {MapPoints} from '../../src/map/map-view.js';
import {worldX, worldY} from '../../src/model/geo/mercator.js';

/** Latitude, longitude and family of a test point. */
export type TestPlace = readonly [lat: number, lon: number, family?: number];

/** Returns map points named by their index. */
export const pointsAt = (places: readonly TestPlace[]): MapPoints => ({
  length: places.length,
  x: Float64Array.from(places, ([lat, lon]) => worldX(Number.isNaN(lat) ? NaN : lon)),
  y: Float64Array.from(places, ([lat]) => worldY(lat)),
  family: Uint8Array.from(places, ([, , family = 2]) => family),
  nameAt: index => `Projet ${String(index)}`,
});
