// Bundles the CDN files from the output of `tsc` in dist/: the classes are the same as those of the npm package. Run by
// `npm run build`; alone: `npx rollup -c`, after `npx tsc -p tsconfig.build.json`.
import {readFileSync, realpathSync} from 'node:fs';
import {basename, relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import minifyLiterals from '@lit-labs/rollup-plugin-minify-html-literals';
import commonjs from '@rollup/plugin-commonjs';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import {classicScripts, scriptWrapper} from './scripts/cdn/classic-scripts.mjs';
import {leafletModules} from './scripts/cdn/leaflet.mjs';
import {thirdPartyLicences} from './scripts/build/licences.mjs';
import {declareProperties, litWithoutGlobals, litWithoutMarkers} from './scripts/cdn/lit.mjs';
import {minify} from './scripts/cdn/minify.mjs';
import {splitIntoParts} from './scripts/cdn/parts.mjs';
import {templateStrategy} from './scripts/cdn/templates.mjs';

const here = path => fileURLToPath(new URL(path, import.meta.url));
const {version} = JSON.parse(readFileSync(here('package.json'), 'utf8'));

/** Output folder of `tsc`: the build uses a temporary folder and moves it into place. */
const dist = here(process.env.DIST ?? 'dist');
const out = `${dist}/cdn`;

const main = `${dist}/embed/cdn.js`;
const MAIN_NAME = 'spass-widgets';

/**
 * Names of parts that are not the name of the module that `import()` loads. Modules with the same name share a part.
 */
const PART_NAMES = {
  'data/decorators/commune-located-source': 'located',
  'data/decorators/link-filter-source': 'filters',
  'data/decorators/single-record-source': 'filters',
  'data/decorators/territorial-source': 'filters',
  'data/sources/registry': 'sources',
  'data/sources/portal/further-pages': 'filters',
  'data/sources/portal/own-fields': 'filters',
  'data/sources/shared/columns/lost-zeros': 'metres',
  'data/sources/shared/readers/territory-names': 'metres',
  'data/sources/shared/unknown-field': 'page-options',
  'data/sources/shared/files/recognize-format': 'page-options',
  'data/sources/shared/files/lazy-relations': 'shelf',
  'data/sources/shared/merged-source': 'merged',
  'data/sources/shared/files/query-runner': 'shelf',
  'data/client/kept-responses': 'page-start',
  // Documents with many records need both.
  'data/client/large-json': 'shelf',
  'controllers/message-overrides': 'page-options',
  'elements/parts/language-switch': 'portal-extras',
  'elements/portal/portal-foot': 'portal-extras',
  'elements/parts/records/csv-file': 'files',
  'elements/parts/records/ics-file': 'files',
  'elements/parts/pictures/place-covers': 'covers',
  'elements/parts/diagnostics/diagnostics-box': 'page-options',
  'embed/placeholders': 'page-start',
  'map/engine': 'map',
  'map/basemap/pmtiles-basemap': 'base-map',
  'model/collection/collection-index': 'shelf',
};
/**
 * Modules of shared parts, by name: a part that imports one of them is loaded with the shared part, which also contains
 * what they import. A part may need those before it.
 */
const SHARED_MODULES = {
  outlines: ['map/outlines/outlines', 'map/outlines/curve', 'map/shapes/clip'],
  covers: ['map/covers/cover', 'elements/parts/pictures/place-covers'],
  columns: ['data/sources/shared/source-options', 'data/sources/shared/rows/foreign-rows'],
  servers: ['data/sources/shared/servers/foreign-server'],
  tiles: [
    'data/client/tile-archive',
    'node_modules/@mapbox/vector-tile/index',
    'node_modules/pbf/index',
  ],
  'qr-code': ['elements/parts/pictures/qr-code'],
};
const partName = id => {
  const path = relative(dist, id).replace(/(?:-view)?\.js$/, '');
  return `spass-${PART_NAMES[path] ?? basename(path)}`;
};

const banner = `/*! spass-widgets ${version}, MIT; with Lit (BSD-3-Clause), Leaflet (BSD-2-Clause) and others: see licences.txt */;`;

const plugins = [
  // Before the modules are found.
  litWithoutMarkers(),
  // The side effects in package.json refer to dist/, not to the temporary folder of the build.
  nodeResolve({exportConditions: ['production', 'browser'], ignoreSideEffectsForRoot: true}),
  // The reader for Node streams is never called. Their default export needs no helper, which would be in the main script.
  commonjs({include: /papaparse|sax/, ignore: ['stream'], defaultIsModuleExports: true}),
  leafletModules(),
  litWithoutGlobals(),
  declareProperties(),
  minifyLiterals({
    exclude: ['**/node_modules/**'],
    failOnError: true,
    options: {
      strategy: templateStrategy,
      // Also the style sheets of the map, which are strings.
      shouldMinifyCSS: ({tag, parts}) =>
        tag === 'css' || (!tag && parts.some(({text}) => text.includes('\n.spass-map '))),
      minifyOptions: {
        minifyJS: false,
        removeEmptyAttributes: false,
      },
    },
  }),
];

// An unresolved import would become a global that does not exist. Leaflet's modules import each other.
const onLog = (level, log, print) => {
  if (log.code === 'CIRCULAR_DEPENDENCY' && /node_modules/.test(log.message)) return;
  if (level === 'warn') throw new Error(log.message);
  print(level, log);
};

/** Shorter code than the default: 0.05 kB of the main script, 0.6 kB of all files. */
const shortCode = {
  freeze: false,
  generatedCode: {arrowFunctions: true, constBindings: true, objectShorthand: true},
};

const input = {
  input: main,
  plugins,
  onLog,
};
const sharedModules = Object.fromEntries(
  Object.entries(SHARED_MODULES).map(([name, paths]) => [
    `spass-${name}`,
    // Rollup names a module by its real path: node_modules may be a link.
    paths.map(path =>
      realpathSync(here(`${path.startsWith('node_modules/') ? '.' : dist}/${path}.js`)),
    ),
  ]),
);
const {plugin: splitting, manualChunks} = await splitIntoParts(
  MAIN_NAME,
  input,
  partName,
  sharedModules,
);

export default [
  {
    ...input,
    input: {[MAIN_NAME]: main},
    output: {
      dir: out,
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
      minifyInternalExports: true,
      ...shortCode,
      manualChunks,
      plugins: [classicScripts({mainFile: `${MAIN_NAME}.js`, version}), minify(banner)],
    },
    preserveEntrySignatures: 'allow-extension',
    plugins: [splitting, ...input.plugins, thirdPartyLicences(out)],
  },
  {
    input: `${dist}/embed/cdn-all.js`,
    output: {
      file: `${out}/spass-widgets.all.js`,
      format: 'iife',
      inlineDynamicImports: true,
      ...shortCode,
      ...scriptWrapper(version),
      plugins: [minify(banner)],
    },
    plugins: [...plugins, thirdPartyLicences(out)],
    onLog,
  },
  // The two small scripts of widgets in iframes: one inside the iframe, one in the page around it.
  ...['embed', 'spass-iframe'].map(name => ({
    input: `${dist}/embed/${name}.js`,
    output: {file: `${out}/${name}.js`, format: 'iife', plugins: [minify(banner)]},
    plugins,
    onLog,
  })),
];
