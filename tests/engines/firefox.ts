import puppeteer, {type Browser, type KeyInput} from 'puppeteer-core';
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
    // Firefox ESR 140 does not support the screen orientation that puppeteer sets with a viewport.
    defaultViewport: null,
    args: ['--width=1280', '--height=1024'],
    protocolTimeout: 90_000,
    env: {...process.env, TZ: 'Europe/Paris'},
    extraPrefsFirefox: {'intl.accept_languages': 'en-US, en', 'intl.locale.requested': 'en-US'},
  });
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
