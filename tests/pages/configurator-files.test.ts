import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {writeXlsx} from 'hucre/xlsx';
import type {Browser, Page} from 'playwright-core';
import {fr} from '../../configurator/messages-fr.js';
import {type DemoServer, startServer} from '../../demo/server/server.js';
import {configuratorUrl, widgetText} from './configurator-page.js';
import {launchChromium, reusePage, type Site, startSite} from './browser-fixture.js';

/** Encodes a text in Windows-1252, as a spreadsheet on a French Windows saves it. */
const windows1252 = (text: string): Buffer =>
  Buffer.from(text.replaceAll('’', '\u0092').replaceAll('œ', '\u009c'), 'latin1');

interface Clerk {
  /** Files on somebody's computer. */
  readonly file: string;
  readonly content: () => Buffer | Promise<Uint8Array>;
  readonly widget: string;
  /** Texts that the widget shows, in order. */
  readonly shown: readonly string[];
}

const CLERKS: readonly Clerk[] = [
  {
    file: 'Agenda 2026 (v2) définitif.csv',
    widget: 'agenda',
    content: () =>
      windows1252(
        [
          '',
          ';;;;',
          'Intitulé de la manifestation;Date de début;Lieu;Détail;Site internet',
          '',
          'Fête de l’Écluse;12 juin 2037;Ors;Balade contée, cœur du village;https://exemple.fr/fete',
          'Marché de Noël;4 décembre 2036;Denain;;',
          ';;;;',
          'Visite d’hiver;1er février 2037;Le Quesnoy;À pied;',
        ].join('\r\n'),
      ),
    shown: ['Marché de Noël', 'Visite d’hiver', 'Fête de l’Écluse'],
  },
  {
    file: 'EXPORT ETATS.XLSX',
    widget: 'resource-list',
    content: () =>
      writeXlsx({
        sheets: [
          {
            name: 'Feuil1',
            rows: [
              ['Inventaire des écoles du canton'],
              [],
              ['N°', 'Libellé', 'Année', 'Observations'],
              [1, 'École Jules-Ferry', 1932, 'Préau couvert'],
              [],
              [2, 'Maternelle du Pont', 1954, null],
            ],
          },
        ],
      }),
    shown: ['École Jules-Ferry', 'Maternelle du Pont'],
  },
  {
    file: 'bancs.geojson',
    widget: 'project-map',
    content: () =>
      Buffer.from(
        JSON.stringify({
          type: 'FeatureCollection',
          features: [
            {
              type: 'Feature',
              properties: {fid: 1, nom_usage: 'Banc du lavoir'},
              geometry: {type: 'Point', coordinates: [3.63, 50.1]},
            },
            {type: 'Feature', properties: {fid: 2, nom_usage: 'Banc sans lieu'}, geometry: null},
          ],
        }),
      ),
    shown: ['Banc du lavoir'],
  },
];

const drop = (
  page: Page,
  name: string,
  bytes: Uint8Array,
  // On the preview: wherever somebody drops it.
  place = '.scene',
): Promise<void> =>
  page.locator(place).evaluate(
    (target, [fileName, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(content)], fileName));
      target.dispatchEvent(new DragEvent('drop', {dataTransfer, bubbles: true, cancelable: true}));
    },
    [name, [...bytes]] as const,
  );

describe('somebody with a file, in the configurator', () => {
  let browser: Browser;
  let server: DemoServer;
  let site: Site;
  before(async () => {
    browser = await launchChromium();
    server = await startServer();
    site = await startSite();
  });
  after(async () => {
    await browser.close();
    await Promise.all([server.close(), site.close()]);
  });

  for (const {file, content, widget, shown} of CLERKS)
    it(`sees it at once, and publishes it: ${file}`, async () => {
      const bytes = new Uint8Array(await content());
      const permissions = ['clipboard-read', 'clipboard-write'];
      const {page, errors} = await reusePage(browser, configuratorUrl(server.url, {widget}), {
        permissions,
      });
      const sent: string[] = [];
      page.on('request', request => {
        if (request.method() !== 'GET') sent.push(request.url());
      });
      await drop(page, file, bytes);
      // The widget shows the file from memory: nothing was uploaded, and nothing has an address yet.
      const preview = page.frameLocator('iframe');
      for (const one of shown) await preview.getByText(one).first().waitFor();
      await page.getByText(fr.fileNotice).waitFor();
      assert.equal(
        await page.getByLabel(fr.file.recordKind).inputValue(),
        {
          agenda: 'events',
          'resource-list': 'resources',
          'project-map': 'projects',
        }[widget],
      );
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', {name: fr.file.download}).click(),
      ]);
      const path = `/${widget}.json`;
      site.responses.set(path, {
        body: readFileSync(await download.path(), 'utf8'),
        headers: {'Content-Type': 'application/json'},
      });
      await page.getByLabel(fr.file.address).fill(site.url + path);
      await page.keyboard.press('Tab');
      assert.equal(await page.getByText(fr.fileNotice).count(), 0);
      await page.getByRole('button', {name: fr.copy}).first().click();
      const snippet = await page.evaluate(() => navigator.clipboard.readText());
      assert.ok(snippet.includes(`<spass-${widget} api="${site.url}${path}"`), snippet);
      assert.deepEqual([sent, errors], [[], []]);

      site.responses.set(`/${widget}`, `<!doctype html><title>Page</title>${snippet}`);
      await page.goto(`${site.url}/${widget}`);
      const text = await widgetText(page, widget);
      const order = shown.map(one => text.indexOf(one));
      assert.ok(
        order.every((at, i) => at >= 0 && at > (order[i - 1] ?? -1)),
        text,
      );
    });

  it('sees line and column of each error, and the readable rest', async () => {
    const {page} = await reusePage(browser, configuratorUrl(server.url, {widget: 'agenda'}));
    await drop(
      page,
      'sorties.csv',
      Buffer.from('Titre;Date\nPromenade;le 31 février 2037\nVeillée;2037-03-01\n'),
    );
    await page.frameLocator('iframe').getByText('Veillée').first().waitFor();
    await page.getByText(fr.file.diagnostics(1)).click();
    await page.getByText(/sorties\.csv:2:2/).waitFor();
    // Another widget shows the same file, as the records that it has.
    await page.locator('input[value="directory"]').check();
    await page
      .frameLocator('iframe')
      .locator('spass-directory')
      .getByText('Promenade')
      .first()
      .waitFor();
  });

  it('sees an error for an unreadable file, wherever it was dropped', async () => {
    const {page} = await reusePage(browser, configuratorUrl(server.url, {widget: 'agenda'}));
    await page.locator('.scene').waitFor();
    await drop(page, 'photo.png', Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10), 'h1');
    await page.getByText(fr.file.unknown).waitFor();
    await drop(page, 'vide.xlsx', new Uint8Array(), 'h1');
    await page.getByText(fr.file.nothing).waitFor();
    // As browsers do for a folder.
    await page.evaluate(() => {
      File.prototype.arrayBuffer = () => Promise.reject(new DOMException('', 'NotFoundError'));
    });
    await drop(page, 'Documents', new Uint8Array(), 'h1');
    await page.getByText(fr.file.unreadable).waitFor();
  });
});
