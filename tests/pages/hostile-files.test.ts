import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {PAYLOAD_CLASSES} from '../hostile/payloads.js';
import {CONFIGURATOR} from './demo-pages.js';
import {openPage} from './browser-fixture.js';
import {useDemo} from './use-demo.js';

const texts = Object.values(PAYLOAD_CLASSES).map(([first = '']) => first);

describe('a file dropped on the configurator', () => {
  const demo = useDemo();

  it('S-06 is shown as text: its name, its column headings and its cells', async () => {
    const {page, console: lines, errors} = await openPage(demo.browser);
    const events: string[] = [];
    page.on('dialog', dialog => {
      events.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('request', request => {
      if (/leak/.test(request.url()) || !/^(?:http:\/\/127|data:|blob:)/.test(request.url()))
        events.push(request.url());
    });
    await page.goto(new URL(CONFIGURATOR, demo.url).href);
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
