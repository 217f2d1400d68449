import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {type DemoServer, startServer} from '../../demo/server/server.js';
import {findSpip} from '../../scripts/setup.mjs';
import {widgetText} from '../pages/configurator-page.js';
import {launchChromium, openPage} from '../pages/browser-fixture.js';
import {SCREENSHOT_SIZE, takeScreenshot} from './guide-screenshot.js';
import {cmsSnippets} from './cms-snippets.js';
import {
  addPlugin,
  addSection,
  install,
  logIn,
  openContributions,
  publish,
  writeArticle,
} from './spip-pages.js';
import {type SpipSite, startSpip} from './spip-site.js';

const ADMIN = {name: 'admin', password: 'Un-secret-de-test'};
const skip = findSpip() ? false : "SPIP is missing: install Debian's spip and php-sqlite3.";

describe('the guide to SPIP', {timeout: 280_000, skip}, () => {
  let demo: DemoServer;
  let site: SpipSite;
  let browser: Browser;
  const closing: (() => Promise<void>)[] = [];
  let api: string;
  let admin: Page;

  before(async () => {
    demo = await startServer();
    closing.push(() => demo.close());
    api = `${demo.url}api`;
    site = await startSpip([demo.url]);
    closing.push(() => site.stop());
    browser = await launchChromium();
    closing.push(() => browser.close());
    admin = (await openPage(browser, undefined, {locale: 'fr-FR', viewport: SCREENSHOT_SIZE})).page;
    await install(admin, site, ADMIN);
    await logIn(admin, site, ADMIN);
    await addPlugin(admin, site);
    await addSection(admin, site);
  });
  after(() => Promise.all(closing.reverse().map(close => close())));

  const article = async (text: string, title?: string): Promise<string> => {
    const id = await writeArticle(admin, site, text, {title});
    await publish(admin, site, id);
    return `${site.url}/spip.php?article${String(id)}`;
  };

  it('shows a modèle of every widget that works as the configurator writes it', async () => {
    const pasted = cmsSnippets('spip', api);
    assert.ok(pasted.size >= 11);
    const {page, errors} = await openPage(
      browser,
      await article([...pasted.values()].join('\n\n')),
    );
    for (const noun of pasted.keys())
      assert.ok((await widgetText(page, noun)).trim().length > 5, `${noun} draws nothing`);
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  it('shows the modèle in the form of an article', async () => {
    await admin.goto(`${site.url}/ecrire/?exec=article_edit&new=oui&id_rubrique=1`);
    await admin.fill('[name=titre]', 'Nos ressources');
    await admin.fill(
      '[name=texte]',
      'Ce que la commune publie :\n\n<spass|widget=resource-list|api=https://exemple.fr/api|limit=3>',
    );
    await admin.locator('.formulaire_editer_article').evaluate(form => form.scrollIntoView());
    await takeScreenshot(browser, admin, 'spip-article.webp');
  });

  it('shows the published page', async () => {
    const url = await article(
      `Ce que la commune publie :\n\n<spass|widget=resource-list|api=${api}|limit=3>`,
      'Nos ressources',
    );
    const {page, errors} = await openPage(browser, undefined, {viewport: SCREENSHOT_SIZE});
    await page.goto(url);
    await page.locator('spass-resource-list h3 a').nth(2).waitFor();
    await takeScreenshot(browser, page, 'spip-page.webp');
    assert.deepEqual(errors, []);
    await page.context().close();
  });

  it('shows a contribution in the private area', async () => {
    await openContributions(admin, site);
    const form = new FormData();
    const contribution = {
      kind: 'tree',
      text: 'Un tilleul planté vers 1920, devant l’ancienne école. Il fait de l’ombre à toute la cour.',
      name: 'Léa',
      geo: {lat: 50.1003, lon: 3.6347},
    };
    form.append('contribution', JSON.stringify(contribution));
    const answer = await fetch(`${site.url}/spip.php/spass_widgets.api/contributions?lang=fr`, {
      method: 'POST',
      headers: {'Idempotency-Key': 'guide-to-spip'},
      body: form,
    });
    assert.equal(answer.status, 201);
    await admin.goto(`${site.url}/ecrire/?exec=spass_contributions`);
    await admin.locator('.liste-objets.spass_contributions td.titre a').click();
    await admin.locator('#wysiwyg').waitFor();
    await takeScreenshot(browser, admin, 'spip-contribution.webp');
  });
});
