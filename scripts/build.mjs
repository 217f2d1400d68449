// npm run build: builds dist/. With --if-changed it does nothing if the sources have not changed since the last build;
// with --out=FOLDER (inside this folder, so that packages are found) it leaves dist/ unchanged.
import {createHash} from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import {basename, join, relative, resolve} from 'node:path';
import {compactModules} from './build/compact-modules.mjs';
import {writeDeveloperPages} from './developers/pages.mjs';
import {checkEditorData} from './build/editor-data.mjs';
import {writeFrameworkTypes} from './build/framework-types.mjs';
import {writeGuide, writeSearchIndex} from './guide/pages.mjs';
import {pruneTypes} from './build/prune-types.mjs';
import {ensureModules, root, run} from './setup.mjs';

const given = process.argv.find(argument => argument.startsWith('--out='))?.slice(6);
const dist = join(root, 'dist');
const cache = join(root, '.cache');
const stamp = join(cache, 'build.sha256');

/** Returns the files under a path, or the file itself, in a stable order; empty if it does not exist. */
const filesOf = path => {
  if (!existsSync(join(root, path))) return [];
  try {
    return readdirSync(join(root, path), {recursive: true, withFileTypes: true})
      .filter(entry => entry.isFile())
      .map(entry => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
      .sort();
  } catch {
    return [path];
  }
};

const sources = [
  'src',
  'configurator',
  'scripts/build.mjs',
  'scripts/build/bundle-dom.mjs',
  'scripts/build/style-properties.mjs',
  'scripts/cdn',
  'scripts/build/compact-modules.mjs',
  'scripts/build/licences.mjs',
  'scripts/build/licences',
  'scripts/developers',
  'scripts/guide',
  'scripts/integrations',
  'scripts/integrations/pack-integrations.mjs',
  'integrations',
  'scripts/build/editor-data.mjs',
  'scripts/build/framework-types.mjs',
  'scripts/build/prune-types.mjs',
  'scripts/build/sbom.mjs',
  'rollup.config.js',
  'custom-elements-manifest.config.mjs',
  'tsconfig.json',
  'tsconfig.build.json',
  'tsconfig.cli.json',
  'tsconfig.configurator.json',
  'package.json',
  'package-lock.json',
];

const hashOfSources = () => {
  const hash = createHash('sha256').update(process.version);
  for (const path of sources.flatMap(filesOf))
    hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
};

const upToDate = () =>
  existsSync(join(dist, 'cdn/sri.json')) &&
  existsSync(stamp) &&
  readFileSync(stamp, 'utf8') === hashOfSources();

const step = async (name, command, args, env = {}) => {
  const start = performance.now();
  const {ok, output} = await run(join(root, 'node_modules/.bin', command), args, {
    quiet: true,
    env: {...process.env, NO_COLOR: '1', ...env},
  });
  if (!ok) {
    process.stderr.write(output);
    throw new Error(`build: ${name} failed`);
  }
  console.log(`· ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
};

const writeJson = (path, value) => writeFileSync(path, JSON.stringify(value, null, 2) + '\n');

/** Rewrites the files that only programs read without white space: 20 kB of the compressed package. */
const compactJson = out => {
  for (const name of [
    'custom-elements',
    'web-types',
    'vscode.html-custom-data',
    'schema/portal-api.openapi',
  ]) {
    const path = join(out, `${name}.json`);
    writeFileSync(path, `${JSON.stringify(JSON.parse(readFileSync(path, 'utf8')))}\n`);
  }
};

const writeSchema = async out => {
  const source = join(root, 'src/tools/openapi/openapi.ts');
  if (!existsSync(source)) return;
  const {tsImport} = await import('tsx/esm/api');
  const {createOpenApiDocument} = await tsImport(source, import.meta.url);
  mkdirSync(join(out, 'schema'), {recursive: true});
  writeJson(join(out, 'schema/portal-api.openapi.json'), createOpenApiDocument());
  console.log('· schema of the portal API');
};

/** Copies the static files of a source folder. Style sheets are minified as by `prerender`, also before values. */
const copyStatic = async (from, to, out) => {
  const {minifyCss} = await import(join(out, 'tools/cli/prerender/markup.js'));
  for (const path of filesOf(from).filter(path => /\.(?:css|html|json|svg)$/.test(path))) {
    const [source, target] = [join(root, path), join(to, basename(path))];
    if (path.endsWith('.css'))
      writeFileSync(target, minifyCss(readFileSync(source, 'utf8')).replace(/([,:]) /g, '$1'));
    else copyFileSync(source, target);
  }
};

/** Builds the configurator: page, script and the manifest that it reads. */
const buildConfigurator = async (out, env) => {
  const compiled = join(out, 'compiled');
  await step('configurator', 'tsc', ['-p', 'tsconfig.configurator.json', '--outDir', compiled]);
  await step(
    'configurator, bundled',
    'rollup',
    ['-c', 'configurator/rollup.config.js', '--silent'],
    env,
  );
  rmSync(compiled, {recursive: true});
  const folder = join(out, 'configurateur');
  await copyStatic('configurator', folder, out);
  copyFileSync(join(out, 'custom-elements.json'), join(folder, 'custom-elements.json'));
  for (const name of readdirSync(join(out, 'integrations')))
    copyFileSync(join(out, 'integrations', name), join(folder, name));
  const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const {supportedLanguages} = await import(join(out, 'i18n/catalogues.js'));
  writeJson(join(folder, 'version.json'), {version, languages: supportedLanguages()});
};

/** Writes the style sheet of each tag for `prerender`: without scripts nothing else loads it. */
const writeStyleSheets = async (out, cdn) => {
  const {styleSheetFile} = await import(join(out, 'tools/cli/prerender/styles.js'));
  await import(join(out, 'define/all.js'));
  for (const path of readdirSync(join(out, 'define')).filter(name => /^[a-z-]+\.js$/.test(name))) {
    const noun = path.slice(0, -3);
    const styled = globalThis.customElements.get(`spass-${noun}`);
    if (styled?.elementStyles.length)
      writeFileSync(join(cdn, `spass-${noun}.css`), styleSheetFile(styled, noun));
  }
};

/** Writes the guide, and the pages for developers. */
const writePages = async out => {
  await writeGuide(out);
  await writeDeveloperPages(out);
  writeSearchIndex(out);
};

const writeHashes = cdn => {
  const names = readdirSync(cdn).filter(name => name !== 'sri.json');
  const hashOf = name =>
    createHash('sha384')
      .update(readFileSync(join(cdn, name)))
      .digest('base64');
  writeJson(
    join(cdn, 'sri.json'),
    Object.fromEntries(names.sort().map(name => [name, `sha384-${hashOf(name)}`])),
  );
};

const build = async out => {
  rmSync(out, {recursive: true, force: true});
  for (const [name, config] of [
    ['ES modules', 'tsconfig.build.json'],
    ['command line', 'tsconfig.cli.json'],
  ]) {
    const compile = ['-p', config, '--outDir', out];
    // The types keep the comments, which editors show; in the modules they would be a fifth of the size.
    // The second run checks the types.
    await step(name, 'tsc', [
      ...compile,
      ...['--declaration', 'false', '--removeComments', '--noCheck'],
    ]);
    await step(`types of ${name}`, 'tsc', [...compile, '--emitDeclarationOnly']);
  }
  chmodSync(join(out, 'tools/cli/main.js'), 0o755);
  // Imported lazily: in a new clone no packages are installed when this file is loaded.
  const {bundleDom} = await import('./build/bundle-dom.mjs');
  await bundleDom(join(out, 'tools/cli/prerender'));
  const env = {DIST: relative(root, out)};
  await step('manifest and editor data', 'cem', ['analyze', '--outdir', env.DIST], env);
  checkEditorData(out);
  writeFrameworkTypes(out);
  pruneTypes(out, JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  await writeSchema(out);
  compactJson(out);
  const cdn = join(out, 'cdn');
  mkdirSync(cdn, {recursive: true});
  await step('CDN files', 'rollup', ['-c', '--silent'], env);
  await copyStatic('src/embed', cdn, out);
  await writeStyleSheets(out, cdn);
  writeHashes(cdn);
  const {writeFilesToHost, writeIntegrations} =
    await import('./integrations/pack-integrations.mjs');
  await writeIntegrations(out);
  console.log('· plugins for WordPress and SPIP');
  await buildConfigurator(out, env);
  compactModules(out);
  const {writeSbom} = await import('./build/sbom.mjs');
  writeSbom(out);
  writeFilesToHost(out);
  await writePages(out);
};

/** Builds into a temporary folder and moves it into place, so that servers and tests never use a partial dist/. */
const replaceDist = async () => {
  const hash = hashOfSources();
  const fresh = join(cache, `dist-${process.pid}`);
  const old = join(cache, `old-${process.pid}`);
  process.on('exit', () => {
    for (const folder of [fresh, old]) rmSync(folder, {recursive: true, force: true});
  });
  await build(fresh);
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(fresh, dist);
  writeFileSync(stamp, hash);
};

try {
  await ensureModules();
  if (given) await build(resolve(root, given));
  else if (process.argv.includes('--if-changed') && upToDate()) {
    // The pages are not part of the hash of the sources: generating it is faster than checking for changes.
    await writePages(dist);
    console.log('· dist/ is up to date');
  } else await replaceDist();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
