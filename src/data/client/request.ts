import {
  abortError,
  HttpError,
  LoadError,
  NetworkError,
  RETRYABLE_STATUSES,
  SchemaError,
} from './errors.js';
import {embeddedResponse} from './embedded-responses.js';
import {yieldToMain} from '../scheduling.js';

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

/** Parsed response body, and its length in characters or bytes. */
export interface ParsedBody {
  readonly value: unknown;
  readonly length: number;
}

/** Parser of a response body. */
export interface BodyReader {
  /** Part of the cache key: distinguishes two parsers of the same URL. */
  readonly name: string;
  /** Request headers. Only those that need no CORS preflight (Fetch, "CORS-safelisted request-header"). */
  readonly headers?: Readonly<Record<string, string>>;
  /** Timeout of one attempt in milliseconds, for large responses. */
  readonly timeoutMs?: number;
  /** @throws {LoadError} if the body of the response is not worth reading. */
  check?(response: Response, url: string): void;
  /** @throws {LoadError} if the response has an unexpected format. */
  read(response: Response, url: string): Promise<ParsedBody>;
}

export interface RequestOptions {
  readonly signal: AbortSignal;
  readonly cache: RequestCache;
  /** Timeout in milliseconds, body included. */
  readonly timeoutMs: number;
  readonly reader: BodyReader;
  /** Form data and headers of a POST request. Default: GET. */
  readonly payload?: {readonly body: FormData; readonly headers: Readonly<Record<string, string>>};
}

/** A function, because TypeScript would narrow the property to a constant. */
const isAborted = (signal: AbortSignal): boolean => signal.aborted;

/**
 * Maximum length of a body in bytes, decompressed. The download of a larger one ends there: it would fill the memory,
 * and parsing it would freeze the page.
 */
export const MAX_BODY_LENGTH = 60_000_000;

/** Number of bytes after which a broken download is not tried again. */
const MAX_RETRIED_BYTES = 5_000_000;

/**
 * Returns the mode for credentials, none of which is ever sent. Another site gets none by `same-origin` either, and a
 * response that the page has preloaded is used only by a request of that mode.
 */
function credentialsFor(url: string): RequestCredentials {
  // "null" in a frame of `srcdoc`, which may have the origin of its page.
  const page = (globalThis as {location?: Location}).location?.origin ?? '';
  return /^http/.test(page) && new URL(url).origin !== page ? 'same-origin' : 'omit';
}

/**
 * Sends one request, then reads and parses the body: the only call of `fetch` in the library.
 *
 * @throws {LoadError} if the request fails.
 * @throws {DOMException} `AbortError` if `signal` is aborted.
 */
export async function request(
  environment: Environment,
  url: string,
  {signal, cache, timeoutMs, reader, payload}: RequestOptions,
): Promise<ParsedBody> {
  if (isAborted(signal)) throw abortError();
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  let isTimedOut = false as boolean;
  let received = 0;
  let counted: Response | undefined;
  const tooLong = (): SchemaError =>
    new SchemaError(url, `the answer has more than ${MAX_BODY_LENGTH} bytes`);
  const cancelTimer = environment.setTimer(timeoutMs, () => {
    isTimedOut = true;
    abort();
  });
  signal.addEventListener('abort', abort);
  try {
    const response = await environment.fetch(url, {
      cache,
      credentials: credentialsFor(url),
      headers: reader.headers ?? {},
      ...(payload && {...payload, method: 'POST'}),
      referrerPolicy: 'no-referrer',
      signal: controller.signal,
    });
    if (response.ok) reader.check?.(response, url);
    counted = countBytes(response, length => {
      received += length;
      if (received > MAX_BODY_LENGTH) abort();
    });
    if (!counted.ok) throw await httpError(url, counted, environment.now());
    const result = await reader.read(counted, url);
    if (result.length > MAX_BODY_LENGTH) throw tooLong();
    return result;
  } catch (error) {
    if (isAborted(signal)) throw abortError();
    if (error instanceof LoadError) throw error;
    if (received > MAX_BODY_LENGTH) throw tooLong();
    const reason = isTimedOut
      ? `no whole answer within ${timeoutMs / 1000} s`
      : counted
        ? 'the answer broke off'
        : 'no answer (a wrong address, or no CORS?)';
    const kind = isTimedOut ? 'timeout' : 'network';
    throw new NetworkError(kind, url, reason, received > MAX_RETRIED_BYTES);
  } finally {
    cancelTimer();
    signal.removeEventListener('abort', abort);
    // Cancels the download of an unread body. The browser may have yet to note the end of one that is read, and would
    // report its request as failed.
    if (!counted?.bodyUsed) abort();
  }
}

/**
 * Returns a response that reports the length of its body while it is read. The body is read in pieces, also by `text()`
 * and `arrayBuffer()`: browsers decode a large one in a single task.
 *
 * @param count Called with the length of each piece, in bytes.
 */
function countBytes(response: Response, count: (length: number) => void): Response {
  if (isShort(response)) return response;
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, output) {
      count(piece.length);
      output.enqueue(piece);
    },
  });
  return new Response(response.body?.pipeThrough(counter), response);
}

/** Maximum compressed length of a body that is read as a whole, in bytes. */
const SHORT_LENGTH = 200_000;

/**
 * True for a body that states a short length. It is read by the browser itself: Chromium sometimes reports the request of
 * a body that a script has read to its end as cancelled.
 */
const isShort = ({headers}: Response): boolean =>
  Number(headers.get('content-length') ?? Infinity) <= SHORT_LENGTH;

/** Maximum time in which pieces of a text are decoded without a return to the event loop, in milliseconds. */
const DECODE_MS = 12;

/** Reads a text in pieces: `text()` of a browser copies all of a large one several times, in one task. */
async function readText(response: Response): Promise<string> {
  if (isShort(response)) return response.text();
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let start = Date.now(); reader;) {
    const {value, done} = await reader.read();
    if (done) break;
    text += decoder.decode(value, {stream: true});
    if (Date.now() - start < DECODE_MS) continue;
    await yieldToMain();
    start = Date.now();
  }
  return text + decoder.decode();
}

/** Length of a text that is parsed in slices, in characters. `JSON.parse` takes 10 ms for each million. */
const LARGE_LENGTH = 2_000_000;

/** Reader of JSON bodies, regardless of the media type. */
export const jsonReader: BodyReader = {
  name: '',
  read: async (response, url) => parseAnyJson(await readText(response), url),
};

/**
 * Parses JSON; a large text in slices.
 *
 * @throws {SchemaError} if the text is not well-formed.
 */
export async function parseAnyJson(text: string, url: string): Promise<ParsedBody> {
  if (text.length > LARGE_LENGTH)
    try {
      const {parseLargeJson} = await import('./large-json.js');
      return {value: await parseLargeJson(text), length: text.length};
    } catch {
      // Code that did not load, or a text that is not well-formed.
    }
  return parseJson(text, url);
}

/** @throws {SchemaError} if the text is not well-formed. */
export function parseJson(text: string, url: string): ParsedBody {
  try {
    return {value: JSON.parse(text), length: text.length};
  } catch {
    const [mark] = text.trim();
    const format = mark ? (mark === '<' ? 'HTML or XML' : 'not well-formed') : 'empty';
    throw new SchemaError(url, `expected JSON, and the answer is ${format}`);
  }
}

/** Returns the error of a response, with the reason from its problem details (RFC 9457). */
async function httpError(url: string, response: Response, now: number): Promise<HttpError> {
  const {status, headers} = response;
  let problem: {detail?: unknown; title?: unknown} | undefined;
  if (headers.get('content-type')?.includes('json')) {
    try {
      problem = Object(JSON.parse(await response.text())) as typeof problem;
    } catch {
      // Body is not JSON: the error has the status only.
    }
  }
  const reason = problem?.detail ?? problem?.title;
  return new HttpError(
    url,
    status,
    typeof reason === 'string' ? reason.slice(0, 200) : '',
    RETRYABLE_STATUSES.has(status) ? retryAfter(headers.get('retry-after') ?? '', now) : undefined,
    problem,
  );
}

/** Upper bound on `Retry-After` in seconds. Timers of browsers overflow after 24 days, and then fire at once. */
const MAX_RETRY_AFTER = 86_400;

/** Returns `Retry-After` in seconds, at most a day, from seconds or an HTTP date (RFC 9110, 10.2.3). */
function retryAfter(header: string, now: number): number | undefined {
  const seconds = header.endsWith('GMT')
    ? (Date.parse(header) - now) / 1000
    : Number(/^\d+$/.exec(header) ?? NaN);
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(0, seconds), MAX_RETRY_AFTER);
}
