// Generates demo/fonds/nord.pmtiles and ile.pmtiles, small basemaps in the schema of Protomaps (version 4): the
// regional sheet that ships with the map with the names of seas and regions, and a fictitious island with all layers of such a basemap. `npx tsx
// scripts/make/basemaps.ts`. Needs tippecanoe, a Debian package; the files are committed, so that nothing else needs
// it.
import {spawnSync} from 'node:child_process';
import {copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {CHANNEL, NORTH_SEA} from '../../src/map/labels/name-labels.js';
import {curveThrough} from '../../src/map/outlines/curve.js';
import {type Line, outlines, type Path} from '../../src/map/outlines/outlines.js';
import {SHEET_BOX} from '../../src/map/regional-sheet/sheet-box.js';
import {decodeSheet} from '../../src/map/regional-sheet/sheet.js';
import type {Position} from '../../src/model/geo/geometry.js';
import {createIsland} from './island-features.js';

export interface Feature {
  readonly type: 'Feature';
  readonly geometry: {readonly type: string; readonly coordinates: unknown};
  readonly properties: Readonly<Record<string, unknown>>;
  readonly tippecanoe: {readonly layer: string; readonly minzoom?: number};
}

const toPositions = (path: Path): Position[] => {
  const found: Position[] = [];
  for (let i = 0; i < path.length; i += 2) found.push([path[i] ?? 0, path[i + 1] ?? 0]);
  return found;
};

/** Length of segments that are drawn straight, in degrees. */
const STRAIGHT = 0.01;

/** Returns the points of a curve through a ring. */
function curved(ring: Path): Position[] {
  const [west, south, east, north] = SHEET_BOX;
  // A box in which north has the least number.
  const box = {west, north: south, east, south: north};
  return toPositions(
    Float64Array.from(curveThrough([...ring, ...ring.slice(0, 2)], box, STRAIGHT)),
  );
}

/** Names of seas and regions in French, Dutch, English and German, with latitude and longitude. */
const NAMES: readonly (readonly [
  kind: 'sea' | 'region',
  names: string,
  lat: number,
  lon: number,
])[] = [
  ['sea', NORTH_SEA, 51.4, 2.3],
  ['sea', CHANNEL, 50.4, 0.85],
  ['region', 'Hauts-de-France', 50.02, 2.75],
  ['region', 'Flandre/Vlaanderen/Flanders/Flandern', 51, 3.95],
  ['region', 'Wallonie/Wallonië/Wallonia/Wallonien', 50.35, 4.75],
  ['region', 'Normandie/Normandië/Normandy/Normandie', 49.45, 0.9],
  ['region', 'Kent', 51.2, 0.75],
  ['region', 'Zélande/Zeeland/Zeeland/Zeeland', 51.45, 3.85],
];

const namedPlace = (names: readonly string[]) => ({
  name: names[0],
  ...Object.fromEntries(
    ['nl', 'en', 'de'].map((language, i) => [`name:${language}`, names[i + 1] ?? names[0]]),
  ),
});

const areaNames = (): Feature[] =>
  NAMES.map(([kind, names, lat, lon]) => ({
    type: 'Feature',
    geometry: {type: 'Point', coordinates: [lon, lat]},
    properties: {kind, min_zoom: 5, ...namedPlace(names.split('/'))},
    tippecanoe: {layer: kind === 'sea' ? 'water' : 'places'},
  }));

/** Returns coasts, borders, rivers and built-up areas of the regional sheet, and the towns of the outlines; tippecanoe clips them to the sheet. */
function sheetFeatures(): Feature[] {
  const {arcs, faces, waters, regions, rivers, builtUp} = decodeSheet();
  const line = (
    path: Line,
    layer: string,
    properties: Feature['properties'],
    minzoom = 0,
  ): Feature => ({
    type: 'Feature',
    geometry: {type: 'LineString', coordinates: toPositions(path)},
    properties,
    tippecanoe: {layer, minzoom},
  });
  const area = (ring: readonly Position[], layer: string, kind: string): Feature => ({
    type: 'Feature',
    geometry: {type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]]},
    properties: {kind},
    tippecanoe: {layer},
  });
  const ringOf = (refs: readonly number[]): Position[] =>
    refs.flatMap(ref => {
      const points = toPositions(arcs[ref < 0 ? ~ref : ref]?.path ?? new Float64Array());
      return ref < 0 ? points.reverse() : points;
    });
  const borders = arcs.filter(({isCoast}) => !isCoast);
  const towns = [...outlines().towns, ...decodeSheet().towns].filter(({minZoom}) => minZoom <= 9);
  return [
    ...faces.map(face => area(ringOf(face.arcs), 'earth', 'earth')),
    ...builtUp.map(path => area(curved(path), 'landcover', 'urban_area')),
    ...waters.map(path => area(toPositions(path), 'water', 'lake')),
    ...rivers.map(({path, isCanal}) => line(path, 'water', {kind: isCanal ? 'canal' : 'river'}, 7)),
    ...borders.map(({path}) => line(path, 'boundaries', {kind: 'country', kind_detail: 2})),
    ...regions.map(path => line(path, 'boundaries', {kind: 'region', kind_detail: 4}, 4)),
    ...towns.map(({lat, lon, minZoom, names}): Feature => ({
      type: 'Feature',
      geometry: {type: 'Point', coordinates: [lon, lat]},
      properties: {
        kind: 'locality',
        kind_detail: minZoom < 7 ? 'city' : 'town',
        population_rank: 16 - minZoom,
        min_zoom: minZoom - 1,
        ...namedPlace([names.fr, names.nl, names.en, names.de]),
      },
      tippecanoe: {layer: 'places', minzoom: Math.max(0, minZoom - 2)},
    })),
  ];
}

const out = fileURLToPath(new URL('../../demo/fonds/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'fonds-'));
mkdirSync(out, {recursive: true});
const KEEP_ALL_OPTIONS = [
  '-r1',
  '--no-tiny-polygon-reduction',
  '--no-feature-limit',
  '--no-tile-size-limit',
];
for (const {name, title, credit, features, options} of [
  {
    name: 'nord',
    title: 'Contours',
    credit: '© OpenStreetMap (ODbL), Natural Earth, IGN, GeoNames',
    features: [...sheetFeatures(), ...areaNames()],
    // Hauts-de-France and its surroundings: the regional sheet.
    options: ['-Z0', '-z8', `--clip-bounding-box=${SHEET_BOX.join()}`, '--simplification=2'],
  },
  {
    name: 'ile',
    title: 'Une île inventée',
    credit: 'Île inventée pour l’essai',
    features: createIsland(),
    options: ['-Z6', '-z14', '--simplification=2'],
  },
]) {
  const source = `${name}.geojsonl`;
  writeFileSync(join(folder, source), features.map(one => JSON.stringify(one)).join('\n'));
  const words = ['-q', '-f', '-n', title, '-N', title, '-A', credit, '-o', `${name}.pmtiles`];
  const {status} = spawnSync('tippecanoe', [...words, ...KEEP_ALL_OPTIONS, ...options, source], {
    cwd: folder,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`tippecanoe made no ${name}.pmtiles`);
  copyFileSync(join(folder, `${name}.pmtiles`), join(out, `${name}.pmtiles`));
}
rmSync(folder, {recursive: true});
