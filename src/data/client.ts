import {LruCache} from './cache.js';
import {abortError, HttpError, NetworkError} from './errors.js';
import {PASSING, requestJson} from './request.js';
import {realWorld, type World} from './world.js';

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
  readonly json: unknown;
  readonly length: number;
  readonly at: number;
}

/** One try may take this long, body included (ms). */
const TRY_LIMIT = 8_000;
const RETRIES = 2;
/** All tries and waits together (ms). */
const BUDGET = 30_000;
/** An answer is as good as new for this long (ms). */
const FRESH = 60_000;
/** Characters of all copies together; each counts for a thousand more, so that their number is bounded too. */
const COPIES = 40_000_000;

/**
 * Fetches JSON. One request in flight per address, at most two retries with full jitter (AWS Builders' Library,
 * "Timeouts, retries and backoff with jitter"), `Retry-After` obeyed within 30 s, the request dropped when its last
 * asker leaves, a stale copy when the server is down.
 */
export class Client {
  readonly #world: World;
  readonly #flights = new Map<string, Flight>();
  readonly #copies = new LruCache<Copy>(COPIES, copy => copy.length + 1000);

  constructor(world: Partial<World> = {}) {
    this.#world = {...realWorld, ...world};
  }

  /**
   * The JSON at an address. `reload` asks the server even when a fresh copy is at hand.
   * @throws {LoadError} when no answer and no copy can be had.
   * @throws {DOMException} `AbortError` when `signal` says so.
   */
  async get(url: string, signal: AbortSignal, reload = false): Promise<Reply> {
    if (signal.aborted) throw abortError();
    const copy = reload ? undefined : this.#copies.get(url);
    // A clock that is set back makes a copy old, not young for ever.
    const age = copy ? this.#world.now() - copy.at : NaN;
    if (copy && age >= 0 && age < FRESH) return {body: copy.json};
    const flight = this.#flights.get(url) ?? this.#takeOff(url, reload);
    return this.#board(url, flight, signal);
  }

  #takeOff(url: string, reload: boolean): Flight {
    const controller = new AbortController();
    const promise = this.#fly(url, controller.signal, reload);
    const flight: Flight = {promise, controller, askers: 0};
    this.#flights.set(url, flight);
    const land = (): void => this.#forget(url, flight);
    promise.then(land, land);
    return flight;
  }

  #forget(url: string, flight: Flight): void {
    if (this.#flights.get(url) === flight) this.#flights.delete(url);
  }

  async #board(url: string, flight: Flight, signal: AbortSignal): Promise<Reply> {
    flight.askers++;
    let leave = (): void => undefined;
    const left = new Promise<never>((_, reject) => {
      leave = () => {
        reject(abortError());
        if (--flight.askers > 0) return;
        // Whoever asks now needs a flight of their own.
        this.#forget(url, flight);
        flight.controller.abort();
      };
    });
    signal.addEventListener('abort', leave);
    try {
      return await Promise.race([flight.promise, left]);
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  async #fly(url: string, signal: AbortSignal, reload: boolean): Promise<Reply> {
    const start = this.#world.now();
    for (let attempt = 0; ; attempt++) {
      const copy = this.#copies.get(url);
      // The last try takes what the browser still has, however old; the server is asked if it has nothing.
      const anyCopy = attempt === RETRIES && copy === undefined;
      const cache = anyCopy ? 'force-cache' : reload ? 'no-cache' : 'default';
      const limit = Math.min(TRY_LIMIT, BUDGET - (this.#world.now() - start));
      try {
        const body = await requestJson(this.#world, url, {signal, cache, limit});
        if (anyCopy) return {body: body.json, staleSince: null};
        this.#copies.set(url, {...body, at: this.#world.now()});
        return {body: body.json};
      } catch (error) {
        const wait = this.#waitAfter(error, attempt);
        const spent = this.#world.now() - start + wait;
        if (attempt < RETRIES && spent < BUDGET && mayPass(error)) await this.#pause(wait, signal);
        else if (copy && isDown(error)) return {body: copy.json, staleSince: new Date(copy.at)};
        else throw error;
      }
    }
  }

  /** How long to wait before the next try (ms): what the server asks for, if that is longer than chance has it. */
  #waitAfter(error: unknown, attempt: number): number {
    const backoff = this.#world.random() * Math.min(10_000, 500 * 2 ** attempt);
    const asked = error instanceof HttpError ? (error.retryAfter ?? 0) : 0;
    return Math.max(backoff, asked * 1000);
  }

  #pause(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        cancel();
        reject(abortError());
      };
      const cancel = this.#world.after(ms, () => {
        signal.removeEventListener('abort', stop);
        resolve();
      });
      signal.addEventListener('abort', stop);
    });
  }
}

const mayPass = (error: unknown): boolean =>
  error instanceof NetworkError || (error instanceof HttpError && PASSING.has(error.status));

const isDown = (error: unknown): boolean =>
  mayPass(error) || (error instanceof HttpError && error.status >= 500);
