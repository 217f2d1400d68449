import {abortError} from './client/errors.js';

/** Maximum length of a slice, in milliseconds. Browsers report tasks above 50 ms as long. */
const SLICE_MS = 12;
/** Number of steps between two readings of the clock: reading it takes longer than many steps. */
const STEPS_PER_CLOCK_CHECK = 16;

/** Returns to the event loop, so that the browser can paint and handle input. */
export const yieldToMain = (): Promise<void> =>
  new Promise(resolve => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });

let turnStart = 0;
/** Element that has begun the current turn of updates; undefined between turns. */
let turnElement: object | undefined;

/**
 * Returns false as long as the updates of this turn have taken less than a slice, else a promise of a later task: the
 * widgets of one response are not updated in one long task. Updates of one element alone share a task.
 */
export function takeTurn(element: object): Promise<void> | false {
  if (!turnElement) {
    turnElement = element;
    turnStart = Date.now();
    void yieldToMain().then(() => (turnElement = undefined));
  }
  return turnElement !== element && Date.now() - turnStart > SLICE_MS && yieldToMain();
}

/** Resolves when the next frame has been painted, or after 100 ms: hidden pages and servers paint none. */
export const afterPaint = (): Promise<void> =>
  new Promise(resolve => {
    const timer = setTimeout(resolve, 100);
    const {requestAnimationFrame: onFrame} = globalThis as Partial<typeof globalThis>;
    onFrame?.(() => {
      clearTimeout(timer);
      resolve(yieldToMain());
    });
  });

/**
 * Calls a function when the browser is idle; soon if idle callbacks are not supported (Safari), or removed by the page.
 */
export function whenIdle(run: () => void): void {
  const {requestIdleCallback: idle = (callback: () => void) => setTimeout(callback, 1)} =
    globalThis as Partial<typeof globalThis>;
  idle(run);
}

/**
 * Calls `step` for 0 to `count - 1`, or until it returns false, in slices of at most 12 ms.
 *
 * @param stepsPerClockCheck Number of steps between two readings of the clock: 1 if a step may take long.
 * @throws {DOMException} `AbortError` if `signal` is aborted.
 */
export async function runInSlices(
  count: number,
  step: (index: number) => unknown,
  signal?: AbortSignal,
  stepsPerClockCheck = STEPS_PER_CLOCK_CHECK,
): Promise<void> {
  let start = Date.now();
  for (let index = 0; index < count && step(index) !== false; index++) {
    if (index % stepsPerClockCheck === 0 && Date.now() - start > SLICE_MS) {
      await yieldToMain();
      if (signal?.aborted) throw abortError();
      start = Date.now();
    }
  }
}

/** Calls back once, as soon as the document has an element that matches: now, or when one is added. */
export function onFirstMatch(selector: string, callback: () => unknown): void {
  // jsdom calls back after a test, when its globals are removed.
  const page = document;
  const check = (): void => {
    if (!page.querySelector(selector)) return;
    observer.disconnect();
    callback();
  };
  const observer = new MutationObserver(check);
  observer.observe(page, {childList: true, subtree: true});
  check();
}
