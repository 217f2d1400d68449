/* eslint-disable @typescript-eslint/no-non-null-assertion -- Every index is within its array. */
import {type WorldBox, wrap} from './mercator.js';

/** So many places are enough to tell where most of them are. */
const SAMPLE = 4096;
/** At most this share of the places may be left out, and only what is so many times farther than all others. */
const STRAY_SHARE = 0.1;
const STRAY_FACTOR = 4;
/** Within this part of the world, about 100 km, nothing counts as far. */
const NEAR = 0.0025;

/**
 * The box about the places, a few that lie far from all others left out: one mistaken place, or one overseas, must not
 * shrink the rest to a dot. NaN is no place; without a place there is no box.
 */
export function fitBox(x: Float64Array, y: Float64Array): WorldBox | undefined {
  const open = emptiestMeridian(x);
  const step = Math.ceil(x.length / SAMPLE);
  const sampleX: number[] = [];
  const sampleY: number[] = [];
  // Plain loops: an object for each of 200,000 places would cost more than all the rest of the map.
  for (let i = 0, n = 0; i < x.length; i++) {
    if (Number.isNaN(x[i]!) || Number.isNaN(y[i]!) || n++ % step > 0) continue;
    sampleX.push(wrap(x[i]! - open) + open);
    sampleY.push(y[i]!);
  }
  if (sampleX.length === 0) return undefined;

  const middleX = middle(sampleX);
  const middleY = middle(sampleY);
  const limit = strayLimit(
    sampleX.map((left, n) => Math.hypot(left - middleX, sampleY[n]! - middleY)),
  );
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < x.length; i++) {
    const left = wrap(x[i]! - open) + open;
    const top = y[i]!;
    const [dx, dy] = [left - middleX, top - middleY];
    // NaN isn't less than anything.
    if (!(dx * dx + dy * dy <= limit * limit)) continue;
    if (left < west) west = left;
    if (left > east) east = left;
    if (top < north) north = top;
    if (top > south) south = top;
  }
  return {west, north, east, south};
}

/** How far from the middle a place may be. */
function strayLimit(distances: readonly number[]): number {
  const count = distances.length;
  // Among four places nobody can say which one strays.
  if (count < 5) return Infinity;
  const sorted = Float64Array.from(distances).sort();
  const strays = Math.max(1, Math.floor(count * STRAY_SHARE));
  return STRAY_FACTOR * Math.max(NEAR, sorted[count - 1 - strays]!);
}

function middle(values: readonly number[]): number {
  return Float64Array.from(values).sort()[values.length >> 1]!;
}

/** Where the world may be cut open: amid its widest part without a place, unless the antimeridian is in it. */
function emptiestMeridian(x: Float64Array): number {
  const bins = new Uint8Array(90);
  // NaN names no bin.
  for (let i = 0; i < x.length; i++) bins[Math.floor(x[i]! * bins.length)] = 1;
  let [longest, length, end] = [0, 0, 0];
  // Twice round, for the part that runs over the antimeridian.
  for (let i = 0; i < 2 * bins.length; i++) {
    length = bins[i % bins.length] ? 0 : length + 1;
    if (length > longest) [longest, end] = [length, i + 1];
  }
  const from = end - longest;
  return from <= 0 || end >= bins.length ? 0 : (from + end) / 2 / bins.length;
}
