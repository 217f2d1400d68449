import {runInSlices} from './scheduling.js';

/**
 * Runs the steps of a generator in slices of at most 12 ms, and returns its value.
 *
 * @throws {DOMException} `AbortError` if `signal` is aborted.
 */
export async function runSteps<T>(steps: Generator<void, T>, signal?: AbortSignal): Promise<T> {
  let result: IteratorResult<void, T> | undefined;
  await runInSlices(Infinity, () => !(result = steps.next()).done, signal, 1);
  return result?.value as T;
}
