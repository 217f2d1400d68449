import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {readDemoPortal, type DemoServer, startServer} from '../../demo/server/server.js';
import {root} from '../../scripts/setup.mjs';
import {hostilePortal} from '../support/hostile-portal.js';
import {startJsonServer} from '../support/json-server.js';
import {
  prerenderArgs,
  UPCOMING_EVENT,
  PUBLISHED_CONTRIBUTION,
  type PrerenderedTag,
  LAYOUTS,
  TAGS,
} from '../support/prerender-tags.js';
import {runPrerender} from '../support/prerender.js';
import {launchChromium, openPage, type Site, startSite} from '../pages/browser-fixture.js';

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><path fill="#9ab" d="M0 0h600v400H0z"/></svg>';
const SVG = {body: DRAWING, headers: {'Content-Type': 'image/svg+xml'}};

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly sources: readonly {
    readonly node: Node | null;
    readonly previousRect: DOMRectReadOnly;
    readonly currentRect: DOMRectReadOnly;
  }[];
}

/** Observations of a widget, frame by frame. */
interface FrameObservations {
  readonly shifts: number;
  /** Minimum number of characters, and minimum and maximum height. */
  readonly minCharacters: number;
  readonly minHeight: number;
  readonly maxHeight: number;
  readonly frames: number;
  /** Elements that moved. */
  readonly movedElements: readonly string[];
}

/** Records in every frame the number of visible letters and the height of the widget. */
function watch(): void {
  const movedElements: string[] = [];
  const observations = {
    shifts: 0,
    minCharacters: Infinity,
    minHeight: Infinity,
    maxHeight: 0,
    frames: 0,
    movedElements,
  };
  observations satisfies FrameObservations;
  Object.assign(window, {observations});
  new PerformanceObserver(list => {
    for (const entry of list.getEntries() as Shift[]) {
      observations.shifts += entry.value;
      for (const {node, previousRect, currentRect} of entry.sources)
        movedElements.push(
          `${node?.nodeName ?? '?'}.${(node as Partial<Element> | null)?.className ?? ''} ${previousRect.y} to ${currentRect.y}`,
        );
    }
  }).observe({type: 'layout-shift', buffered: true});
  const lettersOf = (node: Node): number => {
    if (node instanceof Text) return node.data.trim().length;
    if (!(node instanceof Element) && !(node instanceof ShadowRoot)) return 0;
    if (node instanceof HTMLSlotElement) {
      const assigned = node.assignedNodes();
      return assigned.reduce((sum, one) => sum + lettersOf(one), 0);
    }
    if (node instanceof HTMLElement && getComputedStyle(node).display === 'none') return 0;
    if (node instanceof Element && node.closest('[aria-hidden=true], script, template')) return 0;
    const inside = node instanceof Element ? (node.shadowRoot ?? node) : node;
    return [...inside.childNodes].reduce((sum, one) => sum + lettersOf(one), 0);
  };
  const look = (): void => {
    const host = document.querySelector('#widget');
    if (host && document.querySelector('#after')) {
      const {height} = host.getBoundingClientRect();
      observations.frames++;
      observations.minCharacters = Math.min(observations.minCharacters, lettersOf(host));
      observations.minHeight = Math.min(observations.minHeight, height);
      observations.maxHeight = Math.max(observations.maxHeight, height);
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const frames = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>(done => {
        let left = 6;
        const next = () => (--left ? requestAnimationFrame(next) : done());
        requestAnimationFrame(next);
      }),
  );

interface Limits {
  /** Highest sum of layout shifts. */
  readonly shift: number;
  /** Highest number of times that the content below moves. */
  readonly moves: number;
}

/**
 * Limits of a replacement. Plain text is lower than the widget, and is written without knowing its width: the content
 * below moves once. Below 0.1 is good (web.dev/articles/cls).
 */
const LIMITS: Readonly<Record<string, Limits>> = {
  'as a shadow root': {shift: 0.001, moves: 1},
  plain: {shift: 0.1, moves: 1},
};

/** Limits of plain pictures, as measured: they stand one below the other until they are placed in their frame. */
const PICTURE_LIMITS: Readonly<Record<string, Limits>> = {
  '': {shift: 0.15, moves: 2},
  '--mode=side': {shift: 0.1, moves: 2},
  '--geo=50.4,3.5': {shift: 0.5, moves: 3},
  '--mode=grid': {shift: 0.25, moves: 3},
};

const limitsOf = ({widget, args}: PrerenderedTag, form: string): Limits =>
  (widget === 'compare' && form === 'plain' ? PICTURE_LIMITS[args.join(' ')] : undefined) ??
  LIMITS[form] ?? {shift: 0, moves: 0};

/** Returns the selectors and conditions of the style sheets in the shadow trees of the fragment, by tag. */
const rulesOf = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(() => {
    const rules: Record<string, string[]> = {};
    const visit = (root: ParentNode): void => {
      for (const {localName, shadowRoot} of root.querySelectorAll('*')) {
        if (!shadowRoot) continue;
        const own = (rules[localName] ??= []);
        for (const {cssRules} of [...shadowRoot.styleSheets, ...shadowRoot.adoptedStyleSheets])
          for (const {cssText} of cssRules)
            // The rules of a map come with it, after all the rest.
            if (!cssText.includes('.spass-map'))
              // Brackets around a condition too: minifiers write them once or twice.
              own.push((cssText.split('{', 1)[0] ?? '').replace(/[\s()]+/g, ''));
        visit(shadowRoot);
      }
    };
    const widget = document.querySelector('#widget');
    if (widget) visit(widget);
    return rules;
  });

/** Waits for all widgets of the page. */
const whenLoaded = async (page: Page): Promise<void> => {
  await page.evaluate(async () => {
    for (const widget of document.querySelectorAll<HTMLElement>('#widget *'))
      if ('loadComplete' in widget) await widget.loadComplete;
  });
  await frames(page);
};

/** Returns the visible elements that `prerender` has written, and the inert controls. */
const remainsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const search = (root: ParentNode): string[] =>
      [...root.querySelectorAll('*')].flatMap(one => [
        ...(one.matches('[data-spass-brought]:not(script), :is(button, input, select)[inert]') &&
        one.checkVisibility()
          ? [one.outerHTML.slice(0, 200)]
          : []),
        ...(one.shadowRoot ? search(one.shadowRoot) : []),
      ]);
    const widget = document.querySelector('#widget');
    return widget ? search(widget) : ['no widget'];
  });

const fitsWidth = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

describe('a fragment written by prerender', () => {
  let browser: Browser;
  let server: DemoServer;
  let site: Site;
  let api: string;
  const fragments = new Map<string, string>();
  before(async () => {
    browser = await launchChromium();
    const data = await readDemoPortal(new URL('../../demo/data/', import.meta.url));
    const events = [...(data.events ?? []), UPCOMING_EVENT];
    server = await startServer({data: {...data, events, contributions: [PUBLISHED_CONTRIBUTION]}});
    api = new URL('api', server.url).href;
    site = await startSite({'/then.svg': SVG, '/now.svg': SVG, '/favicon.ico': SVG});
  });
  after(async () => {
    await browser.close();
    await server.close();
    await site.close();
  });

  const write = async (tag: PrerenderedTag, ...more: string[]): Promise<string> => {
    const args = [...prerenderArgs(tag, api), `--base-url=${site.url}/`, ...more];
    const key = args.join(' ');
    const known = fragments.get(key);
    if (known !== undefined) return known;
    const {code, out, err} = await runPrerender(args, {
      input: tag.children ?? '',
      env: {},
    });
    assert.equal(code, 0, err);
    fragments.set(key, out);
    return out;
  };

  /**
   * Creates a page with a fragment, under the policy that the library promises to support.
   *
   * @param styles Further sources of styles that the policy allows.
   */
  const publish = (fragment: string, styles = ''): void => {
    const policy = [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' ${styles}`,
      `img-src 'self' data: ${new URL(api).origin}`,
      `connect-src 'self' ${new URL(api).origin}`,
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types lit-html spass-widgets',
    ].join('; ');
    const body = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Commune</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/cdn/spass-widgets.css">
<script src="/cdn/spass-widgets.js" defer></script></head><body><h1>Commune</h1>
<div id="widget">${fragment}</div><p id="after">${'Ce qui suit<br>'.repeat(60)}</p></body></html>`;
    site.responses.set('/', {body, headers: {'Content-Security-Policy': policy}});
  };

  /** Returns the tag as a page without a fragment has it. */
  const tagOf = (tag: PrerenderedTag): string => {
    const attributes = prerenderArgs(tag, api)
      .filter(arg => !/^--(?:widget|children)=/.test(arg))
      .map(arg => arg.replace(/^--([\w-]+)(?:=(.*))?$/, ' $1="$2"'));
    const lang = tag.args.some(arg => arg.startsWith('--lang=')) ? '' : ' lang="fr"';
    return `<spass-${tag.widget}${attributes.join('')}${lang}>${tag.children ?? ''}</spass-${tag.widget}>`;
  };

  /** Returns the requests of a tag without a fragment. */
  const requestsOf = async (tag: PrerenderedTag, width: number): Promise<readonly string[]> => {
    publish(tagOf(tag));
    const {page, asked} = await open(width);
    await page.goto(`${site.url}/`);
    await whenLoaded(page);
    await page.waitForLoadState('networkidle');
    await page.context().close();
    return asked;
  };

  const open = async (width: number, hasScript = true) => {
    const opened = await openPage(browser, undefined, {
      viewport: {width, height: 800},
      javaScriptEnabled: hasScript,
    });
    const asked: string[] = [];
    opened.page.on('request', request => {
      if (request.url().startsWith(api) && request.resourceType() === 'fetch')
        asked.push(request.url());
    });
    return {...opened, asked};
  };

  /** Opens the page; the script loads after the fragment has been seen. */
  const openAndUpgrade = async (width: number) => {
    const {page, asked, console, errors} = await open(width);
    await page.addInitScript(watch);
    let release = (): void => undefined;
    const painted = new Promise<void>(resolve => (release = resolve));
    await page.route('**/cdn/spass-widgets.js', async route => {
      await painted;
      await route.continue();
    });
    const going = page.goto(`${site.url}/`);
    await page.waitForSelector('#after', {state: 'attached'});
    await page.waitForFunction(() => {
      const areStyled = (root: ParentNode): boolean =>
        [...root.querySelectorAll('*')].every(
          one =>
            (!(one instanceof HTMLLinkElement) || one.sheet !== null) &&
            (!one.shadowRoot || areStyled(one.shadowRoot)),
        );
      return areStyled(document);
    });
    await frames(page);
    const rules = await rulesOf(page);
    const loadShifts = await page.evaluate(() => {
      const {observations} = window as unknown as {observations: {shifts: number}};
      const {shifts} = observations;
      observations.shifts = 0;
      return shifts;
    });
    release();
    await going;
    await whenLoaded(page);
    await page.waitForFunction(
      () =>
        !document.querySelector('#widget > :not(script)')?.shadowRoot?.querySelector('link, style'),
    );
    await frames(page);
    const observations = await page.evaluate(
      () => (window as unknown as {observations: FrameObservations}).observations,
    );
    return {page, asked, console, errors, observations, rules, loadShifts};
  };

  for (const tag of [...TAGS, ...LAYOUTS]) {
    const name = [`<spass-${tag.widget}`, ...tag.args.map(arg => arg.slice(2))].join(' ') + '>';
    const isGerman = !tag.args.some(arg => arg.startsWith('--lang='));
    const inLanguages = isGerman ? [tag, {...tag, args: [...tag.args, '--lang=de']}] : [tag];

    it(`${name} is readable without script, in both forms`, async () => {
      for (const form of ['--base=/cdn/', '--light']) {
        publish(await write(tag, form));
        const {page} = await open(768, false);
        await page.goto(`${site.url}/`);
        const words = await page.locator('#widget').ariaSnapshot();
        assert.match(words, tag.words, form);
        assert.doesNotMatch(
          words,
          /button(?!.*\[disabled\])/,
          `${form}: a button that does nothing`,
        );
        await page.setViewportSize({width: 320, height: 800});
        assert.ok(await fitsWidth(page), `${form}: wider than the page at 320 px`);
        // No space is reserved for content that never loads.
        for (const one of await page
          .locator('#widget > :not(script), #widget div[data-spass-brought]')
          .all())
          assert.match(
            await one.evaluate(element => getComputedStyle(element).minHeight),
            /^(?:0px|auto)$/,
          );
        await page.context().close();
      }
    });

    for (const [form, ...args] of [
      ['as a shadow root', '--base=/cdn/'],
      ['plain', '--light'],
    ] as const)
      it(`${name} ${form} is replaced without a visible change and without a request`, async () => {
        for (const translated of form === 'plain' ? [tag] : inLanguages)
          for (const width of [320, 1280]) {
            publish(await write(translated, ...args, '--max-age=3600'));
            const {page, asked, console, errors, observations, rules, loadShifts} =
              await openAndUpgrade(width);
            const at = `${translated.args.at(-1)} at ${width} px: ${JSON.stringify(observations)}`;
            // The fragment of an explorer has its first view only, as a phone has.
            const hasNewViews = tag.widget === 'explorer' && width === 1280;
            if (asked.length > 0) {
              const usual = await requestsOf(translated, width);
              // The places on the covers of cards are loaded when all the rest has been shown, as without a fragment.
              const places = usual.filter(url => url.includes('/resources?')).slice(0, 1);
              assert.ok(
                ['portal', 'portal-cards', 'explorer'].includes(tag.widget),
                asked.join(' '),
              );
              const expected = hasNewViews ? usual : places;
              assert.deepEqual(
                asked.filter((url, i) => !expected.includes(url) || asked.indexOf(url) !== i),
                [],
              );
            }
            assert.deepEqual([...console, ...errors], []);
            const limits = limitsOf(tag, form);
            assert.deepEqual(await remainsOf(page), [], at);
            assert.ok(observations.shifts <= limits.shift, at);
            assert.ok(loadShifts <= 0.1, `moved by ${loadShifts} before the script ${at}`);
            assert.ok(
              observations.movedElements.filter(one => one.startsWith('P.')).length <= limits.moves,
              `the content below moves too often ${at}`,
            );
            assert.ok(await fitsWidth(page), `wider than the page at ${width} px`);
            assert.ok(observations.minCharacters > 10 && observations.frames > 6, at);
            if (form !== 'plain') {
              if (!hasNewViews) assert.ok(observations.maxHeight - observations.minHeight < 1, at);
              const used = Object.entries(await rulesOf(page));
              const missing = used.flatMap(([one, all]) =>
                all.filter(rule => rules[one]?.includes(rule) === false),
              );
              assert.deepEqual(missing, [], `rules that the fragment lacks ${at}`);
            }
            await page.context().close();
          }
      });
  }

  const LIST = {widget: 'resource-list', args: ['--limit=3'], words: /./};
  const titles = (page: Page): Promise<string[]> =>
    page.locator('spass-resource-list a[part=link]').allTextContents();

  for (const form of ['--base=/cdn/', '--light'])
    it(`is shown first when its data are old, with one request for new ones (${form})`, async () => {
      publish(await write(LIST, form, '--max-age=0'));
      const {asked, page, console, observations} = await openAndUpgrade(768);
      assert.equal(asked.length, 1);
      assert.deepEqual(console, []);
      assert.ok(observations.minCharacters > 100, JSON.stringify(observations));
      assert.equal((await titles(page)).length, 3);
      await page.context().close();
    });

  it('shows that its data are a stale copy when the server is down', async () => {
    publish(await write(LIST, '--base=/cdn/', '--max-age=0'));
    const {page} = await open(768);
    await page.clock.install();
    await page.route(`${api}/**`, route => route.fulfill({status: 503, body: ''}));
    await page.goto(`${site.url}/`);
    await page.clock.runFor(60_000);
    await page.locator('spass-resource-list .notice').waitFor();
    assert.equal((await titles(page)).length, 3);
    await page.context().close();
  });

  it('stays when it has no data and none can be loaded', async () => {
    publish(await write(LIST, '--base=/cdn/', '--no-data'));
    const {page} = await open(768);
    await page.route(`${api}/**`, route => route.fulfill({status: 404, body: ''}));
    const failed = page.waitForEvent('console', message => message.text().includes('404'));
    await page.goto(`${site.url}/`);
    await failed;
    assert.equal((await titles(page)).length, 3);
    await page.context().close();
  });

  /** Focuses a link of a fragment before the script arrives, and checks that it has the focus afterwards. */
  const keepsFocus = async (tag: string, width: number): Promise<void> => {
    const {page} = await open(width);
    let release = (): void => undefined;
    const reached = new Promise<void>(resolve => (release = resolve));
    await page.route('**/cdn/spass-widgets.js', async route => {
      await reached;
      await route.continue();
    });
    const going = page.goto(`${site.url}/`);
    const link = page.locator(`${tag} a[part=link]`).nth(1);
    await link.focus();
    const title = await link.textContent();
    const old = await link.elementHandle();
    release();
    await going;
    await page.waitForFunction(one => !one.isConnected, old);
    const focused = await page.evaluate(name => {
      let element = document.querySelector(name);
      while (element?.shadowRoot) element = element.shadowRoot.activeElement;
      return element?.textContent;
    }, tag);
    assert.equal(focused, title);
    await page.context().close();
  };

  it('A-08 keeps the focus on the link that has it', async () => {
    publish(await write(LIST, '--base=/cdn/'));
    await keepsFocus('spass-resource-list', 768);
  });

  it('A-08 keeps the focus on a link inside a view of an explorer', async () => {
    publish(
      await write({widget: 'explorer', args: ['--views=list map'], words: /./}, '--base=/cdn/'),
    );
    await keepsFocus('spass-explorer', 320);
  });

  it('S-01 runs no code of hostile records, even without a policy', async () => {
    const hostile = await startJsonServer(hostilePortal());
    for (const widget of ['portal-cards', 'resource-list', 'project-map', 'story'])
      for (const form of ['--base=/cdn/', '--light']) {
        const {code, out, err} = await runPrerender(
          [`--widget=${widget}`, `--api=${hostile.url}`, form],
          {env: {}},
        );
        assert.equal(code, 0, err);
        site.responses.set('/', `<!doctype html><title>Commune</title>${out}<p id="after"></p>`);
        const {page, errors} = await open(768);
        await page.goto(`${site.url}/`);
        const ran = await page.evaluate(() => [
          'run' in window,
          document.querySelectorAll('script:not([type="application/json"])').length,
          document.body.lastElementChild?.id,
        ]);
        assert.deepEqual([...ran, ...errors], [false, 0, 'after'], `${widget} ${form}`);
        await page.context().close();
      }
    await hostile.close();
  });

  it('with inline styles is replaced without a visible change, under the hash in sri.json', async () => {
    const hashes = JSON.parse(await readFile(join(root, 'dist/cdn/sri.json'), 'utf8')) as Record<
      string,
      string
    >;
    for (const widget of ['portal-cards', 'resource-list'])
      for (const width of [320, 1280]) {
        const fragment = await write({widget, args: ['--limit=6'], words: /./});
        publish(fragment, `'${hashes[`spass-${widget}.css`] ?? ''}'`);
        const {page, console, errors, observations, loadShifts} = await openAndUpgrade(width);
        const at = `${widget} at ${width} px: ${JSON.stringify(observations)}`;
        // The colours of the cards are in a second element, and are read from attributes where a policy refuses it.
        const others = console.filter(line => !/^Applying inline style violates/.test(line));
        assert.deepEqual([...others, ...errors], []);
        assert.ok(console.length <= (widget === 'portal-cards' ? 1 : 0), at);
        assert.ok(observations.shifts + loadShifts <= 0.001, at);
        assert.ok(observations.maxHeight - observations.minHeight < 1, at);
        await page.context().close();
      }
  });

  it('uses its inline styles if a policy allows their hash', async () => {
    const {out, err} = await runPrerender(
      [...prerenderArgs({...LIST, widget: 'programme-timeline', args: []}, api)],
      {env: {}},
    );
    const [, policy = ''] = /Content-Security-Policy: (.*)/.exec(err) ?? [];
    const body = `<!doctype html><title>Commune</title>${out}`;
    site.responses.set('/', {body, headers: {'Content-Security-Policy': policy}});
    const {page, console} = await open(1280);
    await page.goto(`${site.url}/`);
    const bars = page.locator('spass-programme-timeline .bars > li');
    const lefts = await bars.evaluateAll(all =>
      all.map(one => getComputedStyle(one).getPropertyValue('--s')),
    );
    assert.ok(new Set(lefts).size > 3, lefts.join());
    assert.deepEqual(console, []);
    await page.context().close();
  });
});
