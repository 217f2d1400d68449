import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {supportedLanguages} from '../../src/i18n/catalogues.js';
import {parseManifest} from '../../src/tools/snippets/catalogue.js';
import {type DemoServer, startServer} from '../../demo/server/server.js';
import {root} from '../../scripts/setup.mjs';
import {
  configuratorUrl,
  widgetText,
  FORM_PRIVACY_SETTINGS,
  policyOf,
  embedConfigOf,
  snippetOf,
  addressCheckResult,
} from '../pages/configurator-page.js';
import {cdn, launchChromium, openPage, type Site, startSite} from '../pages/browser-fixture.js';

const manifest = JSON.parse(readFileSync(join(cdn, '../custom-elements.json'), 'utf8')) as unknown;
const catalogue = parseManifest(manifest, supportedLanguages());
const picture = {
  body: readFileSync(join(root, 'configurator/hier.svg'), 'utf8'),
  headers: {'Content-Type': 'image/svg+xml'},
};

describe('a snippet of the configurator', () => {
  let browser: Browser;
  let server: DemoServer;
  let site: Site;

  before(async () => {
    browser = await launchChromium();
    server = await startServer();
    site = await startSite({'/images/hier.jpg': picture, '/images/aujourd-hui.jpg': picture});
  });
  after(async () => {
    await browser.close();
    await Promise.all([server.close(), site.close()]);
  });

  /**
   * Puts the snippet for these settings into a page of another site, with the policy the configurator gives. Returns the
   * URL of the page, and the `embed.json` that the configurator gives for a frame.
   */
  async function publishSnippet(
    noun: string,
    format: string,
  ): Promise<{readonly url: string; readonly embedConfig: string}> {
    const settings: Record<string, string> = {widget: noun, shape: format};
    if (catalogue.get(noun)?.attributes.has('api')) settings['api'] = `${server.url}api`;
    if (noun === 'contribute') Object.assign(settings, FORM_PRIVACY_SETTINGS);
    const {page} = await openPage(browser, configuratorUrl(server.url, settings));
    if (settings['api']) await addressCheckResult(page);
    const [snippet, policy] = [await snippetOf(page), await policyOf(page)];
    const embedConfig = await embedConfigOf(page);
    await page.context().close();
    assert.match(snippet, / integrity="sha384-\S+" crossorigin="anonymous"/);
    assert.doesNotMatch(snippet, / style=| on\w+=/);
    const path = `/${noun}/${format}`;
    // The icon belongs to the page, and is not among the widget's needs.
    const icon = policy.includes('img-src') ? '' : " img-src 'self'";
    site.responses.set(path, {
      body: `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Page</title><link rel="icon" href="/images/hier.jpg"></head><body><h1>Page</h1><h2>Collé</h2>${snippet}</body></html>`,
      headers: {
        'Content-Security-Policy': `default-src 'none'; base-uri 'none'; require-trusted-types-for 'script'; ${policy}${icon}`,
      },
    });
    return {url: site.url + path, embedConfig};
  }

  it('exists for every widget', () => assert.ok(catalogue.size >= 12));

  for (const noun of catalogue.keys()) {
    for (const shape of ['element', 'placeholder'])
      it(`works in a bare page of another site, and is readable without JavaScript: ${noun}, ${shape}`, async () => {
        const {url: address} = await publishSnippet(noun, shape);
        const {page, console: lines, errors} = await openPage(browser, address);
        assert.ok((await widgetText(page, noun)).trim().length > 5);
        await page.waitForLoadState('networkidle');
        assert.deepEqual([...errors, ...lines], []);
        await page.context().close();

        const plain = await openPage(browser, address, {javaScriptEnabled: false});
        const tag = shape === 'element' ? `spass-${noun}` : `[data-spass="${noun}"]`;
        const inside = plain.page.locator(`${tag} :is(a[href^="http"], a[href^="mailto:"], img)`);
        assert.ok((await inside.count()) > 0);
        assert.ok(await inside.first().isVisible());
        await plain.page.context().close();
      });

    // Two pictures on the site itself cannot be shown in another page.
    if (noun === 'compare') continue;
    it(`works in an iframe: ${noun}`, async () => {
      const {url, embedConfig} = await publishSnippet(noun, 'frame');
      const {page, console: lines, errors} = await openPage(browser);
      // The host of the frame has added what the configurator gives.
      if (embedConfig)
        await page.route('**/cdn/embed.json', async route =>
          route.fulfill({response: await route.fetch(), body: embedConfig}),
        );
      await page.goto(url);
      const frame = page.frames()[1];
      assert.ok(frame && (await widgetText(frame, noun)).trim().length > 5);
      assert.notEqual(await page.locator('iframe').getAttribute('title'), '');
      await page.waitForLoadState('networkidle');
      assert.deepEqual([...errors, ...lines], []);
      // A form names its recipient, which only the host of the frame may state.
      if (noun === 'contribute')
        for (const one of Object.values(FORM_PRIVACY_SETTINGS))
          assert.ok((await widgetText(frame, noun)).includes(one), one);
      await page.context().close();
    });
  }

  it('has no place for own content in an iframe or a modèle', async () => {
    for (const noun of ['compare', 'story', 'project-progress']) {
      const {page} = await openPage(
        browser,
        configuratorUrl(server.url, {widget: noun, shape: 'frame'}),
      );
      if (noun !== 'compare') await page.getByRole('radio', {name: 'Mon contenu'}).check();
      const shapes = await page.locator('.formes button').allTextContents();
      assert.doesNotMatch(shapes.join(), /Cadre|SPIP/);
      assert.match(await snippetOf(page), new RegExp(`<spass-${noun}>\\n  <`));
      await page.context().close();
    }
  });

  it('is rejected by the browser once a byte of the script has changed', async () => {
    const {page, console: lines} = await openPage(browser);
    await page.route('**/spass-widgets.js', async route => {
      const response = await route.fetch();
      await route.fulfill({response, body: `${await response.text()} `});
    });
    await page.goto((await publishSnippet('resource-list', 'element')).url);
    assert.match(lines.join(), /integrity/);
    assert.ok(await page.locator('spass-resource-list a').first().isVisible());
    await page.context().close();
  });
});
