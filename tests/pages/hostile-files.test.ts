import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {type RunningServer, startServer} from '../../demo/server/server.js';
import {PAYLOAD_CLASSES} from '../hostile/payloads.js';
import {CONFIGURATOR} from './demo-pages.js';
import {launchChromium, openPage} from './browser-fixture.js';

const texts = Object.values(PAYLOAD_CLASSES).map(([first = '']) => first);

describe('a file dropped on the configurator', () => {
  let browser: Browser;
  let server: RunningServer;
  before(async () => {
    browser = await launchChromium();
    server = await startServer();
  });
  after(async () => {
    await browser.close();
    await server.close();
  });

  it('S-06 is shown as text: its name, its column headings and its cells', async () => {
    const {page, console: lines, errors} = await openPage(browser);
    const events: string[] = [];
    page.on('dialog', dialog => {
      events.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('request', request => {
      if (/leak/.test(request.url()) || !/^(?:http:\/\/127|data:|blob:)/.test(request.url()))
        events.push(request.url());
    });
    await page.goto(new URL(CONFIGURATOR, server.url).href);
    await page.getByRole('radio', {name: 'File'}).check();
    const input = page.locator('input[type=file]').first();
    for (const [index, text] of texts.entries()) {
      const name = `${text.replaceAll('/', '∕')}.${index % 4 === 3 ? 'bin' : 'csv'}`;
      const cell = `"${text.replaceAll('"', '""')}"`;
      const table = `Titre;Lien;Date;${cell}\n${cell};${cell};${cell};${cell}\n`;
      await input.setInputFiles({name, mimeType: 'text/csv', buffer: Buffer.from(table)});
      await page.getByText(name, {exact: false}).first().waitFor({state: 'attached'});
      const added = await page.evaluate(() => {
        const found = document.querySelectorAll('script, iframe, object, embed, base, meta, form');
        return [...found].filter(element =>
          /alert|leak/.test((element.cloneNode(false) as Element).outerHTML),
        ).length;
      });
      assert.equal(added, 0, text);
    }
    assert.deepEqual([events, errors, lines], [[], [], []]);
    await page.context().close();
  });
});
