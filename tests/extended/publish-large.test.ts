import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {it} from 'node:test';
import {gzipSync} from 'node:zlib';
import {MIN_SHARDED} from '../../portal/src/publish/api/shards.js';
import {runPublish} from '../../portal/src/publish/commands.js';
import {startPreview} from '../../portal/src/publish/preview-server.js';
import {MIN_TILED} from '../../portal/src/publish/tiles/record-tiles.js';
import {root} from '../../scripts/setup.mjs';
import {launchChromium} from '../pages/browser-fixture.js';
import {mapContent, openPageWithTraffic} from '../support/pmtiles-map.js';
import {PortalFolder, workbookOf} from '../support/published-folder.js';
import {publishedShards} from '../support/published-shards.js';

const COUNT = 100_000;

it('the first page of a filter of 100,000 published records takes 5 requests and 300 kB at most', async () => {
  const shards = publishedShards(COUNT);
  const options = {signal: new AbortController().signal};
  const facets = ['type', 'theme', 'commune'] as const;
  for (const filter of [{}, {theme: ['Eau']}, {type: ['document']}, {commune: ['59012']}]) {
    const {total} = await shards.open().find('resources', {...filter, facets, limit: 24}, options);
    assert.ok(total > 0);
    const {requests, bytes} = shards.read;
    assert.ok(
      requests <= 5 && bytes <= 300_000,
      `${JSON.stringify(filter)}: ${requests}, ${bytes}`,
    );
  }
});

it('a page of a published folder with 100,000 records shows the first page of a filter for as little', async t => {
  const rows = Array.from({length: MIN_SHARDED}, (_, i) => `r${i};Lieu ${i}`);
  const folder = await PortalFolder.with(t, {'ressources.csv': `id;titre\n${rows.join('\n')}\n`});
  await folder.publish();
  // The page is the same for any number of records; it reads the files of 100,000 records.
  const {files} = publishedShards(COUNT);
  const prefix = 'https://portail.example/api/fiches/';
  await folder.write(
    Object.fromEntries(
      [...files].map(([path, text]) => [`site/api/fiches/${path.slice(prefix.length)}`, text]),
    ),
  );
  const site = await startPreview(`${folder.path}/site`, 0);
  t.after(() => site.close());
  const browser = await launchChromium();
  t.after(() => browser.close());
  const page = await browser.newPage({viewport: {width: 1280, height: 900}});
  const read: Promise<Buffer>[] = [];
  const failed: string[] = [];
  page.on('response', response => {
    if (response.status() >= 400) failed.push(response.url());
    if (new URL(response.url()).pathname.startsWith('/api/')) read.push(response.body());
  });
  await page.goto(`${site.url}ressources/`);
  const list = page.locator('spass-resource-list');
  await list.locator('.count', {hasText: '100\u202f000'}).waitFor();
  await list.locator('[part=facets] label', {hasText: 'Eau'}).first().click();
  await list.locator('.count', {hasText: '28\u202f571'}).waitFor();
  const bodies = await Promise.all(read);
  const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
  console.log({requests: read.length, bytes});
  assert.ok(read.length <= 5 && bytes <= 300_000, `${read.length} requests, ${bytes} bytes`);
  assert.deepEqual(failed, []);
  assert.equal(await list.locator('[part~=row]').count(), 24);
});

const titles = (count: number) =>
  Array.from({length: count}, (_, i) => [
    `n${i}`,
    `Titre ${i}`,
    `20${10 + (i % 16)}-05-0${1 + (i % 9)}`,
  ]);

/** Returns a workbook of six sheets with 500 records, one of which has the title. */
const sixSheets = (title: string) => {
  const sheet = (date: string, count: number) => [['Identifiant', 'Titre', date], ...titles(count)];
  const named = (heading: string, count: number) => [
    ['Identifiant', heading],
    ...titles(count).map(([id = '', name = '']) => [id, name]),
  ];
  return workbookOf({
    Projets: [...sheet('Début', 99), ['modifié', title, '2026']],
    Ressources: sheet('Date de publication', 200),
    Agenda: sheet('Début', 80),
    Acteurs: named('Nom', 60),
    Programmes: sheet('Début', 40),
    Récits: named('Titre', 20),
  });
};

it('six sheets with 500 records are a site within a minute of processor time', async t => {
  const folder = await PortalFolder.with(t, {'portail.xlsx': await sixSheets('Avant')});
  const before = process.cpuUsage();
  await folder.publish();
  const {user, system} = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  assert.ok(seconds < 60, `${seconds} s`);
  assert.ok((await folder.pages()).size > 500);
});

it('a cell that changes among 500 records is on the page after a second of processor time at most', async t => {
  const folder = await PortalFolder.with(t, {'portail.xlsx': await sixSheets('Avant')});
  let published: (line: string) => void = () => undefined;
  const io = {out: () => undefined, err: (line: string) => published(line)};
  const stop = await runPublish([folder.path, '--watch', '--port', '0'], io);
  t.after(() => stop?.());
  const efforts: number[] = [];
  for (const title of ['Un', 'Deux', 'Trois', 'Quatre']) {
    const workbook = await sixSheets(title);
    const before = process.cpuUsage();
    const start = performance.now();
    const done = new Promise<void>(resolve => {
      published = line => {
        if (/500\s?fiches/.test(line)) resolve();
      };
    });
    await folder.write({'portail.xlsx': workbook});
    await done;
    const {user, system} = process.cpuUsage(before);
    efforts.push((user + system) / 1000);
    console.log({processorMs: efforts.at(-1), elapsedMs: performance.now() - start});
    assert.match(await folder.read('projets/modifie/index.html'), new RegExp(`<h1>${title}</h1>`));
  }
  assert.ok(Math.min(...efforts) < 1000, `${efforts.join()} ms`);
});

it('a million points are one file within a minute of processor time and 1 GB, each counted once', () => {
  const script = 'tests/support/million-points.ts';
  const output = execFileSync(process.execPath, ['--import', 'tsx', script], {cwd: root});
  const effort = JSON.parse(String(output)) as Readonly<Record<string, number>>;
  console.log(effort);
  assert.equal(effort['wrongTiles'], 0);
  assert.ok(effort['cpuSeconds']! < 60, `${effort['cpuSeconds']} s`);
  assert.ok(effort['megabytes']! < 1000, `${effort['megabytes']} MB`);
});

it('a site with thousands of places shows them all on the map of its home page, from parts of a file', async t => {
  const rows = Array.from(
    {length: MIN_TILED},
    (_, i) => `r${i};Lieu ${i};${50 + ((i * 17) % 1000) / 1000};${2 + ((i * 29) % 1000) / 1000}`,
  );
  const folder = await PortalFolder.with(t, {
    'ressources.csv': `id;titre;latitude;longitude\n${rows.join('\n')}\n`,
  });
  await folder.publish();
  const site = await startPreview(`${folder.path}/site`, 0);
  t.after(() => site.close());
  const browser = await launchChromium();
  t.after(() => browser.close());
  const {
    page,
    traffic,
    errors,
    console: messages,
  } = await openPageWithTraffic(browser, site.url, '/api/resources.pmtiles');
  await page.locator('spass-project-map').scrollIntoViewIfNeeded();
  await page.locator('spass-project-map .cluster').first().waitFor();
  const {markedRecords} = await mapContent(page);
  assert.equal(markedRecords, MIN_TILED);
  assert.ok(traffic.statuses.length > 0 && traffic.statuses.every(status => status === 206));
  assert.deepEqual([...errors, ...messages], []);
  // The same records give the same bytes: nothing is written again.
  await folder.publish();
  assert.match(folder.messages.at(-1) ?? '', /\b0\s?fichier écrit/);
});
