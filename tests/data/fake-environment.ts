import type {Environment} from '../../src/data/client/request.js';

/** Returns the response to a request. */
export type Responder = (
  signal: AbortSignal,
  init: RequestInit,
  url: string,
) => Promise<Response> | Response;

/**
 * Environment in which no time passes by itself: delays end at once, and a request times out only when `expireTimeout`
 * is called.
 */
export class FakeEnvironment implements Environment {
  time = Date.parse('2026-11-24T12:00:00Z');
  randomValue = 0.5;
  /** Timeouts of the attempts so far, in milliseconds. */
  readonly timeouts: number[] = [];
  /** Delays so far, in milliseconds. */
  readonly delays: number[] = [];
  /** Cache modes of the requests so far. */
  readonly cacheModes: (RequestCache | undefined)[] = [];
  /** Number of timers that have neither ended nor been cancelled. */
  activeTimers = 0;
  /** Called for each delay instead of ending it at once. */
  onDelay: ((end: () => void) => void) | undefined;
  readonly #responders: readonly Responder[];
  #lastTimer = {isTimeout: false, ms: 0, end: (): void => {}};

  /** @param responders Responders, one per request; the last one is used for all further requests. */
  constructor(...responders: [Responder, ...Responder[]]) {
    this.#responders = responders;
  }

  now = (): number => this.time;
  random = (): number => this.randomValue;

  fetch = async (url: string, init: RequestInit): Promise<Response> => {
    // The timeout of an attempt is set just before its request.
    this.#lastTimer.isTimeout = true;
    this.timeouts.push(this.#lastTimer.ms);
    const respond =
      this.#responders[Math.min(this.cacheModes.length, this.#responders.length - 1)]!;
    this.cacheModes.push(init.cache);
    return respond(init.signal!, init, url);
  };

  setTimer = (ms: number, callback: () => void): (() => void) => {
    this.activeTimers++;
    let isOver = false;
    const cancel = (): boolean => {
      if (isOver) return false;
      isOver = true;
      this.activeTimers--;
      return true;
    };
    const end = (): void => {
      if (!cancel()) return;
      this.time += ms;
      callback();
    };
    const timer = {isTimeout: false, ms, end};
    this.#lastTimer = timer;
    queueMicrotask(() => {
      if (timer.isTimeout) return;
      this.delays.push(ms);
      if (this.onDelay) this.onDelay(end);
      else end();
    });
    return cancel;
  };

  /** Ends the timeout of the current attempt. */
  expireTimeout(): void {
    this.#lastTimer.end();
  }
}

export const json = (body: unknown, status = 200, headers: HeadersInit = {}): Response =>
  new Response(JSON.stringify(body), {status, headers});

/** Fails like a browser without a connection. */
export const networkFailure: Responder = () => Promise.reject(new TypeError('Failed to fetch'));

/** Never responds until the request is aborted. Calls `onRequest` when it is sent. */
export const noResponse =
  (onRequest: () => void = () => {}): Responder =>
  signal =>
    new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
      queueMicrotask(onRequest);
    });

export const status =
  (code: number, headers: HeadersInit = {}): Responder =>
  () =>
    new Response('no body to show', {status: code, headers});
