import assert from 'node:assert/strict';
import {readdirSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {build} from 'vite';
import {root} from '../../scripts/setup.mjs';
import {excel} from '../tools/convert/workbooks.js';
import {launchChromium, openPage, type Site, startSite} from './browser-fixture.js';

const out = join(root, '.cache/convert');
const CSP =
  "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

describe('the converter in a page', () => {
  let browser: Browser;
  let site: Site;
  before(async () => {
    site = await startSite();
    browser = await launchChromium();
    rmSync(out, {recursive: true, force: true});
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      build: {
        outDir: out,
        lib: {
          entry: join(root, 'dist/tools/convert/convert.js'),
          formats: ['es'],
          fileName: () => 'convert.js',
        },
      },
    });
    for (const file of readdirSync(out))
      site.responses.set(`/${file}`, readFileSync(join(out, file), 'utf8'));
    site.responses.set('/', {
      body: '<!doctype html><title>x</title><script type="module" src="page.js"></script>',
      headers: {'Content-Security-Policy': CSP},
    });
    site.responses.set(
      '/page.js',
      "import {convert} from './convert.js'; globalThis.convertHere = async (bytes, format) => (await convert(new Uint8Array(bytes), {format})).document;",
    );
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  it('converts a CSV and a workbook under the strictest policy', async () => {
    const open = await openPage(browser, `${site.url}/`);
    const row = (n: number, [a, b]: readonly [string, string]) =>
      `<row r="${n}"><c r="A${n}" t="inlineStr"><is><t>${a}</t></is></c><c r="B${n}" t="inlineStr"><is><t>${b}</t></is></c></row>`;
    const book = excel({A: row(1, ['Titre', 'Date']) + row(2, ['Étang', '31 mars 2003'])}, []);
    for (const [format, bytes] of [
      ['csv', new TextEncoder().encode('Titre;Date\nÉtang;31 mars 2003\n')],
      ['xlsx', book],
    ] as const) {
      const made = await open.page.evaluate(
        ([given, kind]) =>
          (
            globalThis as unknown as {
              convertHere(bytes: readonly number[], format: string): unknown;
            }
          ).convertHere(given, kind),
        [[...bytes], format] as const,
      );
      assert.deepEqual(made, {
        version: '1',
        resources: [{id: 'etang', title: 'Étang', published: '2003-03-31'}],
      });
    }
    assert.deepEqual(open.errors, []);
    assert.deepEqual(
      open.console.filter(line => !line.includes('favicon')),
      [],
    );
  });
});
