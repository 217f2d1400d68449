import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {type DemoServer, startServer} from '../../demo/server/server.js';
import {launchChromium} from '../pages/browser-fixture.js';
import {axeViolations} from '../pages/demo-pages.js';

const PATH = '/portails/ors.html';
/** Section of the page that has the series. */
const SERIES = '[aria-labelledby=serie] spass-compare';

/** Section of the page that has two pictures. */
const PAIR = '[aria-labelledby=images] spass-compare';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Resolves when the widgets of a selector have loaded. */
const loaded = (page: Page, selector: string): Promise<void> =>
  page.evaluate(async name => {
    const widget = document.querySelector<HTMLElement & {loadComplete: Promise<void>}>(name)!;
    await customElements.whenDefined(widget.localName);
    widget.scrollIntoView();
    await widget.loadComplete;
  }, selector);

/** Presses Tab until the focused element has this text, as a person does who knows what to look for. */
async function tabTo(page: Page, text: RegExp, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press(key);
    const focused = await page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const label = (element as Partial<HTMLInputElement> | null)?.labels?.[0]?.textContent;
      return `${label ?? element?.ariaLabel ?? ''} ${element?.textContent ?? ''}`.replace(
        /\s+/g,
        ' ',
      );
    });
    if (text.test(focused)) return;
  }
  throw new Error(`no stop is called ${String(text)}`);
}

describe('a photographic observatory', {timeout: 120_000}, () => {
  let browser: Browser;
  let server: DemoServer;
  before(async () => {
    server = await startServer();
    browser = await launchChromium({
      args: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
    });
  });
  after(async () => {
    await browser.close();
    await server.close();
  });

  it('A-04 is compared by keyboard alone, and printed with all its years', async () => {
    const page = await browser.newPage({reducedMotion: 'reduce'});
    await page.goto(new URL(PATH, server.url).href);
    await loaded(page, SERIES);
    const compared = () => page.locator(`${SERIES} .when`).allTextContents();
    assert.deepEqual(await compared(), ['années 1900', '12 mai 2026']);
    await tabTo(page, /années 1900/);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    assert.deepEqual(await compared(), ['vers 1936', '12 mai 2026']);
    await tabTo(page, /Part de l’image d’avant/, 'Shift+Tab');
    await page.keyboard.press('Home');
    assert.equal(await page.locator(`${SERIES} .handle`).inputValue(), '0');
    await tabTo(page, /^ Fondu/, 'Shift+Tab');
    await page.keyboard.press('Space');
    await tabTo(page, /Part de l’image d’avant/);
    await page.keyboard.press('End');
    assert.equal(await page.locator(`${SERIES} .opacity input`).inputValue(), '100');
    await tabTo(page, /Toutes les années/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    assert.equal(await page.locator(`${SERIES} .all img`).count(), 6);
    assert.deepEqual(await axeViolations(page), []);
    await page.close();

    const fresh = await browser.newPage();
    await fresh.goto(new URL(PATH, server.url).href);
    await loaded(fresh, SERIES);
    await fresh.pdf({format: 'A4'});
    const printed = await fresh
      .locator(`${SERIES} .all img`)
      .evaluateAll(images => images.map(image => (image as HTMLImageElement).naturalWidth > 0));
    assert.deepEqual(printed, Array<boolean>(6).fill(true));
    await fresh.close();
  });

  it('scrolls under a finger that swipes over two pictures, which a tap or a move across compares', async () => {
    const viewport = {width: 390, height: 844};
    const context = await browser.newContext({viewport, hasTouch: true, isMobile: true});
    const page = await context.newPage();
    await page.goto(new URL(PATH, server.url).href);
    await loaded(page, PAIR);
    const session = await context.newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: Point[]) =>
      session.send('Input.dispatchTouchEvent', {type, touchPoints});
    /** Returns the visible share of the earlier picture, as drawn and as read by screen readers. */
    const shares = async (): Promise<readonly number[]> => [
      parseFloat(
        await page
          .locator(`${PAIR} .pair`)
          .evaluate(one => getComputedStyle(one).getPropertyValue('--_at')),
      ),
      Number(await page.locator(`${PAIR} .handle`).inputValue()),
    ];
    /** Puts a finger on the pictures, at a share of their width, and moves it, in pixels. */
    const swipe = async (share: number, {x: right, y: down}: Point): Promise<void> => {
      const {x, y, width, height} = (await page.locator(`${PAIR} .frame`).boundingBox())!;
      const start = {x: x + share * width, y: y + height / 2};
      await send('touchStart', start);
      for (let step = 1; step <= 10; step++)
        await send('touchMove', {
          x: start.x + (right * step) / 10,
          y: start.y + (down * step) / 10,
        });
      // A finger that is lifted while it moves flings the page, and the next touch only stops it.
      await page.evaluate(async () => {
        for (let frame = 0; frame < 12; frame++) await new Promise(requestAnimationFrame);
      });
    };
    /** Scrolls to the pictures, and waits until nothing moves. */
    const center = (): Promise<number> =>
      page.evaluate(async selector => {
        document.querySelector(selector)?.scrollIntoView({block: 'center', behavior: 'instant'});
        for (let [last, frames] = [NaN, 0]; frames < 6; last = scrollY) {
          frames = scrollY === last ? frames + 1 : 0;
          await new Promise(requestAnimationFrame);
        }
        return scrollY;
      }, PAIR);
    for (const to of [
      {x: 0, y: -100},
      {x: 30, y: 80},
      {x: -30, y: -80},
    ]) {
      const before = await center();
      await swipe(0.2, to);
      await send('touchEnd');
      await page.waitForFunction(y => scrollY !== y, before);
      assert.deepEqual(await shares(), [50, 50], `${to.x} px aside`);
    }
    await center();
    await swipe(0.2, {x: 100, y: -30});
    const [moved = 0, value] = await shares();
    assert.ok(moved > 25 && moved < 70 && moved !== 50 && moved === value, `${moved}, ${value}`);
    await send('touchEnd');
    await swipe(0.8, {x: 0, y: 0});
    await send('touchEnd');
    await page.waitForFunction(selector => {
      const pair = document.querySelector(selector)?.shadowRoot?.querySelector('.pair');
      return pair && parseFloat(getComputedStyle(pair).getPropertyValue('--_at')) > 75;
    }, PAIR);
    await context.close();
  });

  it('is continued with the camera by keyboard alone, without a network, and sent once', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    let sent = 0;
    context.on('response', response => {
      if (response.request().method() === 'POST' && response.status() === 201) sent++;
    });
    await page.goto(new URL(PATH, server.url).href);
    await loaded(page, 'spass-contribute');
    await tabTo(page, /Ouvrir l’appareil photo/);
    await page.keyboard.press('Enter');
    const shutter = page.locator('#shutter');
    await shutter.waitFor();
    await page.waitForFunction(
      () =>
        document.querySelector('spass-contribute')?.shadowRoot?.querySelector('video')
          ?.videoWidth !== 0,
    );
    assert.deepEqual(await axeViolations(page), []);
    await page.keyboard.press('Enter');
    await page.locator('#alt-0').waitFor();
    await page.keyboard.type('La maison blanche, vue du chemin');
    await tabTo(page, /J’accepte/);
    await page.keyboard.press('Space');
    await context.setOffline(true);
    await tabTo(page, /^ Envoyer/);
    await page.keyboard.press('Enter');
    // Said once it is true: then the page may be closed.
    await page
      .locator('spass-contribute .unsent', {hasText: 'conservée sur cet appareil'})
      .waitFor();
    // Closed before the network is back: otherwise this page would send it too.
    await page.close();
    await context.setOffline(false);
    const later = await context.newPage();
    await later.goto(new URL(PATH, server.url).href);
    await loaded(later, 'spass-contribute');
    await later.locator('#thanks').waitFor();
    assert.equal(sent, 1);
    await context.close();
  });
});
