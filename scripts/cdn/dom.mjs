// Bundles the DOM implementation of `npx spass-widgets prerender` into one file of the package. As a dependency, its 20
// MB would be installed with the widgets.
import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {build} from 'esbuild';
import {root} from '../setup.mjs';

const licenceOf = folder => {
  for (const name of ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE'])
    try {
      return readFileSync(join(folder, name), 'utf8').trim();
    } catch {
      // Try the next file name.
    }
  throw new Error(`build: ${folder} says no licence`);
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
    // Optional dependencies for sockets and pictures, not used here.
    external: ['bufferutil', 'utf-8-validate', 'canvas'],
    banner: {
      js: "import {createRequire as spassRequire} from 'node:module';const require=spassRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  rmSync(join(out, 'dom.d.ts'), {force: true});
  const packages = new Set(
    Object.keys(metafile.inputs).flatMap(
      path => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [],
    ),
  );
  const texts = [...packages].sort().map(path => {
    const folder = join(root, path);
    const {name, version} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return `${name} ${version}\n\n${licenceOf(folder)}\n`;
  });
  writeFileSync(join(out, 'licences.txt'), texts.join('\n----\n\n'));
};
