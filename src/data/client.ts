import {LruCache} from './cache.js';
import {abortError, HttpError, NetworkError, SchemaError} from './errors.js';
import {type Body, type BodyReader, jsonReader, PASSING, request} from './request.js';
import {realWorld, type World} from './world.js';

/** Parsed response body, and its age if it is a stale copy. */
export interface Reply {
  readonly body: unknown;
  /** Time at which a stale copy was stored, or null if unknown. Absent if the body is fresh. */
  readonly staleSince?: Date | null;
}

/** Request in progress, shared by all callers that want the same resource. */
interface Flight {
  readonly isReload: boolean;
  readonly promise: Promise<Reply>;
  readonly controller: AbortController;
  askers: number;
}

interface Copy extends Body {
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Default timeout of one attempt, body included. */
const TRY_LIMIT = 8_000;
const RETRIES = 2;
/** Time limit for all attempts and delays of a request. */
const BUDGET = 30_000;
/** Age up to which a cached response is returned without a request. */
const FRESH = 60_000;
/**
 * Capacity of the cache, in characters. Each entry counts 1000 more, so that the capacity also bounds the number of
 * entries.
 */
const COPIES = 40_000_000;

/**
 * HTTP client with timeouts, retries, shared requests and an in-memory cache.
 *
 * - Calls for the same URL and reader share one request. It is aborted when the last caller aborts.
 * - Network errors and the statuses 408, 429, 500, 502, 503 and 504 are retried up to twice, with exponential backoff
 *   and full jitter (AWS Builders' Library, "Timeouts, retries and backoff with jitter"), or after `Retry-After` if
 *   that is longer. All attempts together take at most 30 s.
 * - Responses are cached for 60 s. Older ones are returned, with `staleSince`, if the server is down.
 */
export class Client {
  readonly #world: World;
  readonly #flights = new Map<string, Flight>();
  readonly #copies = new LruCache<Copy>(COPIES, copy => copy.length + 1000);

  constructor(world: Partial<World> = {}) {
    this.#world = {...realWorld, ...world};
  }

  /**
   * Fetches a resource, or returns it from the cache.
   *
   * @param signal Ends the wait of this caller; other callers of the same resource keep waiting.
   * @param reload Asks the server even if a fresh copy is cached.
   * @param reader Parser of the response body. Default: JSON.
   * @throws {LoadError} if all attempts fail and no copy is available.
   * @throws {DOMException} `AbortError` if `signal` is aborted.
   */
  async get(url: string, signal: AbortSignal, reload = false, reader = jsonReader): Promise<Reply> {
    if (signal.aborted) throw abortError();
    const key = `${url} ${reader.name}`;
    const copy = reload ? undefined : this.#copies.get(key);
    // The age is negative after the system clock was set back: the entry would stay fresh for too long.
    const age = copy ? this.#world.now() - copy.at : NaN;
    if (copy && age >= 0 && age < FRESH) return {body: copy.value};
    const running = this.#flights.get(key);
    // A request that started before the reload may return data from before it.
    const isOfUse = running && (running.isReload || !reload);
    const flight = isOfUse ? running : this.#takeOff(key, url, reload, reader);
    return this.#board(key, flight, signal);
  }

  #takeOff(key: string, url: string, reload: boolean, reader: BodyReader): Flight {
    const controller = new AbortController();
    const promise = this.#fly(key, url, controller.signal, reload, reader);
    const flight: Flight = {isReload: reload, promise, controller, askers: 0};
    this.#flights.set(key, flight);
    const land = (): void => this.#forget(key, flight);
    promise.then(land, land);
    return flight;
  }

  /** Removes a pending request, unless a reload has replaced it. */
  #forget(key: string, flight: Flight): void {
    if (this.#flights.get(key) === flight) this.#flights.delete(key);
  }

  /** Resolves with the result of a pending request, or rejects when `signal` is aborted. */
  async #board(key: string, flight: Flight, signal: AbortSignal): Promise<Reply> {
    flight.askers++;
    let leave = (): void => undefined;
    const left = new Promise<never>((_, reject) => {
      leave = () => {
        reject(abortError());
        if (--flight.askers > 0) return;
        // Removed now, so that the next caller starts a new request instead of joining the aborted one.
        this.#forget(key, flight);
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

  async #fly(
    key: string,
    url: string,
    signal: AbortSignal,
    reload: boolean,
    reader: BodyReader,
  ): Promise<Reply> {
    const start = this.#world.now();
    for (let attempt = 0; ; attempt++) {
      const copy = this.#copies.get(key);
      // Last resort if nothing is cached here: any copy in the browser's HTTP cache, however old.
      const anyCopy = attempt === RETRIES && copy === undefined;
      const cache = anyCopy ? 'force-cache' : reload ? 'no-cache' : 'default';
      const limit = Math.min(reader.limit ?? TRY_LIMIT, BUDGET - (this.#world.now() - start));
      try {
        const body = await request(this.#world, url, {signal, cache, limit, reader});
        if (anyCopy) return {body: body.value, staleSince: null};
        // Not cached if a reload has replaced this request: the reload returns newer data.
        if (this.#flights.get(key)?.controller.signal === signal)
          this.#copies.set(key, {...body, at: this.#world.now()});
        return {body: body.value};
      } catch (error) {
        const wait = this.#waitAfter(error, attempt);
        const spent = this.#world.now() - start + wait;
        if (attempt < RETRIES && spent < BUDGET && mayPass(error)) await this.#pause(wait, signal);
        else if (copy && isDown(error)) return {body: copy.value, staleSince: new Date(copy.at)};
        else throw error;
      }
    }
  }

  /** Returns the delay before the next attempt, in milliseconds: random backoff, or `Retry-After` if longer. */
  #waitAfter(error: unknown, attempt: number): number {
    const backoff = this.#world.random() * Math.min(10_000, 500 * 2 ** attempt);
    const asked = error instanceof HttpError ? (error.retryAfter ?? 0) : 0;
    return Math.max(backoff, asked * 1000);
  }

  /** Resolves after `ms` milliseconds, or rejects when `signal` is aborted. */
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

/** Client shared by all elements of a page, so that each resource is fetched once. */
export const sharedClient = new Client();

const mayPass = (error: unknown): boolean =>
  error instanceof NetworkError || (error instanceof HttpError && PASSING.has(error.status));

/** Returns true for outages, including a body in another format, such as an HTML maintenance page. */
const isDown = (error: unknown): boolean =>
  mayPass(error) ||
  error instanceof SchemaError ||
  (error instanceof HttpError && error.status >= 500);
