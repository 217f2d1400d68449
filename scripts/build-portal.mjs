// Builds portal/dist/, or the folder that is named: the server in one file, with the model and the converter of the
// widgets, and the files that it serves. Its packages stay imports. Run before `spass-portal` is packed; a clone of the
// repository runs the sources.
import {cpSync, existsSync, readFileSync, rmSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {root} from './setup.mjs';

const portal = join(root, 'portal');
const out = resolve(process.argv[2] ?? join(portal, 'dist'));
if (!existsSync(join(root, 'dist/cdn/sri.json'))) {
  console.error('dist/ is missing: run "npm run build" first.');
  process.exit(1);
}
const {build} = await import('esbuild');
const {dependencies} = JSON.parse(readFileSync(join(portal, 'package.json'), 'utf8'));
rmSync(out, {recursive: true, force: true});
await build({
  entryPoints: {main: join(portal, 'src/main.ts')},
  outdir: out,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: Object.keys(dependencies),
  tsconfig: join(root, 'tsconfig.json'),
});
cpSync(join(portal, 'src/contributions/page.css'), join(out, 'page.css'));
cpSync(join(portal, 'public'), join(out, 'public'), {recursive: true});
cpSync(join(portal, 'publish-assets'), join(out, 'publish-assets'), {recursive: true});
cpSync(join(root, 'docs/accessibilite'), join(out, 'accessibility'), {recursive: true});
cpSync(join(root, 'dist/cdn'), join(out, 'cdn'), {recursive: true});
