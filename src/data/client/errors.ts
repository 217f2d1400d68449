/** Type of a failure, independent of language. Elements show a sentence for each. */
export type FailureKind = 'network' | 'timeout' | 'http' | 'schema' | 'busy' | 'unsupported';

/**
 * Failure to load a resource. `message` is meant for the browser console; it contains no response body and no query
 * string.
 */
export class LoadError extends Error {
  override readonly name = 'LoadError';
  readonly kind: FailureKind;
  readonly url: string;

  constructor(kind: FailureKind, url: string, message: string) {
    super(`${url.replace(/\?.*/s, '')}: ${message}`);
    this.kind = kind;
    this.url = url;
  }
}

/** No response: connection, host name, CORS or timeout. */
export class NetworkError extends LoadError {
  /** True if a large part of the response had arrived: another attempt would cost as much again. */
  readonly isLarge: boolean;

  constructor(kind: FailureKind, url: string, message: string, isLarge = false) {
    super(kind, url, message);
    this.isLarge = isLarge;
  }
}

/** Response with an error status. */
export class HttpError extends LoadError {
  readonly status: number;
  /** Seconds to wait before the next attempt, from `Retry-After`. */
  readonly retryAfter: number | undefined;
  /**
   * Parsed JSON body of the response, such as problem details (RFC 9457), not validated. Undefined if the body is not
   * JSON.
   */
  readonly problem: unknown;

  constructor(url: string, status: number, reason: string, retryAfter?: number, problem?: unknown) {
    super(
      retryAfter === undefined ? 'http' : 'busy',
      url,
      `the server answered ${status}${reason && `: ${reason}`}`,
    );
    this.status = status;
    this.retryAfter = retryAfter;
    this.problem = problem;
  }
}

/** Response in an unexpected format: HTML, malformed JSON, a document without collections. */
export class SchemaError extends LoadError {
  constructor(url: string, message: string) {
    super('schema', url, message);
  }
}

/** Statuses of temporary failures. `Retry-After` is read for these only. */
export const RETRYABLE_STATUSES: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/** Returns true for the statuses of a server that is down or overloaded. */
export const isOutage = (status: number): boolean =>
  status >= 500 || RETRYABLE_STATUSES.has(status);

/** Returns true if the same request may succeed within seconds. */
export const isRetryable = (error: unknown): boolean =>
  (error instanceof NetworkError && !error.isLarge) ||
  (error instanceof HttpError && RETRYABLE_STATUSES.has(error.status));

/**
 * Returns true if the same request may succeed later: any outage, including a body in another format, such as an HTML
 * maintenance page.
 */
export const isServerDown = (error: unknown): boolean =>
  error instanceof NetworkError ||
  error instanceof SchemaError ||
  (error instanceof HttpError && isOutage(error.status));

/** Returns true if the resource does not exist or is invalid, so that repeating the request is useless. */
export const isPermanent = (error: unknown): boolean =>
  error instanceof SchemaError || (error instanceof HttpError && !isServerDown(error));

/** Returns the error with which an aborted call rejects, regardless of the signal's `reason`. */
export const abortError = (): DOMException => new DOMException('No longer wanted.', 'AbortError');

/** Returns true for the error of an aborted call. Polyfills of `fetch` throw it in a class of their own. */
export const isAbortError = (error: unknown): boolean =>
  (error as Partial<Error> | null | undefined)?.name === 'AbortError';
