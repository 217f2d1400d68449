import {abortError, HttpError, LoadError, NetworkError, SchemaError} from './errors.js';
import type {World} from './world.js';

/** What was read of an answer, and how many characters or bytes it had. */
export interface Body {
  readonly value: unknown;
  readonly length: number;
}

/** How the body of an answer is read. */
export interface BodyReader {
  /** Tells what two readers made of one address apart. */
  readonly name: string;
  /** Of those that need no preflight (Fetch, "CORS-safelisted request-header"). */
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds for the whole answer, where a large one may take its time. */
  readonly limit?: number;
  /** @throws {LoadError} when the answer is not what it should be. */
  read(response: Response, url: string): Promise<Body>;
}

export interface RequestOptions {
  readonly signal: AbortSignal;
  readonly cache: RequestCache;
  /** Milliseconds for the whole answer. */
  readonly limit: number;
  readonly reader: BodyReader;
  /** What is sent, where something is. */
  readonly send?: {readonly body: FormData; readonly headers: Readonly<Record<string, string>>};
}

/** Whether a failure says that the thing is not there, and not that it can't be had now. */
export const isLasting = (error: unknown): boolean =>
  error instanceof HttpError
    ? error.status < 500 && !PASSING.has(error.status)
    : error instanceof SchemaError;

/** A function, so that TypeScript does not take the answer for settled. */
const isAborted = (signal: AbortSignal): boolean => signal.aborted;

/** Characters; beyond it a page would rather fail than freeze. */
export const LONGEST_BODY = 60_000_000;
/** What may go better at the next try; only these are asked for when to come back. */
export const PASSING = new Set([408, 429, 500, 502, 503, 504]);

/**
 * One request, its body read and parsed in time: the only fetch of the library.
 * @throws {LoadError} or an `AbortError`.
 */
export async function request(
  world: World,
  url: string,
  {signal, cache, limit, reader, send}: RequestOptions,
): Promise<Body> {
  if (isAborted(signal)) throw abortError();
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  let late = false as boolean;
  const cancelTimer = world.after(limit, () => {
    late = true;
    stop();
  });
  signal.addEventListener('abort', stop);
  try {
    const response = await world.fetch(url, {
      cache,
      credentials: 'omit',
      ...(reader.headers && {headers: reader.headers}),
      ...(send && {...send, method: 'POST'}),
      referrerPolicy: 'no-referrer',
      signal: controller.signal,
    });
    if (!response.ok) throw await httpError(url, response, world.now());
    return await reader.read(response, url);
  } catch (error) {
    if (isAborted(signal)) throw abortError();
    if (error instanceof LoadError) throw error;
    if (late) throw new NetworkError('timeout', url, `no whole answer within ${limit / 1000} s`);
    throw new NetworkError('network', url, 'no answer (a wrong address, or no CORS?)');
  } finally {
    cancelTimer();
    signal.removeEventListener('abort', stop);
    stop(); // Whatever of the body nobody read need not come.
  }
}

/** Reads JSON, whatever media type it comes as. */
export const jsonReader: BodyReader = {
  name: '',
  read: async (response, url) => parseJson(await response.text(), url),
};

/** @throws {SchemaError} when a text is too long, or no JSON. */
export function parseJson(text: string, url: string): Body {
  const {length} = text;
  if (length > LONGEST_BODY) throw new SchemaError(url, `${length} characters are too many`);
  try {
    return {value: JSON.parse(text), length};
  } catch {
    const what =
      text.trim() === '' ? 'empty' : /^\s*</.test(text) ? 'HTML or XML' : 'not well-formed';
    throw new SchemaError(url, `expected JSON, and the answer is ${what}`);
  }
}

/** The error of an answer, with the reason that an RFC 9457 problem gives. */
async function httpError(url: string, response: Response, now: number): Promise<HttpError> {
  const {status, headers} = response;
  let problem: {detail?: unknown; title?: unknown} | undefined;
  if (headers.get('content-type')?.includes('json')) {
    try {
      problem = Object(JSON.parse(await response.text())) as typeof problem;
    } catch {
      // The status alone has to do.
    }
  }
  const reason = problem?.detail ?? problem?.title;
  return new HttpError(
    url,
    status,
    typeof reason === 'string' ? reason.slice(0, 200) : '',
    PASSING.has(status) ? retryAfter(headers.get('retry-after') ?? '', now) : undefined,
    problem,
  );
}

/** `Retry-After` in seconds, from seconds or an HTTP date (RFC 9110, 10.2.3). */
function retryAfter(header: string, now: number): number | undefined {
  if (/^\d+$/.test(header)) return Number(header);
  const date = header.endsWith('GMT') ? Date.parse(header) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, (date - now) / 1000);
}
