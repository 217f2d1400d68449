import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {configuratorUrl, widgetText} from '../pages/configurator-page.js';
import {launchChromium, openPage} from '../pages/browser-fixture.js';
import {freePort, stopProcess, waitForOutput} from '../support/processes.js';
import {SERVE_DEMO} from '../support/portal-program.js';
import {readRecipes, ScratchCopy} from '../support/recipes.js';

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly attributes?: readonly {readonly name: string; readonly type?: {text: string}}[];
    }[];
  }[];
}

describe(
  'the recipes of CONTRIBUTING.md, followed in a copy and built',
  {timeout: 1_800_000},
  () => {
    let copy: ScratchCopy;
    let browser: Browser;
    let url = '';
    /** Last first. Also run if an earlier step of `before` fails. */
    const cleanUps: (() => Promise<void> | void)[] = [];
    const read = (path: string): string => readFileSync(join(copy.folder, 'dist', path), 'utf8');

    before(async () => {
      copy = new ScratchCopy();
      cleanUps.unshift(() => copy.remove());
      for (const recipe of readRecipes()) copy.apply(recipe);
      const {code, out, err} = await copy.node('scripts/build.mjs');
      assert.equal(code, 0, out + err);
      const port = await freePort();
      url = `http://127.0.0.1:${String(port)}/`;
      const server = spawn(process.execPath, SERVE_DEMO, {
        cwd: copy.folder,
        env: {...process.env, PORT: String(port)},
      });
      cleanUps.unshift(() => stopProcess(server));
      await waitForOutput(server, url);
      browser = await launchChromium();
      cleanUps.unshift(() => browser.close());
    });
    after(async () => {
      for (const cleanUp of cleanUps) await cleanUp();
    });

    /** Opens a page of the copy with the CDN script and some HTML. */
    const openHtml = async (html: string): Promise<Page> => {
      const {page, errors} = await openPage(browser);
      await page.route(`${url}essai`, route =>
        route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><meta charset="utf-8"><script src="/cdn/spass-widgets.js" defer></script>${html}`,
        }),
      );
      await page.goto(`${url}essai`);
      assert.deepEqual(errors, []);
      return page;
    };

    it('keep the manifest, the package and the public names as they should be', async () => {
      const files = ['manifest', 'exports', 'public-names'].map(
        name => `tests/repository/${name}.test.ts`,
      );
      const {code, out} = await copy.node('--import', 'tsx', '--test', ...files);
      assert.equal(code, 0, out);
    });

    it('attribute and tag: are in the manifest, and in the list for Drupal', async () => {
      const manifest = JSON.parse(read('custom-elements.json')) as Manifest;
      const tags = manifest.modules.flatMap(({declarations = []}) => declarations);
      const attributesOf = (tag: string) => tags.find(({tagName}) => tagName === tag)?.attributes;
      const attribute = attributesOf('spass-family-filter')?.find(({name}) => name === 'no-counts');
      assert.equal(attribute?.type?.text, 'boolean');
      assert.ok(attributesOf('spass-portal-count')?.some(({name}) => name === 'api'));
      const {code, err} = await copy.node('scripts/docs/drupal-filter.mjs');
      assert.equal(code, 0, err);
      const guide = readFileSync(join(copy.folder, 'docs/guide/drupal.md'), 'utf8');
      assert.match(guide, /^<div data-spass .*data-no-counts/m);
    });

    it('tag, language and skin: work in a page with the CDN script', async () => {
      const page = await openHtml(
        `<spass-portal-count api="/api" lang="sv" skin="slate"></spass-portal-count>
        <spass-family-filter api="/api" lang="sv"></spass-family-filter>`,
      );
      assert.match(await widgetText(page, 'portal-count'), /^\s*\d+ Portale/);
      assert.match(await widgetText(page, 'family-filter'), /^\s*Alla\s/m);
      const ink = await page
        .locator('spass-portal-count')
        .evaluate(element => getComputedStyle(element).getPropertyValue('--spass-ink'));
      assert.match(ink, /#16202a/);
      await page.context().close();
    });

    it('source kind: is loaded by a page with the CDN script', async () => {
      const page = await openHtml('');
      await page.route(`${url}fiches.ndjson`, route =>
        route.fulfill({body: '{"title": "Le canal"}\n{"title": "L’écluse"}\n'}),
      );
      await page.evaluate(() => {
        document.body.innerHTML =
          '<spass-resource-list api="/fiches.ndjson" source="ndjson"></spass-resource-list>';
      });
      assert.match(await widgetText(page, 'resource-list'), /Le canal[^]*L’écluse/);
      await page.context().close();
    });

    it('attribute, tag, source kind, language and skin: are offered by the configurator', async () => {
      const choicesOf = (page: Page, name: string): Promise<string[]> =>
        page
          .locator(`#attribute-${name} option`)
          .evaluateAll(options => options.map(option => (option as HTMLOptionElement).value));
      const address = (widget: string): string => configuratorUrl(url, {widget});
      const {page} = await openPage(browser, address('family-filter'));
      await page.locator('#attribute-no-counts').waitFor({state: 'attached'});
      await page.getByRole('radio', {name: 'Adresse', exact: true}).check();
      assert.ok((await choicesOf(page, 'source')).includes('ndjson'));
      assert.ok((await choicesOf(page, 'lang')).includes('sv'));
      assert.equal(await page.locator('[name=attribute-skin][value=slate]').count(), 1);
      await page.goto(address('portal-count'));
      assert.match(
        String(await page.locator('.coller .code').first().textContent()),
        /<spass-portal-count/,
      );
      await page.context().close();
    });

    it('CLI command: prints its result, and is in --help', async () => {
      const command = 'dist/tools/cli/main.js';
      assert.equal((await copy.node(command, 'languages')).out, 'fr\nnl\nen\nde\nsv\n');
      assert.match((await copy.node(command, '--help')).out, /^ {2}languages /m);
    });
  },
);
