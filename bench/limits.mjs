// Limits of time: a contestant that does not end is reported as failed, and its processes are ended.
import {spawn} from 'node:child_process';
import {constants} from 'node:os';

const running = new Set();

/** Starts Node as a process that `endProcesses` ends. */
export const startNode = (args, options) => {
  const child = spawn(process.execPath, args, options);
  running.add(child);
  const forget = () => running.delete(child);
  child.once('exit', forget).once('error', forget);
  return child;
};

/** Ends the processes of `startNode` that are still running. */
export const endProcesses = () => {
  for (const child of running) child.kill('SIGKILL');
};

/**
 * Resolves with the result of a contestant.
 *
 * @param {() => Promise<unknown>} run
 * @param {AbortSignal} signal
 * @throws if the signal aborts first.
 */
export const runUntil = async (run, signal) => {
  let stop;
  const stopped = new Promise((_, reject) => {
    stop = () => reject(signal.reason);
  });
  signal.addEventListener('abort', stop);
  try {
    signal.throwIfAborted();
    return await Promise.race([run(), stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
    endProcesses();
  }
};

/** Runs a contestant for a number of minutes at most; `end` then closes what it uses. */
export const runWithin = async (run, minutes, end) => {
  const limit = new AbortController();
  const timer = setTimeout(
    () => limit.abort(new Error(`not ended after ${minutes.toFixed(1)} minutes`)),
    minutes * 60_000,
  );
  try {
    return await runUntil(run, limit.signal);
  } catch (error) {
    if (limit.signal.aborted) await end();
    throw error;
  } finally {
    clearTimeout(timer);
  }
};

/** Exits on a signal. Playwright, left to itself, closes its browser on SIGTERM and lets the process go on. */
export const exitOnSignals = () => {
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'])
    process.once(signal, () => {
      endProcesses();
      process.exit(128 + constants.signals[signal]);
    });
};
