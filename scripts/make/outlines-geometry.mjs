/**
 * Geometry functions and number format of outlines.mjs and regional-sheet.mjs. Rings and lines are arrays of
 * points `[x, y]`, integers in their unit unless stated otherwise.
 */

/** Returns the signed area of a ring, in square units; also of one in degrees. */
export function area(ring) {
  let sum = 0;
  ring.forEach(([x, y], i) => {
    const [u, v] = ring[(i + 1) % ring.length];
    sum += x * v - u * y;
  });
  return sum / 2;
}
/** Returns the points of a path `[longitude, latitude, longitude, …]`. */
export const pairs = path =>
  [...path.keys()].filter(i => i % 2 === 0).map(i => [path[i], path[i + 1]]);
/** Returns true if two points are equal. */
export const same = (p, q) => p[0] === q[0] && p[1] === q[1];
/** Removes points that are equal to the preceding one. */
export const distinct = points => points.filter((p, i) => i === 0 || !same(p, points[i - 1]));

/** Removes points on the straight line between their neighbours. */
export function straighten(points) {
  return points.filter((p, i) => {
    const [a, b] = [points[i - 1], points[i + 1]];
    return !a || !b || (b[0] - a[0]) * (p[1] - a[1]) !== (b[1] - a[1]) * (p[0] - a[0]);
  });
}

/** Removes the small loops and spikes caused by snapping: a line that returns to a point continues from there. */
export function unloop(points) {
  const out = [];
  for (const p of points) {
    const back = out.slice(-6).findIndex(q => same(p, q));
    if (back >= 0 && out.length > 1) out.length = Math.max(0, out.length - 6) + back;
    out.push(p);
  }
  return out.length > 1 ? out : points;
}

/**
 * Simplifies a line (Douglas and Peucker, 1973).
 *
 * @param tolerance Maximum deviation, in the unit of the points.
 */
export function simplify(points, tolerance) {
  if (points.length < 3) return points;
  const [a, b] = [points[0], points.at(-1)];
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.hypot(dx, dy);
  let [farthest, index] = [tolerance, 0];
  points.forEach((p, i) => {
    const [px, py] = [p[0] - a[0], p[1] - a[1]];
    const far = length ? Math.abs(px * dy - py * dx) / length : Math.hypot(px, py);
    if (far > farthest) [farthest, index] = [far, i];
  });
  if (!index) return [a, b];
  return [
    ...simplify(points.slice(0, index + 1), tolerance),
    ...simplify(points.slice(index), tolerance).slice(1),
  ];
}

/**
 * Removes short spikes and hooks of a border, which look like drawing errors.
 *
 * `unit` is in degrees.
 */
export function blunt(points, unit) {
  const out = [...points];
  const length = (p, q) => Math.hypot(p[0] - q[0], p[1] - q[1]) * unit;
  for (const [span, longest, reach] of [
    [2, 0.14, 0.5],
    [3, 0.18, 0.35],
  ])
    for (let i = 0; i + span < out.length; i++) {
      const way = out.slice(i, i + span + 1);
      const path = way.slice(1).reduce((sum, p, j) => sum + length(way[j], p), 0);
      const chord = length(way[0], way[span]);
      if (chord > 0 && path < longest && chord < reach * path) out.splice(i + 1, span - 1);
    }
  return out;
}

/** Returns the intersection of two segments as a fraction (0 to 1) of the first, or undefined. */
function crossing([a, b], [c, d]) {
  const cross = (u, v) => u[0] * v[1] - u[1] * v[0];
  const minus = (p, q) => [p[0] - q[0], p[1] - q[1]];
  const denominator = cross(minus(b, a), minus(d, c));
  const t = cross(minus(c, a), minus(d, c)) / denominator;
  const s = cross(minus(c, a), minus(b, a)) / denominator;
  return t >= 0 && t <= 1 && s >= 0 && s <= 1 ? t : undefined;
}

/** Returns true if a point is inside a ring; both may be in degrees. */
export function inside([x, y], ring) {
  let odd = false;
  ring.forEach((p, i) => {
    const q = ring.at(i - 1);
    if (p[1] > y !== q[1] > y && x < ((q[0] - p[0]) * (y - p[1])) / (q[1] - p[1]) + p[0])
      odd = !odd;
  });
  return odd;
}

/** Returns the pieces of a line outside a ring. Inserts a point into the ring at each crossing. */
export function landfalls(line, ring) {
  const pieces = [[line[0]]];
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]];
    const shores = ring
      .map((c, j) => ({at: crossing([a, b], [c, ring[(j + 1) % ring.length]]), c}))
      .filter(shore => shore.at !== undefined)
      .sort((s, t) => s.at - t.at);
    for (const {at, c} of shores) {
      const p = [0, 1].map(k => Math.round(a[k] + at * (b[k] - a[k])));
      if (!ring.some(q => same(p, q))) ring.splice(ring.indexOf(c) + 1, 0, p);
      pieces.at(-1).push(p);
      pieces.push([p]);
    }
    pieces.at(-1).push(b);
  }
  const dry = piece =>
    !inside(
      [0, 1].map(k => (piece[0][k] + piece[1][k]) / 2),
      ring,
    );
  return pieces.map(distinct).filter(piece => piece.length > 1 && dry(piece));
}

/** Without quotes, backslash, dollar and angle bracket: safe in any string and in inline scripts. */
const ALPHABET = Array.from({length: 95}, (_, i) => String.fromCharCode(32 + i))
  .filter(c => !'"\'\\`$<'.includes(c))
  .join('');
const BASE = ALPHABET.length;
const ONE = BASE - 16; // Smaller numbers take one character, …
const TWO = ONE + 15 * BASE; // … numbers below this take two, the others four.

const zigzag = n => (n < 0 ? -2 * n - 1 : 2 * n);

/** Returns an integer as one to four characters; src/map/outlines/number-reader.ts reads it. */
export function write(n) {
  if (!Number.isInteger(n)) throw new RangeError(`${n} is off its grid`);
  const v = zigzag(n);
  const c = i => ALPHABET[i];
  if (v < ONE) return c(v);
  if (v < TWO) return c(ONE + Math.floor((v - ONE) / BASE)) + c((v - ONE) % BASE);
  const rest = v - TWO;
  if (rest >= BASE ** 3) throw new RangeError(`${n} does not fit`);
  return (
    c(BASE - 1) +
    c(Math.floor(rest / BASE ** 2)) +
    c(Math.floor(rest / BASE) % BASE) +
    c(rest % BASE)
  );
}
