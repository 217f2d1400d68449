/** Alternating longitudes and latitudes. */
type Path = ArrayLike<number>;

/** Returns true if a closed path contains a point (even-odd rule). */
export function isInside(lat: number, lon: number, path: Path): boolean {
  let odd = false;
  const count = path.length / 2;
  for (let i = 0, j = count - 1; i < count; j = i++) {
    const yi = path[2 * i + 1] ?? NaN;
    const yj = path[2 * j + 1] ?? NaN;
    if (yi > lat === yj > lat) continue;
    const xi = path[2 * i] ?? NaN;
    const xj = path[2 * j] ?? NaN;
    if (lon < ((xj - xi) * (lat - yi)) / (yj - yi) + xi) odd = !odd;
  }
  return odd;
}

/**
 * Returns the faces of the planar graph of some lines, smallest first, with their area in square degrees. Lines connect
 * where they share a point.
 *
 * Each edge is traversed once per side, taking the sharpest turn at each point.
 */
export function planarFaces(lines: readonly Path[]): {path: number[]; area: number}[] {
  const points = new Map<string, {x: number; y: number; next: string[]}>();
  const join = (a: string, b: string) => {
    const next = points.get(a)?.next;
    if (a !== b && next && !next.includes(b)) next.push(b);
  };
  for (const line of lines) {
    let last: string | undefined;
    for (let i = 0; i < line.length; i += 2) {
      const [x, y] = [line[i] ?? NaN, line[i + 1] ?? NaN];
      const key = `${String(x)},${String(y)}`;
      if (!points.has(key)) points.set(key, {x, y, next: []});
      if (last !== undefined) {
        join(last, key);
        join(key, last);
      }
      last = key;
    }
  }
  const at = (key: string) => points.get(key) ?? {x: NaN, y: NaN, next: []};
  for (const {x, y, next} of points.values()) {
    const angle = (key: string) => Math.atan2(at(key).y - y, at(key).x - x);
    next.sort((a, b) => angle(a) - angle(b));
  }

  const traversed = new Set<string>();
  const found: {path: number[]; area: number}[] = [];
  for (const [start, {next}] of points)
    for (const first of next) {
      const path: number[] = [];
      let area = 0;
      for (let [from, to] = [start, first]; !traversed.has(`${from}>${to}`);) {
        traversed.add(`${from}>${to}`);
        const [a, b] = [at(from), at(to)];
        path.push(a.x, a.y);
        area += (a.x * b.y - b.x * a.y) / 2;
        [from, to] = [to, b.next.at(b.next.indexOf(from) - 1) ?? from];
      }
      // A clockwise traversal is an outer boundary.
      if (area > 0) found.push({path, area});
    }
  return found.sort((a, b) => a.area - b.area);
}
