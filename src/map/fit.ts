import {type WorldBox, wrap} from './mercator.js';

/** So many places are enough to tell where most of them are. */
const SAMPLE = 4096;
/** Of the places at most this share may be left out, and only what is so many times farther than the rest. */
const STRAY_SHARE = 0.1;
const STRAY_FACTOR = 4;
/** Below this part of the world, about 100 km, nothing counts as far. */
const NEAR = 0.0025;

/**
 * The box about the places, a few that lie far from all others left out: one mistaken place, or one overseas, must not
 * shrink the rest to a dot. NaN is no place; no place, no box.
 */
export function fitBox(x: Float64Array, y: Float64Array): WorldBox | undefined {
  const located: number[] = [];
  for (let i = 0; i < x.length; i++)
    if (!Number.isNaN(x[i]) && !Number.isNaN(y[i])) located.push(i);
  if (located.length === 0) return undefined;

  const start = emptiestMeridian(x, located);
  const unrolled = (i: number) => wrap(x[i]! - start) + start;
  const step = Math.ceil(located.length / SAMPLE);
  const sample = located.filter((_, n) => n % step === 0);
  const middleX = middle(sample.map(unrolled));
  const middleY = middle(sample.map(i => y[i]!));
  const farness = (i: number) => Math.hypot(unrolled(i) - middleX, y[i]! - middleY);
  const limit = strayLimit(sample.map(farness));

  const box = {west: Infinity, north: Infinity, east: -Infinity, south: -Infinity};
  for (const i of located) {
    if (farness(i) > limit) continue;
    box.west = Math.min(box.west, unrolled(i));
    box.east = Math.max(box.east, unrolled(i));
    box.north = Math.min(box.north, y[i]!);
    box.south = Math.max(box.south, y[i]!);
  }
  return box;
}

/** How far from the middle a place may be. */
function strayLimit(distances: number[]): number {
  const count = distances.length;
  // Among four places nobody can say which one strays.
  if (count < 5) return Infinity;
  distances.sort((a, b) => a - b);
  const strays = Math.max(1, Math.floor(count * STRAY_SHARE));
  return STRAY_FACTOR * Math.max(NEAR, distances[count - 1 - strays]!);
}

function middle(values: number[]): number {
  values.sort((a, b) => a - b);
  return values[values.length >> 1]!;
}

/** Where the world may be cut open: in the middle of its widest part without a place; 0 unless that is wider. */
function emptiestMeridian(x: Float64Array, located: readonly number[]): number {
  const bins = new Uint8Array(90);
  for (const i of located) bins[Math.floor(x[i]! * bins.length)] = 1;
  let [longest, length, end] = [0, 0, 0];
  for (let i = 0; i < 2 * bins.length; i++) {
    length = bins[i % bins.length] ? 0 : length + 1;
    if (length > longest) [longest, end] = [length, i + 1];
  }
  const from = end - longest;
  return longest >= bins.length || end >= bins.length || from <= 0
    ? 0
    : (from + end) / 2 / bins.length;
}
