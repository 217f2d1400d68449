import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type CoverRecords, coverPlaces} from '../../src/map/covers/cover-places.js';
import {
  coverProjection,
  FLAT_CUT,
  HEIGHT,
  isInView,
  WIDTH,
  withoutOutliers,
} from '../../src/map/covers/cover-view.js';
import {
  areaPath,
  circlePath,
  hatchPath,
  isSameIsland,
  linePath,
  shapePath,
} from '../../src/map/covers/cover-paths.js';
import {distance, type Geo} from '../../src/model/geo/geo.js';
import type {MultiPolygon, Ring} from '../../src/model/geo/geometry.js';
import type {Portal, Project, Resource} from '../../src/model/records.js';
import {renderProjectPlaces} from '../../src/elements/parts/pictures/place-covers.js';
import {runToEnd} from '../support/run-to-end.js';

const lille: Geo = {lat: 50.632, lon: 3.047};
const ypres: Geo = {lat: 50.851, lon: 2.886};
const bergues: Geo = {lat: 50.969, lon: 2.433};
const marseille: Geo = {lat: 43.292, lon: 5.422};
const ors: Geo = {lat: 50.105, lon: 3.631};

const records = (parts: Partial<CoverRecords> = {}): CoverRecords => ({
  projects: [],
  otherProjects: [],
  resources: [],
  ...parts,
});
const network: Project = {
  id: 1,
  lead: 'Département du Nord',
  partners: [
    {name: 'CAUE du Nord', geo: {lat: 50.6321, lon: 3.0471}},
    {name: 'Département du Nord', geo: lille},
    {name: 'Ypres', geo: ypres},
    {name: 'Bergues', geo: bergues},
    {name: 'Sans adresse', geo: null},
  ],
};
const resource = (id: number, geo: Geo | null, portal: string | number = 'p'): Resource => ({
  id,
  geo,
  portals: [portal],
});

describe('the places of a cover', () => {
  it('are the towns of a network, each once, with its lead partner as hub', () => {
    const places = coverPlaces({id: 'p', family: 'acteur'}, records({projects: [network]}));
    assert.equal(places?.nodes.length, 3);
    assert.ok(places.hub && distance(places.hub, lille) < 100);
    assert.ok(places.nodes.includes(places.hub));
  });

  it('are thinned in a territory of a hundred thousand: each once, and none twice', () => {
    const spread = Array.from({length: 120_000}, (_, i): Geo => ({lat: 42 + (i % 300) * 0.02, lon: -4 + Math.floor(i / 300) * 0.02})); // prettier-ignore
    const beside = spread.map(({lat, lon}): Geo => ({lat: lat + 0.004, lon: lon - 0.004}));
    const dots = [...spread, ...beside].map((geo, i) => resource(i, geo));
    const places = runToEnd(() =>
      coverPlaces({id: 'p', family: 'theme'}, records({resources: dots})),
    );
    assert.equal(places?.dots.length, spread.length);
  });

  it('do not include the partners of a subject or of a commune', () => {
    const subject: Portal = {id: 'p', family: 'theme'};
    const project = {...network, geo: ypres};
    const dots = [resource(1, bergues), resource(2, ors, 'other'), resource(3, null)];
    const places = coverPlaces(subject, records({projects: [project], resources: dots}));
    assert.deepEqual(places?.nodes, [ypres]);
    assert.deepEqual(places.dots, [bergues]);
    assert.equal(places.hub, undefined);
  });

  it('of a network are on the cover of its own portal, not of others that list the project', () => {
    const project = {...network, portal: 'network', geo: ypres};
    const parts = records({projects: [project], resources: [resource(1, bergues, 'observatory')]});
    const own = coverPlaces({id: 'network', family: 'acteur'}, parts);
    assert.equal(own?.nodes.length, 3);
    assert.deepEqual(own.dots, []);
    const other = coverPlaces({id: 'observatory', family: 'acteur'}, parts);
    assert.deepEqual(other?.nodes, [ypres]);
    assert.deepEqual(other.dots, [bergues]);
    assert.equal(other.hub, undefined);
  });

  it('of a project of any portal are those of its partners', () => {
    const drawing = renderProjectPlaces({...network, portal: 'network'}, 'fr');
    assert.match(JSON.stringify(drawing?.values), /Ypres/);
    const single = {id: 1, acronym: 'ABC', geo: ypres};
    const inTown = JSON.stringify(renderProjectPlaces(single, 'fr')?.values);
    assert.ok(/Ypres/.test(inTown) && !/ABC/.test(inTown), 'the town, not the acronym');
    const far = {...single, geo: {lat: 50.79568, lon: 2.49402}};
    assert.match(JSON.stringify(renderProjectPlaces(far, 'fr')?.values), /ABC/);
  });

  it('have the names of their communes, also where only a resource has one', () => {
    const commune = {name: {fr: 'Bergues', nl: 'Sint-Winoksbergen'}};
    const parts = records({
      projects: [{id: 1, geo: bergues}],
      resources: [{...resource(1, bergues, 'other'), commune}],
      language: 'nl',
    });
    const places = coverPlaces({id: 'p', family: 'theme'}, parts);
    assert.deepEqual(places?.nodes, [{...bergues, label: 'Sint-Winoksbergen'}]);
  });

  it('in a commune have the titles of what is there, without the name of the commune', () => {
    const here = {lat: ors.lat + 0.02, lon: ors.lon};
    const commune: Portal = {id: 'p', family: 'projet', territory: {level: 'commune', name: 'Ors'}};
    const parts = records({
      projects: [{id: 1, geo: ors}],
      resources: [{...resource(1, here), title: 'Le canal, Ors'}],
    });
    const places = coverPlaces(commune, parts);
    assert.equal(places?.centre?.label, 'Ors');
    assert.deepEqual(
      places.dots.map(({label}) => label),
      ['Le canal'],
    );
  });

  it('are a commune and the places of others around it', () => {
    const commune: Portal = {
      id: 'ors',
      family: 'projet',
      territory: {level: 'commune', bbox: [3.59, 50.08, 3.67, 50.13]},
    };
    const places = coverPlaces(commune, records({otherProjects: [network]}));
    assert.ok(places?.centre && distance(places.centre, ors) < 200);
    assert.equal(places.neighbours.length, 3);
    assert.equal(coverPlaces({...commune, territory: {level: 'commune'}}, records()), undefined);
  });

  it('are drawn if there is a single one, or only the box of the territory', () => {
    const portal: Portal = {id: 'p', family: 'theme'};
    const one = records({resources: [resource(1, ors), resource(2, {lat: 50.1051, lon: 3.6311})]});
    assert.equal(coverPlaces(portal, one)?.dots.length, 1);
    assert.equal(coverPlaces(portal, records()), undefined);
    const territory = {bbox: [2, 49.9, 4.3, 51.1] as const};
    assert.deepEqual(coverPlaces({...portal, territory}, records())?.area, territory.bbox);
  });
});

describe('the outline of a territory on a cover', () => {
  /** Square with a square hole, and an island east of it. */
  const square = (west: number, south: number, side: number): Ring => [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ];
  const outline: MultiPolygon = {
    type: 'MultiPolygon',
    coordinates: [[square(2, 50, 1), square(2.4, 50.4, 0.2)], [square(3.5, 50.2, 0.4)]],
  };
  const portal: Portal = {id: 'p', family: 'theme', territory: {outline}};

  it('fills the cover, and its hatching is inside it, not in its holes', () => {
    const places = coverPlaces(portal, records());
    assert.deepEqual(places?.area, [2, 50, 3.9, 51]);
    const view = coverProjection(places);
    const inside = (x: number, y: number, [west, south, side]: readonly [number, number, number]) =>
      x >= view.x(west) - 0.2 &&
      x <= view.x(west + side) + 0.2 &&
      y <= view.y(south) + 0.2 &&
      y >= view.y(south + side) - 0.2;
    const lines = [
      ...hatchPath(places.territory, view).matchAll(/M(\S+) (\S+?)L([\d.-]+) ([\d.-]+)/g),
    ];
    assert.ok(lines.length > 30, String(lines.length));
    let length = 0;
    for (const [, ...numbers] of lines) {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbers.map(Number);
      const middle = [(x1 + x2) / 2, (y1 + y2) / 2] as const;
      const isInSquare = inside(...middle, [2, 50, 1]) && !inside(...middle, [2.41, 50.41, 0.18]);
      assert.ok(isInSquare || inside(...middle, [3.5, 50.2, 0.4]), String(middle));
      length += Math.hypot(x2 - x1, y2 - y1);
    }
    // One line each six units of x + y covers the area.
    const areaOf = (side: number): number => (view.x(side) - view.x(0)) * (view.y(50) - view.y(50 + side)); // prettier-ignore
    const area = areaOf(1) - areaOf(0.2) + areaOf(0.4);
    assert.ok(Math.abs((length * 6) / Math.SQRT2 / area - 1) < 0.06, String(length));
    assert.ok(view.y(50) - view.y(51) > 0.8 * HEIGHT || view.x(3.9) - view.x(2) > 0.8 * WIDTH);
  });

  it('of a commune larger than usual is whole', () => {
    const territory = {level: 'commune', outline: {type: 'Polygon', coordinates: [square(3, 50, 0.4)]} as const}; // prettier-ignore
    const places = coverPlaces({...portal, territory}, records());
    assert.ok(places?.centre);
    const view = coverProjection(places);
    for (const [lon, lat] of square(3, 50, 0.4)) assert.ok(isInView(view, {lat, lon}));
  });

  it('is left out if it is no polygon', () => {
    for (const coordinates of [
      [],
      [[]],
      [
        [
          [2, 50],
          [3, 50],
        ],
      ],
      [[null, null, null, null]],
      [
        [
          ['a', 'b'],
          [3, 50],
          [3, 51],
          [2, 50],
        ],
      ],
      [
        [
          [2, 50],
          [3, 50],
          [3, 95],
          [2, 50],
        ],
      ],
      [1, 2],
    ]) {
      const invalid = {...portal, territory: {outline: {type: 'Polygon', coordinates}}} as never;
      assert.equal(coverPlaces(invalid, records()), undefined, JSON.stringify(coordinates));
    }
  });
});

describe('the coast of an island on a cover', () => {
  const island = Float64Array.of(55.2, -21, 55.8, -21, 55.8, -21.4, 55.2, -21.4, 55.2, -21);

  it('is that of the territory, if both are one island', () => {
    const detailed = island.map((degrees, i) => degrees + (i % 3) / 500);
    assert.equal(isSameIsland(island, detailed), true);
    const half = island.map((degrees, i) => (i % 2 || degrees < 55.5 ? degrees : 55.5));
    assert.equal(isSameIsland(island, half), false);
  });
});

describe('the view of a cover', () => {
  const places = {centre: undefined, hub: undefined, neighbours: [], area: undefined};

  it('shows every place with a margin, twice as wide as it is high', () => {
    assert.equal(WIDTH / HEIGHT, 2);
    for (const nodes of [
      [lille, ypres, bergues],
      [lille, marseille],
      [
        {lat: 1, lon: -179},
        {lat: -1, lon: -178},
      ],
    ]) {
      const view = coverProjection({...places, nodes, dots: []});
      for (const node of nodes) assert.ok(isInView(view, node, -10), JSON.stringify(node));
    }
  });

  it('shows the whole marks of places in the north and south in a flat frame', () => {
    const bruges = {lat: 51.2093, lon: 3.2247};
    const nodes = [lille, ypres, bergues, bruges];
    const view = coverProjection({...places, nodes, dots: []}, true);
    // Radius of the mark of a lead partner.
    const [top, bottom] = [view.y(bruges.lat) - 10.5, view.y(lille.lat) + 10.5];
    assert.ok(top > FLAT_CUT && bottom < HEIGHT - FLAT_CUT, `${top} ${bottom}`);
  });

  it('leaves out the one place that is far from all others', () => {
    const dots = [lille, ypres, bergues, ors, {lat: 50.3, lon: 3.1}, {lat: 50.4, lon: 2.8}];
    assert.deepEqual(withoutOutliers([...dots, marseille]), dots);
    assert.ok(
      !isInView(coverProjection({...places, nodes: [], dots: [...dots, marseille]}), marseille),
    );
    // Two places are no crowd: neither is an outlier.
    assert.equal(withoutOutliers([lille, marseille]).length, 2);
  });

  it('does not zoom in without end on two places next to each other', () => {
    const near = {lat: ors.lat + 0.01, lon: ors.lon};
    assert.ok(coverProjection({...places, nodes: [ors, near], dots: []}).kilometre < 12);
  });

  it('has most places in its middle, as far as the others stay within the margin', () => {
    const west = [lille, ypres, bergues, {lat: 50.7, lon: 2.7}, {lat: 50.9, lon: 2.6}];
    const east = {lat: 50.45, lon: 3.5};
    const view = coverProjection({...places, nodes: [...west, east], dots: []});
    const edges = [view.x(bergues.lon), WIDTH - view.x(east.lon)];
    assert.ok((edges[0] ?? 0) > (edges[1] ?? 0) + 20, edges.join());
    assert.ok((edges[1] ?? 0) > 0.1 * WIDTH, edges.join());
  });

  it('shows the surroundings of a single place', () => {
    const view = coverProjection({...places, nodes: [ors], dots: []});
    assert.ok(view.kilometre < 6, String(view.kilometre));
  });

  it('of few places is wider until it has towns to find them by, at most twice', () => {
    const nodes = [lille, ypres];
    const heightWith = (towns: readonly Geo[]): number =>
      HEIGHT / coverProjection({...places, nodes, dots: []}, false, towns).kilometre;
    const around = [0, 1, 2, 3, 4].map(i => ({lat: 50.8 + i / 100, lon: 3.7}));
    const [alone, found] = [heightWith([]), heightWith(around)];
    assert.ok(found > 1.2 * alone && found < 2.1 * alone, `${alone} ${found}`);
    for (const town of around)
      assert.ok(isInView(coverProjection({...places, nodes, dots: []}, false, around), town));
  });

  it('of a commune is as large as needed to show two other places, at most 24 km high', () => {
    const heightWith = (...neighbours: Geo[]): number =>
      (HEIGHT / coverProjection({...places, centre: ors, nodes: [], dots: [], neighbours}).kilometre); // prettier-ignore
    const near = {lat: ors.lat + 0.02, lon: ors.lon};
    const far = {lat: ors.lat + 0.08, lon: ors.lon};
    assert.equal(Math.round(heightWith(near, {lat: ors.lat, lon: ors.lon + 0.05})), 15);
    assert.ok(heightWith(near, far) > 16, String(heightWith(near, far)));
    assert.equal(Math.round(heightWith(lille)), 15);
  });

  it('has a circle of one kilometre around a commune, to scale', () => {
    const view = coverProjection({...places, centre: ors, nodes: [], dots: []});
    const north = {lat: ors.lat + 1000 / 111_195, lon: ors.lon};
    const pixels = view.y(ors.lat) - view.y(north.lat);
    assert.ok(Math.abs(pixels - view.kilometre) < 0.2, `${pixels} ${view.kilometre}`);
    assert.match(circlePath([ors], [view.kilometre], view), /^M[\d.]+ [\d.]+a/);
  });
});

describe('the paths of a cover', () => {
  const view = coverProjection({
    centre: ors,
    nodes: [],
    hub: undefined,
    dots: [],
    neighbours: [],
    area: undefined,
  });

  it('are cut at the edges: a country is not drawn where it is not seen', () => {
    const country = Float64Array.of(-5, 42, 8, 42, 8, 51, -5, 51);
    assert.equal(areaPath([country], view).match(/[ML]/g)?.length, 4);
    assert.equal(areaPath([Float64Array.of(10, 42, 12, 42, 12, 44)], view), '');
    assert.equal(linePath([Float64Array.of(10, 42, 12, 42)], view), '');
    const line = linePath([Float64Array.of(3, 50.1, 4, 50.11)], view);
    assert.match(line, /^M-20 [\d.]+(L[\d. -]+)*L420 [\d.]+$/);
  });

  it('are circles, not ovals, with any radius', () => {
    for (const radius of [5.5, 8.25, 6.05, 10.5, 7.349]) {
      const [r, , , , , diameter] = circlePath([ors], [radius], view).split(/a/)[1]!.split(' ').map(Number); // prettier-ignore
      assert.ok(Math.abs(2 * r! - diameter!) < 1e-9, `${radius}: ${r}, ${diameter}`);
    }
  });

  it('have the shape of the family; a family that we do not know has circles', () => {
    assert.match(shapePath('projet', [ors], 5, view), /h[\d.]+v[\d.]+h-[\d.]+z$/);
    assert.equal(shapePath('theme', [ors], 5, view).match(/l/g)?.length, 3);
    for (const other of ['jeu', 'constructor', '__proto__', 'toString', undefined])
      assert.equal(shapePath(other, [ors], 5, view), shapePath('acteur', [ors], 5, view));
  });
});
