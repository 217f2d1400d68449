// The CDN files, made from what `tsc` wrote to dist/: the classes are the very ones that npm users get.
// `npm run build` runs it; alone it is `npx rollup -c`, after `npx tsc -p tsconfig.build.json`.
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import {guard} from './scripts/cdn/guard.mjs';
import {leafletWithoutSinks} from './scripts/cdn/leaflet.mjs';
import {litWithoutGlobals, oneDecorator, shortTemplates} from './scripts/cdn/lit.mjs';
import {fetchedPart, integrity, noSecondLit, thirdPartyLicences} from './scripts/cdn/parts.mjs';

const here = path => fileURLToPath(new URL(path, import.meta.url));
const {version} = JSON.parse(readFileSync(here('package.json'), 'utf8'));

/** The folder that `tsc` wrote to: the build makes it aside and moves it into place. */
const dist = here(process.env.DIST ?? 'dist');
const out = `${dist}/cdn`;

/**
 * What the main script fetches on first need. `seam` is the module whose only export calls `import()` for npm
 * users; in the CDN build it loads the file `name`, made from `entry`, with the hash that this build gave it.
 */
const parts = [
  {
    name: 'spass-map.js',
    seam: 'elements/project-map/load-engine.js',
    entry: 'embed/map-part.js',
  },
  ...['nl', 'en', 'de'].map(language => ({
    name: `spass-${language}.js`,
    seam: `i18n/load-${language}.js`,
    entry: `embed/${language}-part.js`,
  })),
];

const banner = `/*! spass-widgets ${version}, MIT; with Lit (BSD-3-Clause), Leaflet (BSD-2-Clause) and others: see licences.txt */`;

const plugins = [
  // package.json names the side effects of dist/, not of the folder where the build is made aside.
  nodeResolve({exportConditions: ['production', 'browser'], ignoreSideEffectsForRoot: true}),
  leafletWithoutSinks(),
  litWithoutGlobals(),
  oneDecorator(),
  shortTemplates(),
];

const minify = terser({
  ecma: 2022,
  compress: {passes: 3, unsafe_arrows: true},
  mangle: {toplevel: true},
  format: {comments: /^!/, inline_script: true},
});

const classic = (file, entry, more = {}) => ({
  input: `${dist}/${entry}`,
  output: {
    file: `${out}/${file}`,
    format: 'iife',
    inlineDynamicImports: true,
    banner,
    plugins: [minify],
    ...more.output,
  },
  plugins: [...(more.plugins ?? []), ...plugins, thirdPartyLicences(out)],
  // An unresolved name would end up as a global that nobody provides.
  onLog(level, log, print) {
    if (level === 'warn') throw new Error(log.message);
    print(level, log);
  },
});

export default [
  ...parts.map(({name, entry}) => classic(name, entry, {plugins: [noSecondLit(name)]})),
  classic('spass-widgets.js', 'embed/cdn.js', {
    output: guard(version),
    plugins: parts.map(({name, seam}) =>
      fetchedPart(`${dist}/${seam}`, `${dist}/embed/load-part.js`, name, () =>
        integrity(`${out}/${name}`),
      ),
    ),
  }),
  classic('spass-widgets.all.js', 'embed/cdn.js', {output: guard(version)}),
];
