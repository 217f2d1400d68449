import assert from 'node:assert/strict';
import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import {type Browser, type BrowserContext, chromium, type Page} from 'playwright-core';
import {isComplete} from '../support/test-scope.js';
import {openContributionStore} from '../support/contribution-store.js';
import {SERVE_DEMO} from '../support/portal-program.js';
import {findHeadlessChromium, root} from '../../scripts/setup.mjs';
import {jpeg} from '../support/pictures.js';
import {launchChromium, type Site, startSite} from './browser-fixture.js';
import {freePort} from '../support/processes.js';

/** Portal that can be killed and restarted at the same address, with the same folder. */
class Portal {
  readonly folder: string;
  readonly port: number;
  #child: ChildProcess | undefined;

  constructor(folder: string, port: number) {
    this.folder = folder;
    this.port = port;
  }

  get api(): string {
    return `http://127.0.0.1:${this.port}/api`;
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, SERVE_DEMO, {
      cwd: root,
      env: {
        ...process.env,
        HOST: '127.0.0.1',
        PORT: String(this.port),
        DATA_DIR: this.folder,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child = child;
    await once(createInterface({input: child.stdout}), 'line');
  }

  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'close');
  }

  /** Returns the stored contributions, as the portal's team reads them. */
  async storedContributions() {
    await this.kill();
    const store = await openContributionStore(this.folder);
    const {entries} = await store.list('pending');
    return {store, records: entries.map(({record}) => record)};
  }
}

/** Returns the policy under which the widgets promise to work. */
const policy = (api: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${new URL(api).origin}`,
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html spass-widgets',
  ].join('; ');

const hostPage = (api: string) => ({
  body: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Arbres</title>
<script src="/cdn/spass-widgets.js" defer></script>
<spass-contribute api="${api}" kind="tree" draft="device" controller="CAUE du Nord"
  contact="droits@caue.example" retention="deux ans"></spass-contribute>`,
  headers: {'Content-Security-Policy': policy(api)},
});

/** Advances the clock by a minute, the minimum writing time, however fast the test is. */
const slowly = `{const now = Date.now; let more = 0; Date.now = () => now() + more;
  addEventListener('input', () => { more = 60000; }, true)}`;

const photograph = {name: 'tilleul.jpg', mimeType: 'image/jpeg', buffer: jpeg({orientation: 6})};

/** Line of `drawLine`. */
const LINE = {
  type: 'LineString',
  coordinates: [
    [3.635, 50.101],
    [3.636, 50.102],
  ],
};

/** Draws a line with the keyboard alone. */
async function drawLine(page: Page): Promise<void> {
  await page.getByLabel('Un point').focus();
  await page.keyboard.press('ArrowDown');
  await page.getByLabel('Point à placer').waitFor();
  await page.getByLabel('Latitude, longitude').focus();
  for (const place of ['50.101, 3.635', '50.102, 3.636']) {
    await page.keyboard.type(place);
    await page.keyboard.press('Enter');
  }
}

/** Resolves when the draft is on the device. */
const stored = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const form = document.querySelector('spass-contribute');
    await (form as unknown as {loadComplete: Promise<void>}).loadComplete;
  });

describe('a contribution during failures', () => {
  let browser: Browser;
  let site: Site;
  let portal: Portal;
  const violations: string[] = [];

  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser.close());
  beforeEach(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'contribute-'));
    portal = new Portal(folder, await freePort());
    await portal.start();
    site = await startSite({'/': hostPage(portal.api)});
    violations.length = 0;
  });
  afterEach(async () => {
    await site.close();
    await portal.kill();
    await rm(portal.folder, {recursive: true, force: true});
  });

  /** Opens the page and waits for its form, or for another condition. */
  async function open(
    context: BrowserContext,
    isThere = (page: Page): Promise<void> => page.getByRole('form').waitFor(),
  ): Promise<Page> {
    await context.addInitScript(slowly);
    const page = await context.newPage();
    page.on('console', message => {
      if (/Content Security Policy|TrustedHTML|TrustedScript/.test(message.text()))
        violations.push(message.text());
    });
    page.on('pageerror', error => violations.push(error.message));
    await page.goto(site.url);
    await isThere(page);
    return page;
  }

  async function write(page: Page): Promise<void> {
    await page.getByLabel('L’arbre : essence').fill('Un tilleul de cent ans');
    await page.getByText('Indiquer les coordonnées').click();
    await page.getByLabel('Latitude, longitude').fill('50.1012, 3.6353');
    await page.getByLabel('L’arbre entier').setInputFiles(photograph);
    await page.getByLabel('Description de la photographie').fill('Sa couronne');
    await page.getByLabel('J’accepte').check();
  }
  const send = (page: Page) => page.getByRole('button', {name: 'Envoyer', exact: true}).click();
  const waitForPending = (page: Page) => page.getByText('En attente d’envoi').waitFor();
  /** Sends again; the form may have done so itself in the meantime. */
  const sendAgain = (page: Page) =>
    Promise.any([
      page.getByRole('button', {name: 'Essayer maintenant'}).click(),
      waitForReceipt(page),
    ]);
  const waitForReceipt = (page: Page) => page.getByText('bien été reçue').first().waitFor();

  /** Asserts that the contribution is stored completely, once. */
  async function assertStoredOnce(): Promise<void> {
    const {store, records} = await portal.storedContributions();
    assert.equal(records.length, 1, 'once');
    const [record] = records;
    assert.ok(record);
    assert.equal(record.text, 'Un tilleul de cent ans');
    assert.deepEqual(record.geo, {lat: 50.1012, lon: 3.6353});
    const photo = record.photos?.[0];
    assert.ok(photo);
    assert.equal(photo.alt, 'Sa couronne');
    const bytes = await store.readPhoto(photo.src.replace('photos/', ''));
    assert.ok(bytes && bytes.length > 0);
    assert.ok(!bytes.includes('SECRET') && !bytes.includes('Exif'));
    assert.deepEqual(violations, []);
  }

  it('S-04 is sent automatically when the network is back', async () => {
    const context = await browser.newContext();
    const page = await open(context);
    await write(page);
    await context.setOffline(true);
    await send(page);
    await waitForPending(page);
    await context.setOffline(false);
    await waitForReceipt(page);
    await context.close();
    await assertStoredOnce();
  });

  it('is sent when the server is back that was killed before it arrived', async () => {
    const context = await browser.newContext();
    const page = await open(context);
    await write(page);
    await portal.kill();
    await send(page);
    await waitForPending(page);
    await portal.start();
    await sendAgain(page);
    await waitForReceipt(page);
    await context.close();
    await assertStoredOnce();
  });

  if (isComplete)
    it('is stored once if the server was killed after it arrived, before the response', async () => {
      const context = await browser.newContext();
      const page = await open(context);
      await write(page);
      // The request reaches the server, which stores it; then the connection and the server fail.
      let isFirst = true;
      await page.route('**/api/contributions?*', async route => {
        if (route.request().method() !== 'POST' || !isFirst) {
          await route.fallback();
          return;
        }
        isFirst = false;
        const answer = await route.fetch();
        assert.equal(answer.status(), 201);
        await portal.kill();
        await route.abort('connectionreset');
      });
      await send(page);
      await waitForPending(page);
      await portal.start();
      await sendAgain(page);
      await waitForReceipt(page);
      await context.close();
      await assertStoredOnce();
    });

  if (isComplete)
    it('takes photographs dropped on a field, which is marked while they are over it, and none beside it', async () => {
      const context = await browser.newContext();
      const page = await open(context);
      const files = [join(portal.folder, 'a.jpg'), join(portal.folder, 'b.jpg')];
      for (const file of files) await writeFile(file, photograph.buffer);
      const field = page.locator('.file').first();
      await field.scrollIntoViewIfNeeded();
      const box = (await field.boundingBox())!;
      const session = await context.newCDPSession(page);
      const drag = (type: 'dragEnter' | 'dragOver' | 'drop', y = box.y + 4) =>
        session.send('Input.dispatchDragEvent', {
          type,
          x: box.x + box.width - 4,
          y,
          data: {items: [], files, dragOperationsMask: 1},
        });
      // Files that the page leaves to the browser would be opened instead of it, but not by this protocol.
      await page.evaluate(() =>
        addEventListener('dragover', ({defaultPrevented}) => {
          document.documentElement.dataset['left'] = String(!defaultPrevented);
        }),
      );
      const beside = box.y - 8;
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await drag(type, beside);
      assert.equal(await page.evaluate(() => document.documentElement.dataset['left']), 'false');
      const ring = () => field.evaluate(one => getComputedStyle(one).outlineStyle);
      await drag('dragEnter');
      await drag('dragOver');
      assert.equal(await ring(), 'solid');
      await drag('drop');
      const texts = page.getByLabel('Description de la photographie');
      await texts.nth(1).waitFor();
      assert.match(page.url(), /^http:/, 'the browser opens no dropped file');
      assert.equal(await texts.count(), 2);
      await context.close();
    });

  it('has a line drawn with the keyboard alone, which is there after a reload, and arrives', async () => {
    const context = await browser.newContext();
    const page = await open(context);
    await drawLine(page);
    await page.getByText('2 points, longueur : 132 m').first().waitFor();
    await page.getByLabel('Conserver ce brouillon').focus();
    await page.keyboard.press('Space');
    await stored(page);
    await page.reload();
    const points = page.getByLabel('Point à placer');
    await points.waitFor();
    assert.equal(await points.locator('option').count(), 3);
    await page.getByLabel('J’accepte').check();
    await send(page);
    await waitForReceipt(page);
    await context.close();
    const {records} = await portal.storedContributions();
    assert.deepEqual(records[0]?.geometry, LINE);
    // The kind of this form, a tree, requires a place.
    assert.deepEqual(records[0].geo, {lat: 50.102, lon: 3.636});
    assert.deepEqual(violations, []);
  });

  if (isComplete)
    it('has its line although its author returns to a page that cannot load the drawing', async () => {
      const context = await browser.newContext();
      const page = await open(context);
      await drawLine(page);
      await page.getByLabel('Conserver ce brouillon').check();
      await page.getByLabel('J’accepte').check();
      await context.route('**/contributions*', route => route.abort());
      await send(page);
      await page.getByText('Vous pouvez fermer cette page').waitFor();
      await stored(page);
      await page.close();
      await context.unroute('**/contributions*');
      await context.route('**/spass-sketch-field.js', route => route.abort());
      await open(context, waitForReceipt);
      await context.close();
      const {records} = await portal.storedContributions();
      assert.deepEqual(records[0]?.geometry, LINE);
    });

  if (isComplete)
    it('has a place although neither the map nor the drawing can be loaded', async () => {
      const context = await browser.newContext();
      await context.route(/spass-(?:map|sketch-field)\.js/, route => route.abort());
      const page = await open(context);
      await page.getByLabel('Une surface').check();
      await page.getByText('L’outil de tracé n’a pas pu être chargé.').waitFor();
      await page.getByLabel('J’accepte').check();
      await send(page);
      await page.getByText('1 champ est à corriger').waitFor();
      await page.getByLabel('Un point').check();
      await page.getByText('Indiquer les coordonnées').click();
      await page.getByLabel('Latitude, longitude').fill('50.1012, 3.6353');
      await send(page);
      await waitForReceipt(page);
      await context.close();
      const {records} = await portal.storedContributions();
      assert.deepEqual(records[0]?.geo, {lat: 50.1012, lon: 3.6353});
    });

  it('P-02 is sent once when its author returns, after the browser was closed', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'contribute-profile-'));
    let last: BrowserContext | undefined;
    const launch = async () =>
      (last = await chromium.launchPersistentContext(profile, {
        executablePath: findHeadlessChromium() ?? '',
        args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      }));
    try {
      const first = await launch();
      const page = await open(first);
      const databases = () => page.evaluate(async () => (await indexedDB.databases()).length);
      await write(page);
      const agree = page.getByLabel('Conserver ce brouillon');
      assert.equal(await agree.isChecked(), false);
      assert.equal(await databases(), 0, 'nothing is on the device until its author agrees');
      await agree.check();
      await first.setOffline(true);
      await send(page);
      await page.getByText('Vous pouvez fermer cette page').waitFor();
      await stored(page);
      await first.close();

      const second = await launch();
      // The contribution may have been sent before the form was drawn.
      const again = await open(second, waitForReceipt);
      await again.reload();
      // The receipt stays until the author has closed it.
      await waitForReceipt(again);
      await again.getByRole('button', {name: 'Ajouter une autre'}).click();
      assert.equal(await again.getByLabel('L’arbre : essence').inputValue(), '');
      await assertStoredOnce();
    } finally {
      // An open browser would keep the test process alive.
      await last?.close();
      await rm(profile, {recursive: true, force: true});
    }
  });
});
