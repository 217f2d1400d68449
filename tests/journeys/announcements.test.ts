import assert from 'node:assert/strict';
import type {ServerResponse} from 'node:http';
import {after, before, beforeEach, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {type DemoServer, startServer} from '../../demo/server/server.js';
import {apiResponses, pageOf} from '../pages/all-widgets.js';
import {launchChromium, type Reply, type Site, startSite} from '../pages/browser-fixture.js';
import {announcements, heard} from '../support/announcement-log.js';
import {StillPage} from '../support/still-page.js';

const FAILED = 'alert: Le serveur n’a pas pu fournir ces données.';
const failing: Reply = response =>
  void response.writeHead(500, {'Access-Control-Allow-Origin': '*'}).end();

describe('a person who listens to a page', {timeout: 120_000}, () => {
  let browser: Browser;
  let site: Site;
  let portal: DemoServer;
  let page: Page;
  before(async () => {
    browser = await launchChromium();
    site = await startSite();
    portal = await startServer();
  });
  beforeEach(() => {
    for (const [path, reply] of Object.entries(apiResponses('/api')))
      site.responses.set(path, reply);
  });
  after(async () => {
    await browser.close();
    await site.close();
    await portal.close();
  });

  let still: StillPage;

  /** Opens a page with this content, and waits until its widgets have loaded. */
  async function open(body: string, query = '', isLoading = false): Promise<void> {
    site.responses.set('/', pageOf(body));
    still = await StillPage.open(browser, site, `/${query}`);
    ({page} = still);
    if (!isLoading) await still.loaded();
  }

  const loaded = (): Promise<void> => still.loaded();
  const pass = (ms: number): Promise<void> => still.pass(ms);
  const fail = (...collections: string[]): void => {
    for (const name of collections) site.responses.set(`/api/${name}`, failing);
  };
  const repair = (): void => {
    for (const [path, reply] of Object.entries(apiResponses('/api')))
      site.responses.set(path, reply);
  };

  it('A-07 hears each step of a search, a page, a failure and its repair, once', async () => {
    // A server that returns one page at a time.
    const resources: Reply = (response, {url = ''}) => {
      const {searchParams} = new URL(url, 'http://site');
      const first = (Number(searchParams.get('page') ?? 1) - 1) * 3;
      const total = searchParams.has('q') ? 5 : 9;
      const items = Array.from({length: Math.min(3, total - first)}, (_, n) => ({
        id: first + n,
        title: `Fiche ${first + n}`,
      }));
      response.writeHead(200, {'Content-Type': 'application/json'});
      response.end(JSON.stringify({version: '1', total, items, complete: false}));
    };
    site.responses.set('/api/resources', resources);
    await open('<spass-resource-list api="/api" limit="3" paging="pages"></spass-resource-list>');
    await pass(2000);
    assert.deepEqual(await heard(page), [], 'a page that loads as expected');

    await page.getByLabel('Rechercher').fill('canal');
    await pass(499);
    assert.deepEqual(await announcements(page), [], 'while they type');
    await pass(1);
    await loaded();
    assert.deepEqual(await announcements(page), ['status: 5 résultats']);

    await pass(1000);
    await page.getByRole('button', {name: 'Suivant'}).click();
    await loaded();
    assert.deepEqual(await announcements(page), ['status: Page 2 sur 2']);

    await pass(1000);
    fail('resources');
    await page.getByLabel('Rechercher').fill('écluse');
    await pass(500);
    await loaded();
    assert.deepEqual(await announcements(page), [FAILED]);
    assert.equal(await page.locator('.count').count(), 0, 'the count of another search');

    const retry = page.getByRole('button', {name: 'Réessayer : ressources'});
    await retry.focus();
    await heard(page);
    await page.keyboard.press('Enter');
    await loaded();
    await pass(1000);
    assert.deepEqual(await heard(page), [
      'focus: status Chargement…',
      'status: Chargement…',
      FAILED,
      'focus: button Réessayer : ressources',
    ]);

    site.responses.set('/api/resources', resources);
    await page.keyboard.press('Enter');
    await loaded();
    await pass(1000);
    assert.deepEqual(await heard(page), [
      'focus: status Chargement…',
      'status: Chargement…',
      'status: 5 ressources',
    ]);
    assert.ok(await page.locator('spass-resource-list [role=status]').isVisible());
    await still.close();
  });

  it('A-07 hears one message if all widgets of a page fail, and the name of each on its button', async () => {
    const api = `${portal.url}faulty/500`;
    await open(
      ['portal-cards', 'resource-list', 'project-map', 'agenda']
        .map(noun => `<spass-${noun} api="${api}"></spass-${noun}>`)
        .join('') +
        `<spass-resource-list api="${api}"><h2 slot="heading">Dans la presse</h2></spass-resource-list>`,
    );
    await pass(1000);
    assert.deepEqual(await announcements(page), [FAILED]);
    assert.deepEqual(
      await page
        .getByRole('button', {name: /^Réessayer/})
        .evaluateAll(buttons => buttons.map(({ariaLabel}) => ariaLabel?.replace('\u00a0', ' '))),
      ['portails', 'ressources', 'carte des projets', 'agenda', 'Dans la presse'].map(
        name => `Réessayer : ${name}`,
      ),
    );
    await still.close();
  });

  it('A-07 hears that all is there once the connection is back', async () => {
    fail('portals', 'resources', 'events');
    await open(
      ['portal-cards', 'resource-list', 'agenda']
        .map(noun => `<spass-${noun} api="/api"></spass-${noun}>`)
        .join(''),
    );
    await pass(2000);
    assert.deepEqual(await announcements(page), [FAILED]);
    repair();
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await loaded();
    await pass(500);
    // In one announcement, in the order of the page.
    assert.deepEqual(await announcements(page), [
      'status: 4 portails. 7 ressources. 2 événements à venir',
    ]);
    await still.close();
  });

  it('A-07 hears that a load takes long, and what came of it', async () => {
    const held = new Map<string, ServerResponse>();
    for (const name of ['portals', 'resources'])
      site.responses.set(`/api/${name}`, response => void held.set(name, response));
    await open(
      '<spass-portal-cards api="/api"></spass-portal-cards><spass-resource-list api="/api"></spass-resource-list>',
      '',
      true,
    );
    await page.waitForFunction(() => document.querySelector('spass-resource-list')?.shadowRoot);
    while (held.size < 2) await new Promise(setImmediate);
    await pass(999);
    assert.deepEqual(await heard(page), []);
    await pass(1);
    assert.deepEqual(await heard(page), ['status: Chargement…']);
    for (const [name, response] of held)
      response
        .writeHead(200, {'Content-Type': 'application/json'})
        .end(apiResponses('/api')[`/api/${name}`]);
    await loaded();
    await pass(500);
    assert.deepEqual(await heard(page), ['status: 4 portails. 7 ressources']);
    await still.close();
  });

  for (const [paging, control, message] of [
    ['pages', /^Suivant/, 'Page 2 sur 3'],
    ['more', /^Voir plus/, '3 résultats ajoutés, 6 sur 9.'],
  ] as const)
    it(`A-07 hears the further page that took long, once, with paging="${paging}"`, async () => {
      let held: ServerResponse | undefined;
      const write = (response: ServerResponse, first: number): void => {
        const items = [0, 1, 2].map(n => ({id: first + n, title: `Fiche ${String(first + n)}`}));
        response.writeHead(200, {'Content-Type': 'application/json'});
        response.end(JSON.stringify({version: '1', total: 9, items, complete: false}));
      };
      site.responses.set('/api/resources', (response, {url = ''}) => {
        if (url.includes('page=2')) held = response;
        else write(response, 0);
      });
      await open(
        `<spass-resource-list api="/api" limit="3" paging="${paging}"></spass-resource-list>`,
      );
      await pass(2000);
      await page
        .getByRole('button', {name: control})
        .or(page.getByRole('link', {name: control}))
        .click();
      while (!held) await new Promise(setImmediate);
      await pass(1000);
      assert.deepEqual(await announcements(page), ['status: Chargement…']);
      await pass(2000);
      write(held, 3);
      await loaded();
      await pass(1500);
      assert.deepEqual(await announcements(page), [`status: ${message}`]);
      await still.close();
    });

  it('A-07 hears at most two messages for thirty quick choices', async () => {
    await open('<spass-explorer api="/api"></spass-explorer>');
    await pass(2000);
    await heard(page);
    const families = page.locator('spass-family-filter .toggle');
    for (let n = 0; n < 30; n++) {
      await families.nth(n % 4).click();
      await pass(30);
    }
    await loaded();
    await pass(2000);
    const said = await announcements(page);
    assert.equal(said.length, 2, said.join(' | '));
    assert.match(said[1] ?? '', /^status: ACTEUR : \d+ portail/);
    await still.close();
  });

  it('A-07 hears how many projects are in view once the map rests, and is led back from an empty place', async () => {
    await open(`<spass-project-map api="${portal.url}api" height="400px"></spass-project-map>`);
    const map = page.getByRole('region', {name: 'Carte des projets'});
    await map.focus();
    await pass(1000);
    await heard(page);
    await page.keyboard.press('+');
    await pass(400);
    await page.keyboard.press('+');
    await pass(499);
    assert.deepEqual(await announcements(page), [], 'while the map moves');
    await pass(500);
    await loaded();
    const [first = '', ...others] = await announcements(page);
    assert.match(first, /^status: Dans cette zone : \d+$/);
    assert.deepEqual(others, []);

    for (let n = 0; n < 12; n++) {
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      await pass(300);
    }
    await pass(1000);
    await loaded();
    assert.deepEqual(await announcements(page), ['status: Aucun projet dans cette zone.']);
    const wayOut = page.getByRole('button', {name: 'Voir tous les projets'});
    await wayOut.focus();
    await heard(page);
    await page.keyboard.press('Enter');
    await pass(1000);
    await loaded();
    const [focus = '', count = '', ...more] = await heard(page);
    assert.match(focus, /^focus: status/);
    assert.match(count, /^status: Dans cette zone : [1-9]/);
    assert.deepEqual(more, []);
    assert.equal(await wayOut.count(), 0);
    await still.close();
  });

  it('A-07 hears what is wrong with coordinates while typing, and which place was chosen', async () => {
    const territory = {name: 'Vallée', bbox: [3.3, 50.2, 3.7, 50.6]};
    const replies = {
      portals: {items: [{id: 'vallee', title: 'Vallée', territory}], complete: true},
      contributions: {items: [], complete: true},
    };
    for (const [name, reply] of Object.entries(replies))
      site.responses.set(`/api/${name}`, JSON.stringify({version: '1', ...reply}));
    site.responses.set(
      '/communes.json',
      JSON.stringify([{code: '59450', name: 'Ors', lat: 50.101, lon: 3.634}]),
    );
    await open(
      '<spass-contribute api="/api" places="/communes.json" kind="place" controller="Ville" contact="a@example.org" retention="un an"></spass-contribute>',
    );
    await page.getByText('Indiquer les coordonnées').click();
    const field = page.getByLabel('Latitude, longitude');
    await field.focus();
    await pass(1000);
    await heard(page);
    await page.keyboard.type('50,10');
    await pass(999);
    assert.deepEqual(await heard(page), [], 'half of what they type is no error');
    await pass(1);
    const [error = '', ...others] = await heard(page);
    assert.match(error, /^status: Ces coordonnées ne sont pas lisibles\./);
    assert.deepEqual(others, []);
    assert.ok(await page.getByText('Ces coordonnées ne sont pas lisibles.').last().isVisible());

    await page.keyboard.type('3 3,63');
    assert.equal(await page.locator('#coordinates-error').count(), 0);
    await page.keyboard.press('Tab');
    while ((await page.locator('[role=status]').first().textContent())?.includes('lisibles'))
      await pass(100);
    assert.deepEqual(
      (await announcements(page)).at(-1),
      'status: Lieu choisi : commune la plus proche : Ors, latitude 50,103, longitude 3,63.',
    );
    await still.close();

    // Nobody has contributed yet: the map shows the territory of the portal.
    site.responses.delete('/communes.json');
    await open(
      '<spass-contribute api="/api" kind="place" controller="Ville" contact="a@example.org" retention="un an"></spass-contribute>',
    );
    await pass(1000);
    await heard(page);
    await page.getByRole('button', {name: 'Choisir le centre'}).click();
    const [place = ''] = await announcements(page);
    const [lat = 0, lon = 0] = [...place.matchAll(/\d+,\d+/g)].map(([text]) =>
      Number(text.replace(',', '.')),
    );
    assert.ok(lat > 50.2 && lat < 50.6 && lon > 3.3 && lon < 3.7, place);
    await still.close();
  });

  it('A-07 hears that a search is too long, not that the server has failed', async () => {
    const api = `${portal.url}api`;
    const list = `<spass-resource-list api="${api}" sync-url></spass-resource-list>`;
    await open(list);
    const field = page.getByLabel('Rechercher');
    await field.focus();
    await heard(page);
    await page.keyboard.insertText('canal '.repeat(500));
    assert.equal((await field.inputValue()).length, 200);
    assert.deepEqual(await announcements(page), ['status: Recherche limitée à 200 caractères.']);
    await still.close();

    // A link may hold any text.
    await open(list, `?resource-list.q=${'a'.repeat(3000)}`);
    await pass(1000);
    assert.deepEqual(await announcements(page), [
      'alert: La recherche est trop longue : raccourcissez-la.',
    ]);
    assert.equal(await page.locator('spass-resource-list .count').count(), 0);
    await still.close();
  });
});
