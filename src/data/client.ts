import {LruCache} from './cache.js';
import {abortError, HttpError, NetworkError, SchemaError} from './errors.js';
import {type Body, type BodyReader, jsonReader, PASSING, request} from './request.js';
import {realWorld, type World} from './world.js';

/** What was read of an answer, and since when it is out of date if it had to be taken from a copy. */
export interface Reply {
  readonly body: unknown;
  /** When the copy was made; `undefined` while the answer is fresh, null when nobody knows. */
  readonly staleSince?: Date | null;
}

interface Flight {
  readonly isReload: boolean;
  readonly promise: Promise<Reply>;
  readonly controller: AbortController;
  askers: number;
}

interface Copy extends Body {
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
 * Fetches JSON, or what another reader makes of a body. One request in flight per address, at most two retries with full jitter (AWS Builders' Library,
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
   * What is at an address: JSON, or what `reader` makes of it. `reload` asks the server even when a fresh copy is at hand.
   * @throws {LoadError} when no answer and no copy can be had.
   * @throws {DOMException} `AbortError` when `signal` says so.
   */
  async get(url: string, signal: AbortSignal, reload = false, reader = jsonReader): Promise<Reply> {
    if (signal.aborted) throw abortError();
    const key = `${url} ${reader.name}`;
    const copy = reload ? undefined : this.#copies.get(key);
    // A clock that is set back makes a copy old, not young for ever.
    const age = copy ? this.#world.now() - copy.at : NaN;
    if (copy && age >= 0 && age < FRESH) return {body: copy.value};
    const running = this.#flights.get(key);
    // Who reloads wants what the server has now: what was asked for before that is of no use.
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

  #forget(key: string, flight: Flight): void {
    if (this.#flights.get(key) === flight) this.#flights.delete(key);
  }

  async #board(key: string, flight: Flight, signal: AbortSignal): Promise<Reply> {
    flight.askers++;
    let leave = (): void => undefined;
    const left = new Promise<never>((_, reject) => {
      leave = () => {
        reject(abortError());
        if (--flight.askers > 0) return;
        // Whoever asks now needs a flight of their own.
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
      // The last try takes what the browser still has, however old; the server is asked if it has nothing.
      const anyCopy = attempt === RETRIES && copy === undefined;
      const cache = anyCopy ? 'force-cache' : reload ? 'no-cache' : 'default';
      const limit = Math.min(reader.limit ?? TRY_LIMIT, BUDGET - (this.#world.now() - start));
      try {
        const body = await request(this.#world, url, {signal, cache, limit, reader});
        if (anyCopy) return {body: body.value, staleSince: null};
        // One that a reload has overtaken brings what was before it.
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

/** The one client of a page: what one widget has fetched, all have. */
export const sharedClient = new Client();

const mayPass = (error: unknown): boolean =>
  error instanceof NetworkError || (error instanceof HttpError && PASSING.has(error.status));

/** A server that answers with a page, of its maintenance for one, is as good as down. */
const isDown = (error: unknown): boolean =>
  mayPass(error) ||
  error instanceof SchemaError ||
  (error instanceof HttpError && error.status >= 500);
