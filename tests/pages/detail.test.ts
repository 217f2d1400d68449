import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import type {ServerResponse} from 'node:http';
import {join} from 'node:path';
import {beforeEach, describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {cdn, openPage, pageWith, STRICT_POLICY} from './browser-fixture.js';
import {useSite} from './use-site.js';

const PART = '/cdn/spass-detail.js';

const DATA = JSON.stringify({
  version: '1',
  resources: ['Abris', 'Berges', 'Canal'].map((title, id) => ({
    id,
    title,
    organisation: 'CAUE du Nord',
    url: `https://example.org/${id}`,
  })),
});

describe('a resource opened in place', {timeout: 120_000}, () => {
  const fixture = useSite({'/data.json': DATA});
  beforeEach(() => {
    fixture.site.requestedPaths.length = 0;
    fixture.site.responses.delete(PART);
  });

  const open = async (body: string, search = '') => {
    fixture.site.responses.set('/', {
      body: pageWith(`<h1>Ressources</h1>${body}`),
      headers: {'Content-Security-Policy': STRICT_POLICY},
    });
    const opened = await openPage(fixture.browser, `${fixture.site.url}/${search}`);
    await opened.page.locator('.opener').first().waitFor();
    return opened;
  };
  /** Resolves with the response of the next request for the code, which the test ends. */
  const partRequested = () =>
    new Promise<ServerResponse>(resolve =>
      fixture.site.responses.set(PART, response => resolve(response)),
    );
  const button = (page: Page, title: string) =>
    page.getByRole('button', {name: `Fiche détaillée : ${title}`});

  it('S-04 loads its code when the first one opens, under a strict policy', async () => {
    const {page, console, errors} = await open(
      '<div data-spass="resource-list" data-api="/data.json" data-facets="" data-detail></div>',
    );
    assert.ok(!fixture.site.requestedPaths.includes(PART));
    await button(page, 'Berges').click();
    const dialog = page.getByRole('dialog', {name: 'Berges'});
    await dialog.waitFor();
    assert.match(await dialog.innerText(), /Organisme\s+CAUE du Nord/);
    await page.keyboard.press('Escape');
    await dialog.waitFor({state: 'hidden'});
    await button(page, 'Canal').click();
    await page.getByRole('dialog', {name: 'Canal'}).waitFor();
    assert.equal(fixture.site.requestedPaths.filter(path => path === PART).length, 1);
    assert.deepEqual([console, errors], [[], []]);
  });

  it('E-01 loads nothing more for a list without it', async () => {
    fixture.site.responses.set(
      '/',
      pageWith('<h1>Ressources</h1><spass-resource-list api="/data.json"></spass-resource-list>'),
    );
    const {page} = await openPage(fixture.browser, `${fixture.site.url}/?resource-list.detail=1`);
    await page.locator('a[part=link]').first().waitFor();
    assert.equal(await page.locator('.opener').count(), 0);
    assert.ok(!fixture.site.requestedPaths.includes(PART));
  });

  it('shows an error if its code cannot be loaded, keeps the links, and opens once it can', async () => {
    fixture.site.responses.set(PART, 'not the part');
    const {page, console, errors} = await open(
      '<spass-resource-list api="/data.json" facets="" detail></spass-resource-list>',
    );
    await button(page, 'Berges').click();
    await page.getByRole('alert').waitFor();
    assert.equal(
      await page.getByRole('alert').innerText(),
      'La fiche ne peut pas être ouverte pour le moment.',
    );
    assert.equal(await page.locator('a[href="https://example.org/1"]').count(), 1);
    const requestedAgain = partRequested();
    await button(page, 'Canal').click();
    const response = await requestedAgain;
    const busy = page.locator('.opener[aria-busy=true]');
    await busy.waitFor();
    assert.equal(await page.getByRole('alert').count(), 0);
    response.end('not the part');
    await page.locator('li', {hasText: 'Canal'}).getByRole('alert').waitFor();
    assert.equal(await busy.count(), 0);
    const ours = console.filter(line => line.startsWith('[spass-widgets]'));
    assert.equal(ours.length, 1, console.join('\n'));
    assert.match(ours[0] ?? '', /spass-detail\.js could not be loaded/);
    assert.deepEqual(errors, []);
    fixture.site.responses.delete(PART);
    await button(page, 'Canal').click();
    await page.getByRole('dialog', {name: 'Canal'}).waitFor();
    assert.equal(await page.getByRole('alert').count(), 0);
  });

  it('opens for the last of several clicks, if its code comes after them', async () => {
    const {page} = await open(
      '<spass-resource-list api="/data.json" facets="" detail></spass-resource-list>',
    );
    const requested = partRequested();
    await button(page, 'Berges').click();
    const response = await requested;
    for (let click = 0; click < 2; click++) await button(page, 'Canal').click();
    response
      .writeHead(200, {'Content-Type': 'text/javascript'})
      .end(readFileSync(join(cdn, 'spass-detail.js')));
    await page.getByRole('dialog', {name: 'Canal'}).waitFor();
    assert.equal(await page.locator('dialog[open]').count(), 1);
  });

  it('is printed in place of its list, below the page’s own text', async () => {
    const {page} = await open(
      '<spass-resource-list api="/data.json" facets="" detail sync-url></spass-resource-list>',
      '?resource-list.detail=1',
    );
    const dialog = page.locator('dialog');
    await dialog.waitFor();
    await page.emulateMedia({media: 'print'});
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const [title, sheet] = await Promise.all(
      [page.locator('h1'), dialog].map(found => found.boundingBox()),
    );
    assert.ok((sheet?.y ?? 0) >= (title?.y ?? 0) + (title?.height ?? 0), 'below the title');
    assert.equal(await page.locator('.row').first().isVisible(), false);
    await page.emulateMedia({media: 'screen'});
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    assert.equal(await dialog.evaluate(element => element.matches(':modal')), true);
  });
});
