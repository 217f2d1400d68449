import type {BrowserLauncher} from '@web/test-runner';
import type {Browser, Page} from 'puppeteer-core';
import {UNSUPPORTED} from '../../scripts/test/known-failures.mjs';
import {bidiKey, launchFirefox, setViewport} from './firefox.js';
import {type Session, startSession, WEBDRIVER_KEYS} from './webkit.js';

interface Size {
  readonly width: number;
  readonly height: number;
}

type Button = 'left' | 'middle' | 'right';

/** Page of another browser, with the methods that @web/test-runner-commands calls on a Puppeteer page. */
interface DrivenPage {
  readonly keyboard: {
    type(text: string): Promise<void>;
    press(key: string): Promise<void>;
    down(key: string): Promise<void>;
    up(key: string): Promise<void>;
  };
  readonly mouse: {
    move(x: number, y: number): Promise<void>;
    click(x: number, y: number, options?: {button?: Button}): Promise<void>;
    down(options?: {button?: Button}): Promise<void>;
    up(options?: {button?: Button}): Promise<void>;
    reset(): Promise<void>;
  };
  setViewport(size: Size): Promise<void>;
  setUserAgent(agent: string): Promise<void>;
  emulateMediaType(type?: string): Promise<void>;
  emulateMediaFeatures(features?: {name: string; value: string}[]): Promise<void>;
  goto(address: string): Promise<unknown>;
  close(): Promise<void>;
}

/**
 * Creates a launcher with one page for all test files, one after the other: a second page would be in the background,
 * without frames.
 */
const createLauncher = (name: string, open: () => Promise<DrivenPage>): BrowserLauncher => {
  let page: Promise<DrivenPage> | undefined;
  let opened: DrivenPage | undefined;
  let session: string | undefined;
  let address: string | undefined;
  return {
    name,
    // The commands call `getPage()` as on Puppeteer's launcher.
    type: 'puppeteer',
    concurrency: 1,
    startSession: async (id, url) => {
      opened = await (page ??= open());
      session = id;
      address = url;
      await opened.setViewport({width: 800, height: 600});
      await opened.goto(url);
    },
    isActive: id => id === session,
    getBrowserUrl: () => address,
    stopSession: async () => {
      session = undefined;
      // Ends what the tests left running.
      await opened?.goto('about:blank');
      return {};
    },
    stop: async () => {
      await opened?.close();
    },
    startDebugSession: () => Promise.reject(new Error(`${name} is not made for debugging here`)),
    getPage: () => opened,
  } as BrowserLauncher & {getPage: () => DrivenPage | undefined};
};

const unsupported = (feature: string): never => {
  throw new Error(`no ${feature} ${UNSUPPORTED}`);
};

/** Media of the page: these engines have a screen, and a reader without preferences. */
const MEDIA = {
  setUserAgent: async () => unsupported('other name'),
  emulateMediaType: async (type?: string) => {
    if (type && type !== 'screen') unsupported('other medium');
  },
  emulateMediaFeatures: async (features: readonly {value: string}[] = []) => {
    if (features.some(({value}) => value !== 'no-preference')) unsupported('other preferences');
  },
};

async function openFirefox(): Promise<DrivenPage> {
  const browser: Browser = await launchFirefox();
  let page: Page = await browser.newPage();
  let size: Size = {width: 800, height: 600};
  return {
    keyboard: {
      type: text => page.keyboard.type(text),
      press: key => page.keyboard.press(bidiKey(key)),
      down: key => page.keyboard.down(bidiKey(key)),
      up: key => page.keyboard.up(bidiKey(key)),
    },
    mouse: {
      move: (x, y) => page.mouse.move(x, y),
      click: (x, y, options) => page.mouse.click(x, y, options),
      down: options => page.mouse.down(options),
      up: options => page.mouse.up(options),
      reset: () => page.mouse.reset(),
    },
    setViewport: async asked => {
      size = asked;
      await setViewport(page, size);
    },
    ...MEDIA,
    goto: async address => {
      if (address !== 'about:blank') {
        // A new page for each file: one that has lost the focus to a page opened by a link does not get it back.
        const before = await browser.pages();
        page = await browser.newPage();
        await setViewport(page, size);
        for (const old of before) await old.close();
        await page.bringToFront();
      }
      await page.goto(address);
    },
    close: () => browser.close(),
  };
}

const BUTTONS = {left: 0, middle: 1, right: 2} as const;

async function openWebKit(): Promise<DrivenPage> {
  const {call, close}: Session = await startSession();
  const act = (source: object) => call<null>('POST', '/actions', {actions: [source]});
  const keys = async (...actions: {type: string; value: string}[]) => {
    await act({type: 'key', id: 'keyboard', actions});
  };
  const pointer = async (...actions: object[]) => {
    await act({type: 'pointer', id: 'mouse', parameters: {pointerType: 'mouse'}, actions});
  };
  const down = (key: string) => ({type: 'keyDown', value: WEBDRIVER_KEYS[key] ?? key});
  const up = (key: string) => ({type: 'keyUp', value: WEBDRIVER_KEYS[key] ?? key});
  const move = (x: number, y: number) => ({type: 'pointerMove', x, y, duration: 0});
  const button = (type: string, {button = 'left' as Button} = {}) => ({
    type,
    button: BUTTONS[button],
  });
  // A GTK window is never narrower than its title bar, so each page is drawn in a frame of the required size.
  await call('POST', '/window/rect', {x: 0, y: 0, width: 1600, height: 1200});
  let size: Size = {width: 800, height: 600};
  const inPage = (script: string, ...args: unknown[]) =>
    call<null>('POST', '/execute/sync', {script, args});
  const fit = () =>
    inPage(
      `const frame = document.querySelector('iframe');
      if (frame) Object.assign(frame.style, {width: arguments[0] + 'px', height: arguments[1] + 'px'});`,
      size.width,
      size.height,
    );
  return {
    keyboard: {
      type: text => keys(...Array.from(text).flatMap(letter => [down(letter), up(letter)])),
      press: key => keys(down(key), up(key)),
      down: key => keys(down(key)),
      up: key => keys(up(key)),
    },
    mouse: {
      move: (x, y) => pointer(move(x, y)),
      click: (x, y, options) =>
        pointer(move(x, y), button('pointerDown', options), button('pointerUp', options)),
      down: options => pointer(button('pointerDown', options)),
      up: options => pointer(button('pointerUp', options)),
      reset: async () => {
        await call('DELETE', '/actions');
      },
    },
    setViewport: async asked => {
      size = asked;
      await fit();
    },
    ...MEDIA,
    goto: async url => {
      const {protocol, origin} = new URL(url);
      await call('POST', '/url', {url: protocol === 'about:' ? url : `${origin}/package.json`});
      if (protocol === 'about:') return;
      await inPage(
        `document.documentElement.innerHTML =
          '<body style="margin: 0"><iframe style="border: 0; display: block"></iframe>';`,
      );
      await fit();
      await inPage(
        `const frame = document.querySelector('iframe');
        frame.src = arguments[0];
        frame.focus();`,
        url,
      );
    },
    close,
  };
}

/** Launchers of the browser tests, by the value of `ENGINE`. */
export const launchers: Readonly<Record<string, () => BrowserLauncher>> = {
  Firefox: () => createLauncher('Firefox', openFirefox),
  WebKitGTK: () => createLauncher('WebKitGTK', openWebKit),
};
