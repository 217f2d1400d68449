import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {root} from '../../scripts/setup.mjs';
import {openPage} from './browser-fixture.js';
import {useSite} from './use-site.js';

const GUIDE = readFileSync(join(root, 'docs/guide/consentement.md'), 'utf8');

/** Returns the code that the guide gives under a heading. */
function guideCode(heading: string, language: 'html' | 'js'): string {
  const [, section] = GUIDE.split(`\n## ${heading}\n`);
  assert.ok(section, `no section ${heading} in the guide`);
  const [own = ''] = section.split('\n## ');
  return [...own.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'gm'))]
    .map(([, code]) => String(code))
    .join('');
}

/** Folder of each consent tool, by its path in the guide. */
const FOLDERS: Readonly<Record<string, string>> = {
  tarteaucitron: 'node_modules/tarteaucitronjs',
  orejime: 'node_modules/orejime/dist',
  dsfr: 'node_modules/@gouvfr/dsfr/dist',
};

/** Returns the banner and the panel of the DSFR, from its own example. */
function dsfrMarkup(): string {
  const example = readFileSync(
    join(root, 'node_modules/@gouvfr/dsfr/example/component/consent/index.html'),
    'utf8',
  );
  const [banner] = /<div class="fr-consent-banner">[\s\S]*?<\/ul>\s*<\/div>/.exec(example) ?? [];
  const [panel] = /<dialog id="fr-consent-modal"[\s\S]*?<\/dialog>/.exec(example) ?? [];
  assert.ok(banner && panel, 'the example of the DSFR has changed');
  return banner + panel;
}

const MAP = `<spass-project-map tiles="ign" api="/portail.json"></spass-project-map>`;
/** Marks the page when the tool's buttons respond, half a second after loading. */
const READY_MARK = `<script>tarteaucitron.events.load = () => document.body.classList.add('wired')</script>`;
const pageOf = (heading: string): string =>
  `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Une commune</title>
  <link rel="icon" href="data:,">${guideCode(heading, 'html')}
  <script src="/cdn/spass-widgets.js" defer></script>
  <h1>Une commune</h1>${MAP}${heading === 'DSFR' ? dsfrMarkup() : ''}${heading === 'tarteaucitron' ? READY_MARK : ''}`;

const PORTAL = JSON.stringify({
  version: '1',
  projects: [{id: 1, title: 'Une halle', url: 'https://example.org/1', geo: {lat: 50.4, lon: 3.5}}],
});

describe('consent by the site’s own tool', {timeout: 120_000}, () => {
  const fixture = useSite({'/portail.json': PORTAL});

  /** Opens a page with the consent tool of a heading, and counts the requested tiles. */
  async function open(heading: string) {
    const tiles: string[] = [];
    const strangers: string[] = [];
    let recordFirst: () => void;
    const firstTile = new Promise<void>(resolve => (recordFirst = resolve));
    const {page, errors} = await openPage(fixture.browser, undefined, {locale: 'fr-FR'});
    await page.route(
      url => url.origin !== fixture.site.url,
      async route => {
        const {host, href} = new URL(route.request().url());
        (host === 'data.geopf.fr' ? tiles : strangers).push(href);
        if (tiles.length > 0) recordFirst();
        await route.fulfill({
          contentType: 'image/svg+xml',
          body: '<svg xmlns="http://www.w3.org/2000/svg"/>',
        });
      },
    );
    for (const [name, folder] of Object.entries(FOLDERS))
      await page.route(`${fixture.site.url}/${name}/**`, route => {
        const {pathname} = new URL(route.request().url());
        return route.fulfill({path: join(root, folder, pathname.slice(name.length + 2))});
      });
    fixture.site.responses.set('/', pageOf(heading));
    fixture.site.responses.set(
      '/consentement.js',
      guideCode('Fonction commune', 'js') + guideCode(heading, 'js'),
    );
    await page.goto(fixture.site.url);
    await page.locator('spass-project-map [part=marker]').waitFor();
    return {page, errors, tiles, firstTile, strangers};
  }
  const consent = (page: Page, value: string) =>
    page.locator(`spass-project-map[consent=${value}]`).waitFor();
  const ask = (page: Page) => page.getByRole('button', {name: 'Afficher le fond de carte IGN'});
  const OUTLINES_CREDIT = /Natural Earth|GeoNames/;
  const waitForAttribution = (page: Page, to: string | RegExp) =>
    page.locator('spass-project-map .credit', {hasText: to}).waitFor();

  it('P-04 with tarteaucitron applies to the map: no request before, the map’s button, the panel', async () => {
    const {page, tiles, firstTile, strangers, errors} = await open('tarteaucitron');
    await page.locator('.wired #tarteaucitronAlertBig').waitFor();
    await consent(page, 'ask');
    assert.deepEqual(tiles, [], 'before an answer');
    await page.locator('#tarteaucitronAllDenied2').click();
    await consent(page, 'denied');
    assert.equal(await ask(page).count(), 0, 'no second question');
    await page.reload();
    await consent(page, 'denied');
    assert.deepEqual(tiles, [], 'after a no, and after a second visit');

    await page.context().clearCookies();
    await page.reload();
    await consent(page, 'ask');
    await page.locator('.wired #tarteaucitronAlertBig').waitFor();
    await ask(page).evaluate((button: HTMLElement) => button.click());
    await consent(page, 'granted');
    await page.locator('spass-project-map .leaflet-tile').first().waitFor({state: 'attached'});
    await firstTile;
    const kept = await page.evaluate(() => document.cookie);
    assert.match(kept, /fonddecarte=true/, 'it is kept there');
    await waitForAttribution(page, '© IGN');

    await page.evaluate('tarteaucitron.setConsent("fonddecarte", false)');
    await consent(page, 'denied');
    await waitForAttribution(page, OUTLINES_CREDIT);
    assert.deepEqual([...errors, ...strangers], []);
    await page.context().close();
  });

  it('P-04 with Orejime applies to the map: no request before, the map’s button, the panel', async () => {
    const {page, tiles, firstTile, strangers, errors} = await open('Orejime');
    await page.locator('.orejime-Banner').waitFor();
    await consent(page, 'ask');
    assert.deepEqual(tiles, [], 'before an answer');
    await page.locator('.orejime-Banner-declineButton').click();
    await consent(page, 'denied');
    await page.reload();
    await consent(page, 'denied');
    assert.deepEqual(tiles, [], 'after a no, and after a second visit');

    await page.evaluate('orejime.manager.clearConsents()');
    await consent(page, 'ask');
    await ask(page).evaluate((button: HTMLElement) => button.click());
    await consent(page, 'granted');
    await page.locator('spass-project-map .leaflet-tile').first().waitFor({state: 'attached'});
    await firstTile;
    assert.equal(await page.evaluate('orejime.manager.getConsent("fond-de-carte")'), true);

    await page.evaluate('orejime.manager.declineAll()');
    await consent(page, 'denied');
    await waitForAttribution(page, OUTLINES_CREDIT);
    assert.deepEqual([...errors, ...strangers], []);
    await page.context().close();
  });

  it('P-04 of the DSFR applies to the map: its button opens the panel, which decides', async () => {
    const {page, tiles, firstTile, strangers, errors} = await open('DSFR');
    await consent(page, 'ask');
    await page.locator('html[data-fr-js]').waitFor();
    await ask(page).click();
    const panel = page.locator('#fr-consent-modal');
    await panel.and(page.locator('[open]')).waitFor({state: 'attached'});
    assert.deepEqual(tiles, [], 'the panel has to be answered first');
    await page.locator('#consent-finality-1-accept').check({force: true});
    await page.getByRole('button', {name: 'Confirmer mes choix'}).click();
    await consent(page, 'granted');
    await page.locator('spass-project-map .leaflet-tile').first().waitFor({state: 'attached'});
    await firstTile;
    await page.getByRole('button', {name: 'Tout refuser'}).click();
    await consent(page, 'denied');
    await waitForAttribution(page, OUTLINES_CREDIT);
    await page.getByRole('button', {name: 'Tout accepter'}).click();
    await consent(page, 'granted');
    assert.deepEqual([...errors, ...strangers], []);
    await page.context().close();
  });
});
