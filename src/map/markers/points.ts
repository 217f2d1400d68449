import type {MapPoints} from '../map-view.js';

export const NO_POINTS: MapPoints = {
  length: 0,
  lat: new Float64Array(),
  lon: new Float64Array(),
  family: new Uint8Array(),
  nameAt: () => '',
};

/** Returns the index of the same record in new points, or -1. Compares position and name, because points have no id. */
export function findSamePoint(previous: MapPoints, index: number, points: MapPoints): number {
  for (let i = 0; i < points.length; i++)
    if (
      points.lat[i] === previous.lat[index] &&
      points.lon[i] === previous.lon[index] &&
      points.nameAt(i) === previous.nameAt(index) &&
      points.nameSuffixAt?.(i) === previous.nameSuffixAt?.(index)
    )
      return i;
  return -1;
}
