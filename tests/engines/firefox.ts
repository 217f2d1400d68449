import puppeteer, {type Browser} from 'puppeteer-core';
import {findFirefox} from '../../scripts/setup.mjs';
import type {Engine} from './webkit.js';

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

export async function startFirefox(): Promise<Engine> {
  const browser = await launchFirefox();
  const page = await browser.newPage();
  return {
    open: async address => {
      await page.goto(address, {waitUntil: 'load', timeout: 60_000});
    },
    run: <T>(script: string) =>
      page.evaluate(`new Promise(done => (function () { ${script} })(done))`) as Promise<T>,
    close: () => browser.close(),
  };
}
