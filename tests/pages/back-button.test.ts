import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {openPage} from './browser-fixture.js';
import {useSite} from './use-site.js';

const FAMILIES = ['acteur', 'theme', 'projet'];

const DATA = JSON.stringify({
  version: '1',
  portals: FAMILIES.map(family => ({id: family, title: `Portail ${family}`, family})),
});

const page = (body: string): string => `<!doctype html><html lang="fr"><head>
  <meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,">
  <script defer src="/cdn/spass-widgets.js"></script></head><body>${body}</body></html>`;

const STORY = `<spass-story id="recit">${FAMILIES.map(
  (name, i) =>
    `<section data-year="${String(1900 + i)}"><h3>Étape ${name}</h3><p>Dite.</p></section>`,
).join('')}</spass-story>`;

describe('the browser’s Back button', {timeout: 60_000}, () => {
  const fixture = useSite({
    '/data.json': DATA,
    '/portals': page(
      '<spass-portal api="/data.json" sync-url><spass-portal-cards></spass-portal-cards></spass-portal>',
    ),
    '/story': page(STORY),
  });

  const shows = (open: Page, family: string) =>
    open.waitForFunction(title => {
      const cards = document.querySelector('spass-portal-cards');
      const titles = cards?.shadowRoot?.querySelectorAll('[part=title]') ?? [];
      return titles.length === 1 && titles[0]?.textContent.trim() === title;
    }, `Portail ${family}`);

  it('restores the previous selection, if the page keeps it', async () => {
    const {page: open, errors} = await openPage(
      fixture.browser,
      `${fixture.site.url}/portals?portal.family=acteur`,
    );
    await shows(open, 'acteur');
    for (const family of ['theme', 'projet'])
      await open.evaluate(name => {
        history.pushState(null, '', `?portal.family=${name}`);
        window.dispatchEvent(new PopStateEvent('popstate'));
      }, family);
    await shows(open, 'projet');
    await open.goBack();
    await shows(open, 'theme');
    await open.goBack();
    await shows(open, 'acteur');
    assert.deepEqual(errors, []);
  });

  it('returns to the previous step of a story', async () => {
    const {page: open, errors} = await openPage(fixture.browser, `${fixture.site.url}/story`);
    const link = open.locator('spass-story .contents a');
    await link.first().waitFor();
    const reads = (step: number) =>
      open.waitForFunction(text => {
        const story = document.querySelector('spass-story');
        const focused = story?.shadowRoot?.activeElement ?? document.activeElement;
        return focused?.textContent.includes(text);
      }, `Étape ${FAMILIES[step]!}`);
    await link.nth(1).click();
    await reads(1);
    await link.nth(2).click();
    await reads(2);
    await open.goBack();
    await reads(1);
    assert.deepEqual(errors, []);
  });
});
