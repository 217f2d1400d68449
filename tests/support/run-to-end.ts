import {runInThisContext} from 'node:vm';

/** Hours of work on any machine for a task that is not linear, and seconds for a linear one. In milliseconds. */
const TIMEOUT_MS = 120_000;

const shared = globalThis as typeof globalThis & {spassTask?: () => unknown};

/**
 * Runs a synchronous task, and stops it if it has no end. Its input must be so long that a quadratic task needs a
 * thousand times what a linear one needs: the test then depends neither on the machine nor on what else runs on it.
 *
 * @throws if it is stopped.
 */
export function runToEnd<T>(task: () => T): T {
  shared.spassTask = task;
  try {
    return runInThisContext('globalThis.spassTask()', {timeout: TIMEOUT_MS}) as T;
  } finally {
    delete shared.spassTask;
  }
}
