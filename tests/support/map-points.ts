import type {MapPoints} from '../../src/map/map-view.js';

/** A place as a test writes it: latitude, longitude, family. */
export type TestPlace = readonly [lat: number, lon: number, family?: number];

/** Points of the map at places, named by their number. */
export const pointsAt = (places: readonly TestPlace[]): MapPoints => ({
  length: places.length,
  lat: Float64Array.from(places, ([lat]) => lat),
  lon: Float64Array.from(places, ([, lon]) => lon),
  family: Uint8Array.from(places, ([, , family = 2]) => family),
  name: index => `Projet ${String(index)}`,
});
