import {Client} from '../../src/data/client.js';
import type {PortalSource} from '../../src/data/source.js';
import type {Query} from '../../src/model/query.js';
import type {CollectionName} from '../../src/model/records.js';

export const never = new AbortController().signal;

type Answer = object | number | string;
type Answers = Readonly<Record<string, Answer>> | ((url: URL) => Answer);

/** Client of servers that do not exist: the response for each URL is given as a table or a function. */
export class FakeServer {
  /** Paths and query strings of the requests, in order. */
  readonly asked: string[] = [];
  /** Warnings, in order. */
  readonly told: string[] = [];
  readonly client: Client;
  /** A number is a status, a string or bytes are a body, any other object is JSON. */
  answers: Answers;
  time = 0;

  constructor(answers: Answers) {
    this.answers = answers;
    this.client = new Client({
      fetch: async url => this.#answer(url),
      now: () => this.time,
      random: () => 0,
      after: (ms, callback) => {
        // Delays are 0 ms here, timeouts are not: no request times out.
        if (ms === 0) queueMicrotask(callback);
        return () => {};
      },
    });
  }

  tell = (line: string): void => void this.told.push(line);

  #answer(url: string): Response {
    const {pathname, search} = new URL(url);
    this.asked.push(pathname + search);
    const {answers} = this;
    const answer =
      typeof answers === 'function'
        ? answers(new URL(url))
        : (answers[pathname + search] ?? answers[pathname] ?? 404);
    if (typeof answer === 'number') return new Response('', {status: answer});
    if (answer instanceof Response) return answer.clone();
    if (answer instanceof Uint8Array) return new Response(answer.slice());
    return typeof answer === 'string' ? new Response(answer) : Response.json(answer);
  }
}

/** Returns the ids of the records that a source finds. */
export async function idsOf(source: PortalSource, collection: CollectionName, query: Query = {}) {
  const {items} = await source.find(collection, query, {signal: never});
  return [...items].map(({id}) => id);
}
