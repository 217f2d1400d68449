import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'playwright-core';
import {startServer} from '../../demo/server/server.js';
import {launchChromium, openPage} from '../pages/browser-fixture.js';
import {canReadPdf} from '../support/printed-page.js';
import {readQrCode} from '../support/qr-code.js';

const STATEMENTS = {
  fr: 'Projet cofinancé par l’Union européenne',
  nl: 'Project medegefinancierd door de Europese Unie',
  en: 'Project co-funded by the European Union',
  de: 'Kofinanziert von der Europäischen Union',
};
/** Width and height of paper, in points. */
const SIZES = {a3: [842, 1191], a4: [595, 842]} as const;
const ADDRESS =
  'https://interreg-fwvl.eu/fr/projets/pour-une-trame-ecologique-renforcee-des-monts-de-flandre-dans-eutopia';

const skip = canReadPdf() ? false : 'pdftotext is not installed (package poppler-utils)';

describe('the poster of a project', {skip, timeout: 120_000}, () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof startServer>>;
  const folder = mkdtempSync(join(tmpdir(), 'spass-poster-'));
  before(async () => {
    server = await startServer();
    browser = await launchChromium();
  });
  after(async () => {
    await browser.close();
    await server.close();
    rmSync(folder, {recursive: true});
  });

  for (const [size, language] of [
    ['a3', 'fr'],
    ['a4', 'nl'],
    ['a3', 'en'],
    ['a4', 'de'],
  ] as const)
    it(`is one page of ${size} in ${language}, with the emblem, its sentence and a code that can be read`, async () => {
      const {page} = await openPage(browser, new URL('/widgets/affiche.html', server.url).href, {
        viewport: {width: 1280, height: 900},
      });
      for (const value of [size, language]) await page.locator(`button[value=${value}]`).click();
      const poster = page.locator(`[data-size=${size}]`);
      await poster.locator('.qr-code').waitFor();
      await page.evaluate(async () => {
        await document.querySelector('spass-project')!.loadComplete;
      });
      await poster.locator('[part=funding] .emblem').waitFor();
      assert.equal(await poster.getByText(STATEMENTS[language]).count(), 1);
      const file = join(folder, `${size}-${language}.pdf`);
      await page.pdf({path: file, preferCSSPageSize: true, printBackground: true});
      await page.context().close();
      const facts = execFileSync('pdfinfo', [file], {encoding: 'utf8'});
      assert.match(facts, /^Pages:\s+1$/m);
      const [, width, height] = /^Page size:\s+([\d.]+) x ([\d.]+)/m.exec(facts)!;
      assert.deepEqual(
        [width, height].map(one => Math.round(Number(one))),
        [...SIZES[size]],
      );
      execFileSync('pdftoppm', ['-r', '110', '-singlefile', file, file]);
      assert.equal(readQrCode(readPpm(readFileSync(`${file}.ppm`))), ADDRESS);
    });
});

/** Reads a picture as poppler writes it: `P6`, width, height, 255, and the pixels. */
function readPpm(bytes: Uint8Array) {
  const [head, width, height] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, 60)),
  )!;
  return {
    width: Number(width),
    height: Number(height),
    data: bytes.subarray(head.length),
  };
}
