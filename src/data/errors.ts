/** What went wrong, in words that do not depend on a language: elements have a sentence for each. */
export type FailureKind = 'network' | 'timeout' | 'http' | 'schema' | 'busy' | 'unsupported';

/** A failure to load. `message` is for the webmaster's console; it holds no answer's body and no query. */
export class LoadError extends Error {
  override readonly name: string = 'LoadError';
  readonly kind: FailureKind;
  readonly url: string;

  constructor(kind: FailureKind, url: string, message: string) {
    super(`${url.replace(/\?.*/s, '')}: ${message}`);
    this.kind = kind;
    this.url = url;
  }
}

/** No answer at all: the line, the name, CORS or a time limit. */
export class NetworkError extends LoadError {
  override readonly name = 'NetworkError';
}

/** An answer with a status that is none of success. */
export class HttpError extends LoadError {
  override readonly name = 'HttpError';
  readonly status: number;
  /** Seconds that the server asks to wait before another try. */
  readonly retryAfter: number | undefined;
  /** What the server tells besides, as it came. */
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

/** An answer that is not what it should be: HTML, broken JSON, a document without collections. */
export class SchemaError extends LoadError {
  override readonly name = 'SchemaError';

  constructor(url: string, message: string) {
    super('schema', url, message);
  }
}

/** What a promise is rejected with when its asker no longer wants it, whatever reason the signal was given. */
export const abortError = (): DOMException => new DOMException('No longer wanted.', 'AbortError');

/** Whether a promise was rejected because its asker no longer wants it. */
export const isAbort = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError';
