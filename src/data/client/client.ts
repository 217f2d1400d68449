import {LruCache} from '../../model/memo.js';
import {abortError, HttpError, isRetryable, isServerDown} from './errors.js';
import {
  type ParsedBody,
  type BodyReader,
  jsonReader,
  request,
  defaultEnvironment,
  type Environment,
} from './request.js';

/** Parsed response body, and its age if it is a stale copy. */
export interface FetchResult {
  readonly body: unknown;
  /** Time at which a stale copy was stored, or null if unknown. Absent if the body is fresh. */
  readonly staleSince?: Date | null;
}

/** Request in progress, shared by all callers that want the same resource. */
interface PendingRequest {
  readonly isReload: boolean;
  readonly result: Promise<FetchResult>;
  readonly controller: AbortController;
  callers: number;
}

interface CacheEntry extends ParsedBody {
  /** Milliseconds since 1970. */
  readonly storedAt: number;
}

/** Default timeout of one attempt, body included. */
const ATTEMPT_TIMEOUT_MS = 8_000;
const MAX_RETRIES = 2;
/** Time limit for all attempts and delays of a request. */
const TOTAL_TIMEOUT_MS = 30_000;
/** Age up to which a cached response is returned without a request. */
const MAX_AGE_MS = 60_000;
/**
 * Capacity of the cache, in characters. Each entry counts 1000 more, so that the capacity also bounds the number of
 * entries.
 */
const CACHE_CAPACITY = 40_000_000;

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
  readonly #environment: Environment;
  readonly #pending = new Map<string, PendingRequest>();
  readonly #cache = new LruCache<CacheEntry>(CACHE_CAPACITY, entry => entry.length + 1000);

  constructor(environment: Partial<Environment> = {}) {
    this.#environment = {...defaultEnvironment, ...environment};
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
  async get(
    url: string,
    signal: AbortSignal,
    reload = false,
    reader = jsonReader,
  ): Promise<FetchResult> {
    if (signal.aborted) throw abortError();
    const key = `${url} ${reader.name}`;
    const cached = reload ? undefined : this.#cache.get(key);
    // The age is negative after the system clock was set back: the entry would stay fresh for too long.
    const age = cached ? this.#environment.now() - cached.storedAt : NaN;
    if (cached && age >= 0 && age < MAX_AGE_MS) return {body: cached.value};
    const running = this.#pending.get(key);
    // A request that started before the reload may return data from before it.
    const canJoin = running && (running.isReload || !reload);
    const pending = canJoin ? running : this.#start(key, url, reload, reader);
    return this.#join(key, pending, signal);
  }

  #start(key: string, url: string, reload: boolean, reader: BodyReader): PendingRequest {
    const controller = new AbortController();
    const result = this.#fetchWithRetry(key, url, controller.signal, reload, reader);
    const pending: PendingRequest = {isReload: reload, result, controller, callers: 0};
    this.#pending.set(key, pending);
    const settle = (): void => this.#remove(key, pending);
    result.then(settle, settle);
    return pending;
  }

  /** Removes a pending request, unless a reload has replaced it. */
  #remove(key: string, pending: PendingRequest): void {
    if (this.#pending.get(key) === pending) this.#pending.delete(key);
  }

  /** Resolves with the result of a pending request, or rejects when `signal` is aborted. */
  async #join(key: string, pending: PendingRequest, signal: AbortSignal): Promise<FetchResult> {
    pending.callers++;
    let leave = (): void => undefined;
    const aborted = new Promise<never>((_, reject) => {
      leave = () => {
        reject(abortError());
        if (--pending.callers > 0) return;
        // Removed now, so that the next caller starts a new request instead of joining the aborted one.
        this.#remove(key, pending);
        pending.controller.abort();
      };
    });
    signal.addEventListener('abort', leave);
    try {
      return await Promise.race([pending.result, aborted]);
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  async #fetchWithRetry(
    key: string,
    url: string,
    signal: AbortSignal,
    reload: boolean,
    reader: BodyReader,
  ): Promise<FetchResult> {
    const startedAt = this.#environment.now();
    for (let attempt = 0; ; attempt++) {
      const cached = this.#cache.get(key);
      // Last resort if nothing is cached here: any copy in the browser's HTTP cache, however old.
      const acceptsStale = attempt === MAX_RETRIES && cached === undefined;
      const cache = acceptsStale ? 'force-cache' : reload ? 'no-cache' : 'default';
      const timeoutMs = Math.min(
        reader.timeoutMs ?? ATTEMPT_TIMEOUT_MS,
        TOTAL_TIMEOUT_MS - (this.#environment.now() - startedAt),
      );
      try {
        const body = await request(this.#environment, url, {signal, cache, timeoutMs, reader});
        const storedTime = this.#environment.storedTimeOf?.(url);
        if (acceptsStale || storedTime) return {body: body.value, staleSince: storedTime ?? null};
        // Not cached if a reload has replaced this request: the reload returns newer data.
        if (this.#pending.get(key)?.controller.signal === signal)
          this.#cache.set(key, {...body, storedAt: this.#environment.now()});
        return {body: body.value};
      } catch (error) {
        const delayMs = this.#retryDelay(error, attempt);
        const elapsedMs = this.#environment.now() - startedAt + delayMs;
        if (attempt < MAX_RETRIES && elapsedMs < TOTAL_TIMEOUT_MS && isRetryable(error))
          await this.#delay(delayMs, signal);
        else if (cached && isServerDown(error))
          return {body: cached.value, staleSince: new Date(cached.storedAt)};
        else throw error;
      }
    }
  }

  /** Returns the delay before the next attempt, in milliseconds: random backoff, or `Retry-After` if longer. */
  #retryDelay(error: unknown, attempt: number): number {
    const backoff = this.#environment.random() * Math.min(10_000, 500 * 2 ** attempt);
    const retryAfter = error instanceof HttpError ? (error.retryAfter ?? 0) : 0;
    return Math.max(backoff, retryAfter * 1000);
  }

  /** Resolves after `ms` milliseconds, or rejects when `signal` is aborted. */
  #delay(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const abort = (): void => {
        cancelTimer();
        reject(abortError());
      };
      const cancelTimer = this.#environment.setTimer(ms, () => {
        signal.removeEventListener('abort', abort);
        resolve();
      });
      signal.addEventListener('abort', abort);
    });
  }
}

/** Client shared by all elements of a page, so that each resource is fetched once. */
export const sharedClient = new Client();

let kept: typeof import('./kept-responses.js') | undefined;
/** Client that keeps responses in the browser, for elements with the attribute `keep`. */
export const keepingClient = new Client({
  async fetch(url, init) {
    kept ??= await import('./kept-responses.js').catch(() => undefined);
    return kept
      ? kept.fetchKept({...defaultEnvironment, caches: globalThis.caches}, url, init)
      : defaultEnvironment.fetch(url, init);
  },
  storedTimeOf: url => kept?.storedTimeOf(url),
});

/** Deletes the copies of an address that is no longer kept. */
export async function forgetKept(address: string): Promise<void> {
  try {
    if (await globalThis.caches.has('spass-kept'))
      await (await import('./kept-responses.js')).forgetKept(address, globalThis.caches);
  } catch {
    // No Cache API here, or it is blocked: nothing was kept.
  }
}
