// What Stryker runs in its copy of the repository: each module becomes JavaScript beside itself, faults and all, so that
// none of some thousand starts of Node has to compile.
import {readdirSync} from 'node:fs';
import {build} from 'esbuild';

await build({
  entryPoints: ['src', 'tests', 'demo', 'scripts'].flatMap(folder =>
    readdirSync(folder, {recursive: true})
      .filter(path => path.endsWith('.ts') && !path.endsWith('.d.ts'))
      .map(path => `${folder}/${path}`),
  ),
  outdir: '.',
  outbase: '.',
  format: 'esm',
  target: 'es2022',
  tsconfig: 'tsconfig.json',
});
