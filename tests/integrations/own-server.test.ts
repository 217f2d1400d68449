import assert from 'node:assert/strict';
import {type ChildProcess, execFileSync, spawn} from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {unzipSync} from 'fflate';
import type {Browser} from 'playwright-core';
import {findProgram, root} from '../../scripts/setup.mjs';
import {scrollThrough} from '../pages/demo-pages.js';
import {launchChromium, openPage} from '../pages/browser-fixture.js';
import {freePort} from '../support/processes.js';

const nginx = findProgram(['nginx', '/usr/sbin/nginx']);

/** Configuration of a web host that nobody has prepared for the widgets: files of a folder, and nothing else. */
const configuration = (folder: string, port: number): string => `
daemon off;
pid ${folder}/nginx.pid;
error_log stderr crit;
events {}
http {
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${String(port)};
    root ${folder}/www;
    location = /ready { return 204; }
  }
}
`;

describe('the files to host, on a server that has nothing but files', {skip: !nginx}, () => {
  const start = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'own-server-'));
  const www = join(folder, 'www');
  let server: ChildProcess;
  let browser: Browser;
  let origin: string;
  let instructions: string;
  let versionFolder: string;

  before(async () => {
    // nginx gives up the rights of root.
    chmodSync(folder, 0o755);
    // Step 1 of LISEZMOI.txt: the folder of the zip file is copied to the site.
    for (const [path, bytes] of Object.entries(
      unzipSync(readFileSync(join(root, 'dist/spass-widgets.zip'))),
    )) {
      mkdirSync(dirname(join(www, path)), {recursive: true});
      writeFileSync(join(www, path), bytes);
      if (path.endsWith('LISEZMOI.txt')) versionFolder = dirname(join(www, path));
    }
    instructions = readFileSync(join(versionFolder, 'LISEZMOI.txt'), 'utf8');
    const port = await freePort();
    origin = `http://127.0.0.1:${String(port)}`;
    const file = join(folder, 'nginx.conf');
    writeFileSync(file, configuration(folder, port));
    server = spawn(nginx ?? '', ['-p', folder, '-c', file], {stdio: 'inherit'});
    const isReady = (): Promise<boolean> =>
      fetch(`${origin}/ready`).then(
        ({ok}) => ok,
        () => false,
      );
    while (!(await isReady())) assert.equal(server.exitCode, null, 'nginx has ended');
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    const ended = new Promise(resolve => server.once('exit', resolve));
    server.kill();
    await ended;
    rmSync(folder, {recursive: true, force: true});
  });

  it('arrive complete, by the check that LISEZMOI.txt names', () => {
    const [, command = ''] = /« (sha256sum[^»]*?) »/.exec(instructions) ?? [];
    assert.equal(command, 'sha256sum --check SHA256SUMS');
    const [program = '', ...args] = command.split(' ');
    const output = execFileSync(program, args, {cwd: versionFolder, encoding: 'utf8'});
    assert.ok(output.trim().split('\n').length > 20);
    assert.doesNotMatch(output, /FAILED/);
  });

  it('show a portal in a page with the lines of LISEZMOI.txt, and nothing from elsewhere', async context => {
    // Step 2: the lines, with the address of the site. Step 3: the data.
    const [lines = ''] =
      /<link rel="stylesheet"[\s\S]*?<\/spass-explorer>/.exec(instructions) ?? [];
    assert.match(lines, /integrity="sha384-/);
    writeFileSync(
      join(www, 'page.html'),
      `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Commune</title><link rel="icon" href="data:,"><h1>Commune</h1>${lines.replaceAll('https://www.exemple.fr', origin)}</html>`,
    );
    copyFileSync(join(root, 'dist/guide/developers/portail.json'), join(www, 'portail.json'));
    const {page} = await openPage(browser);
    const problems: string[] = [];
    const asked: string[] = [];
    page.on('pageerror', error => problems.push(error.message));
    page.on('console', message => {
      if (['warning', 'error'].includes(message.type())) problems.push(message.text());
    });
    page.on('request', request => asked.push(request.url()));
    await page.goto(`${origin}/page.html`);
    await scrollThrough(page);
    await page.locator('spass-explorer [part~=link]').first().waitFor();
    assert.ok((await page.locator('spass-explorer [part~=card]').count()) > 3);
    assert.deepEqual(
      asked.filter(url => !url.startsWith(origin) && !url.startsWith('data:')),
      [],
    );
    // Pictures of the demo data are not on this site.
    assert.deepEqual(
      problems.filter(one => !one.includes('404')),
      [],
    );
    const seconds = (performance.now() - start) / 1000;
    context.diagnostic(`from the zip file to a portal: ${seconds.toFixed(1)} s`);
  });
});
