import type {MapPoints} from './map-view.js';

export const NO_POINTS: MapPoints = {
  length: 0,
  lat: new Float64Array(),
  lon: new Float64Array(),
  family: new Uint8Array(),
  name: () => '',
};

/** Where a record of some points is among others, or -1: no id tells, but its place and name. */
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
