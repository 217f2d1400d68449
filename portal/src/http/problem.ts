import type {Reply} from './reply.js';

/** Error that is sent to the client as problem details (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Extension members (RFC 9457, 3.2). */
  readonly extensions: Readonly<Record<string, unknown>>;

  /** @param detail One sentence for the client that names the cause and the invalid value. */
  constructor(
    status: number,
    detail: string,
    headers: Readonly<Record<string, string>> = {},
    extensions: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail);
    this.status = status;
    this.headers = headers;
    this.extensions = extensions;
  }
}

/** Returns the problem of an unknown path. */
export const notFound = (): Problem => new Problem(404, 'There is nothing at this address.');

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'Request timeout',
  409: 'Conflict',
  410: 'Gone',
  413: 'Content too large',
  415: 'Unsupported media type',
  422: 'Unprocessable content',
  429: 'Too many requests',
  500: 'Internal server error',
  503: 'Service unavailable',
};

/** Returns the reply for a problem, as `application/problem+json`. */
export const problemReply = ({status, message, headers, extensions}: Problem): Reply => ({
  status,
  headers: {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Cache-Control': 'no-store',
    ...headers,
  },
  body: JSON.stringify({
    type: 'about:blank',
    title: TITLES[status],
    status,
    detail: message,
    ...extensions,
  }),
});
