import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {describe, it} from 'node:test';
import {root} from '../../scripts/setup.mjs';

interface Import {
  readonly path: string;
  readonly typesOnly: boolean;
}

interface Rule {
  /** Layers of src/ that this one may import. */
  readonly layers: readonly string[];
  /** Layers of which it may import types only. */
  readonly types?: readonly string[];
  /** Packages, by their name. */
  readonly packages?: readonly string[];
}

const LAYERS: Readonly<Record<string, Rule>> = {
  model: {layers: []},
  i18n: {layers: []},
  styles: {layers: [], packages: ['lit']},
  events: {layers: [], types: ['model']},
  // Each in the one source that needs it, which is fetched when it is used.
  data: {layers: ['model'], packages: ['papaparse', 'pmtiles', '@mapbox/vector-tile', 'pbf']},
  map: {layers: ['model'], packages: ['leaflet']},
  // Drawn tiles are read by requests, as records are.
  'map/base': {
    layers: ['model', 'data'],
    packages: ['leaflet', '@mapbox/vector-tile', 'pbf'],
  },
  contexts: {layers: [], types: ['data', 'model'], packages: ['@lit/context']},
  controllers: {
    layers: ['model', 'i18n', 'styles', 'events', 'data', 'contexts'],
    types: ['map'],
    packages: ['lit', '@lit/context'],
  },
  elements: {
    layers: ['model', 'i18n', 'styles', 'events', 'data', 'contexts', 'controllers'],
    types: ['map'],
    packages: ['lit', '@lit/context'],
  },
  // A page may use it as well as the command line: nothing of Node.
  convert: {layers: ['model', 'i18n', 'data'], packages: ['papaparse', 'hucre']},
  // What is pasted, as text: of use to the configurator's page as well.
  paste: {layers: []},
  // The elements draw themselves for `prerender`, which knows them by their tags alone.
  cli: {
    layers: ['model', 'i18n', 'data', 'convert', 'paste'],
    packages: ['node', 'lit', 'happy-dom'],
  },
  define: {layers: ['elements']},
  embed: {
    layers: ['i18n', 'map', 'model', 'data', 'controllers', 'elements', 'define'],
    packages: ['lit'],
  },
  index: {
    layers: ['model', 'i18n', 'styles', 'events', 'data', 'contexts', 'controllers', 'elements'],
    types: ['map'],
  },
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
    found.push({path, typesOnly});
  }
  for (const [, type, path = ''] of plain.matchAll(/(typeof\s+)?\bimport\('([^']+)'\)/g))
    found.push({path, typesOnly: type !== undefined});
  return found;
};

/** The rule of a file: its layer's, but for the part of the map that reads archives. */
const ruleOf = (file: string) => LAYERS[file.startsWith('map/base-') ? 'map/base' : layerOf(file)];

const layerOf = (file: string) =>
  file.includes('/') ? (file.split('/')[0] ?? '') : file.replace(/\.ts$/, '');
const packageOf = (path: string) =>
  path
    .replace(/^node:.*/, 'node')
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/');
/** An element's own folder: `elements/portal-cards`. */
const folderOf = (file: string) => file.split('/').slice(0, 2).join('/');

/** What elements may import from each other's layer: its loose files (a base class, attribute readers …). */
const isShared = (file: string) => /^elements\/[^/]+\.ts$/.test(file);

const faultOf = (file: string, {path, typesOnly}: Import): string | undefined => {
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
  // The one seam: what shows a map fetches the engine on first need.
  if (file === 'controllers/load-engine.ts' && to === 'map') return undefined;
  return `${layer} may not import ${typesOnly ? 'even a type of ' : ''}${to}: ${target}`;
};

describe('imports point down', () => {
  const files = readdirSync(src, {recursive: true, encoding: 'utf8'})
    .filter(file => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .sort();

  it('in every file of src/', () => {
    const faults = files.flatMap(file =>
      importsOf(readFileSync(join(src, file), 'utf8'))
        .map(found => faultOf(file, found))
        .filter(fault => fault !== undefined)
        .map(fault => `${file}: ${fault}`),
    );
    assert.deepEqual(faults, []);
  });

  it('and the rule sees an arrow that points up', () => {
    const fault = (file: string, code: string) =>
      importsOf(code).map(found => faultOf(file, found) !== undefined);
    assert.deepEqual(fault('model/a.ts', "import {b} from '../data/b.js';"), [true]);
    assert.deepEqual(fault('events/a.ts', "import type {B} from '../model/b.js';"), [false]);
    assert.deepEqual(fault('events/a.ts', "import {type B, c} from '../model/b.js';"), [true]);
    assert.deepEqual(fault('elements/a/a.ts', "import {\n  B,\n} from '../b/b.js';"), [true]);
    assert.deepEqual(fault('elements/a/a.ts', "import {B} from '../widget.js';"), [false]);
    assert.deepEqual(fault('elements/a/a.ts', "const b = import('../../map/b.js');"), [true]);
    assert.deepEqual(fault('elements/a/a.ts', "import * as L from 'leaflet';"), [true]);
  });

  it('and folders nest in elements/, data/, i18n/ and cli/ only', () => {
    const deep = files.filter(
      file => !/^(?:elements|data|i18n|cli)\//.test(file) && file.split('/').length > 2,
    );
    assert.deepEqual(deep, []);
  });
});
