import {abortError} from './errors.js';

/** A task longer than this makes a page stutter (ms); the browser's own limit is 50. */
const SLICE = 12;
/** Looking at the clock costs more than many of the steps. */
const STEPS_BETWEEN_LOOKS = 16;

/** Lets the browser paint and listen, then goes on. */
export const breathe = (): Promise<void> =>
  new Promise(resolve => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });

/**
 * Calls `step` for 0 to `count - 1`, or until one answers false, in slices of 12 ms; where steps may be long, `stride`
 * says after how many the clock is looked at.
 * @throws {DOMException} `AbortError` when told to stop.
 */
export async function inSlices(
  count: number,
  step: (index: number) => unknown,
  signal?: AbortSignal,
  stride = STEPS_BETWEEN_LOOKS,
): Promise<void> {
  let start = performance.now();
  for (let index = 0; index < count && step(index) !== false; index++) {
    if (index % stride === 0 && performance.now() - start > SLICE) {
      await breathe();
      if (signal?.aborted) throw abortError();
      start = performance.now();
    }
  }
}
