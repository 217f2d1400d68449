// The settings that docs/guide/publier.md gives for nginx and Apache, as they are there.
import assert from 'node:assert/strict';
import {type ChildProcess, execFileSync, spawn} from 'node:child_process';
import {createHash} from 'node:crypto';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {writeShards} from '../../portal/src/publish/api/shards.js';
import {recordTiles} from '../../portal/src/publish/tiles/record-tiles.js';
import {findProgram, root} from '../../scripts/setup.mjs';
import {Client} from '../../src/data/client/client.js';
import {open} from '../../src/data/sources/pmtiles/pmtiles.js';
import {launchChromium, startSite} from '../pages/browser-fixture.js';
import {largeSite} from '../support/large-site.js';
import {freePort, stopProcess} from '../support/processes.js';
import {filesIn, PortalFolder} from '../support/published-folder.js';

const MODULES = '/usr/lib/apache2/modules';
const COUNT = 6000;

const guide = readFileSync(join(root, 'docs/guide/publier.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...guide.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, code = '']) => code,
  );

/** Place of a site on a server. */
interface Hosting {
  /** Folder for configuration and logs. */
  readonly top: string;
  /** Document root of the server. */
  readonly www: string;
  readonly port: number;
  /** Path of the site: `/` or `/portail/`. */
  readonly path: string;
}

/** Returns a configuration of nginx with the lines of the guide. */
function nginxConfiguration({top, www, port, path}: Hosting): string {
  const [whole = '', part = '', frame = ''] = blocks('nginx');
  const frames = frame.replace(' /cdn', ` ${path}cdn`);
  const map = /map [\s\S]*?\n}\n/.exec(whole)?.[0] ?? '';
  const listen = `listen 127.0.0.1:${port};`;
  const server =
    path === '/'
      ? whole
          .replace('server_name portail.exemple.fr;', listen + frames)
          .replace('/srv/portail/site', www)
      : `${map} server { ${listen} root ${www}; ${part.replace('/srv/www', www)} ${frames} }`;
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `daemon off; pid ${top}/nginx.pid; error_log stderr crit; events {}
http {
  include /etc/nginx/mime.types; access_log off;
  ${folders.map(name => `${name}_temp_path ${top}/${name};`).join(' ')}
  ${server}
}
`;
}

/** Returns a configuration of Apache that obeys .htaccess, with the modules of Debian and mod_headers. */
function apacheConfiguration({top, www, port}: Hosting): string {
  const modules = [
    ...['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'filter', 'deflate', 'alias'],
    'autoindex',
  ];
  return `ServerRoot ${top}
PidFile ${top}/apache.pid
ErrorLog ${top}/apache.log
Listen 127.0.0.1:${port}
ServerName localhost
${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
${modules.map(name => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`).join('\n')}
TypesConfig /etc/mime.types
DocumentRoot ${www}
<Directory ${www}>
AllowOverride All
Options Indexes FollowSymLinks
Require all granted
</Directory>
`;
}

const servers = {
  nginx: {
    program: findProgram(['nginx', '/usr/sbin/nginx']),
    start(program: string, hosting: Hosting): ChildProcess {
      const file = join(hosting.top, 'nginx.conf');
      writeFileSync(file, nginxConfiguration(hosting));
      return spawn(program, ['-p', hosting.top, '-c', file], {stdio: 'inherit'});
    },
  },
  Apache: {
    program: findProgram(['apache2', '/usr/sbin/apache2']),
    start(program: string, hosting: Hosting): ChildProcess {
      const [lines = '', frames = ''] = blocks('apache');
      writeFileSync(
        join(hosting.www, hosting.path, '.htaccess'),
        lines.replace('ErrorDocument 404 /', `ErrorDocument 404 ${hosting.path}`) + frames,
      );
      const file = join(hosting.top, 'apache.conf');
      writeFileSync(file, apacheConfiguration(hosting));
      // Detached, since Apache stops all processes of its group when it ends.
      const options = {stdio: 'ignore', detached: true} as const;
      return spawn(program, ['-D', 'FOREGROUND', '-f', file], options);
    },
  },
};

let portal: PortalFolder;
let browser: Browser;
before(async () => {
  portal = await PortalFolder.withExamples();
  browser = await launchChromium();
});
after(async () => {
  await browser.close();
  await portal.delete();
});

for (const [name, {program, start}] of Object.entries(servers))
  for (const path of ['/', '/portail/'])
    describe(`a published folder on ${name} at ${path}`, {skip: !program}, () => {
      const top = mkdtempSync(join(tmpdir(), 'hosting-'));
      const www = join(top, 'www');
      const site = join(www, path);
      let server: ChildProcess;
      let base: string;

      before(async () => {
        chmodSync(top, 0o755);
        const port = await freePort();
        base = `http://127.0.0.1:${port}${path}`;
        await portal.publish('--base', base);
        mkdirSync(www);
        cpSync(join(portal.path, 'site'), site, {recursive: true});
        // As sites with thousands of records have them.
        const large = largeSite(COUNT);
        mkdirSync(join(site, 'api/fiches/resources/a'), {recursive: true});
        mkdirSync(join(site, 'api/fiches/resources/r'), {recursive: true});
        writeShards(large, 'fr', 'api/fiches/manifeste.json', (file, content) =>
          writeFileSync(join(site, file), content),
        );
        writeFileSync(join(site, 'api/lieux.pmtiles'), recordTiles(large, 'fr', 'resources'));
        if (process.getuid?.() === 0) execFileSync('chmod', ['-R', 'a+rX', www]);
        server = start(program ?? '', {top, www, port, path});
        const isReady = () =>
          fetch(base).then(
            ({ok}) => ok,
            () => false,
          );
        while (!(await isReady())) assert.equal(server.exitCode, null, `${name} has ended`);
      });
      after(async () => {
        await stopProcess(server);
        rmSync(top, {recursive: true, force: true});
      });

      const get = (file: string, headers: Readonly<Record<string, string>> = {}) =>
        fetch(new URL(file, base), {headers, redirect: 'manual'});

      it('has every file with the bytes of SHA256SUMS, and those of large sets', async () => {
        const sums = await (await get('SHA256SUMS')).text();
        for (const line of sums.trim().split('\n')) {
          const [hash, file = ''] = line.split('  ');
          const answer = await get(file);
          assert.equal(answer.status, 200, file);
          const bytes = new Uint8Array(await answer.arrayBuffer());
          assert.equal(createHash('sha256').update(bytes).digest('hex'), hash, file);
        }
        for (const file of await filesIn(join(site, 'api/fiches')))
          assert.equal((await get(`api/fiches/${file}`)).status, 200, file);
      });

      it('gives pages of folders, and leads to them without a slash', async () => {
        const page = await get('projets/canal/');
        assert.equal(page.status, 200);
        assert.match(page.headers.get('content-type') ?? '', /^text\/html/);
        const bare = await get('projets/canal');
        assert.equal(bare.status, 301);
        assert.equal(
          new URL(bare.headers.get('location') ?? '', base).href,
          new URL('projets/canal/', base).href,
        );
      });

      it('shows its own page for an address that does not exist, with links that work', async () => {
        for (const address of ['projets/nulle/part', 'nulle-part.html']) {
          const answer = await get(address);
          assert.equal(answer.status, 404);
          assert.equal(answer.headers.get('access-control-allow-origin'), '*');
          const html = await answer.text();
          assert.match(html, /Page introuvable/);
          for (const [, link = ''] of html.matchAll(/\s(?:href|src)="([^"#:]+)"/g)) {
            const target = await fetch(new URL(link, new URL(address, base)));
            assert.equal(target.status, 200, link);
          }
        }
      });

      it('gives its data to other sites, also to frames without an origin, compressed', async () => {
        for (const file of ['api/portail.json', 'api/fiches/resources/summaries.json']) {
          const answer = await get(file, {origin: 'null', 'accept-encoding': 'gzip'});
          assert.equal(answer.headers.get('access-control-allow-origin'), '*');
          assert.equal(answer.headers.get('content-encoding'), 'gzip');
          assert.match(answer.headers.get('content-type') ?? '', /^application\/json/);
          assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
        }
        const types: Readonly<Record<string, RegExp>> = {
          'api/projects.geojson': /^application\/geo\+json/,
          'flux/fr.atom': /^application\/atom\+xml/,
          'api/projects.csv': /^text\/csv/,
          'flux/fr.ics': /^text\/calendar/,
          'api/lieux.pmtiles': /^application\/vnd\.pmtiles/,
          'cdn/spass-widgets.js': /javascript/,
        };
        for (const [file, type] of Object.entries(types))
          assert.match((await get(file)).headers.get('content-type') ?? '', type, file);
      });

      it('says which sites may show its frame, and nothing of the kind for its pages', async () => {
        const ancestors = "frame-ancestors 'self' https://www.exemple.fr";
        const {headers} = await get('cdn/embed.html?widget=agenda');
        assert.equal(headers.get('content-security-policy'), ancestors);
        assert.equal(headers.get('x-content-type-options'), 'nosniff');
        assert.equal(headers.get('cache-control'), 'no-cache');
        assert.equal((await get('')).headers.get('content-security-policy'), null);
      });

      it('is asked again for pages and data, which costs nothing if they are the same', async () => {
        for (const file of ['', 'api/portail.json', 'cdn/spass-widgets.js']) {
          const first = await get(file, {'accept-encoding': 'gzip'});
          await first.arrayBuffer();
          assert.equal(first.headers.get('cache-control'), 'no-cache', file);
          const [etag, modified] = [first.headers.get('etag'), first.headers.get('last-modified')];
          const again = await get(file, {
            'accept-encoding': 'gzip',
            ...(etag && {'if-none-match': etag}),
            ...(modified && {'if-modified-since': modified}),
          });
          assert.equal(again.status, 304, file);
        }
        const picture = (await filesIn(join(site, 'medias')))[0] ?? '';
        const {headers} = await get(`medias/${picture}`);
        assert.match(headers.get('cache-control') ?? '', /^public, max-age=31536000, immutable$/);
        assert.equal(headers.get('x-content-type-options'), 'nosniff');
      });

      it('gives parts of a file of tiles, which the widgets read', async () => {
        const part = await get('api/lieux.pmtiles', {
          range: 'bytes=0-126',
          'accept-encoding': 'gzip',
        });
        assert.equal(part.status, 206);
        assert.equal(part.headers.get('content-encoding'), null);
        assert.match(part.headers.get('content-range') ?? '', /^bytes 0-126\/\d+$/);
        assert.equal((await part.arrayBuffer()).byteLength, 127);
        const url = new URL('api/lieux.pmtiles', base).href;
        const warnings: string[] = [];
        const warn = (line: string): void => void warnings.push(line);
        const source = open({url, fields: '', warn, client: new Client()});
        const {total} = await source.find('resources', {}, {signal: AbortSignal.timeout(60_000)});
        assert.equal(total, COUNT);
        assert.deepEqual(warnings, []);
      });

      it('runs its widgets under its policy, and in a frame of another site without an origin', async t => {
        const page = await browser.newPage();
        const problems: string[] = [];
        page.on('console', one => {
          if (['warning', 'error'].includes(one.type())) problems.push(one.text());
        });
        page.on('pageerror', error => problems.push(error.message));
        await page.goto(`${base}ressources/`);
        await page.locator('spass-resource-list [part~=link]').first().waitFor();
        const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
        assert.match((await policy.getAttribute('content')) ?? '', /default-src 'none'/);
        const html = `<!doctype html><script src="${base}cdn/spass-widgets.js" crossorigin="anonymous" defer></script><spass-resource-list api="${base}api/fiches/manifeste.json" limit="3"></spass-resource-list>`;
        const other = await startSite({
          '/': `<!doctype html><title>Other</title><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" srcdoc='${html}'></iframe>`,
        });
        t.after(() => other.close());
        await page.goto(other.url);
        const link = page
          .frameLocator('iframe')
          .locator('spass-resource-list [part~=link]')
          .first();
        await link
          .waitFor()
          .catch((error: unknown) => assert.fail(`${problems.join()}: ${String(error)}`));
        assert.deepEqual(problems, []);
        await page.close();
      });
    });
