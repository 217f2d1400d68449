import assert from 'node:assert/strict';
import {beforeEach, describe, it} from 'node:test';
import type {Locator} from 'playwright-core';
import {openPage, pageWith, STRICT_POLICY} from './browser-fixture.js';
import {useSite} from './use-site.js';

const records = (stem: string, more: object = {}) =>
  [1, 2, 3].map(id => ({
    id,
    title: `${stem} ${id}`,
    url: `https://example.org/${stem}/${id}`,
    ...more,
  }));
const DATA = JSON.stringify({
  version: '1',
  portals: records('Portail', {family: 'projet'}),
  resources: records('Fiche'),
  projects: records('Projet', {geo: {lat: 50.6, lon: 3.1}, programme: 'v'}),
  programmes: [{id: 'v', title: 'Interreg V', period: {start: '2014', end: '2020'}}],
});

describe('the explorer of the CDN build', {timeout: 90_000}, () => {
  const fixture = useSite({'/data.json': DATA});
  beforeEach(() => (fixture.site.requestedPaths.length = 0));

  const open = (html: string, width = 1280) => {
    fixture.site.responses.set('/', {
      body: html,
      headers: {'Content-Security-Policy': STRICT_POLICY},
    });
    return openPage(fixture.browser, `${fixture.site.url}/`, {viewport: {width, height: 900}});
  };
  const drawn = (explorer: Locator) =>
    explorer.evaluate(async element => {
      await customElements.whenDefined('spass-explorer');
      await (element as HTMLElement & {loadComplete: Promise<void>}).loadComplete;
      return [...(element.shadowRoot?.querySelectorAll('.view > .widget') ?? [])].map(
        ({localName}) => localName,
      );
    });
  const loadedChunks = () =>
    fixture.site.requestedPaths.filter(path => /^\/cdn\/spass-(?!widgets)/.test(path)).sort();

  it('loads only the code of the view that is shown, and the data once', async () => {
    const body = '<spass-explorer api="/data.json"><p>Ce que la page a</p></spass-explorer>';
    const {page, console, errors} = await open(pageWith(body), 400);
    const explorer = page.locator('spass-explorer');
    assert.deepEqual(await drawn(explorer), ['spass-portal-cards']);
    await explorer.getByText('Portail 1').waitFor();
    // Covers are loaded after the cards that are on the screen.
    await explorer.locator('svg.cover').first().waitFor();
    assert.deepEqual(loadedChunks(), [
      '/cdn/spass-covers.js',
      '/cdn/spass-explorer.js',
      '/cdn/spass-family-filter.js',
      '/cdn/spass-outlines.js',
      '/cdn/spass-portal-cards.js',
      '/cdn/spass-shelf.js',
    ]);
    await explorer.getByRole('tab', {name: 'Ressources'}).click();
    await explorer.getByText('Fiche 1').waitFor();
    assert.ok(loadedChunks().includes('/cdn/spass-resource-list.js'));
    assert.ok(!loadedChunks().includes('/cdn/spass-map.js'));
    assert.equal(fixture.site.requestedPaths.filter(path => path === '/data.json').length, 1);
    assert.deepEqual([console, errors], [[], []]);
    await page.context().close();
  });

  it('is created from a placeholder, with its views', async () => {
    const body =
      '<div data-spass="explorer" data-api="/data.json" data-views="list cards"><a href="/x">x</a></div>';
    const {page, console} = await open(pageWith(body));
    const explorer = page.locator('div > spass-explorer');
    await explorer.waitFor();
    assert.deepEqual(await drawn(explorer), ['spass-resource-list', 'spass-portal-cards']);
    assert.deepEqual(console, []);
    await page.context().close();
  });

  it('works alone in an iframe', async () => {
    const {page} = await openPage(
      fixture.browser,
      `${fixture.site.url}/cdn/embed.html?widget=explorer&api=/data.json&views=cards%20list&lang=nl`,
    );
    const explorer = page.locator('spass-explorer');
    await explorer.waitFor();
    assert.deepEqual(await drawn(explorer), ['spass-portal-cards', 'spass-resource-list']);
    await explorer.getByRole('heading', {name: 'Items'}).waitFor();
    await page.context().close();
  });

  it('S-04 writes structured data, under the strict policy', async () => {
    const body =
      '<spass-explorer api="/data.json" views="cards list" structured-data></spass-explorer>' +
      '<spass-project-map api="/data.json" structured-data></spass-project-map>';
    const {page, console, errors} = await open(pageWith(body));
    await page.waitForFunction(
      () => document.querySelectorAll('script[type="application/ld+json"]').length === 3,
    );
    // The page source, as a crawler reads it, has no shadow tree.
    const html = await page.content();
    const told = [...html.matchAll(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/g)]
      .map(([, json]) => JSON.parse(json ?? '') as {itemListElement: {item: {name: string}}[]})
      .flatMap(({itemListElement}) => itemListElement.map(({item}) => item.name));
    assert.deepEqual(told.sort(), [
      ...['Fiche', 'Portail', 'Projet'].flatMap(stem => [1, 2, 3].map(n => `${stem} ${n}`)),
    ]);
    for (const stem of ['Fiche', 'Portail', 'Projet'])
      assert.ok(html.includes(`href="https://example.org/${stem}/1"`), stem);
    assert.deepEqual([console, errors], [[], []]);
    assert.equal(loadedChunks().filter(path => path === '/cdn/spass-structured-data.js').length, 1);
    await page.context().close();
  });

  it('loads no code for structured data if a page does not use them', async () => {
    const {page} = await open(
      pageWith('<spass-portal-cards api="/data.json"></spass-portal-cards>'),
    );
    await page.getByText('Portail 1').waitFor();
    assert.ok(!loadedChunks().includes('/cdn/spass-structured-data.js'));
    await page.context().close();
  });

  it('lets a crawler reach every page of a list by links', async () => {
    const body =
      '<spass-resource-list api="/data.json" limit="1" paging="pages" sync-url></spass-resource-list>';
    const {page} = await open(pageWith(body));
    const next = page.getByRole('link', {name: 'Suivant'});
    const address = (await next.getAttribute('href')) ?? '';
    assert.equal(new URL(address).search, '?resource-list.page=2');
    fixture.site.responses.set('/', pageWith(body));
    await page.goto(address);
    await page.getByRole('link', {name: 'Fiche 2'}).waitFor();
    assert.equal(await page.getByRole('link', {name: 'Fiche 1'}).count(), 0);
    await page.context().close();
  });
});
