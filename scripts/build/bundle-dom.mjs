// Bundles the DOM implementation of `npx spass-widgets prerender` into one file of the package. As a dependency, its 20
// MB would be installed with the widgets.
import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {build} from 'esbuild';
import {licencesOf} from './licences.mjs';
import {root} from '../setup.mjs';

/**
 * Modules of happy-dom that are left out, almost half of the compressed file, with what stands for them: prerendering
 * sets no cookies, sends its requests with Node's own `fetch`, opens no sockets, runs no scripts of a page, and neither
 * measures, selects nor animates anything. The library has no options for it.
 */
const LEFT_OUT = [
  [
    /cookie[\\/]PublicSuffixList\.js$/,
    '{exact: new Set(), wildcard: new Set(), exception: new Set()}',
  ],
  [/fetch[\\/](?:Fetch|SyncFetch)\.js$/, 'class {}'],
  [/fetch[\\/]certificate[\\/]FetchHTTPSCertificate\.js$/, '{}'],
  [/fetch[\\/](?:cache|multipart|preload|utilities)[\\/].*\.js$/, 'class {}'],
  [/fetch[\\/]ResourceFetch\.js$/, 'class {}'],
  [/xml-http-request[\\/]XMLHttpRequest\.js$/, 'class {}'],
  [/web-socket[\\/].*\.js$/, 'class {}'],
  [/module[\\/](?:ECMA|CSS|JSON).*\.js$/, 'class {}'],
  [/javascript[\\/]JavaScriptCompiler\.js$/, 'class {}'],
  [/dom[\\/]dom-matrix[\\/].*\.js$/, 'class {}'],
  [
    /nodes[\\/]html-(?:canvas|media)-element[\\/](?:Canvas|Media|Remote|Text|Time|VTT)\w*\.js$/,
    'class {}',
  ],
  [/lib[\\/](?:svg|animation|range|selection|xml-parser)[\\/].*\.js$/, 'class {}'],
  [/node_modules[\\/]ws[\\/]wrapper\.mjs$/, 'class {}'],
];

/** Modules of elements without properties of their own here, and the class that stands for theirs. */
const PLAIN_ELEMENTS = [
  [/nodes[\\/]svg-[\w-]+[\\/]SVG\w*Element\.js$/, 'svg-element/SVGElement.js'],
  [
    /nodes[\\/]html-(?:audio|canvas|media|video)-element[\\/]HTML\w+Element\.js$/,
    'html-element/HTMLElement.js',
  ],
];

const leaveOut = {
  name: 'leave-out',
  setup({onLoad}) {
    for (const [filter, plain] of PLAIN_ELEMENTS)
      onLoad({filter}, ({path}) =>
        basename(path) === basename(plain)
          ? undefined
          : {contents: `export {default} from '../${plain}';`},
      );
    onLoad({filter: /property-manager[\\/]CSSPropertyManager\.js$/}, () => ({
      contents: readFileSync(join(root, 'scripts/build/style-properties.mjs'), 'utf8'),
    }));
    for (const [filter, value] of LEFT_OUT)
      onLoad({filter}, ({path}) =>
        path.includes('happy-dom') ? {contents: `export default ${value};`} : undefined,
      );
  },
};

/** Writes `dom.js` and the licences of the packages in it. */
export const bundleDom = async out => {
  const {metafile} = await build({
    entryPoints: [join(out, 'dom.js')],
    outfile: join(out, 'dom.js'),
    allowOverwrite: true,
    absWorkingDir: root,
    bundle: true,
    minify: true,
    keepNames: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    metafile: true,
    // Optional dependency for pictures, not used here.
    external: ['canvas'],
    banner: {
      js: "import {createRequire as spassRequire} from 'node:module';const require=spassRequire(import.meta.url);",
    },
    plugins: [leaveOut],
    logLevel: 'warning',
  });
  rmSync(join(out, 'dom.d.ts'), {force: true});
  const modules = Object.keys(metafile.inputs).map(path => join(root, path));
  writeFileSync(join(out, 'licences.txt'), licencesOf(modules));
};
