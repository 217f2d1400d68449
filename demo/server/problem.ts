import type {Reply} from './reply.js';

/** Something a client did wrong, or asked for in vain; becomes an RFC 9457 problem. */
export class Problem extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  /** `detail` is one sentence for the client: what is wrong, and with which value. */
  constructor(status: number, detail: string, headers: Readonly<Record<string, string>> = {}) {
    super(detail);
    this.status = status;
    this.headers = headers;
  }
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  404: 'Not found',
  405: 'Method not allowed',
  429: 'Too many requests',
  500: 'Internal server error',
  503: 'Service unavailable',
};

/** The answer that tells a problem. */
export const problemReply = ({status, message, headers}: Problem): Reply => ({
  status,
  headers: {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Cache-Control': 'no-store',
    ...headers,
  },
  body: JSON.stringify({type: 'about:blank', title: TITLES[status], status, detail: message}),
});
