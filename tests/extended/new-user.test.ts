// The way of a new user: both packages in an empty folder, a site in the browser, a cell that changes, and a widget in
// another site.
import assert from 'node:assert/strict';
import {type ChildProcess, execFileSync, spawn} from 'node:child_process';
import {chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync} from 'node:fs';
import {rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {delimiter, dirname, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {readXlsx, writeXlsx} from 'hucre/xlsx';
import type {Browser} from 'playwright-core';
import {root} from '../../scripts/setup.mjs';
import {launchChromium, openPage} from '../pages/browser-fixture.js';
import {printedUrl} from '../support/portal-program.js';
import {stopProcess} from '../support/processes.js';
import {startStaticServer} from '../support/static-server.js';
import {listen, type LocalServer} from '../support/listen.js';

/** Time from the empty folder to the site in the browser, which the documentation promises. */
const MAX_SECONDS = 60;

/** Packs a package folder. */
const pack = (folder: string, destination: string): string => {
  const args = ['pack', '--ignore-scripts', '--silent', '--pack-destination', destination];
  return join(destination, execFileSync('npm', args, {cwd: folder, encoding: 'utf8'}).trim());
};

/** Installs a tarball as npm does: its files, its program, and those packages alone that it declares. */
function install(tarball: string, folder: string): void {
  const modules = join(folder, 'node_modules');
  const unpacked = mkdtempSync(join(folder, 'unpacked-'));
  execFileSync('tar', ['xzf', tarball, '-C', unpacked]);
  const source = join(unpacked, 'package');
  const {name, bin, dependencies} = JSON.parse(
    readFileSync(join(source, 'package.json'), 'utf8'),
  ) as Readonly<Record<'bin' | 'dependencies', Record<string, string>>> & {readonly name: string};
  cpSync(source, join(modules, name), {recursive: true});
  rmSync(unpacked, {recursive: true});
  mkdirSync(join(modules, '.bin'), {recursive: true});
  for (const [program, path] of Object.entries(bin)) {
    const file = join(modules, name, path);
    chmodSync(file, 0o755);
    symlinkSync(file, join(modules, '.bin', program));
  }
  for (const dependency of Object.keys(dependencies)) {
    const target = join(modules, dependency);
    mkdirSync(dirname(target), {recursive: true});
    rmSync(target, {force: true});
    symlinkSync(join(root, 'node_modules', dependency), target);
  }
}

describe('a new user with both packages in an empty folder', {timeout: 240_000}, () => {
  let folder: string;
  let env: NodeJS.ProcessEnv;
  let preview: ChildProcess | undefined;
  let browser: Browser;
  let other: LocalServer | undefined;
  let started = 0;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'new-user-'));
    const portal = join(folder, 'portal');
    for (const part of ['bin', 'hosting', 'package.json', 'README.md'])
      cpSync(join(root, 'portal', part), join(portal, part), {recursive: true});
    const builder = join(root, 'scripts/build-portal.mjs');
    execFileSync(process.execPath, [builder, join(portal, 'dist')], {stdio: 'pipe'});
    const tarballs = [pack(root, folder), pack(portal, folder)];
    rmSync(portal, {recursive: true});
    started = performance.now();
    for (const tarball of tarballs) install(tarball, folder);
    writeFileSync(join(folder, 'package.json'), '{"private": true}');
    // The desktop's command that opens an address writes it down.
    const desktop = join(folder, 'desktop');
    mkdirSync(desktop);
    writeFileSync(join(desktop, 'xdg-open'), `#!/bin/sh\necho "$1" > "${folder}/opened"\n`, {
      mode: 0o755,
    });
    env = {...process.env, PATH: desktop + delimiter + (process.env['PATH'] ?? '')};
    browser = await launchChromium();
  });
  after(async () => {
    if (preview) await stopProcess(preview);
    await other?.close();
    await browser.close();
    rmSync(folder, {recursive: true, force: true});
  });

  const npx = (...args: readonly string[]): string =>
    execFileSync('npx', ['--no-install', ...args], {cwd: folder, env, encoding: 'utf8'});

  it('has a site in the browser within a minute, and sees there a cell that changes', async () => {
    assert.match(npx('spass-portal', 'new', 'ors'), /spass-portal publish ors --open/);
    // Not with npx, which would leave the program running when it is ended.
    const program = join(folder, 'node_modules/.bin/spass-portal');
    preview = spawn(program, ['publish', 'ors', '--open', '--port', '0'], {cwd: folder, env});
    const url = await printedUrl(preview);
    const {page, errors} = await openPage(browser, `${url}projets/canal/`);
    await page.getByRole('heading', {level: 1, name: 'Le canal, promenade du village'}).waitFor();
    const seconds = (performance.now() - started) / 1000;
    assert.ok(seconds < MAX_SECONDS, `${seconds} s`);
    await page.waitForLoadState('networkidle');
    assert.equal(readFileSync(join(folder, 'opened'), 'utf8').trim(), url);

    const file = join(folder, 'ors/portail.xlsx');
    const {sheets} = await readXlsx(readFileSync(file));
    const changed = sheets.map(({name, rows}) => ({
      name,
      rows: rows.map(row =>
        row.map(cell => (cell === 'Le canal, promenade du village' ? 'Le canal retrouvé' : cell)),
      ),
    }));
    writeFileSync(file, await writeXlsx({sheets: changed}));
    await page.getByRole('heading', {level: 1, name: 'Le canal retrouvé'}).waitFor();
    assert.deepEqual(errors, []);
    await stopProcess(preview);
    preview = undefined;
    await page.context().close();
  });

  it('shows a widget in another site with the lines to copy of each page', async () => {
    const site = join(folder, 'ors/site');
    const portal = await startStaticServer(site);
    try {
      npx('spass-portal', 'publish', 'ors', '--base', portal.url);
      let snippet = '';
      const server = createServer((_, response) => {
        response.writeHead(200, {'Content-Type': 'text/html; charset=utf-8'});
        response.end(`<!doctype html><html lang="fr"><title>Ailleurs</title><body>${snippet}`);
      });
      other = await listen(server);
      const collections = readdirSync(site, {withFileTypes: true}).filter(entry =>
        /^(?:projets|ressources|agenda|acteurs|programmes|recits)$/.test(entry.name),
      );
      assert.equal(collections.length, 6);
      const {page, errors, console: lines} = await openPage(browser);
      for (const {name} of collections) {
        const [record = ''] = readdirSync(join(site, name)).filter(one => !one.includes('.'));
        for (const path of [`${name}/`, `${name}/${record}/`]) {
          await page.goto(portal.url + path);
          const title = await page.locator('h1').first().innerText();
          snippet = (await page.locator('.embed code').textContent()) ?? '';
          assert.match(snippet, /^<script src=".*integrity="sha384-.*\n<spass-/);
          await page.goto(other.url);
          const widget = page.locator('body > :not(script)');
          const text = path === `${name}/` ? /\S/ : new RegExp(title.slice(0, 12), 'i');
          await widget.getByText(text).first().waitFor();
          assert.equal(await widget.getByRole('alert').count(), 0, path);
        }
      }
      assert.deepEqual([...errors, ...lines], []);
      await page.context().close();
    } finally {
      await portal.close();
    }
  });
});
