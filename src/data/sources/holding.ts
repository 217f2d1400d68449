import {applicable, type Query} from '../../model/query.js';
import type {CollectionName, Collections} from '../../model/records.js';
import type {Shelf} from '../../model/shelf.js';
import type {CheckedList, Report} from '../checked-list.js';
import type {Reply} from '../client.js';
import type {Envelope} from '../schema.js';
import type {Answer} from '../source.js';

/** A collection that is complete, ready to be asked. */
export interface Holding<K extends CollectionName> {
  readonly list: CheckedList<K>;
  readonly shelf: Shelf<K>;
  readonly envelope: Envelope;
  readonly reply: Reply;
}

/** What is told to the webmaster, one line a document. */
export type Tell = (line: string) => void;

/** Tells each document's faults in one line, first what is lost at once, then what the whole check found. */
export class Told {
  readonly tell: Tell;

  constructor(tell: Tell) {
    this.tell = tell;
  }

  /** Checks a list in idle time and says what was wrong with it. */
  check(address: string, list: CheckedList<CollectionName>): void {
    const idle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 1));
    idle(() => {
      void list.checkAll().then(() => this.#say(address, list.report));
    });
  }

  #say(address: string, {dropped, count, faults}: Report): void {
    if (count === 0) return;
    const fields = count - dropped;
    const lost = [dropped && `${dropped} record(s) left out`, fields && `${fields} field(s) left out`];
    const more = count > 1 ? `, the first: ` : ': ';
    this.tell(`${address}: ${lost.filter(Boolean).join(', ')}${more}${faults[0] ?? ''}`);
  }
}

/** Whether a query looks into the records, so that they have to be checked before. */
const looksInside = (query: Query): boolean =>
  query.sort !== undefined || !!query.facets?.length || Object.keys(applicable(query, 'resources')).length > 0;

/** Answers a query from a collection that is complete; `limit` overrides the query's. */
export async function answerFrom<K extends CollectionName>(
  {list, shelf, envelope, reply}: Holding<K>,
  query: Query,
  limit: number | undefined,
  signal: AbortSignal,
): Promise<Answer<Collections[K]>> {
  signal.throwIfAborted();
  if (looksInside(query)) await list.checkAll(signal);
  const {items, total, facets} = shelf.find(limit === undefined ? query : {...query, limit, page: 1});
  return {
    items,
    total,
    facets,
    report: list.report,
    attribution: envelope.attribution,
    contact: envelope.contact,
    staleSince: reply.staleSince,
  };
}
