import {LruCache} from './cache.js';
import {HttpError, isAbort, LoadError, NetworkError, SchemaError} from './errors.js';

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

/** A JSON body, and since when it is out of date if it had to be taken from a copy. */
export interface Reply {
  readonly body: unknown;
  /** When the copy was made; `undefined` while the answer is fresh, null when nobody knows. */
  readonly staleSince?: Date | null;
}

interface Flight {
  readonly promise: Promise<Reply>;
  readonly controller: AbortController;
  askers: number;
}

interface Copy {
  readonly body: unknown;
  readonly at: number;
}

/** One try may take this long, body included (ms). */
const TRY_LIMIT = 8_000;
const RETRIES = 2;
/** All tries and waits together (ms). */
const BUDGET = 30_000;
/** An answer is as good as new for this long (ms). */
const FRESH = 60_000;
const COPIES = 40;
/** Characters; beyond it a page would rather fail than freeze. */
const LONGEST_BODY = 60_000_000;
const RETRIED = new Set([408, 429, 500, 502, 503, 504]);

// Natives are taken once: some pages replace them later.
const nativeFetch = globalThis.fetch?.bind(globalThis);
const realWorld: World = {
  fetch: (url, init) => nativeFetch(url, init),
  now: () => Date.now(),
  random: () => Math.random(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/**
 * Fetches JSON: the only fetch of the library. One request in flight per address, at most two retries with full
 * jitter (AWS Builders' Library, "Timeouts, retries and backoff with jitter"), `Retry-After` obeyed within 30 s,
 * the request dropped when its last asker leaves, a stale copy when the server is down.
 */
export class Client {
  readonly #world: World;
  readonly #flights = new Map<string, Flight>();
  readonly #copies = new LruCache<Copy>(COPIES);

  constructor(world: Partial<World> = {}) {
    this.#world = {...realWorld, ...world};
  }

  /**
   * The JSON at an address. `reload` asks the server even when a fresh copy is at hand.
   * @throws {LoadError} when no answer and no copy can be had.
   * @throws {DOMException} `AbortError` when `signal` says so.
   */
  async get(url: string, signal: AbortSignal, reload = false): Promise<Reply> {
    signal.throwIfAborted();
    const copy = this.#copies.get(url);
    if (!reload && copy && this.#world.now() - copy.at < FRESH) return {body: copy.body};
    let flight = this.#flights.get(url);
    if (!flight) {
      const controller = new AbortController();
      flight = {promise: this.#fly(url, controller.signal, reload), controller, askers: 0};
      const landed = flight;
      this.#flights.set(url, flight);
      const forget = (): void => {
        if (this.#flights.get(url) === landed) this.#flights.delete(url);
      };
      flight.promise.then(forget, forget);
    }
    return this.#board(url, flight, signal);
  }

  #board(url: string, flight: Flight, signal: AbortSignal): Promise<Reply> {
    flight.askers++;
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        reject(new DOMException('No longer wanted.', 'AbortError'));
        if (--flight.askers > 0) return;
        if (this.#flights.get(url) === flight) this.#flights.delete(url);
        flight.controller.abort();
      };
      signal.addEventListener('abort', leave, {once: true});
      const arrived = (): void => signal.removeEventListener('abort', leave);
      flight.promise.then(
        reply => {
          arrived();
          resolve(reply);
        },
        (error: unknown) => {
          arrived();
          reject(error as Error);
        },
      );
    });
  }

  async #fly(url: string, signal: AbortSignal, reload: boolean): Promise<Reply> {
    try {
      const body = await this.#try(url, signal, reload ? 'no-cache' : 'default');
      this.#copies.set(url, {body, at: this.#world.now()});
      return {body};
    } catch (error) {
      if (isAbort(error) || !serverIsDown(error)) throw error;
      const copy = this.#copies.get(url);
      if (copy) return {body: copy.body, staleSince: new Date(copy.at)};
      const kept = await this.#browserCopy(url, signal);
      if (kept === undefined) throw error;
      return {body: kept, staleSince: null};
    }
  }

  /** What the browser still has of an address, however old. */
  async #browserCopy(url: string, signal: AbortSignal): Promise<unknown> {
    try {
      return await this.#once(url, signal, 'force-cache', TRY_LIMIT);
    } catch (error) {
      if (isAbort(error)) throw error;
      return undefined;
    }
  }

  async #try(url: string, signal: AbortSignal, cache: RequestCache): Promise<unknown> {
    const start = this.#world.now();
    for (let attempt = 0; ; attempt++) {
      const left = BUDGET - (this.#world.now() - start);
      try {
        return await this.#once(url, signal, cache, Math.min(TRY_LIMIT, left));
      } catch (error) {
        if (isAbort(error) || attempt === RETRIES || !mayPass(error)) throw error;
        const asked = error instanceof HttpError ? error.retryAfter : undefined;
        const backoff = this.#world.random() * Math.min(10_000, 500 * 2 ** attempt);
        const wait = asked === undefined ? backoff : asked * 1000;
        if (this.#world.now() - start + wait >= BUDGET) throw error;
        await this.#wait(wait, signal);
      }
    }
  }

  #wait(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const cancel = this.#world.after(ms, () => {
        signal.removeEventListener('abort', stop);
        resolve();
      });
      const stop = (): void => {
        cancel();
        reject(new DOMException('No longer wanted.', 'AbortError'));
      };
      signal.addEventListener('abort', stop, {once: true});
    });
  }

  /** One request, its body read and parsed within `limit` ms. */
  async #once(url: string, signal: AbortSignal, cache: RequestCache, limit: number): Promise<unknown> {
    const controller = new AbortController();
    let late = false;
    const cancelTimer = this.#world.after(limit, () => {
      late = true;
      controller.abort();
    });
    const pass = (): void => controller.abort();
    signal.addEventListener('abort', pass, {once: true});
    try {
      signal.throwIfAborted();
      const response = await this.#world.fetch(url, {
        cache,
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: controller.signal,
      });
      if (!response.ok) throw await httpError(url, response, this.#world.now());
      return parseJson(url, await response.text());
    } catch (error) {
      if (signal.aborted) throw new DOMException('No longer wanted.', 'AbortError');
      if (late) throw new NetworkError('timeout', url, `no whole answer within ${limit / 1000} s`);
      if (error instanceof LoadError) throw error;
      throw new NetworkError('network', url, 'no answer (is the address right, and does its server allow CORS?)');
    } finally {
      cancelTimer();
      signal.removeEventListener('abort', pass);
    }
  }
}

const mayPass = (error: unknown): boolean =>
  error instanceof NetworkError || (error instanceof HttpError && RETRIED.has(error.status));

const serverIsDown = (error: unknown): boolean =>
  error instanceof NetworkError || (error instanceof HttpError && (error.status >= 500 || error.status === 429));

function parseJson(url: string, text: string): unknown {
  if (text.length > LONGEST_BODY) throw new SchemaError(url, `an answer of ${text.length} characters is too long`);
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    const what = text.trim() === '' ? 'empty' : /^\s*</.test(text) ? 'HTML or XML' : 'not well-formed';
    throw new SchemaError(url, `expected JSON, and the answer is ${what}`);
  }
}

/** The error of an answer, with the reason that an RFC 9457 problem gives. */
async function httpError(url: string, response: Response, now: number): Promise<HttpError> {
  let reason = '';
  if (response.headers.get('content-type')?.includes('problem+json')) {
    try {
      const problem: unknown = JSON.parse(await response.text());
      const {detail, title} = problem as {detail?: unknown; title?: unknown};
      reason = String(typeof detail === 'string' ? detail : typeof title === 'string' ? title : '').slice(0, 200);
    } catch {
      // The status alone has to do.
    }
  }
  return new HttpError(url, response.status, reason, retryAfter(response.headers.get('retry-after'), now));
}

/** `Retry-After` in seconds, from seconds or an HTTP date (RFC 9110, 10.2.3). */
function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, (date - now) / 1000);
}
