// Reads the widgets in dist/cdn.
import assert from 'node:assert/strict';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {createServer, type ServerResponse} from 'node:http';
import {dirname, join} from 'node:path';
import {after, before, describe, it, type TestContext} from 'node:test';
import {ARCHIVE_HELP, runArchive} from '../../portal/src/publish/archive/archive-command.js';
import {Requests} from '../../portal/src/publish/archive/requests.js';
import {startPreview} from '../../portal/src/publish/preview-server.js';
import {printedUrl, spawnPortal} from '../support/portal-program.js';
import {filesIn, PortalFolder, targetOf} from '../support/published-folder.js';
import {listen} from '../support/listen.js';

const silent = {out: () => undefined, err: () => undefined};

describe('an archive', () => {
  let folder: PortalFolder;
  before(async () => (folder = await PortalFolder.withExamples()));
  after(() => folder.delete());
  const place = (name: string) => join(dirname(folder.path), name);

  it('of a folder opens without a server: data in the page, links to files, no request', async () => {
    const out = place('archive');
    await runArchive([folder.path, '--out', out, '--date', '2026-11-27'], silent);
    const files = new Set(await filesIn(out));
    for (const path of files) {
      if (!path.endsWith('.html')) continue;
      const html = await readFile(join(out, path), 'utf8');
      assert.ok(!/\sapi="/.test(html), `${path} requests data`);
      for (const [, address = ''] of html.matchAll(/\s(?:href|src)="([^"#]+)(?:#[^"]*)?"/g))
        if (!/^(?:https?|mailto|tel):/.test(address))
          assert.ok(
            files.has(targetOf(path, address)) && !address.endsWith('/'),
            `${path}: ${address}`,
          );
    }
    const list = await readFile(join(out, 'ressources/index.html'), 'utf8');
    assert.match(
      list,
      /<script type="application\/json">\s*\{"version":"1".*"url":"\.\.\/ressources\/halle\/index\.html"/,
    );
    const manifest = JSON.parse(await readFile(join(out, 'archive.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    assert.equal(manifest['archivedOn'], '2026-11-27');
    assert.equal(manifest['licence'], 'Licence Ouverte 2.0');
  });

  it('has the same bytes when it is made again', async () => {
    for (const name of ['first', 'second'])
      await runArchive([folder.path, '--out', place(name), '--date', '2026'], silent);
    const [first, second] = await Promise.all(
      ['first', 'second'].map(name => readFile(join(place(name), 'SHA256SUMS'), 'utf8')),
    );
    assert.equal(first, second);
  });

  it('of an address has the records, pictures and documents of the site', async t => {
    await folder.publish();
    const site = await startPreview(join(folder.path, 'site'), 0);
    t.after(() => site.close());
    const out = place('from-address');
    await runArchive([site.url, '--out', out, '--date', '2026'], silent);
    const files = await filesIn(out);
    assert.ok(
      files.some(path => /^medias\/canal.*\.webp$/.test(path)),
      files.join('\n'),
    );
    assert.ok(files.some(path => path.endsWith('compte-rendu.pdf')));
    // The pages are those that an archive of the folder has: settings, longer texts, languages.
    const fromFolder = place('from-folder');
    await runArchive([folder.path, '--out', fromFolder, '--date', '2026'], silent);
    const pages = (await filesIn(fromFolder)).filter(path => path.endsWith('.html'));
    const textOf = async (root: string, path: string): Promise<string> =>
      (await readFile(join(root, path), 'utf8'))
        .replace(/<script[\s\S]*?<\/script>/g, '')
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ');
    for (const path of pages)
      assert.equal(await textOf(out, path), await textOf(fromFolder, path), path);
  });

  it('of a portal API has all its records, and pictures of other sites', async t => {
    const pixel = await readFile(new URL('../../docs/images/demo.webp', import.meta.url));
    const files = createServer((request, response) => {
      const {pathname} = new URL(request.url ?? '/', 'http://files');
      if (pathname !== '/photo') response.writeHead(404).end();
      else response.writeHead(200, {'Content-Type': 'image/webp'}).end(pixel);
    });
    const {url, close} = await listen(files);
    t.after(close);
    const picture = (n: number) => `${url}/photo?numero=${n}`;
    const rows = Array.from({length: 1203}, (_, i) => ({
      id: `f${i}`,
      type: 'document',
      title: `Fiche ${i}`,
      ...(i < 2 && {image: {src: picture(i)}}),
      ...(i === 2 && {image: {src: `${url}/absente.jpg`}}),
    }));
    const data = place('api');
    await mkdir(data);
    await writeFile(join(data, 'resources.json'), JSON.stringify(rows));
    const contributions = [{id: 'c1', title: 'Un souvenir', text: 'Le bal', state: 'published'}];
    await writeFile(join(data, 'contributions.json'), JSON.stringify(contributions));
    const child = spawnPortal(['serve', data]);
    t.after(() => child.kill('SIGKILL'));
    const told: string[] = [];
    const out = place('from-api');
    await runArchive([await printedUrl(child), '--out', out, '--date', '2026'], {
      ...silent,
      err: line => void told.push(line),
    });
    const archived = await filesIn(out);
    assert.equal(archived.filter(path => /^ressources\/.+\/index\.html$/.test(path)).length, 1203);
    for (const name of ['photo', 'photo-2'])
      assert.ok(
        archived.some(path => path.startsWith(`medias/${name}-`) && path.endsWith('.webp')),
      );
    assert.match(told.join('\n'), /absente\.jpg n’a pas pu être téléchargé/);
    assert.match(told.join('\n'), /contributions publiées sans page dans l’archive\s?: 1/);
    assert.match(await readFile(join(out, 'donnees/contributions.json'), 'utf8'), /Un souvenir/);
  });

  /** Serves an API with two collections; `respond` answers the others. Returns its address. */
  async function serveApi(
    t: TestContext,
    respond: (path: string, response: ServerResponse) => void,
  ): Promise<string> {
    const json = {'Content-Type': 'application/json'};
    const server = createServer((request, response) => {
      const path = (request.url ?? '').replace(/^\/api\//, '').replace('limit=500&', '');
      const items = [{id: 'a', title: 'A'}];
      if (path === 'projects?page=1')
        response.writeHead(200, json).end(JSON.stringify({total: 1, items}));
      else if (path === 'resources?page=1')
        response.writeHead(200, json).end(JSON.stringify({total: 2, items, next: '?page=2'}));
      else respond(path, response);
    });
    const {url, close} = await listen(server);
    t.after(close);
    return `${url}/api`;
  }
  const last = (response: ServerResponse): void =>
    void response.writeHead(200).end(JSON.stringify({total: 2, items: [{id: 'b', title: 'B'}]}));

  it('stops a file that is larger than it says', async t => {
    let sent = 0;
    const endless = createServer((_, response) => {
      const send = () => {
        while (!response.destroyed && sent < 100_000_000) {
          sent += 100_000;
          if (!response.write(Buffer.alloc(100_000))) return void response.once('drain', send);
        }
        response.end();
      };
      send();
    });
    const {url, close} = await listen(endless);
    t.after(close);
    assert.equal((await new Requests(url).file(`${url}/plan.pdf`, 1_000_000)).kind, 'failed');
    assert.ok(sent < 50_000_000, `${sent} bytes`);
  });

  it('is not made of a part of the records, and says which part failed and why', async t => {
    for (const [failing, respond, reason] of [
      ['resources?page=2', one => void one.writeHead(503).end(), /le serveur répond 503/],
      ['resources?page=2', one => void one.writeHead(404).end(), /cette page .* n’existe pas/],
      [
        'resources?page=2',
        one => void one.writeHead(200).end('{"total":9,"items":[{"id":"a"}]}'),
        /2 fiches reçues sur 9/,
      ],
      ['events?page=1', one => void one.writeHead(500).end('{}'), /le serveur répond 500/],
      ['events?page=1', one => void one.destroy(), /pas de réponse/],
      ['events?page=1', one => void one.writeHead(200).end('<p>En travaux'), /pas du JSON/],
      ['events?page=1', one => void one.writeHead(200).end('{"error":"x"}'), /pas une liste/],
    ] as [string, (response: ServerResponse) => void, RegExp][]) {
      const address = await serveApi(t, (path, response) => {
        if (path === failing) respond(response);
        else if (path === 'resources?page=2') last(response);
        else response.writeHead(404).end();
      });
      const error = await runArchive([address, '--out', place('part')], silent).catch(
        (one: unknown) => one as Error,
      );
      const said = String(error?.message).replace(/[\u00a0\u202f]/g, ' ');
      assert.match(said, /l’archive serait incomplète/, failing);
      assert.match(said, reason);
      assert.ok(said.includes(failing.replace('?', '?limit=500&')), said);
    }
    assert.deepEqual(await filesIn(place('part')).catch(() => []), []);
  });

  it('lists what is missing in its manifest, if a part is wanted', async t => {
    const address = await serveApi(t, (path, response) => {
      if (path === 'events?page=1') response.writeHead(500).end();
      else if (path === 'resources?page=2') last(response);
      else response.writeHead(404).end();
    });
    const told: string[] = [];
    const out = place('partial');
    await runArchive([address, '--out', out, '--partial'], {
      ...silent,
      err: line => void told.push(line),
    });
    const {missing, records} = JSON.parse(await readFile(join(out, 'archive.json'), 'utf8')) as {
      readonly missing: unknown;
      readonly records: Readonly<Record<string, number>>;
    };
    assert.deepEqual(missing, [
      {address: `${address}/events?limit=500&page=1`, reason: 'le serveur répond 500'},
    ]);
    assert.deepEqual([records['resources'], records['events']], [2, 0]);
    assert.match(told.join('\n'), /events.*le serveur répond 500.*archive\.json le dit/);
  });

  it('explains itself, and says if there is no portal at an address', async t => {
    const printed: string[] = [];
    await runArchive(['--help'], {...silent, out: line => void printed.push(line)});
    assert.deepEqual(printed, [ARCHIVE_HELP]);
    const site = await startPreview(place('nothing'), 0);
    t.after(() => site.close());
    await assert.rejects(runArchive([site.url], silent), /aucun portail à cette adresse/);
    // A site that answers any address with its home page, and one that is out of order.
    for (const [status, said] of [
      [200, /aucun portail à cette adresse/],
      [502, /aucun portail lisible.*api\/portail\.json, le serveur répond 502/],
    ] as const) {
      const server = createServer((_, response) =>
        response.writeHead(status, {'Content-Type': 'text/html'}).end('<title>Mairie</title>'),
      );
      const {url, close} = await listen(server);
      t.after(close);
      await assert.rejects(runArchive([`${url}/`], silent), said);
    }
  });
});
