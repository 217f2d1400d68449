// Bundles the DOM implementation of `npx spass-widgets prerender` into one file of the package. As a dependency, its 20
// MB would be installed with the widgets.
import {rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {build} from 'esbuild';
import {licencesOf} from './licences.mjs';
import {root} from './setup.mjs';

/**
 * Empties the list of domains that may not have cookies, a third of the compressed file: prerendering sets no cookies,
 * and the library has no option to leave it out.
 */
const withoutCookieDomains = {
  name: 'without-cookie-domains',
  setup({onLoad}) {
    onLoad({filter: /happy-dom[\\/]lib[\\/]cookie[\\/]PublicSuffixList\.js$/}, () => ({
      contents: 'export default {exact: new Set(), wildcard: new Set(), exception: new Set()};',
    }));
  },
};

/** Leaves out the client of web sockets, which no widget opens. */
const withoutSockets = {
  name: 'without-sockets',
  setup({onLoad}) {
    onLoad({filter: /[\\/]ws[\\/]wrapper\.mjs$/}, () => ({contents: 'export default class {}'}));
  },
};

/** Leaves out the certificate of a server that happy-dom starts for tests. */
const withoutCertificate = {
  name: 'without-certificate',
  setup({onLoad}) {
    onLoad({filter: /FetchHTTPSCertificate\.js$/}, () => ({
      contents: "export default {cert: '', key: ''};",
    }));
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
    plugins: [withoutCookieDomains, withoutSockets, withoutCertificate],
    logLevel: 'warning',
  });
  rmSync(join(out, 'dom.d.ts'), {force: true});
  const modules = Object.keys(metafile.inputs).map(path => join(root, path));
  writeFileSync(join(out, 'licences.txt'), licencesOf(modules));
};
