import type {MapPoints} from './map-view.js';

export const NO_POINTS: MapPoints = {
  length: 0,
  lat: new Float64Array(),
  lon: new Float64Array(),
  family: new Uint8Array(),
  name: () => '',
};

/** Returns the index of the same record in new points, or -1. Compares position and name, because points have no id. */
export function findAgain(old: MapPoints, index: number, points: MapPoints): number {
  for (let i = 0; i < points.length; i++)
    if (
      points.lat[i] === old.lat[index] &&
      points.lon[i] === old.lon[index] &&
      points.name(i) === old.name(index) &&
      points.asideOf?.(i) === old.asideOf?.(index)
    )
      return i;
  return -1;
}
