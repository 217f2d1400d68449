import type {Query} from '../../../model/query.js';
import type {CollectionName, Collections} from '../../../model/records.js';
import {CheckedList} from '../../checked-list.js';
import type {Reply} from '../../client.js';
import type {BodyReader} from '../../request.js';
import type {Envelope} from '../../schema.js';
import type {Answer, AskOptions, PortalSource} from '../../source.js';
import {entire, Holding} from '../holding.js';
import type {Related} from '../late-relations.js';
import {Told} from '../told.js';
import type {Defaults} from './fields.js';
import {hintOf, pairHint} from './hints.js';
import {type Opening, rulesOf, type RulesOf} from './opening.js';
import {swapPairs} from './pair-order.js';
import {findMiddles, ForeignRows, type Row} from './rows.js';
import type {PairOrder} from './values.js';

/** Parsed content of a file. */
export interface FileContent {
  /** Rows; a function if their number depends on the collection. */
  readonly rows: readonly Row[] | ((collection: CollectionName) => readonly Row[]);
  readonly envelope?: Envelope;
  /** Field mapping built into the format. */
  readonly defaults?: Defaults;
  readonly order?: PairOrder;
  /** Parse errors, for the webmaster. */
  readonly faults?: readonly string[];
}

/** Reader and parser of a file format. */
export interface FileFormat {
  readonly reader: BodyReader;
  /** @throws {LoadError} if the body has another format. */
  content(body: unknown, address: string): FileContent;
}

const rowsIn = ({rows}: FileContent, collection: CollectionName): readonly Row[] =>
  typeof rows === 'function' ? rows(collection) : rows;

/** Foreign file, loaded completely; filtered, sorted and paged in the browser. */
export class ForeignFile implements PortalSource {
  readonly name: string;
  readonly isForeign = true;
  readonly #opening: Opening;
  readonly #format: FileFormat;
  readonly #told: Told;
  readonly #rules: RulesOf;
  #held: Held | undefined;
  #reply: Reply | undefined;

  constructor(opening: Opening, format: FileFormat) {
    this.name = opening.address;
    this.#opening = opening;
    this.#format = format;
    this.#told = new Told(opening.tell);
    this.#rules = rulesOf(opening);
  }

  isComplete(): boolean {
    return true;
  }

  async find<K extends CollectionName>(
    collection: K,
    query: Query,
    options: AskOptions,
  ): Promise<Answer<Collections[K]>> {
    const {signal, reload} = options;
    if (!this.#reply || reload) {
      const {client} = this.#opening;
      this.#reply = await client.get(this.name, signal, reload, this.#format.reader);
    }
    const reply = this.#reply;
    const holding = await this.#holding(collection, reply.body, signal);
    return holding.answer(query, options, reply);
  }

  all<K extends CollectionName>(collection: K, query: Query, options: AskOptions) {
    return this.find(collection, entire(query), options);
  }

  #hold(body: unknown): Held {
    if (this.#held && this.#held.body === body) return this.#held;
    const content = this.#format.content(body, this.name);
    this.#told.faults(this.name, content.faults ?? []);
    const held = {body, content, holdings: {}};
    this.#held = held;
    return held;
  }

  async #holding<K extends CollectionName>(
    collection: K,
    body: unknown,
    signal: AbortSignal,
  ): Promise<Holding<K>> {
    const {content, holdings} = this.#hold(body);
    // Foreign files contain no programmes: a timeline shows their records without one.
    const rows = collection === 'programmes' ? [] : rowsIn(content, collection);
    if (!holdings[collection]) await findMiddles(rows, signal);
    // Another call may have created the collection during the wait.
    const made = holdings[collection];
    if (made) return made;
    const given = this.#rules(collection, rows, content.defaults, content.order);
    const swapped = swapPairs(given, rows, content.order);
    if (swapped) this.#told.hint(this.name, pairHint(swapped));
    const rules = swapped?.rules ?? given;
    const list = new CheckedList(collection, new ForeignRows(rows, rules), this.name);
    this.#told.check(this.name, list);
    this.#told.hint(this.name, hintOf(list));
    const holding = new Holding(list, strangers, content.envelope ?? {});
    (holdings as Record<K, Holding<K>>)[collection] = holding;
    return holding;
  }
}

/** Collections created from one response body. */
interface Held {
  readonly body: unknown;
  readonly content: FileContent;
  readonly holdings: {[K in CollectionName]?: Holding<K>};
}

/** Returns an empty list: foreign records refer to no portal, programme or project. */
export const strangers: Related = collection => Promise.resolve(new CheckedList(collection, []));
