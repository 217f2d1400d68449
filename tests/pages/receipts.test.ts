import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import type {DemoServer} from '../../demo/server/server.js';
import {
  sendContribution,
  startContributionServer,
  type AcceptedContribution,
} from '../support/contribution-server.js';
import {jpeg} from '../support/pictures.js';
import {axeViolations} from './demo-pages.js';
import {launchChromium, openPage} from './browser-fixture.js';

describe('the pages of a contribution', () => {
  let browser: Browser;
  let server: DemoServer;
  before(async () => {
    browser = await launchChromium();
    server = await startContributionServer();
  });
  after(async () => {
    await browser.close();
    await server.close();
  });

  const take = async (): Promise<AcceptedContribution> => {
    const contribution = {
      kind: 'tree',
      text: 'Een linde',
      geo: {lat: 50.1, lon: 3.6},
      photos: [{alt: 'De kruin'}],
    };
    const photos = [jpeg({orientation: 6}), jpeg()];
    return (await (
      await sendContribution(server.url, {contribution, photos, lang: 'nl'})
    ).json()) as AcceptedContribution;
  };

  it('A-01 let its author view and withdraw it, in their language', async () => {
    const {receipt} = await take();
    const {page, console: lines, errors} = await openPage(browser, receipt);
    assert.equal(await page.locator('html').getAttribute('lang'), 'nl');
    // Rejects if the photograph cannot be seen.
    await page.getByAltText('De kruin').evaluate((picture: HTMLImageElement) => picture.decode());
    await page.waitForLoadState();
    assert.deepEqual(await axeViolations(page), []);
    await page.getByRole('button', {name: 'Mijn bijdrage intrekken'}).click();
    await page.getByText('Ingetrokken').waitFor();
    await page.waitForLoadState();
    assert.deepEqual(await axeViolations(page), []);
    assert.deepEqual([...errors, ...lines], []);
    await page.context().close();
  });

  it('A-01 let the portal’s moderators log in, publish and reject', async () => {
    const {id} = await take();
    const {page, console: lines, errors} = await openPage(browser, `${server.url}moderation/`);
    await page.waitForLoadState();
    assert.deepEqual(await axeViolations(page), []);
    await page.getByLabel('Mot de passe').fill(server.moderationPassword);
    await page.getByRole('button', {name: 'Entrer'}).click();
    await page.getByRole('button', {name: `Publier ${id}`}).click();
    await page.getByRole('link', {name: 'Publiées : 1'}).click();
    await page.getByRole('heading', {name: 'Publiées : 1'}).waitFor();
    await page.waitForLoadState();
    assert.deepEqual(await axeViolations(page), []);
    assert.equal((await fetch(`${server.url}api/contributions/${id}`)).status, 200);
    await page.getByRole('button', {name: `Refuser ${id}`}).click();
    await page.getByRole('link', {name: 'Refusées : 1'}).click();
    await page.getByRole('button', {name: `Publier ${id}`}).waitFor();
    assert.equal((await fetch(`${server.url}api/contributions/${id}`)).status, 404);
    await page.getByRole('link', {name: 'Journal'}).click();
    assert.equal(
      await page.getByRole('row', {name: id}).count(),
      3,
      'received, published, refused',
    );
    await page.waitForLoadState();
    assert.deepEqual(await axeViolations(page), []);
    await page.getByRole('link', {name: /^En attente/}).click();
    await page.getByRole('searchbox').fill('LINDE');
    await page.getByRole('button', {name: 'Rechercher'}).click();
    await page.getByText('pour « LINDE »').waitFor();
    assert.equal(
      await page.getByText('Een linde').count(),
      await page.getByRole('article').count(),
    );
    assert.deepEqual([...errors, ...lines], []);
    await page.context().close();
  });
});
