import assert from 'node:assert/strict';
import type {Browser, CDPSession, Page} from 'playwright-core';
import {apiResponses, pageOf, WIDGETS} from './all-widgets.js';
import {partsDrawn} from '../support/page-parts.js';
import {openPage, type OpenPage, type Site} from './browser-fixture.js';

/** Resources that a page holds. */
export interface HeldResources {
  readonly nodes: number;
  readonly listeners: number;
  readonly observers: number;
  readonly timers: number;
  readonly requests: number;
}

/** Runs before the page's scripts: counts active timers, listeners, observers and requests. */
function instrument(): void {
  const timers = new Set<unknown>();
  // An observer does not keep its target alive; neither may this record.
  const observing = new Map<object, Set<WeakRef<Node>>>();
  const held = {
    requests: 0,
    timers: () => timers.size,
    observers: () =>
      [...observing.values()]
        .flatMap(targets => [...targets])
        .filter(target => target.deref() !== undefined).length,
  };
  Object.assign(window, {held});
  const {fetch, setTimeout, clearTimeout, setInterval, clearInterval} = window;
  window.fetch = (...asked) => {
    held.requests++;
    return fetch(...asked).finally(() => held.requests--);
  };
  const timed = (set: typeof setTimeout, isOnce: boolean) =>
    ((run: (...given: unknown[]) => void, ms: number, ...given: unknown[]) => {
      const id: unknown = set(() => {
        if (isOnce) timers.delete(id);
        run(...given);
      }, ms);
      timers.add(id);
      return id;
    }) as typeof setTimeout;
  const ended =
    (clear: typeof clearTimeout): typeof clearTimeout =>
    id => {
      timers.delete(id);
      clear(id);
    };
  Object.assign(window, {
    setTimeout: timed(setTimeout, true),
    setInterval: timed(setInterval as typeof setTimeout, false),
    clearTimeout: ended(clearTimeout),
    clearInterval: ended(clearInterval),
  });
  for (const {prototype} of [IntersectionObserver, ResizeObserver, MutationObserver]) {
    const real = prototype as ResizeObserver;
    const {observe, disconnect} = real;
    // Optional: a MutationObserver has no `unobserve`.
    const unobserve = real.unobserve as typeof real.unobserve | undefined;
    real.observe = function (target, ...options) {
      const targets = observing.get(this) ?? new Set();
      observing.set(this, targets.add(new WeakRef(target)));
      observe.call(this, target, ...options);
    };
    real.disconnect = function () {
      observing.delete(this);
      disconnect.call(this);
    };
    if (unobserve)
      real.unobserve = function (target) {
        for (const known of observing.get(this) ?? [])
          if (known.deref() === target) observing.get(this)?.delete(known);
        unobserve.call(this, target);
      };
  }
}

/** Opens a page with the script but no widget, and instruments it. */
export async function openInstrumentedPage(
  browser: Browser,
  site: Site,
): Promise<OpenPage & {cdp: CDPSession}> {
  for (const [path, reply] of Object.entries(apiResponses('/api'))) site.responses.set(path, reply);
  site.responses.set('/', pageOf('<div id="one"></div><div id="other"></div>'));
  const opened = await openPage(browser);
  await opened.page.addInitScript(instrument);
  await opened.page.goto(site.url);
  const cdp = await opened.page.context().newCDPSession(opened.page);
  await cdp.send('Performance.enable');
  await cdp.send('HeapProfiler.enable');
  return {...opened, cdp};
}

/** Returns the resources held when the page is idle and garbage is collected. */
async function heldResources(page: Page, cdp: CDPSession): Promise<HeldResources> {
  // Callbacks for idle time and for the next frame run first, and parts that arrive late.
  await partsDrawn(page);
  // A second time for what weak references have kept during the first.
  for (let time = 0; time < 2; time++) await cdp.send('HeapProfiler.collectGarbage');
  const {nodes, jsEventListeners} = await cdp.send('Memory.getDOMCounters');
  const rest = await page.evaluate(() => {
    const {held: counts} = window as unknown as {
      held: {requests: number; timers(): number; observers(): number};
    };
    return {requests: counts.requests, timers: counts.timers(), observers: counts.observers()};
  });
  return {nodes, listeners: jsEventListeners, ...rest};
}

/**
 * Asserts that something leaves nothing behind. A leak grows each time: some objects are made once, when they are first
 * needed, such as a template of Lit or the regional sheet of a map. The count may shrink: the last widget before the
 * start may have been in use still.
 */
export async function assertLeavesNothing(
  {page, cdp}: OpenPage & {cdp: CDPSession},
  repeat: () => Promise<unknown>,
  when: string,
): Promise<void> {
  let start = await heldResources(page, cdp);
  for (let time = 1; ; time++) {
    await repeat();
    const {now, grown} = await growthSince(start, page, cdp);
    if (grown.length === 0) return;
    assert.ok(time < 3, `${when}: ${JSON.stringify(grown)}`);
    start = now;
  }
}

/** Number of looks at what is held before it counts as left behind. */
const MAX_LOOKS = 30;

/**
 * Returns the resources of which more are held than at the start. Looks again while there are: what a removed widget
 * still waits for, such as a part, is released a moment later.
 */
async function growthSince(start: HeldResources, page: Page, cdp: CDPSession) {
  for (let look = 1; ; look++) {
    const now = await heldResources(page, cdp);
    const grown = Object.entries(now).filter(
      ([name, count]) => count > start[name as keyof HeldResources],
    );
    if (grown.length === 0 || look === MAX_LOOKS) return {now, grown};
  }
}

/** Returns the heap size in bytes after a forced collection. */
export async function heapSize(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
}

/** Counts the elements of this package in memory by tag, whether they are in the page or not. */
export async function countElements(page: Page, cdp: CDPSession): Promise<Record<string, number>> {
  // Callbacks for idle time run first.
  await heldResources(page, cdp);
  const objectGroup = 'elements';
  // Elements whose code is loaded later are registered with another class.
  const expression = 'HTMLElement.prototype';
  const {result} = await cdp.send('Runtime.evaluate', {expression, objectGroup});
  const {objects} = await cdp.send('Runtime.queryObjects', {
    prototypeObjectId: result.objectId!,
    objectGroup,
  });
  const {result: counts} = await cdp.send('Runtime.callFunctionOn', {
    functionDeclaration: String(countTags),
    objectId: objects.objectId!,
    returnByValue: true,
  });
  await cdp.send('Runtime.releaseObjectGroup', {objectGroup});
  return counts.value as Record<string, number>;
}

/** Runs in the page, on an array of objects that also contains the prototypes of classes. */
function countTags(this: readonly object[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of this) {
    if (Object.hasOwn(one, 'constructor')) continue;
    const {localName} = one as Element;
    if (localName.startsWith('spass-')) counts[localName] = (counts[localName] ?? 0) + 1;
  }
  return counts;
}

/** Adds a widget to the page, waits until it is drawn, and removes it; repeated. */
export const addAndRemove = (page: Page, noun: string, runs: number): Promise<void> =>
  addAndRemoveEach(page, Array<string>(runs).fill(WIDGETS.get(noun)!('/api')));

/** Adds each markup to the page, waits until it is drawn, and removes it. */
export const addAndRemoveEach = (page: Page, contents: readonly string[]): Promise<void> =>
  page.evaluate(async markups => {
    type Widget = HTMLElement & {loadComplete?: Promise<void>};
    const place = document.querySelector('#one')!;
    for (const markup of markups) {
      const content = document.createRange().createContextualFragment(markup);
      place.replaceChildren(content);
      for (const widget of place.querySelectorAll<Widget>('*'))
        if (widget.localName.startsWith('spass-')) await widget.loadComplete;
      place.replaceChildren();
    }
  }, contents);

/**
 * Moves a widget between two parents within one task and lets it draw; returns the length of its text, and removes it.
 */
export const moveRepeatedly = (page: Page, noun: string, runs: number): Promise<number> =>
  page.evaluate(
    async ([markup, count]) => {
      type Widget = HTMLElement & {loadComplete?: Promise<void>};
      const [one, other] = [document.querySelector('#one')!, document.querySelector('#other')!];
      one.replaceChildren(document.createRange().createContextualFragment(markup));
      const widget = one.firstElementChild as Widget;
      await widget.loadComplete;
      for (let time = 0; time < count; time++) (time % 2 ? one : other).append(widget);
      await widget.loadComplete;
      const height = widget.offsetHeight;
      widget.remove();
      return height;
    },
    [WIDGETS.get(noun)!('/api'), runs] as const,
  );
