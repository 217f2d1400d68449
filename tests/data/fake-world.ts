import type {World} from '../../src/data/world.js';

/** Returns the response to a request. */
export type Answerer = (
  signal: AbortSignal,
  init: RequestInit,
  url: string,
) => Promise<Response> | Response;

/**
 * Environment in which no time passes by itself: delays end at once, and a request times out only when `expireTimeout`
 * is called.
 */
export class FakeWorld implements World {
  time = Date.parse('2026-11-24T12:00:00Z');
  chance = 0.5;
  /** Timeouts of the attempts so far, in milliseconds. */
  readonly limits: number[] = [];
  /** Delays so far, in milliseconds. */
  readonly waits: number[] = [];
  /** Cache modes of the requests so far. */
  readonly caches: (RequestCache | undefined)[] = [];
  /** Number of timers that have neither ended nor been cancelled. */
  running = 0;
  /** Called for each delay instead of ending it at once. */
  onWait: ((end: () => void) => void) | undefined;
  readonly #answers: readonly Answerer[];
  #last = {isLimit: false, ms: 0, end: (): void => {}};

  /** @param responders Responders, one per request; the last one is used for all further requests. */
  constructor(...answers: [Answerer, ...Answerer[]]) {
    this.#answers = answers;
  }

  now = (): number => this.time;
  random = (): number => this.chance;

  fetch = async (url: string, init: RequestInit): Promise<Response> => {
    // The timeout of an attempt is set just before its request.
    this.#last.isLimit = true;
    this.limits.push(this.#last.ms);
    const answer = this.#answers[Math.min(this.caches.length, this.#answers.length - 1)]!;
    this.caches.push(init.cache);
    return answer(init.signal!, init, url);
  };

  after = (ms: number, callback: () => void): (() => void) => {
    this.running++;
    let isOver = false;
    const stop = (): boolean => {
      if (isOver) return false;
      isOver = true;
      this.running--;
      return true;
    };
    const end = (): void => {
      if (!stop()) return;
      this.time += ms;
      callback();
    };
    const timer = {isLimit: false, ms, end};
    this.#last = timer;
    queueMicrotask(() => {
      if (timer.isLimit) return;
      this.waits.push(ms);
      if (this.onWait) this.onWait(end);
      else end();
    });
    return stop;
  };

  /** Ends the timeout of the current attempt. */
  timeUp(): void {
    this.#last.end();
  }
}

export const json = (body: unknown, status = 200, headers: HeadersInit = {}): Response =>
  new Response(JSON.stringify(body), {status, headers});

/** Fails like a browser without a connection. */
export const deadLine: Answerer = () => Promise.reject(new TypeError('Failed to fetch'));

/** Never responds until the request is aborted. Calls `onRequest` when it is sent. */
export const silence =
  (asked: () => void = () => {}): Answerer =>
  signal =>
    new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
      queueMicrotask(asked);
    });

export const status =
  (code: number, headers: HeadersInit = {}): Answerer =>
  () =>
    new Response('no body to show', {status: code, headers});
