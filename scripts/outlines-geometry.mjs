/** What make-outlines.mjs does to rings and lines: arrays of points `[x, y]`, whole numbers of its unit. */

/** The area of a ring, signed, in square units. */
export function area(ring) {
  let sum = 0;
  ring.forEach(([x, y], i) => {
    const [u, v] = ring[(i + 1) % ring.length];
    sum += x * v - u * y;
  });
  return sum / 2;
}
/** Whether two points are one. */
export const same = (p, q) => p[0] === q[0] && p[1] === q[1];
/** Drops what repeats the point before. */
export const distinct = points => points.filter((p, i) => i === 0 || !same(p, points[i - 1]));

/** Drops the points that lie on the straight between their neighbours. */
export function straighten(points) {
  return points.filter((p, i) => {
    const [a, b] = [points[i - 1], points[i + 1]];
    return !a || !b || (b[0] - a[0]) * (p[1] - a[1]) !== (b[1] - a[1]) * (p[0] - a[0]);
  });
}

/** Cuts the little loops and spikes that snapping makes: a line that comes back to where it was goes on from there. */
export function unloop(points) {
  const out = [];
  for (const p of points) {
    const back = out.slice(-6).findIndex(q => same(p, q));
    if (back >= 0 && out.length > 1) out.length = Math.max(0, out.length - 6) + back;
    out.push(p);
  }
  return out.length > 1 ? out : points;
}

/** Drops the short thorns and hooks of a border: no reader sees a place in them, only a slip of the pen. `unit` in degrees. */
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

/** Where two segments cross, from 0 to 1 along the first, or nothing. */
function crossing([a, b], [c, d]) {
  const cross = (u, v) => u[0] * v[1] - u[1] * v[0];
  const minus = (p, q) => [p[0] - q[0], p[1] - q[1]];
  const denominator = cross(minus(b, a), minus(d, c));
  const t = cross(minus(c, a), minus(d, c)) / denominator;
  const s = cross(minus(c, a), minus(b, a)) / denominator;
  return t >= 0 && t <= 1 && s >= 0 && s <= 1 ? t : undefined;
}

/** Whether a ring goes round a place. */
function inside([x, y], ring) {
  let odd = false;
  ring.forEach((p, i) => {
    const q = ring.at(i - 1);
    if (p[1] > y !== q[1] > y && x < ((q[0] - p[0]) * (y - p[1])) / (q[1] - p[1]) + p[0])
      odd = !odd;
  });
  return odd;
}

/** The pieces of a line that lie outside a ring; where they end, the ring gets a point. */
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
