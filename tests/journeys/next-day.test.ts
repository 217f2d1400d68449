import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {openPage, pageWith} from '../pages/browser-fixture.js';
import {useSite} from '../pages/use-site.js';

const DATA = JSON.stringify({
  version: '1',
  programmes: [{id: 'p', title: 'Interreg', period: {start: '2026-11', end: '2026-12'}}],
  projects: [
    {
      id: 'place',
      title: 'Place du marché',
      programme: 'p',
      period: {start: '2026-11', end: '2026-12'},
      phases: [
        {title: 'Diagnostic', period: {start: '2026-11-02', end: '2026-11-30'}},
        {title: 'Chantier', period: {start: '2026-12-01', end: '2026-12-20'}},
      ],
    },
  ],
  events: [
    {id: 'a', title: 'Visite du site', period: {start: '2026-11-30'}, project: 'place'},
    {id: 'b', title: 'Atelier des habitants', period: {start: '2026-12-01'}, project: 'place'},
  ],
});

/** Text of an element that tells the day, as a reader sees it. */
const SHOWN: Readonly<Record<string, {tag: string; before: RegExp; after: RegExp}>> = {
  agenda: {
    tag: '<spass-agenda api="/data.json"></spass-agenda>',
    before: /Aujourd’hui, lundi 30 novembre.*Visite du site.*Atelier des habitants/s,
    after: /^(?!.*Visite du site).*Aujourd’hui, mardi 1er décembre.*Atelier des habitants/s,
  },
  'project-progress': {
    tag: '<spass-project-progress api="/data.json" project="place"></spass-project-progress>',
    before: /En cours\s*Diagnostic.*Prochaine rencontre.*Visite du site/s,
    after: /En cours\s*Chantier.*Prochaine rencontre.*Atelier des habitants/s,
  },
  project: {
    tag: '<spass-project api="/data.json" project="place"></spass-project>',
    before: /Prochaine rencontre.*Visite du site/s,
    after: /Prochaine rencontre.*Atelier des habitants/s,
  },
};

describe('a page that is still open on the next day', {timeout: 120_000}, () => {
  const fixture = useSite({
    '/data.json': DATA,
    ...Object.fromEntries(
      Object.entries(SHOWN).map(([name, {tag}]) => [`/${name}`, pageWith(tag)]),
    ),
    '/timeline': pageWith('<spass-programme-timeline api="/data.json"></spass-programme-timeline>'),
  });

  /** Opens a page ten minutes before midnight, in the time zone of the reader. */
  async function openInTheEvening(path: string): Promise<Page> {
    const {page} = await openPage(fixture.browser, undefined, {timezoneId: 'Europe/Brussels'});
    await page.clock.install({time: '2026-11-30T22:50:00Z'});
    await page.goto(fixture.site.url + path);
    return page;
  }

  /** Puts a page into the background, as another application on the phone does, or shows it again. */
  const setHidden = (page: Page, isHidden: boolean): Promise<void> =>
    page.evaluate(`
      Object.defineProperty(document, 'hidden', {value: ${isHidden}, configurable: true});
      document.dispatchEvent(new Event('visibilitychange'));
    `);

  const isShown = (page: Page, name: string, text: RegExp): Promise<void> =>
    page.locator(`spass-${name}`, {hasText: text}).waitFor();

  for (const [name, {before, after}] of Object.entries(SHOWN)) {
    it(`${name}: is up to date after midnight, without a touch`, async () => {
      const page = await openInTheEvening(`/${name}`);
      await isShown(page, name, before);
      await page.clock.runFor('11:00');
      await isShown(page, name, after);
      await page.context().close();
    });

    it(`${name}: is up to date when a phone shows the page again in the morning`, async () => {
      const page = await openInTheEvening(`/${name}`);
      await isShown(page, name, before);
      await setHidden(page, true);
      const requestCount = fixture.site.requestedPaths.length;
      await page.clock.runFor('08:00:00');
      assert.equal(fixture.site.requestedPaths.length, requestCount, 'a hidden page loads nothing');
      await setHidden(page, false);
      await isShown(page, name, after);
      await page.context().close();
    });
  }

  it('programme-timeline: the line of today has moved', async () => {
    const page = await openInTheEvening('/timeline');
    const line = page.locator('spass-programme-timeline i').first();
    await line.waitFor({state: 'attached'});
    const left = async (): Promise<number> => (await line.boundingBox())?.x ?? NaN;
    const before = await left();
    await page.clock.runFor('11:00');
    assert.ok((await left()) > before + 1, `${await left()} > ${before}`);
    await page.context().close();
  });
});
