import {applicable, type Facets, pageSpan, type Query} from '../../../model/query.js';
import type {CollectionName, Collections} from '../../../model/records.js';
import {LruCache} from '../../cache.js';
import {CheckedList} from '../../checked-list.js';
import {HttpError, isAbort} from '../../errors.js';
import type {Envelope} from '../../schema.js';
import type {Answer, AskOptions, PortalSource} from '../../source.js';
import {entire, Holding} from '../holding.js';
import {Told} from '../told.js';
import {type Rule, targetIn} from './fields.js';
import {strangers} from './file.js';
import type {Get, ServerKind, ServerQuestion} from './kind.js';
import {hintOf} from './hints.js';
import {type Opening, rulesOf, type RulesOf} from './opening.js';
import {type Gathered, NOTHING} from './gathering.js';
import {Pages} from './pages.js';
import {few, MOST, type Plan, partsOf, planOf} from './plan.js';
import {findMiddles, ForeignRows, type Row} from './rows.js';
import {unread} from './unread.js';

/** Number of records sampled for their field names. */
const SAMPLE = 20;

/** Statuses that mean the server does not accept the query. */
const REFUSALS = new Set([400, 406, 414, 422, 501]);

interface Held {
  readonly bodies: readonly unknown[];
  readonly holding: Holding<CollectionName>;
}

/** Field mappings of a collection, and the records they were derived from. */
interface Lesson {
  readonly rules: readonly Rule[];
  readonly sample: Gathered;
}

/**
 * Foreign server. It runs the part of a query that it supports; the rest runs in the browser on the records it returns,
 * up to a limit that is reported.
 */
export class ForeignServer implements PortalSource {
  readonly name: string;
  readonly isForeign = true;
  readonly #opening: Opening;
  readonly #told: Told;
  readonly #rulesOf: RulesOf;
  readonly #connect: (get: Get) => ServerKind | Promise<ServerKind>;
  #line: {readonly kind: ServerKind; readonly pages: Pages} | undefined;
  readonly #lessons = new Map<CollectionName, Lesson>();
  #envelope: Envelope | undefined;
  /** In-memory collections of recent queries, reused while the pages are the same. */
  readonly #held = new LruCache<Held>(5);
  /** Parts of a query that the server has ignored or rejected. */
  readonly #ignored = new Set<keyof Query>();

  /** @param connect May ask the server for its capabilities; called once. */
  constructor(opening: Opening, connect: (get: Get) => ServerKind | Promise<ServerKind>) {
    this.name = opening.address;
    this.#opening = opening;
    this.#told = new Told(opening.tell);
    this.#rulesOf = rulesOf(opening);
    this.#connect = connect;
  }

  isComplete(): boolean {
    return false;
  }

  async find<K extends CollectionName>(
    collection: K,
    query: Query,
    options: AskOptions,
  ): Promise<Answer<Collections[K]>> {
    const {kind, pages} = await this.#connected(options);
    // Foreign servers contain no programmes: a timeline shows their records without one.
    if (collection === 'programmes')
      return this.#answerHere(await this.#said(kind, options), collection, query, NOTHING, options);
    const [start, end] = pageSpan(query);
    const filter = applicable(query, collection);
    const turns = Object.keys(filter).length > 0 || query.sort || query.facets?.length;
    // A bulk response is shorter if the needed fields are known.
    if (turns || (kind.bulk && end - start > kind.longest)) await this.#learn(collection, options);
    const {asked, rest} = this.#plan(kind, collection, {...query, ...filter}, options);
    const question = this.#question(collection, asked);
    const again = () => this.find(collection, query, options);
    let gathered: Gathered;
    let facets: Facets;
    let envelope: Envelope;
    try {
      [gathered, facets, envelope] = await Promise.all([
        rest
          ? pages.gather(question, 0, MOST, options)
          : pages.gather(question, start, Math.min(end - start, MOST), options),
        this.#facets(kind, question, options),
        this.#said(kind, options),
      ]);
    } catch (error) {
      if (this.#isRefused(error, asked)) return again();
      throw error;
    }
    await findMiddles(gathered.rows, options.signal);
    if (await this.#isIgnored(question, gathered)) return again();
    if (rest)
      return this.#answerHere(envelope, collection, {...rest, ...paging(query)}, gathered, options);
    // Where the server does not count the records, or counts what is none, that takes having them.
    const isUnsure = !gathered.isCounted || (pages.hasGaps && gathered.total <= few(kind));
    if (isUnsure && (start > 0 || gathered.hasMore) && end < Infinity) {
      const some = await pages.gather(question, 0, few(kind), options);
      return this.#answerHere(envelope, collection, paging(query), some, options);
    }
    const list = this.#list(collection, gathered.rows);
    const {total, hasMore, staleSince} = gathered;
    const reach = end === Infinity ? list.length : kind.wall;
    const isCapped = end === Infinity ? hasMore : total > (reach ?? Infinity);
    return {
      items: list,
      total,
      facets,
      report: list.report,
      attribution: envelope.attribution,
      contact: envelope.contact,
      staleSince,
      cappedAt: isCapped ? reach : undefined,
    };
  }

  all<K extends CollectionName>(collection: K, query: Query, options: AskOptions) {
    return this.find(collection, entire(query), options);
  }

  #getter({signal, reload}: AskOptions, kind?: ServerKind): Get {
    const {client} = this.#opening;
    return async (address, reader = kind?.reader) =>
      (await client.get(address, signal, reload, reader)).body;
  }

  async #connected(options: AskOptions) {
    if (this.#line) return this.#line;
    const kind = await this.#connect(this.#getter(options));
    const tell = (line: string): void => this.#tell(line);
    // Of simultaneous calls the first one wins, so that the page links are cached in one place.
    this.#line ??= {kind, pages: new Pages(kind, this.#opening.client, tell)};
    return this.#line;
  }

  #tell(line: string): void {
    this.#told.tell(`${this.name.replace(/\?.*/s, '')}: ${line}`);
  }

  #plan(kind: ServerKind, collection: CollectionName, query: Query, {atlas}: AskOptions): Plan {
    const {rules, sample} = this.#lessons.get(collection) ?? {};
    const {longest} = this.#line?.pages ?? kind;
    const plan = planOf(this.#question(collection, query), {
      kind,
      ignored: this.#ignored,
      rules,
      atlas,
      isSmall: !!sample?.isCounted && sample.total <= few({...kind, longest}),
    });
    if (plan.isWithoutFacets)
      this.#tell('the server does not count facets, and has too many records to do so here');
    return plan;
  }

  #question(collection: CollectionName, query: Query): ServerQuestion {
    const {rules, sample} = this.#lessons.get(collection) ?? {};
    const has = (key: string): boolean =>
      !!sample?.rows.some(({fields}) => Object.hasOwn(fields, key));
    const paths = [...new Set(rules?.flatMap(rule => rule.paths))];
    return {
      collection,
      query,
      field: name => {
        const target = targetIn(collection, name);
        const rule = rules?.find(one => one.target === target);
        return rule?.path === undefined ? undefined : {...rule, path: rule.path};
      },
      keys: rules && paths.map(path => (has(path) ? path : (path.split('.')[0] ?? ''))).filter(has),
    };
  }

  /** Fetches sample records before the first query that needs their field names. */
  async #learn(collection: CollectionName, options: AskOptions): Promise<void> {
    if (this.#lessons.has(collection) && !options.reload) return;
    const {pages} = await this.#connected(options);
    const sample = await pages.gather(this.#question(collection, {}), 0, SAMPLE, options);
    if (sample.rows.length > 0)
      this.#lessons.set(collection, {rules: this.#rulesFrom(collection, sample.rows), sample});
  }

  #rulesFrom(collection: CollectionName, rows: readonly Row[]): readonly Rule[] {
    const {defaults, order} = this.#line?.kind ?? {};
    const said = typeof defaults === 'function' ? defaults(collection) : defaults;
    return this.#rulesOf(collection, rows, said, order);
  }

  #list<K extends CollectionName>(collection: K, rows: readonly Row[]): CheckedList<K> {
    const rules = this.#lessons.get(collection)?.rules ?? this.#rulesFrom(collection, rows);
    const list = new CheckedList(collection, new ForeignRows(rows, rules, true), this.name);
    this.#told.check(this.name, list);
    this.#told.hint(this.name, hintOf(list));
    return list;
  }

  /** Fetches the facets that the server counts; none if that fails, so that the records are still shown. */
  async #facets(kind: ServerKind, question: ServerQuestion, options: AskOptions): Promise<Facets> {
    if (!question.query.facets?.length || !kind.facets) return {};
    try {
      return await kind.facets(question, this.#getter(options, kind));
    } catch (error) {
      if (isAbort(error)) throw error;
      this.#told.tell(error instanceof Error ? error.message : String(error));
      return {};
    }
  }

  /** Fetches the metadata of all records; none if that fails, so that the records are still shown. */
  async #said(kind: ServerKind, options: AskOptions): Promise<Envelope> {
    try {
      this.#envelope ??= kind.envelope ?? (await kind.about?.(this.#getter(options, kind))) ?? {};
    } catch (error) {
      if (isAbort(error)) throw error;
      this.#envelope = {};
    }
    return this.#envelope;
  }

  /** Returns true if the server rejected parts of a query. They run in the browser from now on. */
  #isRefused(error: unknown, asked: Query): boolean {
    if (!(error instanceof HttpError) || !REFUSALS.has(error.status)) return false;
    const parts = partsOf(asked);
    for (const part of parts) this.#ignored.add(part);
    if (parts.length > 0) this.#told.tell(`${error.message} (${parts.join(', ')}: done here)`);
    return parts.length > 0;
  }

  /** Returns true if the server ignored parts of a query. They run in the browser from now on. */
  async #isIgnored(question: ServerQuestion, {rows}: Gathered): Promise<boolean> {
    const {collection, query} = question;
    const parts = partsOf(query);
    if (parts.length === 0 || rows.length === 0) return false;
    const lesson = this.#lessons.get(collection);
    const some = rows.slice(0, SAMPLE);
    const made = new ForeignRows(some, lesson?.rules ?? [], true);
    const unasked = new ForeignRows(lesson?.sample.rows ?? [], lesson?.rules ?? [], true);
    const isSame =
      some.length <= unasked.length &&
      some.every((_, i) => JSON.stringify(made.content(i)) === JSON.stringify(unasked.content(i)));
    const list = new CheckedList(collection, made, this.name);
    const found = await unread(list, some, query, parts, isSame);
    for (const part of found) this.#ignored.add(part);
    if (found.length > 0)
      this.#tell(`the server does not read this, which is done here: ${found.join(', ')}`);
    return found.length > 0;
  }

  async #answerHere<K extends CollectionName>(
    envelope: Envelope,
    collection: K,
    query: Query,
    {rows, bodies, staleSince, hasMore}: Gathered,
    options: AskOptions,
  ): Promise<Answer<Collections[K]>> {
    await findMiddles(rows, options.signal);
    const key = `${collection} ${bodies.length}`;
    let held = this.#held.get(key);
    if (!held || !bodies.every((body, i) => body === held?.bodies[i])) {
      const list = this.#list(collection, rows) as CheckedList<CollectionName>;
      held = {bodies, holding: new Holding(list, strangers, envelope)};
      this.#held.set(key, held);
    }
    const holding = held.holding as unknown as Holding<K>;
    const stale = staleSince === undefined ? {} : {staleSince};
    const answer = await holding.answer(query, options, stale);
    return hasMore ? {...answer, cappedAt: rows.length} : answer;
  }
}

const paging = ({limit, page}: Query): Query => ({limit, page});
