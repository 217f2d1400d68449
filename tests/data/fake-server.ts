import {Client} from '../../src/data/client/client.js';
import {SourceDecorator} from '../../src/data/decorators/source-decorator.js';
import type {PortalSource, QueryOptions} from '../../src/data/source.js';
import type {WarningHandler} from '../../src/data/sources/shared/warning-log.js';
import type {Query} from '../../src/model/query.js';
import type {CollectionName, Id} from '../../src/model/records.js';

export const neverAborted = new AbortController().signal;

type FakeResponse = object | number | string;
type FakeResponses = Readonly<Record<string, FakeResponse>> | ((url: URL) => FakeResponse);

/** Client of servers that do not exist: the response for each URL is given as a table or a function. */
export class FakeServer {
  /** Paths and query strings of the requests, in order. */
  readonly requests: string[] = [];
  /** Warnings, in order. */
  readonly warnings: string[] = [];
  readonly client: Client;
  /** A number is a status, a string or bytes are a body, any other object is JSON. */
  responses: FakeResponses;
  time = 0;

  constructor(answers: FakeResponses) {
    this.responses = answers;
    this.client = new Client({
      fetch: async (url, {headers}) => this.#respond(url, new Headers(headers).get('range')),
      now: () => this.time,
      random: () => 0,
      setTimer: (ms, callback) => {
        // Delays are 0 ms here, timeouts are not: no request times out.
        if (ms === 0) queueMicrotask(callback);
        return () => {};
      },
    });
  }

  warn = (line: string): void => void this.warnings.push(line);

  #respond(url: string, range: string | null): Response {
    const {pathname, search} = new URL(url);
    this.requests.push(pathname + search);
    const {responses} = this;
    const response =
      typeof responses === 'function'
        ? responses(new URL(url))
        : (responses[pathname + search] ?? responses[pathname] ?? 404);
    if (typeof response === 'number') return new Response('', {status: response});
    if (response instanceof Response) return response.clone();
    if (response instanceof Uint8Array) {
      const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
      if (last === undefined) return new Response(response.slice());
      return new Response(response.slice(Number(first), Number(last) + 1), {status: 206});
    }
    return typeof response === 'string' ? new Response(response) : Response.json(response);
  }
}

/** Source that passes a warning handler with each query, as a widget does. */
export class WarningSource extends SourceDecorator {
  readonly #warn: WarningHandler | undefined;

  constructor(source: PortalSource, warn?: WarningHandler) {
    super(source);
    this.#warn = warn;
    // Absent where the source has none.
    if (!source.one) Object.defineProperty(this, 'one', {value: undefined});
  }

  override find<K extends CollectionName>(collection: K, query: Query, options: QueryOptions) {
    return super.find(collection, query, {warn: this.#warn, ...options});
  }

  override one<K extends CollectionName>(collection: K, id: Id, options: QueryOptions) {
    return super.one(collection, id, {warn: this.#warn, ...options});
  }
}

/** Returns the ids of the records that a source finds. */
export async function idsOf(source: PortalSource, collection: CollectionName, query: Query = {}) {
  const {items} = await source.find(collection, query, {signal: neverAborted});
  return [...items].map(({id}) => id);
}
