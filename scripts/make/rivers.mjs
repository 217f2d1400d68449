/**
 * Writes the rivers and canals of the regional sheet as GeoJSON, for `regional-sheet.mjs --rivers`. Run by hand.
 *
 *   sudo apt install gmt gmt-gshhg-full
 *   gmt pscoast -R-0.6/6.9/48.9/52.2 -Df -Ia -M > lines.txt
 *   mkdir ../sheet-source && cd ../sheet-source && npm init --yes && npm install @geo-maps/earth-rivers-10m@0.6.0 && cd -
 *   npx tsx scripts/make/rivers.mjs --lines lines.txt --source ../sheet-source --out rivers.geojson
 *
 * Reads   World Data Bank II (public domain), in the full resolution of GSHHG: the great rivers.
 *         `@geo-maps/earth-rivers-10m`, from OpenStreetMap (ODbL 1.0): pieces of the others and of canals, 1.5 km apart,
 *         which river-courses.mjs joins. Where both are, they are half a kilometre apart in the median, 1.6 km at the
 *         90th percentile: such lines are for maps up to zoom 10.
 *         regional-sheet/river-names.txt: names, each at points of its river.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {decodeSheet} from '../../src/map/regional-sheet/sheet.ts';
import {pairs} from './outlines-geometry.mjs';
import {nearest, riverCourses} from './regional-sheet/river-courses.mjs';
import {readLines} from './regional-sheet/river-lines.mjs';
import {riverNetwork} from './regional-sheet/river-network.mjs';

const {values: options} = parseArgs({
  options: {lines: {type: 'string'}, source: {type: 'string'}, out: {type: 'string'}},
});
if (!options.lines || !options.source || !options.out)
  throw new Error('Usage: npx tsx scripts/make/rivers.mjs --lines FILE --source FOLDER --out FILE');

/** Areas of the pieces, around the core of the sheet, and of small rivers, in degrees: west, south, east, north. */
const PIECES_AREA = [1.2, 49.55, 5.3, 51.45];
const SMALL_RIVERS_AREA = [1.2, 49, 5.3, 51.45];
/** First levels of small rivers and of canals in World Data Bank II. */
const [FIRST_SMALL_LEVEL, FIRST_CANAL_LEVEL] = [3, 8];
/** Distance from a river, in kilometres, within which a point has its name. */
const NAME_REACH = 2;

const touches = (points, [west, south, east, north]) =>
  points.some(([lon, lat]) => lon > west && lon < east && lat > south && lat < north);

/** Returns the great rivers, and within an area the small ones and canals. */
const readKnown = () =>
  readLines(readFileSync(options.lines, 'utf8'))
    .filter(({level, points}) => level < FIRST_SMALL_LEVEL || touches(points, SMALL_RIVERS_AREA))
    .map(line => ({...line, waterway: line.level >= FIRST_CANAL_LEVEL ? 'canal' : 'river'}));

function readPieces() {
  const require = createRequire(resolve(options.source, 'package.json'));
  const map = JSON.parse(readFileSync(require.resolve('@geo-maps/earth-rivers-10m/map.geo.json')));
  return map.geometries
    .flatMap(({coordinates}) => coordinates)
    .map(([ring]) => ring)
    .filter(ring => touches(ring, PIECES_AREA));
}

/** Reads `name|latitude|longitude`, names as in towns.txt. */
const names = readFileSync(new URL('regional-sheet/river-names.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter(row => row && !row.startsWith('#'))
  .map(row => {
    const [name, lat, lon] = row.split('|');
    return {name, point: [Number(lon), Number(lat)]};
  });

const known = readKnown();
const courses = riverCourses(
  readPieces(),
  known.map(({points}) => points),
).map(points => ({waterway: 'river', points}));
const coast = decodeSheet()
  .arcs.filter(({isCoast}) => isCoast)
  .map(({path}) => pairs(path));
const lines = riverNetwork(
  [...known, ...courses].map(line => ({...line, isGreat: line.level < FIRST_SMALL_LEVEL})),
  coast,
  names.filter(({name}) => name).map(({point}) => point),
).map(line => ({...line, marks: []}));
for (const {name, point} of names) {
  const [found] = lines
    .map(line => ({...line, ...nearest(point, [line.points])}))
    .sort((a, b) => a.distance - b.distance);
  if (found.distance > NAME_REACH) console.warn(`${name}: no river at ${point}`);
  else found.marks.push({name, index: found.index});
}
/** Returns a line, or its stretches if it has several names. */
function namedStretches({points, waterway, marks}) {
  marks.sort((a, b) => a.index - b.index);
  const changes = marks.filter(({name}, i) => i === 0 || name !== marks[i - 1].name);
  const starts = changes.map(({index}, i) => {
    if (i === 0) return 0;
    const before = marks.findLast(one => one.index < index);
    return Math.floor((before.index + index) / 2);
  });
  const stretches = changes.length > 0 ? changes : [{name: ''}];
  return stretches.map(({name}, i) => ({
    type: 'Feature',
    geometry: {
      type: 'LineString',
      coordinates: points.slice(starts[i] ?? 0, (starts[i + 1] ?? points.length) + 1),
    },
    properties: {waterway: name.startsWith('Canal') ? 'canal' : waterway, name},
  }));
}
const features = lines.flatMap(namedStretches);
writeFileSync(options.out, JSON.stringify({type: 'FeatureCollection', features}));
console.log(`${known.length} lines, ${courses.length} courses, ${lines.length} in the network`);
