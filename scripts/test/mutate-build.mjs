// Build command of Stryker in its copy of the repository: compiles each module, with all mutants, to JavaScript beside
// it, so that the thousands of Node processes do not compile.
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
