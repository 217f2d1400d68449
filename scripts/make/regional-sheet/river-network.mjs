/** Network of rivers: ends that stop short of another river or of the coast are joined, what stays loose is left out. */
import {SHEET_BOX} from '../../../src/map/regional-sheet/sheet-box.ts';
import {kilometres, lengthOf, nearest} from './river-courses.mjs';

/** Distance in kilometres up to which a free end is joined, and up to which two lines touch. */
const [JOIN_REACH, TOUCH] = [5.5, 0.3];
/** Distance in kilometres from the coast and from the edge of the sheet, up to which an end is there. */
const [COAST_REACH, EDGE_REACH] = [3, 4];
/** Maximum change of direction at a join, in radians. */
const MAX_TURN = 2;
/** Minimum length of a line without a name that has a free end, and of rivers without a mouth, in kilometres. */
const [MIN_STUB, MIN_NETWORK] = [25, 60];

/**
 * Ends that the pieces of the sources miss or draw beyond the river, each `[lon, lat]`: the end of the nearest line moves
 * there, and goes on through the other points.
 */
const ENDS = [
  // Dendre, from Alost to Termonde.
  [[4.04, 50.95], [4.09, 51.0], [4.1, 51.03]],
  // Helpe Majeure, from Avesnes to the Sambre.
  [[3.93, 50.15], [3.87, 50.145], [3.8, 50.15]],
  // Deûle, from Haubourdin to Bauvin: the pieces are of the canal de Seclin.
  [[2.99, 50.605], [2.94, 50.575], [2.94, 50.56]],
  // Canal between Brussels and Charleroi: of the part beyond Brussels there are pieces up to Hal only.
  [[4.33, 50.86]],
  // Scheldt, from Antwerp to its estuary.
  [[4.31, 51.26], [4.28, 51.3], [4.25, 51.33]],
]; // prettier-ignore

const [WEST, SOUTH, EAST, NORTH] = SHEET_BOX;
const isAtEdge = ([lon, lat]) =>
  Math.min(lon - WEST, EAST - lon) * 71 < EDGE_REACH ||
  Math.min(lat - SOUTH, NORTH - lat) * 111 < EDGE_REACH;

/** Returns a line whose end nearer to the first point moves there, and goes on through the others. */
function withEnd(points, [at, ...others]) {
  const {index} = nearest(at, [points]);
  return index > points.length / 2
    ? [...points.slice(0, index), at, ...others]
    : [...others.toReversed(), at, ...points.slice(index)];
}

/** Returns the change of direction from the end of a line, the last kilometres of it, to a point. */
function turnTo(points, to) {
  const end = points.at(-1);
  const before = points.findLast(point => kilometres(point, end) > 2) ?? points[0];
  const angle = (a, b) => Math.atan2((b[1] - a[1]) * 111, (b[0] - a[0]) * 71);
  const difference = Math.abs(angle(before, end) - angle(end, to));
  return Math.min(difference, 2 * Math.PI - difference);
}

/** Returns the stretches of a line between the ends of others that touch it. */
function stretchesOf(points, ends) {
  const cuts = ends.flatMap(end => {
    const {distance, index} = nearest(end, [points]);
    return distance < TOUCH && index > 1 && index < points.length - 1 ? [index] : [];
  });
  const marks = [0, ...new Set(cuts.sort((a, b) => a - b)), points.length - 1];
  return marks.slice(1).map((to, i) => points.slice(marks[i], to + 1));
}

/**
 * Returns the lines that are one network or reach the coast or the edge of the sheet.
 *
 * @param lines Each with its `points` in degrees; `isGreat` for a line that stays whole.
 * @param coast Lines of the coast in degrees.
 * @param names Points of rivers that have a source in the sheet, however short they are.
 */
export function riverNetwork(lines, coast, names) {
  const network = lines.map(line => ({...line}));
  for (const end of ENDS) {
    const found = network
      .filter(({isGreat}) => !isGreat)
      .map(line => ({line, ...nearest(end[0], [line.points])}))
      .sort((a, b) => a.distance - b.distance)[0];
    if (found?.distance < JOIN_REACH) found.line.points = withEnd(found.line.points, end);
  }
  const othersOf = (line, all) => all.filter(one => one !== line).map(({points}) => points);
  const isFree = (end, line, all) =>
    !isAtEdge(end) &&
    nearest(end, coast).distance > TOUCH &&
    nearest(end, othersOf(line, all)).distance > TOUCH;
  for (const line of network)
    for (let side = 0; side < 2; side++) {
      line.points = line.points.toReversed();
      const end = line.points.at(-1);
      if (line.isGreat || !isFree(end, line, network)) continue;
      const sea = nearest(end, coast);
      const {distance, at} = sea.distance < COAST_REACH ? sea : nearest(end, othersOf(line, network)); // prettier-ignore
      if (distance <= JOIN_REACH && turnTo(line.points, at) < MAX_TURN) line.points.push(at);
    }

  let stretches = network.flatMap(line => {
    if (line.isGreat) return [line];
    const ends = othersOf(line, network).flatMap(points => [points[0], points.at(-1)]);
    return stretchesOf(line.points, ends).map(points => ({...line, points, line}));
  });
  const isStub = one =>
    !one.isGreat &&
    lengthOf(one.points) < MIN_STUB &&
    !names.some(point => nearest(point, [one.points]).distance < TOUCH * 5) &&
    [one.points[0], one.points.at(-1)].some(end => isFree(end, one, stretches));
  for (let count = 0; count !== stretches.length;) {
    count = stretches.length;
    stretches = stretches.filter(one => !isStub(one));
  }

  const groups = stretches.map((_, i) => i);
  const ends = stretches.map(({points}) => [points[0], points.at(-1)]);
  stretches.forEach(({points}, i) =>
    ends.forEach((own, j) => {
      if (groups[i] === groups[j] || !own.some(end => nearest(end, [points]).distance <= TOUCH)) return; // prettier-ignore
      const [from, to] = [groups[j], groups[i]];
      groups.forEach((group, k) => (groups[k] = group === from ? to : group));
    }),
  );
  const isLoose = group => {
    const all = stretches.filter((_, i) => groups[i] === group);
    const length = all.reduce((sum, {points}) => sum + lengthOf(points), 0);
    const isOpen = all.some(({points}) => [points[0], points.at(-1)].some(end => isAtEdge(end) || nearest(end, coast).distance <= TOUCH)); // prettier-ignore
    return !isOpen && length < MIN_NETWORK;
  };
  const kept = stretches.filter((_, i) => !isLoose(groups[i]));
  // Stretches of one line that follow each other are one again.
  return kept.reduce((all, {line, ...one}) => {
    const last = all.at(-1);
    if (line && last?.line === line && String(last.points.at(-1)) === String(one.points[0]))
      last.points = [...last.points, ...one.points.slice(1)];
    else all.push({...one, line});
    return all;
  }, []);
}
