/* oxlint-disable typescript/no-non-null-assertion -- Every index is within its array. */
import type {WorldBox} from '../../model/geo/mercator.js';

/** World coordinates in one array: x, y, x, y … */
export type FlatCoordinates = ArrayLike<number>;

/** Returns the parts of a line within a box (Liang and Barsky, 1984, for each segment). */
export function clipLine(line: FlatCoordinates, box: WorldBox): number[][] {
  const pieces: number[][] = [];
  let piece: number[] = [];
  for (let i = 2; i < line.length; i += 2) {
    const x = line[i - 2]!;
    const y = line[i - 1]!;
    const nextX = line[i]!;
    const nextY = line[i + 1]!;
    // Most segments of a long line are within the box.
    if (isInside(box, x, y) && isInside(box, nextX, nextY)) {
      if (piece.length === 0) pieces.push((piece = [x, y]));
      piece.push(nextX, nextY);
      continue;
    }
    const [dx, dy] = [nextX - x, nextY - y];
    let [enter, leave] = [0, 1];
    // Direction of the segment towards each side, and distance to that side.
    for (const [step, room] of [
      [-dx, x - box.west],
      [dx, box.east - x],
      [-dy, y - box.north],
      [dy, box.south - y],
    ] as const) {
      if (step < 0) enter = Math.max(enter, room / step);
      else if (step > 0) leave = Math.min(leave, room / step);
      else if (room < 0) leave = -1;
    }
    if (enter > leave) continue;
    if (enter > 0 || piece.length === 0) {
      piece = [x + enter * dx, y + enter * dy];
      pieces.push(piece);
    }
    piece.push(x + leave * dx, y + leave * dy);
    if (leave < 1) piece = [];
  }
  return pieces;
}

const isInside = ({west, north, east, south}: WorldBox, x: number, y: number): boolean =>
  x >= west && x <= east && y >= north && y <= south;

/**
 * Returns the part of a polygon within a box, as an open ring; empty if there is none (Sutherland and Hodgman, 1974).
 */
export function clipRing(ring: FlatCoordinates, {west, north, east, south}: WorldBox): number[] {
  let clipped = Array.prototype.slice.call(ring) as number[];
  clipped = clipSide(clipped, 0, west, 1);
  clipped = clipSide(clipped, 0, east, -1);
  clipped = clipSide(clipped, 1, north, 1);
  return clipSide(clipped, 1, south, -1);
}

/**
 * Clips a ring at one side of a box.
 *
 * @param axis 0 for x, 1 for y.
 * @param side 1 keeps what is above `limit`, -1 what is below.
 */
function clipSide(ring: number[], axis: 0 | 1, limit: number, side: 1 | -1): number[] {
  const clipped: number[] = [];
  const {length} = ring;
  for (let i = 0; i < length; i += 2) {
    const before = (i + length - 2) % length;
    const depth = side * (ring[i + axis]! - limit);
    const last = side * (ring[before + axis]! - limit);
    if (depth >= 0 !== last >= 0) {
      const share = last / (last - depth);
      for (const n of [0, 1])
        clipped.push(ring[before + n]! + share * (ring[i + n]! - ring[before + n]!));
    }
    if (depth >= 0) clipped.push(ring[i]!, ring[i + 1]!);
  }
  return clipped;
}

/** Returns the midpoint of a line, measured along its length. */
export function lineMidpoint(line: FlatCoordinates): {x: number; y: number} {
  let remaining = lengthOf(line) / 2;
  for (let i = 2; i < line.length; i += 2) {
    const [dx, dy] = [line[i]! - line[i - 2]!, line[i + 1]! - line[i - 1]!];
    const step = Math.hypot(dx, dy);
    if (step >= remaining && step > 0)
      return {x: line[i - 2]! + (remaining / step) * dx, y: line[i - 1]! + (remaining / step) * dy};
    remaining -= step;
  }
  return {x: line[0]!, y: line[1]!};
}

export function lengthOf(line: FlatCoordinates): number {
  let length = 0;
  for (let i = 2; i < line.length; i += 2)
    length += Math.hypot(line[i]! - line[i - 2]!, line[i + 1]! - line[i - 1]!);
  return length;
}

/** Returns a point within a polygon: the middle of the widest span at half its height. */
export function interiorPoint(
  rings: readonly FlatCoordinates[],
): {x: number; y: number} | undefined {
  let [north, south] = [Infinity, -Infinity];
  const [outer] = rings;
  for (let i = 1; outer && i < outer.length; i += 2) {
    north = Math.min(north, outer[i]!);
    south = Math.max(south, outer[i]!);
  }
  const y = (north + south) / 2;
  const crossings = rings.flatMap(ring => crossingsAt(ring, y)).sort((a, b) => a - b);
  let [x, widest] = [NaN, 0];
  for (let i = 1; i < crossings.length; i += 2) {
    const width = crossings[i]! - crossings[i - 1]!;
    if (width > widest) [x, widest] = [(crossings[i]! + crossings[i - 1]!) / 2, width];
  }
  return Number.isNaN(x) ? undefined : {x, y};
}

/** Returns the x coordinates at which a ring crosses a parallel. */
function crossingsAt(ring: FlatCoordinates, y: number): number[] {
  const crossings: number[] = [];
  for (let i = 0; i < ring.length; i += 2) {
    const before = (i + ring.length - 2) % ring.length;
    const [from, to] = [ring[before + 1]!, ring[i + 1]!];
    if (from >= y !== to >= y)
      crossings.push(ring[before]! + ((y - from) / (to - from)) * (ring[i]! - ring[before]!));
  }
  return crossings;
}
