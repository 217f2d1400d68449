/**
 * Courses of rivers from pieces of them.
 *
 * The rivers of `@geo-maps` are isolated pieces: shapes around those corners of a grid (the tiles of zoom 14, 1.5 km wide)
 * that are near water. Their centres are joined to lines, which are smoothed.
 */

import {worldX, worldY} from '../../../src/model/geo/mercator.ts';

const TILES = 16_384;
/** Maximum distance of neighbours, and of ends between which a piece or two are missing, in sides of the grid. */
const [REACH, GAP_REACH] = [1.6, 4.6];
/** Maximum change of direction at a gap, in radians. */
const MAX_TURN = 1.6;
/** Minimum length of a branch, and of a river with its branches, in kilometres. */
const [MIN_BRANCH, MIN_RIVER] = [8, 24];
/** Minimum length of a line with a free end, in kilometres. */
const MIN_STUB = 15;
/** Distance in kilometres within which a course is that of a known line. */
const SAME_RIVER = 1.5;
/** Distance in kilometres at which the end of a course is moved to a known line. */
const MOUTH_REACH = 3.2;

/** Kilometres of a degree of longitude and of latitude, in the north of France. */
const [ACROSS, UP] = [71.2, 111.2];

/** Returns the distance of two points of the north of France, in kilometres. */
export const kilometres = ([x, y], [x2, y2]) => Math.hypot((x - x2) * ACROSS, (y - y2) * UP);

/** Returns the length of a line in kilometres. */
export const lengthOf = line =>
  line.reduce((sum, point, i) => (i > 0 ? sum + kilometres(line[i - 1], point) : 0), 0);

const centre = ring => {
  const points = ring.slice(1);
  return [0, 1].map(i => points.reduce((sum, point) => sum + point[i], 0) / points.length);
};

/** Returns the neighbours of each piece: a tree, in which the nearest ones are joined first. */
function neighboursOf(points) {
  const grid = points.map(([lon, lat]) => [worldX(lon) * TILES, worldY(lat) * TILES]);
  const byCell = new Map();
  grid.forEach((place, i) => {
    const cell = place.map(Math.floor).join();
    byCell.set(cell, [...(byCell.get(cell) ?? []), i]);
  });
  const edges = [];
  grid.forEach(([x, y], i) => {
    for (let dx = -5; dx <= 5; dx++)
      for (let dy = -5; dy <= 5; dy++)
        for (const j of byCell.get(`${Math.floor(x) + dx},${Math.floor(y) + dy}`) ?? []) {
          const length = Math.hypot(grid[j][0] - x, grid[j][1] - y);
          if (j > i && length <= GAP_REACH) edges.push({i, j, length});
        }
  });
  const neighbours = points.map(() => []);
  const parents = [...points.keys()];
  const rootOf = i => (parents[i] === i ? i : (parents[i] = rootOf(parents[i])));
  /** Returns the change of direction of a course that goes on from one end to another. */
  const turn = (from, to) => {
    const course = [from];
    // Neighbouring pieces are on both sides of a river: the direction is that of a stretch.
    while (course.length < 4) {
      const before = neighbours[course.at(-1)].filter(one => !course.includes(one));
      if (before.length !== 1) break;
      course.push(before[0]);
    }
    if (course.length === 1) return 0;
    const angle = (a, b) => Math.atan2(grid[b][1] - grid[a][1], grid[b][0] - grid[a][0]);
    const difference = Math.abs(angle(from, to) - angle(course.at(-1), from));
    return Math.min(difference, 2 * Math.PI - difference);
  };
  for (const {i, j, length} of edges.sort((a, b) => a.length - b.length)) {
    if (rootOf(i) === rootOf(j)) continue;
    if (length > REACH) {
      const isEnd = one => neighbours[one].length <= 1;
      if (!isEnd(i) || !isEnd(j) || turn(i, j) > MAX_TURN || turn(j, i) > MAX_TURN) continue;
    }
    neighbours[i].push(j);
    neighbours[j].push(i);
    parents[rootOf(i)] = rootOf(j);
  }
  return neighbours;
}

/** Returns the courses between ends and junctions, without short branches. */
function coursesOf(points, neighbours) {
  for (let hasChanged = true; hasChanged;) {
    hasChanged = false;
    for (const end of neighbours.keys()) {
      if (neighbours[end].length !== 1) continue;
      const branch = [end];
      let next = neighbours[end][0];
      while (neighbours[next].length === 2) {
        const after = neighbours[next].find(one => one !== branch.at(-1));
        branch.push(next);
        next = after;
      }
      if (neighbours[next].length < 3) continue;
      if (lengthOf([...branch, next].map(i => points[i])) >= MIN_BRANCH) continue;
      neighbours[next] = neighbours[next].filter(one => one !== branch.at(-1));
      for (const i of branch) neighbours[i] = [];
      hasChanged = true;
    }
  }
  const courses = [];
  const done = new Set();
  for (const start of neighbours.keys()) {
    if (neighbours[start].length === 2) continue;
    for (const first of neighbours[start]) {
      if (done.has(`${start},${first}`)) continue;
      const course = [start, first];
      while (neighbours[course.at(-1)].length === 2)
        course.push(neighbours[course.at(-1)].find(one => one !== course.at(-2)));
      done.add(`${course.at(-1)},${course.at(-2)}`);
      courses.push(course);
    }
  }
  return courses;
}

/** Returns the courses that belong to a river of at least `MIN_RIVER`. */
function withoutPonds(courses, points) {
  const group = new Map();
  const rootOf = i => (group.has(i) && group.get(i) !== i ? rootOf(group.get(i)) : i);
  for (const course of courses) group.set(rootOf(course[0]), rootOf(course.at(-1)));
  const lengths = new Map();
  for (const course of courses) {
    const root = rootOf(course[0]);
    lengths.set(root, (lengths.get(root) ?? 0) + lengthOf(course.map(i => points[i])));
  }
  return courses.filter(course => lengths.get(rootOf(course[0])) >= MIN_RIVER);
}

/** Returns the point of lines that is nearest to another, its distance in kilometres, and the end of its segment. */
export function nearest(point, lines) {
  let best = {distance: Infinity};
  for (const line of lines)
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1], line[i]];
      if (Math.abs(a[0] - point[0]) > 0.15 || Math.abs(a[1] - point[1]) > 0.1) continue;
      const [dx, dy] = [(b[0] - a[0]) * ACROSS, (b[1] - a[1]) * UP];
      const along = (point[0] - a[0]) * ACROSS * dx + (point[1] - a[1]) * UP * dy;
      const t = Math.max(0, Math.min(1, along / (dx * dx + dy * dy || 1)));
      const at = [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
      const distance = kilometres(at, point);
      if (distance < best.distance) best = {distance, at, index: i};
    }
  return best;
}

/** Returns the stretches of a course that are not those of known lines; their ends are moved to them. */
function unknownStretches(course, known) {
  const found = course.map(point => nearest(point, known));
  const stretches = [];
  let stretch;
  found.forEach(({distance, at}, i) => {
    if (distance > SAME_RIVER) {
      stretch ??= i > 0 ? [found[i - 1].at] : [];
      stretch.push(course[i]);
      return;
    }
    if (stretch) stretches.push([...stretch, at]);
    stretch = undefined;
  });
  if (stretch) stretches.push(stretch);
  return stretches;
}

/** Returns the lines without short ones that have a free end: they may be ponds in a row. */
function withoutStubs(lines, known) {
  const ends = lines.flatMap(line => [line[0], line.at(-1)]).map(String);
  const isFree = end =>
    ends.filter(one => one === String(end)).length === 1 &&
    nearest(end, known).distance > SAME_RIVER;
  return lines.filter(
    line => lengthOf(line) >= MIN_STUB || !(isFree(line[0]) || isFree(line.at(-1))),
  );
}

/** Smooths a line; its ends stay. */
function smooth(line) {
  let points = line;
  for (let pass = 0; pass < 2; pass++)
    points = points.map((point, i) => {
      const [before, after] = [points[i - 1], points[i + 1]];
      return before && after ? [0, 1].map(n => (before[n] + 2 * point[n] + after[n]) / 4) : point;
    });
  return points;
}

/**
 * Returns the courses of rivers as lines in degrees.
 *
 * @param rings Outlines of the pieces, each as points `[lon, lat]` of which the last is the first.
 * @param known Lines of rivers that need no course.
 */
export function riverCourses(rings, known) {
  const points = rings.map(centre);
  const courses = withoutPonds(coursesOf(points, neighboursOf(points)), points);
  const lines = courses.flatMap(course =>
    unknownStretches(
      course.map(i => points[i]),
      known,
    ),
  );
  return withoutStubs(lines, known)
    .map(smooth)
    .map(line => {
      for (const [index, end] of [
        [0, line[0]],
        [line.length, line.at(-1)],
      ]) {
        const {distance, at} = nearest(end, known);
        if (distance > 0.01 && distance <= MOUTH_REACH) line.splice(index, 0, at);
      }
      return line;
    });
}
