// Bundles the CDN files from the output of `tsc` in dist/: the classes are the same as those of the npm package. Run by
// `npm run build`; alone: `npx rollup -c`, after `npx tsc -p tsconfig.build.json`.
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import commonjs from '@rollup/plugin-commonjs';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import {scriptWrapper, nativeEvent} from './scripts/cdn/script-wrapper.mjs';
import {leafletWithoutSinks} from './scripts/cdn/leaflet.mjs';
import {litWithoutGlobals, sharedDecorator, minifyTemplates} from './scripts/cdn/lit.mjs';
import {shortPrivateNames, sharedExportsAsArray} from './scripts/cdn/names.mjs';
import {
  chunkName,
  copyModulesToParts,
  importViewsPlugin,
  DEFINE,
  loadPartPlugin,
  assignChunks,
  restrictTags,
  thirdPartyLicences,
  wrapChunks,
} from './scripts/cdn/parts.mjs';

const here = path => fileURLToPath(new URL(path, import.meta.url));
const {version} = JSON.parse(readFileSync(here('package.json'), 'utf8'));

/** Output folder of `tsc`: the build uses a temporary folder and moves it into place. */
const dist = here(process.env.DIST ?? 'dist');
const out = `${dist}/cdn`;

/** Tags whose class is a separate part. TAGS restricts them, to measure a script that registers no others. */
const {LAZY_TAGS} = await import(`${dist}/embed/lazy-tags.js`);
const wanted = process.env.TAGS?.split(',');
const late = Object.keys(LAZY_TAGS).filter(noun => wanted?.includes(noun) ?? true);

/** Source kinds that are inner parts of the part for foreign sources, which contains their hashes. */
const sources = [
  'geojson',
  'openagenda',
  'wordpress',
  'csv',
  'pmtiles',
  'opendatasoft',
  'tabular',
  'ogc-features',
];
/** Modules that some foreign sources need, also inner parts. */
const helpers = {
  merged: 'sources/shared/merged-source',
  located: 'decorators/commune-located-source',
};

/**
 * Parts that the main script loads on first use. `seam` is the module whose only export calls `import()` for npm users;
 * in the CDN build it loads the part built from `entry`, with the hash computed by this build. The classes of lazy tags
 * have no seam: src/embed/cdn.ts loads them, and npm users import them.
 */
const parts = [
  {name: 'shelf', seam: 'data/load-shelf.js', entry: 'data/sources/shared/query-runner.js'},
  {
    name: 'territorial',
    seam: 'data/sources/load-territorial.js',
    entry: 'data/decorators/territorial-source.js',
    within: 'shelf',
  },
  {
    name: 'own-links',
    seam: 'data/sources/load-own-links.js',
    entry: 'data/decorators/link-filter-source.js',
    within: 'shelf',
  },
  {name: 'sources', seam: 'data/load-sources.js', entry: 'data/sources/registry.js'},
  ...sources.map(kind => ({
    name: kind,
    seam: `data/sources/foreign/load-${kind}.js`,
    entry: `data/sources/${kind}/${kind}.js`,
    within: 'sources',
  })),
  ...Object.entries(helpers).map(([name, module]) => ({
    name,
    seam: `data/sources/foreign/load-${name}.js`,
    entry: `data/${module}.js`,
    within: 'sources',
  })),
  {name: 'map', seam: 'controllers/load-engine.js', entry: 'map/engine.js'},
  {
    name: 'base-map',
    seam: 'map/load-base-map.js',
    entry: 'map/pmtiles-basemap.js',
    within: 'map',
  },
  {
    name: 'placeholders',
    seam: 'embed/load-placeholders.js',
    entry: 'embed/placeholders.js',
  },
  {
    name: 'some-cards',
    seam: 'elements/portal-cards/load-some-cards.js',
    entry: 'elements/portal-cards/card-extras.js',
  },
  {
    name: 'structured-data',
    seam: 'elements/parts/load-structured-data.js',
    entry: 'elements/parts/structured-data.js',
  },
  ...['nl', 'en', 'de'].map(language => ({
    name: language,
    seam: `i18n/load-${language}.js`,
    entry: `i18n/${language}.js`,
  })),
  ...['agenda', 'story'].map(noun => ({
    name: noun,
    entry: `elements/${noun}/${noun}-view.js`,
  })),
  ...late.map(noun => ({
    name: noun,
    entry: `elements/${noun}/${noun}.js`,
  })),
  ...['chapters', 'csv', 'detail'].map(name => ({
    // A part of a foreign source has the same name.
    name: name === 'csv' ? 'list-csv' : name,
    seam: `elements/resource-list/load-${name}.js`,
    entry: `elements/resource-list/${name}.js`,
    within: 'resource-list',
  })),
];

const banner = `/*! spass-widgets ${version}, MIT; with Lit (BSD-3-Clause), Leaflet (BSD-2-Clause) and others: see licences.txt */`;

/**
 * Expression for the running script, with the native getter: an image named "currentScript" shadows the property, and
 * MooTools defines its own `Document`.
 */
const currentScript = 'Reflect.get(Object.getPrototypeOf(document),"currentScript",document)';

const plugins = [
  // The side effects in package.json refer to dist/, not to the temporary folder of the build.
  nodeResolve({exportConditions: ['production', 'browser'], ignoreSideEffectsForRoot: true}),
  // Its reader for Node streams is never called.
  commonjs({include: /papaparse/, ignore: ['stream']}),
  leafletWithoutSinks(),
  litWithoutGlobals(),
  sharedDecorator(),
  minifyTemplates(),
];

const minify = terser({
  ecma: 2022,
  compress: {passes: 3, unsafe_arrows: true},
  mangle: {toplevel: true},
  format: {comments: /^!/, inline_script: true},
});

// An unresolved import would become a global that does not exist.
const onLog = (level, log, print) => {
  if (level === 'warn') throw new Error(log.message);
  print(level, log);
};

const main = `${dist}/embed/cdn.js`;
const entries = parts.map(({name, seam, entry, within}) => ({
  name,
  within,
  seam: `${dist}/${seam}`,
  id: `${dist}/${entry}`,
}));

export default [
  {
    input: {
      'spass-widgets': main,
      ...Object.fromEntries(parts.map(({name, entry}) => [chunkName(name), `${dist}/${entry}`])),
    },
    output: {
      dir: out,
      format: 'amd',
      amd: {define: DEFINE, forceJsExtensionForImports: true},
      entryFileNames: '[name].js',
      minifyInternalExports: true,
      manualChunks: assignChunks(main, entries),
      intro: ({fileName}) =>
        fileName === 'spass-widgets.js' ? scriptWrapper(version).intro : nativeEvent,
      outro: ({fileName}) => (fileName === 'spass-widgets.js' ? scriptWrapper(version).outro : ''),
      plugins: [
        sharedExportsAsArray('spass-widgets.js'),
        minify,
        shortPrivateNames(),
        wrapChunks(banner, 'spass-widgets.js', currentScript, parts),
      ],
    },
    preserveEntrySignatures: 'allow-extension',
    plugins: [
      ...parts
        .filter(({seam}) => seam)
        .map(({name, seam}) =>
          loadPartPlugin(`${dist}/${seam}`, `${dist}/embed/load-part.js`, name),
        ),
      importViewsPlugin(`${dist}/embed/load-part.js`, entries),
      copyModulesToParts(main, entries),
      ...(wanted
        ? [restrictTags(`${dist}/embed/lazy-tags.js`, late, `${dist}/custom-elements.json`)]
        : []),
      ...plugins,
      thirdPartyLicences(out),
    ],
    onLog,
  },
  {
    input: `${dist}/embed/cdn-all.js`,
    output: {
      file: `${out}/spass-widgets.all.js`,
      format: 'iife',
      inlineDynamicImports: true,
      banner,
      ...scriptWrapper(version),
      plugins: [minify, shortPrivateNames()],
    },
    plugins: [...plugins, thirdPartyLicences(out)],
    onLog,
  },
  // The two small scripts of widgets in iframes: one inside the iframe, one in the page around it.
  ...['embed', 'spass-iframe'].map(name => ({
    input: `${dist}/embed/${name}.js`,
    output: {file: `${out}/${name}.js`, format: 'iife', banner, plugins: [minify]},
    plugins,
    onLog,
  })),
];
