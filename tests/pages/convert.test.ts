import assert from 'node:assert/strict';
import {readdirSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {before, describe, it} from 'node:test';
import {build} from 'vite';
import {root} from '../../scripts/setup.mjs';
import {excel} from '../tools/convert/workbooks.js';
import {openPage} from './browser-fixture.js';
import {useSite} from './use-site.js';

const out = join(root, '.cache/convert');
const CSP =
  "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

describe('the converter in a page', () => {
  const fixture = useSite();
  before(async () => {
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
      fixture.site.responses.set(`/${file}`, readFileSync(join(out, file), 'utf8'));
    fixture.site.responses.set('/', {
      body: '<!doctype html><title>x</title><script type="module" src="page.js"></script>',
      headers: {'Content-Security-Policy': CSP},
    });
    fixture.site.responses.set(
      '/page.js',
      "import {convert} from './convert.js'; globalThis.convertHere = async (bytes, format) => (await convert(new Uint8Array(bytes), {format})).document;",
    );
  });

  it('converts a CSV and a workbook under the strictest policy', async () => {
    const open = await openPage(fixture.browser, `${fixture.site.url}/`);
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
