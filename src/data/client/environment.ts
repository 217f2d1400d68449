import {embeddedResponse} from './embedded-responses.js';

/** Clock, timers, random numbers and `fetch`, replaced in tests. */
export interface Environment {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Number from 0 up to, but not including, 1. */
  random(): number;
  /** Calls back after `ms` milliseconds. Returns a function that cancels the timer. */
  setTimer(ms: number, callback: () => void): () => void;
  /** Returns the time at which the last response of a URL was stored, if it was a kept copy. */
  storedTimeOf?(url: string): Date | undefined;
}

// Saved when the module is loaded, because some pages replace `fetch` later.
const nativeFetch = globalThis.fetch.bind(globalThis);

/** Environment of the browser. `fetch` returns a response embedded by `prerender` if there is one. */
export const defaultEnvironment: Environment = {
  fetch: async (url, init) => embeddedResponse(url, init.cache) ?? nativeFetch(url, init),
  now: () => Date.now(),
  random: () => Math.random(),
  setTimer: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
