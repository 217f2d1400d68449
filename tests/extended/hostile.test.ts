import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {AttributeChecks} from '../hostile/attribute-checks.js';
import {findFirefox, findWebKit} from '../../scripts/setup.mjs';
import {startFirefox} from '../engines/firefox.js';
import {type Engine, startWebKit} from '../engines/webkit.js';
import {launchChromium, openPage, startSite} from '../pages/browser-fixture.js';
import {type HostileSite, startChromium, startHostileSite} from '../hostile/hostile-site.js';
import {corpus, chunk} from '../hostile/payloads.js';
import {RecordChecks} from '../hostile/record-checks.js';

/** Payloads per page, each a record in each of its widgets. */
const PAYLOADS_PER_PAGE = 50;
/** A session of WebKitGTK hangs at about its sixth page of this size. */
const PAGES_PER_SESSION = 2;

for (const [name, missing, start] of [
  ['Chromium', false, startChromium],
  ['Firefox', !findFirefox() && 'Firefox is missing', startFirefox],
  ['WebKitGTK', !findWebKit() && 'WebKitGTK is missing', startWebKit],
] as const)
  describe(`the whole corpus of hostile texts in ${name}`, {skip: missing}, () => {
    let site: HostileSite;
    let engine: Engine & {readonly seen?: readonly string[]};
    before(async () => {
      site = await startHostileSite();
      engine = await start();
    });
    after(async () => {
      await engine.close();
      await site.close();
    });

    it(
      'S-06 is shown as text: nothing runs, is requested or inserted',
      {timeout: 1_800_000},
      async () => {
        assert.ok(corpus.length > 900, String(corpus.length));
        const groups = chunk(corpus, PAYLOADS_PER_PAGE);
        const sessions = name === 'WebKitGTK' ? chunk(groups, PAGES_PER_SESSION) : [groups];
        for (const [nth, pages] of sessions.entries()) {
          if (nth > 0) {
            await engine.close();
            engine = await start();
          }
          const records = new RecordChecks(engine, site);
          for (const group of pages) await records.check(group, 12);
        }
        assert.deepEqual(engine.seen ?? [], []);
      },
    );

    const texts = new Map<string, (page: AttributeChecks) => Promise<void>>([
      ['an attribute of any tag', page => page.allAttributes(corpus, 'attributes')],
      ['a placeholder for any tag', page => page.allAttributes(corpus, 'placeholders')],
      ['a custom property', page => page.allCustomProperties(corpus)],
      ['the address of the page', page => page.allUrlParameters(corpus)],
      ['an embedded response of the page', page => page.embeddedResponses(corpus)],
    ]);
    for (const [where, check] of texts)
      it(`S-07 has no effect in ${where}`, {timeout: 900_000}, async () => {
        await check(new AttributeChecks(engine, site));
        assert.deepEqual(engine.seen ?? [], []);
      });
  });

describe('the whole corpus of hostile texts in messages', () => {
  it('S-07 S-14 makes no iframe higher, and runs nothing', {timeout: 120_000}, async () => {
    const site = await startSite({
      '/data.json': JSON.stringify({version: '1', resources: [{id: 1, title: 'Un'}]}),
      '/': `<!doctype html><html lang="fr"><title>Page</title><script defer src="/cdn/spass-iframe.js"></script>
        <iframe title="Ressources" src="/cdn/embed.html?widget=resource-list&api=/data.json"></iframe>`,
    });
    const browser = await launchChromium();
    const {page, errors} = await openPage(browser, `${site.url}/`);
    page.on('dialog', dialog => {
      errors.push(dialog.message());
      void dialog.dismiss();
    });
    const frame = page.locator('iframe');
    await frame.contentFrame().getByText('Un', {exact: true}).waitFor();
    await page.evaluate(() => {
      const heard = new Promise<void>(resolve =>
        addEventListener('message', ({data}) => data === 'the last' && resolve()),
      );
      Object.assign(window, {heard});
    });
    await page.frames()[1]?.evaluate(all => {
      for (const text of all)
        for (const message of [
          text,
          {type: text, height: 100},
          {type: 'spass-height', height: text},
          {type: 'spass-height', height: {[text]: text}, [text]: text},
        ])
          parent.postMessage(message, '*');
      parent.postMessage('the last', '*');
    }, corpus);
    await page.evaluate(() => (window as unknown as {heard: Promise<void>}).heard);
    const content = await frame
      .contentFrame()
      .locator('html')
      .evaluate(node => Math.ceil(node.getBoundingClientRect().height));
    assert.deepEqual(
      await frame.evaluate(node => [...node.attributes].map(({name, value}) => `${name}=${value}`)),
      [
        'title=Ressources',
        'src=/cdn/embed.html?widget=resource-list&api=/data.json',
        `style=block-size: ${content}px;`,
      ],
    );
    assert.deepEqual(errors, []);
    await browser.close();
    await site.close();
  });
});
