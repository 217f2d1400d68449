/**
 * Generates src/map/outlines/rivers.data.ts, the great rivers of the outlines. Run by hand; neither the build nor the
 * tests need it.
 *
 *   sudo apt install gmt gmt-gshhg-full
 *   gmt pscoast -R-5.5/9.5/41/54 -Df -Ir -M > lines.txt
 *   node scripts/make/outline-rivers.mjs lines.txt
 *
 * Reads   World Data Bank II (public domain), as GMT writes it: its two levels of great rivers, and two more in the core
 *         area. Its areas of water, of level 0, are left out.
 * Method  Pieces of the source are joined. The end of a river within `REACH` of another is moved to it. Stretches between
 *         such points are simplified with the algorithm of Douglas and Peucker, so that rivers still meet.
 * Format  A number of lines and the lines, as in the first comment of scripts/make/outlines.mjs.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import {distinct, same, simplify, write} from './outlines-geometry.mjs';
import {readLines} from './regional-sheet/river-lines.mjs';

const [, , file] = process.argv;
if (!file) throw new Error('Usage: node scripts/make/outline-rivers.mjs LINES');

/** Resolution in degrees, that of outlines.mjs. */
const UNIT = 1 / 240;
/** Area of the portals, in degrees: west, south, east, north. */
const CORE = [1.2, 49, 5.3, 51.5];
/** Maximum deviation from a river in the core and elsewhere, in units: about 400 m and 1.7 km. */
const TOLERANCES = [1, 4];
/** Last levels of the rivers that are drawn. */
const [MAX_LEVEL, MAX_CORE_LEVEL] = [2, 4];
/** Distances in units: of a river from another into which it flows, and of pieces of one. */
const [REACH, JOINT] = [12, 6];
/** Length of the shortest river, in units: about 25 km. */
const MIN_LENGTH = 60;

const isInCore = ([x, y]) =>
  x > CORE[0] / UNIT && x < CORE[2] / UNIT && y > CORE[1] / UNIT && y < CORE[3] / UNIT;
const distance = (p, q) => Math.hypot(p[0] - q[0], p[1] - q[1]);
const length = points => points.slice(1).reduce((sum, p, i) => sum + distance(points[i], p), 0);
const toUnits = point => point.map(degrees => degrees / UNIT);

/** Joins pieces that end within `JOINT` of each other: those of the source end at the edges of its cells. */
function joinPieces(pieces) {
  const joined = pieces.map(points => [...points]);
  const gap = (a, b) => distance(a.at(-1), b[0]);
  for (;;) {
    let best = {far: JOINT};
    for (const a of joined)
      for (const b of joined)
        if (a !== b)
          for (const [first, second] of [
            [a, b],
            [a.toReversed(), b],
            [a, b.toReversed()],
          ]) {
            const far = gap(first, second);
            if (far < best.far) best = {far, pair: [a, b], points: [...first, ...second]};
          }
    if (!best.pair) return joined;
    joined.splice(joined.indexOf(best.pair[0]), 1, best.points);
    joined.splice(joined.indexOf(best.pair[1]), 1);
  }
}
const pieces = readLines(readFileSync(file, 'utf8'))
  .map(({level, points}) => ({level, points: points.map(toUnits)}))
  .filter(
    ({level, points}) => level > 0 && level <= (points.some(isInCore) ? MAX_CORE_LEVEL : MAX_LEVEL),
  );
const lines = joinPieces(pieces.map(({points}) => points))
  .filter(points => length(points) > MIN_LENGTH)
  .map(points => ({points}));

// Each end moves to the nearest point of another river, which keeps that point.
for (const line of lines) line.kept = new Set([0, line.points.length - 1]);
for (const line of lines)
  for (const end of [0, line.points.length - 1]) {
    let best = {far: REACH};
    for (const other of lines)
      if (other !== line)
        other.points.forEach((point, i) => {
          const far = distance(point, line.points[end]);
          if (far < best.far) best = {far, other, i};
        });
    if (!best.other) continue;
    line.points[end] = best.other.points[best.i];
    best.other.kept.add(best.i);
  }

const rivers = lines
  .map(({points, kept}) => {
    // A river that leaves the core has another tolerance from there on.
    points.forEach((point, i) => {
      if (i > 0 && isInCore(point) !== isInCore(points[i - 1])) kept.add(i);
    });
    const stops = [...kept].sort((a, b) => a - b);
    const simple = stops.slice(1).flatMap((stop, i) => {
      const stretch = points.slice(stops[i], stop + 1);
      const tolerance = TOLERANCES[isInCore(stretch[stretch.length >> 1]) ? 0 : 1];
      return simplify(stretch, tolerance).slice(i ? 1 : 0);
    });
    return distinct(simple.map(point => point.map(Math.round)));
  })
  .filter(points => points.length > 2 || (points.length > 1 && !same(...points)));

/** Orders lines so that each starts near the end of the preceding one. */
function chain(from) {
  const left = new Set(rivers);
  const ordered = [];
  for (let at = from; left.size > 0; at = ordered.at(-1).at(-1)) {
    const choices = [...left].flatMap(line => [
      {line, points: line},
      {line, points: line.toReversed()},
    ]);
    const best = choices.reduce((a, b) =>
      distance(b.points[0], at) < distance(a.points[0], at) ? b : a,
    );
    left.delete(best.line);
    ordered.push(best.points);
  }
  return ordered;
}

let at = [0, 0];
const encode = points => {
  let text = write(points.length * 8);
  for (const point of points) {
    text += write(point[0] - at[0]) + write(point[1] - at[1]);
    at = point;
  }
  return text;
};
const data = write(rivers.length) + chain(at).map(encode).join('');
const target = new URL('../../src/map/outlines/rivers.data.ts', import.meta.url);
writeFileSync(
  target,
  `/**
 * Made by scripts/make/outline-rivers.mjs; its first comment has the format. Not to be edited.
 * World Data Bank II, public domain, as packed in GMT's GSHHG; simplified.
 */
export const riverData: string =
  '${data}';
`,
);
const points = rivers.flat().length;
console.log(`${rivers.length} rivers with ${points} points; ${data.length} B, ${gzipSync(data, {level: 9}).length} B gzip -9`); // prettier-ignore
