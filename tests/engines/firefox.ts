import puppeteer, {type Browser, type KeyInput, type Page, ProtocolError} from 'puppeteer-core';
import {findFirefox} from '../../scripts/setup.mjs';
import type {InteractiveEngine} from './webkit.js';

/** Launches headless Firefox, driven over WebDriver BiDi. */
export async function launchFirefox(): Promise<Browser> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('Firefox is missing: set FIREFOX to its path.');
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    // Set by `setViewport`.
    defaultViewport: null,
    args: ['--width=1280', '--height=1024'],
    protocolTimeout: 90_000,
    env: {...process.env, TZ: 'Europe/Paris'},
    extraPrefsFirefox: {'intl.accept_languages': 'en-US, en', 'intl.locale.requested': 'en-US'},
  });
}

/** Sets the viewport, without the screen orientation that Puppeteer sets too: Firefox ESR 140 does not support it. */
export async function setViewport(
  page: Page,
  {width, height}: {readonly width: number; readonly height: number},
): Promise<void> {
  try {
    await page.setViewport({width, height});
  } catch (error) {
    if (!(error instanceof ProtocolError) || !error.message.includes('setScreenOrientation'))
      throw error;
    // The error may arrive before the viewport has its size.
    await page.waitForFunction(expected => innerWidth === expected, {}, width);
  }
}

/** Returns the name of a key for Puppeteer, which over BiDi accepts the space bar only by its character. */
export const bidiKey = (key: string): KeyInput => (key === 'Space' ? ' ' : (key as KeyInput));

export async function startFirefox(): Promise<InteractiveEngine> {
  const browser = await launchFirefox();
  const page = await browser.newPage();
  return {
    open: async address => {
      await page.goto(address, {waitUntil: 'load', timeout: 60_000});
    },
    run: <T>(script: string) =>
      page.evaluate(`new Promise(done => (function () { ${script} })(done))`) as Promise<T>,
    press: key => page.keyboard.press(bidiKey(key)),
    travel: async direction => {
      // Entries of the same document do not load anything that Puppeteer could wait for.
      await page.evaluate(`history.${direction}()`);
    },
    screenshot: () => page.screenshot({encoding: 'base64'}),
    close: () => browser.close(),
  };
}
