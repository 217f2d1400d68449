import {Client} from '../../src/data/client.js';
import type {PortalSource} from '../../src/data/source.js';
import type {Query} from '../../src/model/query.js';
import type {CollectionName} from '../../src/model/records.js';

export const never = new AbortController().signal;

/** A line to servers that are not there: what each address answers is written down beforehand. */
export class FakeServer {
  /** What was asked, in order, without the origin. */
  readonly asked: string[] = [];
  /** What the webmaster was told. */
  readonly told: string[] = [];
  readonly client: Client;
  /** An answer that is no object is a status. */
  answers: Readonly<Record<string, object | number>>;
  time = 0;

  constructor(answers: Readonly<Record<string, object | number>>) {
    this.answers = answers;
    this.client = new Client({
      fetch: async url => this.#answer(url),
      now: () => this.time,
      random: () => 0,
      after: (ms, callback) => {
        // Waits are nought here, limits are not: nothing is late.
        if (ms === 0) queueMicrotask(callback);
        return () => {};
      },
    });
  }

  tell = (line: string): void => void this.told.push(line);

  #answer(url: string): Response {
    const {pathname, search} = new URL(url);
    this.asked.push(pathname + search);
    const answer = this.answers[pathname + search] ?? this.answers[pathname] ?? 404;
    return typeof answer === 'number' ? new Response('', {status: answer}) : Response.json(answer);
  }
}

/** The ids of what a source finds. */
export async function idsOf(source: PortalSource, collection: CollectionName, query: Query = {}) {
  const {items} = await source.find(collection, query, {signal: never});
  return [...items].map(({id}) => id);
}
