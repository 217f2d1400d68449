import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {describe, it} from 'node:test';
import {root} from '../../scripts/setup.mjs';

interface Import {
  readonly path: string;
  readonly isTypeOnly: boolean;
}

interface Rule {
  /** Layers of src/ that this layer may import. */
  readonly layers: readonly string[];
  /** Layers from which it may import types only. */
  readonly types?: readonly string[];
  /** Packages, by name. */
  readonly packages?: readonly string[];
}

const LAYERS: Readonly<Record<string, Rule>> = {
  model: {layers: []},
  i18n: {layers: []},
  styles: {layers: [], packages: ['lit']},
  events: {layers: [], types: ['model']},
  // Each in the one source that needs it, which is loaded on first use.
  data: {
    layers: ['model'],
    packages: ['papaparse', 'ical.js', 'sax', 'pmtiles', '@mapbox/vector-tile', 'pbf'],
  },
  map: {layers: ['model'], packages: ['leaflet']},
  // Drawings of the map's outlines without the map.
  'map/covers': {layers: ['model'], packages: ['lit']},
  // Vector tiles are requested like records.
  'map/basemap': {
    layers: ['model', 'data'],
    packages: ['leaflet', '@mapbox/vector-tile', 'pbf'],
  },
  // The regional sheet is drawn in tasks of its own.
  'map/regional-sheet': {layers: ['model', 'data'], packages: ['leaflet']},
  controllers: {
    layers: ['model', 'i18n', 'styles', 'events', 'data'],
    types: ['map'],
    packages: ['lit', '@lit/context'],
  },
  elements: {
    layers: ['model', 'i18n', 'styles', 'events', 'data', 'controllers'],
    types: ['map'],
    packages: ['lit', '@lit/context', 'uqr'],
  },
  // Runs in a page as well as on the command line: no Node modules.
  'tools/convert': {layers: ['model', 'data', 'tools/messages'], packages: ['papaparse', 'hucre']},
  // Parses pasted text; the configurator's page uses it too. The list of URL attributes comes from data, the languages
  // and the keys of sentences come from i18n.
  'tools/snippets': {layers: ['model', 'i18n', 'data', 'tools/messages']},
  'tools/messages': {layers: ['i18n']},
  'tools/openapi': {layers: ['model', 'data']},
  // The elements render themselves for `prerender`, which refers to them only by tag.
  'tools/cli': {
    layers: ['model', 'i18n', 'data', 'tools/convert', 'tools/messages', 'tools/snippets'],
    packages: [
      ...['node', 'lit', 'happy-dom'],
      ...['topojson-client', 'topojson-server', 'topojson-simplify', 'topojson-specification'],
    ],
  },
  'element-classes': {layers: ['elements']},
  define: {layers: ['elements']},
  embed: {
    layers: [
      'i18n',
      'map',
      'model',
      'data',
      'controllers',
      'elements',
      'element-classes',
      'define',
    ],
    packages: ['lit'],
  },
  frameworks: {layers: []},
  index: {layers: ['model', 'events', 'element-classes']},
};

const src = join(root, 'src');

const importsOf = (code: string): Import[] => {
  const plain = code.replace(/\/\*[\s\S]*?\*\//g, '');
  const found: Import[] = [];
  for (const [, clause = '', path = ''] of plain.matchAll(
    /^(?:import|export)\s+(?:([^'";]*?)\s+from\s+)?'([^']+)'/gm,
  )) {
    const names = /^\{([\s\S]*)\}$/
      .exec(clause)?.[1]
      ?.split(',')
      .filter(name => name.trim() !== '');
    const typesOnly =
      clause.startsWith('type ') || names?.every(name => /^\s*type\s/.test(name)) === true;
    found.push({path, isTypeOnly: typesOnly});
  }
  for (const [, type, path = ''] of plain.matchAll(/(typeof\s+)?\bimport\('([^']+)'\)/g))
    found.push({path, isTypeOnly: type !== undefined});
  return found;
};

/** Returns the rule of a file, by its folder in the map or by its layer. */
const ruleOf = (file: string) =>
  LAYERS[file.split('/').slice(0, 2).join('/')] ?? LAYERS[layerOf(file)];

const layerOf = (file: string) => /^tools\/[^/]+|^[^/.]+/.exec(file)?.[0] ?? '';
const packageOf = (path: string) =>
  path
    .replace(/^node:.*/, 'node')
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/');
/** Returns an element's own folder: `elements/portal-cards`. */
const folderOf = (file: string) => file.split('/').slice(0, 2).join('/');

/** True for the files that elements may share: base classes, and the parts of their templates. */
const isShared = (file: string) => /^elements\/(?:base|parts)\//.test(file);

const violation = (file: string, {path, isTypeOnly: typesOnly}: Import): string | undefined => {
  const layer = layerOf(file);
  const rule = ruleOf(file);
  if (!rule) return `the layer ${layer} is in no table`;
  if (!path.startsWith('.'))
    return rule.packages?.includes(packageOf(path)) || (layer === 'index' && typesOnly)
      ? undefined
      : `${layer} may not import the package ${path}`;
  const target = relative(src, join(src, dirname(file), path)).replace(/\.js$/, '.ts');
  const to = layerOf(target);
  if (to === layer) {
    if (layer !== 'elements' || isShared(target) || folderOf(target) === folderOf(file))
      return undefined;
    return `an element may not import another: ${target}`;
  }
  if (rule.layers.includes(to) || (typesOnly && rule.types?.includes(to))) return undefined;
  // The exceptions load what they draw on first use: the map engine, the covers of portals, the map of a project, maps
  // for paper, and the coasts below the placeholder of a map, which has the view that the map will have.
  if (file === 'controllers/map-engine-controller.ts' && to === 'map') return undefined;
  if (file === 'elements/portal-cards/covers.ts' && target === 'map/covers/cover.ts')
    return undefined;
  if (
    /^elements\/parts\/pictures\/(place-covers|poster-places)\.ts$/.test(file) &&
    target.startsWith('map/covers/')
  )
    return undefined;
  if (file === 'elements/parts/map/map-facade.ts' && target.startsWith('map/fit/'))
    return undefined;
  if (file.startsWith('elements/parts/print/') && target === 'map/engine.ts') return undefined;
  return `${layer} may not import ${typesOnly ? 'even a type of ' : ''}${to}: ${target}`;
};

const files = readdirSync(src, {recursive: true, encoding: 'utf8'})
  .filter(file => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .sort();

/** Returns the modules that a module imports: statically, by type only, or by `import()`. */
const modulesImportedBy = (file: string): string[] =>
  importsOf(readFileSync(join(src, file), 'utf8'))
    .filter(({path}) => path.startsWith('.'))
    .map(({path}) => join(dirname(file), path).replace(/\.js$/, '.ts'));

/** Returns the groups of modules that import each other, found by depth-first search (Tarjan 1972). */
function importCircles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const earliest = new Map<string, number>();
  const path: string[] = [];
  const circles: string[][] = [];
  const visit = (module: string): number => {
    const position = order.size;
    order.set(module, position);
    path.push(module);
    let first = position;
    for (const next of graph.get(module) ?? []) {
      if (!order.has(next)) first = Math.min(first, visit(next));
      else if (path.includes(next)) first = Math.min(first, earliest.get(next) ?? order.get(next)!);
      earliest.set(module, first);
    }
    earliest.set(module, first);
    if (first < position) return first;
    const circle = path.splice(path.indexOf(module));
    if (circle.length > 1 || graph.get(module)?.includes(module)) circles.push(circle.sort());
    return first;
  };
  for (const module of graph.keys()) if (!order.has(module)) visit(module);
  return circles.sort();
}

describe('modules do not import each other', () => {
  it('not even by type or by import()', () => {
    const graph = new Map(files.map(file => [file, modulesImportedBy(file)]));
    assert.deepEqual(importCircles(graph), []);
  });

  it('and the search finds each circle once', () => {
    const graph = {
      a: ['b', 'd'],
      b: ['c'],
      c: ['b', 'a'],
      d: ['e'],
      e: [],
      f: ['f'],
      g: ['h'],
      h: ['g'],
    };
    assert.deepEqual(importCircles(new Map(Object.entries(graph))), [
      ['a', 'b', 'c'],
      ['f'],
      ['g', 'h'],
    ]);
  });
});

describe('imports point to lower layers', () => {
  it('in every file of src/', () => {
    const faults = files.flatMap(file =>
      importsOf(readFileSync(join(src, file), 'utf8'))
        .map(found => violation(file, found))
        .filter(fault => fault !== undefined)
        .map(fault => `${file}: ${fault}`),
    );
    assert.deepEqual(faults, []);
  });

  it('and the rule detects an import of a higher layer', () => {
    const fault = (file: string, code: string) =>
      importsOf(code).map(found => violation(file, found) !== undefined);
    assert.deepEqual(fault('model/a.ts', "import {b} from '../data/b.js';"), [true]);
    assert.deepEqual(fault('events/a.ts', "import type {B} from '../model/b.js';"), [false]);
    assert.deepEqual(fault('events/a.ts', "import {type B, c} from '../model/b.js';"), [true]);
    assert.deepEqual(fault('elements/a/a.ts', "import {\n  B,\n} from '../b/b.js';"), [true]);
    assert.deepEqual(fault('elements/a/a.ts', "import {B} from '../base/widget.js';"), [false]);
    assert.deepEqual(fault('elements/a/a.ts', "const b = import('../../map/b.js');"), [true]);
    assert.deepEqual(fault('elements/a/a.ts', "import * as L from 'leaflet';"), [true]);
  });
});
