import type {MapPoints} from '../../src/map/map-view.js';

/** Latitude, longitude and family of a test point. */
export type TestPlace = readonly [lat: number, lon: number, family?: number];

/** Returns map points named by their index. */
export const pointsAt = (places: readonly TestPlace[]): MapPoints => ({
  length: places.length,
  lat: Float64Array.from(places, ([lat]) => lat),
  lon: Float64Array.from(places, ([, lon]) => lon),
  family: Uint8Array.from(places, ([, , family = 2]) => family),
  nameAt: index => `Projet ${String(index)}`,
});
