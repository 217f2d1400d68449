import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {pathToFileURL} from 'node:url';
import {riverCourses} from '../../scripts/make/regional-sheet/river-courses.mjs';
import {riverNetwork} from '../../scripts/make/regional-sheet/river-network.mjs';
import {withoutHairpins} from '../../scripts/make/regional-sheet/rivers.mjs';
import {root} from '../../scripts/setup.mjs';
import {outlines, type Path} from '../../src/map/outlines/outlines.js';
import {SheetLabels} from '../../src/map/regional-sheet/regional-sheet.js';
import type * as data from '../../src/map/regional-sheet/sheet.data.js';
import {decodeSheet} from '../../src/map/regional-sheet/sheet.js';
import {isInside} from '../support/planar-faces.js';

const sheet = decodeSheet();
const {arcs, faces, waters, regions, rivers, towns, builtUp} = sheet;
/** Those of the outlines, which are drawn below the sheet, included. */
const allTowns = [...outlines().towns, ...towns];

const ringOf = (refs: readonly number[]): number[] =>
  refs.flatMap(ref => {
    const path = [...(arcs[ref < 0 ? ~ref : ref]?.path ?? [])];
    if (ref >= 0) return path;
    return path.map((_, i) => path[path.length - 2 - i + 2 * (i % 2)] ?? NaN);
  });
const rings = faces.map(face => ({
  isHome: face.isHome,
  ring: Float64Array.from(ringOf(face.arcs)),
}));
const faceAt = (lat: number, lon: number) => rings.find(({ring}) => isInside(lat, lon, ring));

/** Returns the distance in degrees from a point to the nearest segment of some lines. */
function distanceTo(lines: readonly Path[], [x, y]: readonly [number, number]): number {
  let nearest = Infinity;
  for (const line of lines)
    for (let i = 2; i < line.length; i += 2) {
      const [ax, ay, bx, by] = line.subarray(i - 2, i + 2) as unknown as number[];
      if (ax === undefined || ay === undefined || bx === undefined || by === undefined) continue;
      const [dx, dy] = [bx - ax, by - ay];
      const at = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
      const clamped = Math.max(0, Math.min(1, at));
      nearest = Math.min(nearest, Math.hypot(ax + clamped * dx - x, ay + clamped * dy - y));
    }
  return nearest;
}

describe('the regional sheet', () => {
  it('distinguishes the sea, France and its neighbours', () => {
    for (const [name, lat, lon, home] of [
      ['Ors', 50.1, 3.63, true],
      ['Dunkerque', 51.02, 2.38, true],
      ['Boulogne-sur-Mer', 50.72, 1.62, true],
      ['Wissant', 50.88, 1.68, true],
      ['Halluin, at the border', 50.78, 3.12, true],
      ['Menin, across the border', 50.8, 3.12, false],
      ['Ploegsteert', 50.726, 2.88, false],
      ['Tournai', 50.61, 3.39, false],
      ['Middelbourg', 51.5, 3.61, false],
      ['Canterbury', 51.28, 1.08, false],
      ['the sea off Calais', 51, 1.8, undefined],
      ['the sea off Ostende', 51.35, 2.7, undefined],
      ['the Channel', 50.4, 1.3, undefined],
      ['the Westerschelde', 51.41, 3.75, undefined],
    ] as const)
      assert.equal(faceAt(lat, lon)?.isHome, home, name);
  });

  it('has no line or ring too short to draw', () => {
    for (const {ring} of rings) assert.ok(ring.length >= 6);
    for (const {path} of arcs) assert.ok(path.length >= 4);
    for (const line of regions) assert.ok(line.length >= 4);
  });

  it('ends the borders of regions at a coast, a national border, or another of them', () => {
    const all = [...arcs.map(({path}) => path), ...regions];
    const isClosed = (line: Path) => line[0] === line.at(-2) && line[1] === line.at(-1);
    // Brussels is within Flemish Brabant.
    for (const line of regions.filter(open => !isClosed(open)))
      for (const end of [0, line.length - 2]) {
        const point = [line[end] ?? NaN, line[end + 1] ?? NaN] as const;
        const [x, y] = point;
        // Those near the edges are coarse, or leave the sheet.
        if (x < 1 || x > 6.4 || y < 49.3 || y > 51.8) continue;
        const others = all.filter(other => other !== line);
        assert.ok(distanceTo(others, point) < 0.006, `${String(x)} ${String(y)}`);
      }
  });

  it('has ponds and lakes as areas within the land', () => {
    assert.ok(waters.length > 0);
    // One of few points looks like a drop of paint, or a balloon.
    for (const water of waters) assert.ok(water.length >= 20);
    const onLand = waters.filter(([lon = NaN, lat = NaN]) => faceAt(lat, lon));
    assert.ok(onLand.length > 0.95 * waters.length);
  });

  it('has the built-up areas of its great towns, on land', () => {
    const isBuiltUp = (lat: number, lon: number) => builtUp.some(path => isInside(lat, lon, path));
    assert.ok(isBuiltUp(50.63, 3.06), 'Lille');
    assert.ok(isBuiltUp(50.85, 4.35), 'Bruxelles');
    assert.ok(!isBuiltUp(50.72, 2.54), 'Hazebrouck');
    for (const path of builtUp)
      for (let i = 0; i < path.length; i += 2) {
        const [lon = NaN, lat = NaN] = path.subarray(i, i + 2);
        if (lon < 1.4 || lon > 4.9 || lat < 49.7) continue;
        const isNearLand = faceAt(lat, lon) ?? distanceTo(arcs.map(arc => arc.path), [lon, lat]) < 0.006; // prettier-ignore
        assert.ok(isNearLand, `${String(lat)} ${String(lon)} is at sea`);
      }
  });

  it('has the rivers of its towns, within two kilometres of their centres', () => {
    for (const [name, ...places] of [
      ['Escaut', 'Cambrai', 'Valenciennes', 'Tournai', 'Audenarde'],
      ['Lys', 'Armentières', 'Courtrai'],
      ['Somme', 'Amiens', 'Abbeville'],
      ['Sambre', 'Maubeuge', 'Charleroi'],
      ['Scarpe', 'Saint-Amand-les-Eaux'],
      ['Meuse', 'Dinant', 'Charleville-Mézières'],
    ] as const)
      for (const place of places) {
        const town = allTowns.find(({names}) => names.fr === place);
        assert.ok(town, place);
        const named = rivers.filter(river => river.name.startsWith(name)).map(({path}) => path);
        const degrees = distanceTo(named, [town.lon, town.lat]);
        assert.ok(degrees < 0.018, `${place} is ${String(degrees)}° from ${name}`);
      }
  });

  it('has no scrap of a river in open country: one end has a mouth, and only a long or named one has a source', () => {
    const coast = arcs.filter(({isCoast}) => isCoast).map(({path}) => path);
    const isInside = ([lon, lat]: readonly [number, number]) =>
      lon > 1 && lon < 5.5 && lat > 49.2 && lat < 51.5;
    const scraps = rivers.flatMap(({path, name}, i) => {
      const others = rivers.filter((_, j) => j !== i).map(other => other.path);
      const ends = [path.slice(0, 2), path.slice(-2)] as unknown as [number, number][];
      const loose = ends.filter(
        end => isInside(end) && distanceTo([...others, ...coast], end) > 0.02,
      );
      const [[ax, ay], [bx, by]] = ends as [[number, number], [number, number]];
      const isShort = Math.hypot(bx - ax, by - ay) < 0.15;
      return loose.length > 1 || (loose.length > 0 && isShort && !name) ? [ends] : [];
    });
    assert.deepEqual(scraps, []);
  });

  it('names its great rivers from afar', () => {
    const names = new SheetLabels(sheet).labelsAt(8, 'fr').map(({text}) => text);
    for (const name of [
      'Escaut',
      'Lys',
      'Somme',
      'Oise',
      'Meuse',
      'Sambre',
      'Scarpe',
      'Deûle',
      'Aa',
    ])
      assert.ok(names.includes(name), name);
  });

  it('names its rivers in the language of the reader, also where they are pale', () => {
    const named = (zoom: number) =>
      new SheetLabels(sheet).labelsAt(zoom, 'nl').filter(({kind}) => kind === 'water');
    for (const zoom of [9, 10.4, 12]) assert.ok(named(zoom).some(({text}) => text === 'Schelde'));
    assert.deepEqual(named(13.5), []);
  });

  it('has no piece of a river between two countries, which would look like a splinter', () => {
    const slivers = arcs.filter(
      ({isCoast, path}) => isCoast && path.length <= 6 && Math.abs((path[0] ?? 0) - 3.63) < 0.02,
    );
    assert.deepEqual(slivers, []);
    assert.ok(faceAt(50.4845, 3.6245));
  });

  it('names towns with their articles, on land, each once', () => {
    const names = towns.map(town => town.names.fr);
    for (const name of ['Le Quesnoy', 'Le Touquet-Paris-Plage', 'La Bassée', 'Ors', 'Nieuport'])
      assert.ok(names.includes(name), name);
    for (const name of names) assert.match(name, /^\p{Lu}[\p{L}’ -]+$/u);
    for (const bare of ['Quesnoy', 'Touquet-Paris-Plage', 'Bassée'])
      assert.ok(!names.includes(bare), bare);
    for (const {lat, lon, names: name} of towns) {
      const near = [0, 0.012, -0.012].flatMap(dy =>
        [0, 0.02, -0.02].map(dx => faceAt(lat + dy, lon + dx)),
      );
      assert.ok(near.some(Boolean), `${name.fr} is at sea`);
    }
    assert.equal(towns.find(town => town.names.fr === 'Nieuport')?.names.nl, 'Nieuwpoort');
  });

  it('names the sea in the language of the reader', () => {
    const labels = new SheetLabels(sheet);
    const seas = (language: string) =>
      labels.labelsAt(9, language).filter(({kind}) => kind === 'sea').map(({text}) => text); // prettier-ignore
    assert.ok(seas('fr').includes('Mer du Nord'));
    assert.ok(seas('nl-BE').includes('Noordzee'));
    assert.ok(seas('es').includes('Mer du Nord'));
    for (const label of labels.labelsAt(13, 'fr')) assert.ok(Number.isFinite(label.x + label.y));
  });

  it('names every village from zoom 11, at zoom 10 those with room, smaller than the towns', () => {
    const labels = new SheetLabels(sheet);
    const kindOf = (name: string, zoom: number) =>
      labels.labelsAt(zoom, 'fr').find(({text}) => text === name)?.kind;
    assert.deepEqual(
      [9, 10, 11, 12, 13].map(zoom => [kindOf('Landrecies', zoom), kindOf('Ors', zoom)]),
      [
        [undefined, undefined],
        ['village', 'village'],
        ['village', 'village'],
        ['town', 'village'],
        ['town', 'town'],
      ],
    );
  });

  it('asks for room around the names of villages at zoom 10 alone', () => {
    const labels = new SheetLabels(sheet);
    const roomOf = (name: string, zoom: number) =>
      labels.labelsAt(zoom, 'fr').find(({text}) => text === name)?.needsRoom;
    assert.deepEqual(
      [10, 11].map(zoom => roomOf('Ors', zoom)),
      [true, false],
    );
    assert.equal(roomOf('Lens', 10), false);
  });

  it('shows the attribution of its data', () => {
    const file = readFileSync(join(root, 'src/map/regional-sheet/sheet.data.ts'), 'utf8');
    assert.match(file, /^\/\*!/, 'kept by minifiers');
    assert.match(file, /© OpenStreetMap contributors, Open Database License/);
    assert.match(file, /Licence Ouverte/);
  });
});

describe('the courses of rivers', () => {
  /** A triangle around a place, as in the data. */
  const piece = (lon: number, lat: number) => [
    [lon, lat + 0.001],
    [lon - 0.001, lat - 0.001],
    [lon + 0.001, lat - 0.001],
    [lon, lat + 0.001],
  ];
  const course = [...new Array(20).keys()].map(i => [3 + i * 0.022, 50 + i * 0.007] as const);

  it('join the pieces of a river, one of which is missing, and leave out ponds', () => {
    const pieces = course.filter((_, i) => i !== 9).map(place => piece(...place));
    const [line, ...others] = riverCourses([...pieces, piece(3.3, 49.8), piece(3.32, 49.8)], []);
    assert.deepEqual(others, []);
    assert.ok(line);
    const ends = [line[0], line.at(-1)].map(end => end?.map(Math.fround));
    assert.equal(line.length, 19);
    for (const [lon, lat] of [course[0], course[19]] as [number, number][])
      assert.ok(ends.some(end => Math.hypot((end?.[0] ?? 0) - lon, (end?.[1] ?? 0) - lat) < 0.01));
  });

  it('leave out what is a known river, and begin at it', () => {
    const known = [course.slice(0, 8), [course[7], [3.154, 49.9]]];
    const [line, ...others] = riverCourses(
      course.map(place => piece(...place)),
      known,
    );
    assert.deepEqual(others, []);
    assert.ok(line && line.length < 15);
    const end = line.find(([lon]: number[]) => Math.abs((lon ?? 0) - 3.154) < 0.03);
    assert.ok(end, JSON.stringify(line));
  });
});

describe('the line of a river', () => {
  it('does not turn back at a piece of another course, but keeps its bends', () => {
    const bend = [[0, 0], [40, 0], [60, 30], [40, 60], [0, 60]]; // prettier-ignore
    assert.deepEqual(withoutHairpins(bend), bend);
    const spur = [[0, 0], [40, 0], [41, 70], [40, 0], [80, 0]]; // prettier-ignore
    assert.deepEqual(withoutHairpins(spur), [[0, 0], [40, 0], [80, 0]]); // prettier-ignore
  });

  it('turns back nowhere on the sheet', () => {
    const turns = rivers.flatMap(({path}) => {
      const points = [...path.keys()].filter(i => i % 2 === 0).map(i => [path[i], path[i + 1]] as [number, number]); // prettier-ignore
      const inCore = points.filter(([lon, lat]) => lon > 1.4 && lon < 4.6 && lat > 49.7);
      return withoutHairpins(inCore).length < inCore.length ? [inCore] : [];
    });
    assert.deepEqual(turns, []);
  });
});

describe('the network of rivers', () => {
  const great = {
    isGreat: true,
    points: [...new Array(11).keys()].map(i => [3 + i / 10, 50 + i / 50]),
  };
  const small = (...points: number[][]) => ({isGreat: false, points});
  const network = (...lines: (typeof great)[]) =>
    (riverNetwork(lines, [], []) as (typeof great)[]).map(({points}) => points);

  it('leads an end that stops short of a river to it', () => {
    const [, joined] = network(great, small([3.3, 49.7], [3.28, 49.95], [3.26, 50.02]));
    const end = joined?.at(-1) ?? [];
    const distance = distanceTo([Float64Array.from(great.points.flat())], end as [number, number]);
    assert.ok(distance < 1e-6, String(distance));
  });

  it('leaves out a short brook, and a line without a mouth', () => {
    const brook = small([3.25, 50.1], [3.26, 50.15], [3.27, 50.2]);
    assert.equal(network(great, brook, small([3.8, 49.6], [3.9, 49.7])).length, 1);
  });
});

describe('npx tsx scripts/make/regional-sheet.mjs --rivers --built-up', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rivers-'));
  after(() => rmSync(folder, {recursive: true}));
  let made: ReturnType<typeof decodeSheet>;

  /** Outlines of invented built-up areas: one in the sheet, one of which a corner is outside, one outside. */
  const areas = [
    [[3, 50], [3.4, 50], [3.4, 50.2], [3, 50.2], [3, 50]],
    [[6.8, 50], [7, 50], [7, 50.2], [6.8, 50.2], [6.8, 50]],
    [[8, 50], [8.4, 50], [8.4, 50.2], [8, 50]],
  ]; // prettier-ignore
  const line = (coordinates: unknown, properties: unknown) => ({
    type: 'Feature',
    geometry: {type: 'LineString', coordinates},
    properties,
  });
  before(async () => {
    const [input, out] = [join(folder, 'rivers.geojson'), join(folder, 'made.ts')];
    const features = [
      // Two stretches of one invented river, in the wrong order, the last point far outside of the sheet.
      line([[3, 50.4], [3.1, 50.5], [3.1, 55]], {name: 'Aiguevive d’en-Haut', waterway: 'river'}), // prettier-ignore
      line([[2.8, 50.2], [2.9, 50.300001], [3, 50.4]], {name: 'Aiguevive d’en-Haut', waterway: 'river'}), // prettier-ignore
      line(
        [
          [4, 50],
          [4.2, 50.1],
        ],
        {nom: "Canal de l'Essai | neuf", nature: 'Canal'},
      ),
      line(
        [
          [0, 45],
          [0.5, 45],
        ],
        {name: 'Ailleurs'},
      ),
      line(
        [
          [5, 50],
          [5.3, 50.2],
        ],
        null,
      ),
      {type: 'Feature', geometry: {type: 'Point', coordinates: [3, 50]}, properties: {}},
      {type: 'Feature', geometry: null, properties: {}},
    ];
    writeFileSync(input, JSON.stringify({type: 'FeatureCollection', features}));
    const areaInput = join(folder, 'areas.geojson');
    const polygons = areas.map(ring => ({
      type: 'Feature',
      geometry: {type: 'Polygon', coordinates: [ring]},
    }));
    writeFileSync(areaInput, JSON.stringify({type: 'FeatureCollection', features: polygons}));
    const inputs = ['--rivers', input, '--built-up', areaInput, '--out', out];
    execFileSync(
      process.execPath,
      ['--import', 'tsx', 'scripts/make/regional-sheet.mjs', ...inputs],
      {cwd: root},
    );
    made = decodeSheet((await import(pathToFileURL(out).href)) as typeof data);
  });

  it('adds the rivers and canals within the sheet, joined by name', () => {
    assert.equal(made.maxRiverZoom, 24);
    const found = made.rivers.map(({name, isCanal, path}) => [name, isCanal, [...path].map(n => Number(n.toFixed(3)))]); // prettier-ignore
    assert.deepEqual(
      new Map(found.map(river => [river[0], river])),
      new Map([
        ['Aiguevive d’en-Haut', ['Aiguevive d’en-Haut', false, [2.8, 50.2, 3.1, 50.5]]],
        ["Canal de l'Essai   neuf", ["Canal de l'Essai   neuf", true, [4, 50, 4.2, 50.1]]],
        ['', ['', false, [5, 50, 5.3, 50.2]]],
      ]),
    );
  });

  it('leaves the rest of the sheet as it is', () => {
    const {maxRiverZoom, builtUp} = sheet;
    assert.deepEqual({...made, rivers, maxRiverZoom, builtUp}, sheet);
  });

  it('adds the built-up areas, cut at the edge of the sheet', () => {
    const sides = made.builtUp.map(path => {
      const [lons, lats] = [0, 1].map(axis => path.filter((_, i) => i % 2 === axis));
      return [lons, lats].flatMap((values = new Float64Array()) =>
        [Math.min(...values), Math.max(...values)].map(degrees => Number(degrees.toFixed(3))),
      );
    });
    assert.deepEqual(sides.sort(), [
      [3, 3.4, 50, 50.2],
      [6.8, 6.9, 50, 50.2],
    ]);
  });

  it('names a river along its course, at several places, and draws one without a name', () => {
    const labels = new SheetLabels(made).labelsAt(11, 'fr').filter(({kind}) => kind === 'water');
    const river = labels.filter(({text}) => text === 'Aiguevive d’en-Haut');
    assert.ok(river.length >= 1);
    for (const {road} of river) {
      const degrees = ((road?.angle ?? NaN) * 180) / Math.PI;
      assert.ok(degrees > -70 && degrees < -40, `north-east, not ${String(degrees)}`);
    }
    assert.ok(labels.every(({text}) => text !== ''));
  });
});
