// npm run build:site [-- --base https://example.org/]: writes dist-site/, a folder for any static server: the demo, its
// records as a published portal, the guide, the configurator and the Storybook. Its URLs are relative, so that it works
// under any path; the published portal has feeds and lines to copy if the address is given.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {parseArgs} from 'node:util';
import {ensureModules, root, run} from '../setup.mjs';

const SERVED = /\.(?:css|csv|geojson|html|js|json|png|pmtiles|svg|webp)$/;
/** Files that no page uses: sources, and output of the build. */
const LEFT_OUT = /^(?:configurateur|server)\/|^made\/million/;
/** APIs that need the demo server: their pages show a notice. */
const OF_A_SERVER = /\bapi="\/(?:api-|faulty|ods|ogc|tabular|wp|openagenda|fichiers)/;
const NOTICE =
  '<p class="avis">Ici, sans serveur, une partie de cette page reste vide\u00a0: elle interroge des services que seul <code>npm start</code> fait tourner.</p>';

const filesUnder = folder =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1))
    .map(name => name.replaceAll('\\', '/'));

/** Returns a page of the demo with relative URLs, under the policy that the demo server sends. */
export function pageOf(path, html, policy, {hasStorybook, hasPortal}) {
  const top = '../'.repeat(path.split('/').length - 1) || './';
  return html
    .replace(
      '<meta charset="utf-8">',
      `$&\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`,
    )
    .replace(OF_A_SERVER.test(html) ? '</h1>' : /$^/, `</h1>\n        ${NOTICE}`)
    .replace(/\bapi="\/api"/g, 'api="/data/portail.json"')
    .replace(
      /^( *)<li><a href="\/guide\/">Guide<\/a><\/li>/m,
      [
        '$&',
        ...(hasPortal ? ['$1<li><a href="/portail/">Portail publié</a></li>'] : []),
        ...(hasStorybook ? ['$1<li><a href="/storybook/">Storybook</a></li>'] : []),
      ].join('\n'),
    )
    .replace(/(\s(?:href|src|api|places|tiles)=")\/(?!\/)/g, `$1${top}`);
}

/** Publishes the records of the demo, as `spass-portal publish` does with any folder. */
export async function publishDemo(out, base) {
  const {tsImport} = await import('tsx/esm/api');
  const {writeDemoFolder} = await tsImport('./demo-folder.ts', import.meta.url);
  const {runPublish} = await tsImport('../../portal/src/publish/commands.ts', import.meta.url);
  const folder = mkdtempSync(join(tmpdir(), 'portal-'));
  try {
    await writeDemoFolder(join(root, 'demo/data'), folder);
    const options = base === undefined ? [] : ['--base', base];
    await runPublish([folder, '--out', out, ...options], {out: console.log, err: () => {}});
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** Writes the site from the output of the build. */
export async function writeSite(out, {hasStorybook = true, hasPortal = true, base} = {}) {
  const {tsImport} = await import('tsx/esm/api');
  const {startServer} = await tsImport('../../demo/server/server.ts', import.meta.url);
  const {POLICY} = await tsImport('../../portal/src/http/static-files.ts', import.meta.url);
  const demo = join(root, 'demo');
  rmSync(out, {recursive: true, force: true});
  for (const name of filesUnder(demo).filter(name => SERVED.test(name) && !LEFT_OUT.test(name))) {
    mkdirSync(join(out, name, '..'), {recursive: true});
    const bytes = readFileSync(join(demo, name));
    writeFileSync(
      join(out, name),
      name.endsWith('.html')
        ? pageOf(name, bytes.toString(), POLICY, {hasStorybook, hasPortal})
        : bytes,
    );
  }
  if (hasPortal) await publishDemo(join(out, 'portail'), base && new URL('portail/', base).href);
  for (const part of ['cdn', 'configurateur', 'guide'])
    cpSync(join(root, 'dist', part), join(out, part), {recursive: true});
  if (hasStorybook)
    cpSync(join(root, 'storybook-static'), join(out, 'storybook'), {recursive: true});
  const replace = (name, from, to) => {
    const text = readFileSync(join(out, name), 'utf8');
    if (text.split(from).length !== 2) throw new Error(`${name} does not hold ${from} once.`);
    writeFileSync(join(out, name), text.replace(from, to));
  };
  replace('configurateur/configurateur.js', '../api', '../data/portail.json');
  // Language models look for it there.
  const index = readFileSync(join(out, 'guide/developers/llms.txt'), 'utf8');
  writeFileSync(join(out, 'llms.txt'), index.replaceAll('](', '](guide/developers/'));
  replace('million.js', "'/made/", "'made/");
  // The large file is not generated here; the page explains how to do it.
  writeFileSync(join(out, 'made/million.json'), '{"made": false}');
  // The portal as one document, which the demo server generates from demo/data/.
  const server = await startServer();
  try {
    const answer = await fetch(`${server.url}data/portail.json`);
    writeFileSync(join(out, 'data/portail.json'), await answer.text());
  } finally {
    await server.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const {values} = parseArgs({options: {base: {type: 'string'}}});
  await ensureModules();
  const {ok} = await run(process.execPath, [join(root, 'scripts/storybook.mjs'), 'build']);
  if (!ok) process.exit(1);
  const out = join(root, 'dist-site');
  await writeSite(out, {base: values.base});
  console.log(`· dist-site/: ${filesUnder(out).length} files, to be served by any static server`);
}
