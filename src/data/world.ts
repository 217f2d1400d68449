import {broughtAnswer} from './brought.js';

/** What the client needs of the world; tests hand in their own clock and chance. */
export interface World {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Milliseconds since 1970. */
  now(): number;
  /** 0 ≤ n < 1. */
  random(): number;
  /** Calls back after some milliseconds; the answer takes the call back. */
  after(ms: number, callback: () => void): () => void;
}

// Taken once: some pages replace it later.
const nativeFetch = globalThis.fetch.bind(globalThis);

export const realWorld: World = {
  fetch: async (url, init) => broughtAnswer(url, init.cache) ?? nativeFetch(url, init),
  now: () => Date.now(),
  random: () => Math.random(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
