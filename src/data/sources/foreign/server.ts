import {type Bbox, inBbox} from '../../../model/geo.js';
import {
  applicable,
  type FacetName,
  FACETS,
  type Facets,
  type Filter,
  pageSpan,
  type Query,
} from '../../../model/query.js';
import type {RecordList} from '../../../model/record-list.js';
import type {CollectionName, Collections} from '../../../model/records.js';
import {LruCache} from '../../cache.js';
import {CheckedList} from '../../checked-list.js';
import type {BodyReader} from '../../request.js';
import type {Envelope} from '../../schema.js';
import type {Answer, AskOptions, PortalSource} from '../../source.js';
import {safeResource} from '../../links.js';
import {entire, Holding} from '../holding.js';
import {Told} from '../told.js';
import {type Defaults, type Rule, targetIn} from './fields.js';
import {strangers} from './file.js';
import {type Opening, rulesOf, type RulesOf} from './opening.js';
import {ForeignRows, type Row} from './rows.js';
import type {PairOrder} from './values.js';

/** Where a page starts, and how long it is. */
export interface Span {
  readonly offset: number;
  readonly limit: number;
}

/** What a server is asked. */
export interface ServerQuestion {
  readonly collection: CollectionName;
  /** What `can` agreed to, and no more. */
  readonly query: Query;
  /** The paths that stand for a field of ours in the server's records: `pathOf('title')`. */
  readonly pathOf: (name: string) => string | undefined;
}

/** One page as a server gives it. */
export interface ServerPage {
  readonly rows: readonly Row[];
  /** How many match on all pages, where the server says so. */
  readonly total?: number | undefined;
  /** Where the page after this one is; null: nowhere. Undefined where pages are asked for by their place. */
  readonly next?: string | null | undefined;
  readonly facets?: Facets | undefined;
  readonly envelope?: Envelope | undefined;
}

/** What has to be known of a kind of server. */
export interface ServerKind {
  /** The longest page that it gives. */
  readonly longest: number;
  /** How far its pages can be asked for by place: a wall, in records. */
  readonly wall?: number;
  readonly reader?: BodyReader;
  readonly defaults?: Defaults | ((collection: CollectionName) => Defaults);
  readonly order?: PairOrder;
  /** Whether the server does a part of a question by itself. */
  can(part: keyof Query, question: ServerQuestion): boolean;
  /** Whether it counts a facet. */
  counts?(facet: FacetName, question: ServerQuestion): boolean;
  address(base: string, question: ServerQuestion, span: Span): string;
  /** @throws {LoadError} when the answer is not of this kind. */
  page(body: unknown, address: string, question: ServerQuestion): ServerPage;
}

/** Records that are fetched at most where the rest of a question has to be done here. */
const MOST = 5_000;
/** Pages at most, for servers with short ones. */
const MOST_PAGES = 60;
/** How many records are looked at for their fields' names before a first question that turns on them. */
const SAMPLE: Span = {offset: 0, limit: 20};

/** The rows of some pages. */
interface Gathered {
  readonly rows: readonly Row[];
  readonly total: number;
  /** Whether the server has more than what it gave. */
  readonly capped: boolean;
  readonly first: ServerPage | undefined;
  readonly bodies: readonly unknown[];
  readonly staleSince: Date | null | undefined;
}

interface Held {
  readonly bodies: readonly unknown[];
  readonly holding: Holding<CollectionName>;
}

/**
 * A foreign server: what it can do of a question is asked of it, the rest is done here over all that it gives for
 * that, up to a bound that is told.
 */
export class ForeignServer implements PortalSource {
  readonly name: string;
  readonly isForeign = true;
  readonly #opening: Opening;
  readonly #kind: ServerKind;
  readonly #told: Told;
  readonly #rulesOf: RulesOf;
  readonly #rules = new Map<CollectionName, readonly Rule[]>();
  /** What was made of the pages of a question, so that the next one over the same pages need not. */
  readonly #held = new LruCache<Held>(5);
  /** Parts of a question that this server was seen to ignore. */
  readonly #ignored = new Set<keyof Query>();

  constructor(opening: Opening, kind: ServerKind) {
    this.name = opening.address;
    this.#opening = opening;
    this.#kind = kind;
    this.#told = new Told(opening.tell);
    this.#rulesOf = rulesOf(opening);
  }

  isComplete(): boolean {
    return false;
  }

  async find<K extends CollectionName>(
    collection: K,
    query: Query,
    options: AskOptions,
  ): Promise<Answer<Collections[K]>> {
    // No foreign server tells of programmes: a timeline shows its records among those without one.
    if (collection === 'programmes') return this.#answerHere(collection, query, NOTHING, options);
    const filter = applicable(query, collection);
    const turns = Object.keys(filter).length > 0 || query.sort || query.facets?.length;
    if (turns && !this.#rules.has(collection)) await this.#learn(collection, options);
    const {asked, rest} = this.#split(collection, filter, query);
    const question = this.#question(collection, asked);
    if (rest) {
      const gathered = await this.#gather(question, 0, MOST, options);
      return this.#answerHere(collection, {...rest, ...paging(query)}, gathered, options);
    }
    const [start, end] = pageSpan(query);
    const gathered = await this.#gather(question, start, Math.min(end - start, MOST), options);
    const list = this.#list(collection, gathered.rows);
    if (asked.bbox && this.#strays(list, asked.bbox)) {
      this.#ignored.add('bbox');
      this.#told.tell(`${this.name}: the server ignores the box of a map, which is applied here`);
      return this.find(collection, query, options);
    }
    const {first, total, staleSince} = gathered;
    return {
      items: list,
      total,
      facets: first?.facets ?? {},
      report: list.report,
      attribution: first?.envelope?.attribution,
      contact: first?.envelope?.contact,
      staleSince,
      cappedAt: end === Infinity && gathered.capped ? list.length : undefined,
    };
  }

  all<K extends CollectionName>(collection: K, query: Query, options: AskOptions) {
    return this.find(collection, entire(query), options);
  }

  /** What the server is asked, and what is left to do here; undefined when that is nothing. */
  #split(
    collection: CollectionName,
    filter: Filter,
    {sort, facets, lang}: Query,
  ): {asked: Query; rest: Query | undefined} {
    const question = this.#question(collection, {...filter, sort, facets, lang});
    const counted = facets?.every(facet => this.#kind.counts?.(facet, question)) ?? true;
    const asked: Record<string, unknown> = {lang};
    const rest: Record<string, unknown> = {};
    for (const [name, value] of Object.entries({...filter, sort})) {
      if (value === undefined) continue;
      const part = name as keyof Query;
      // A facet counts without its own filter, so what is counted here can't be filtered there.
      const blocks = !counted && FACETS.includes(part as FacetName);
      const can = !blocks && !this.#ignored.has(part) && this.#kind.can(part, question);
      (can ? asked : rest)[part] = value;
    }
    const isLeft = Object.keys(rest).length > 0;
    if (facets?.length) (counted && !isLeft ? asked : rest)['facets'] = facets;
    return {asked, rest: Object.keys(rest).length > 0 ? {...rest, lang} : undefined};
  }

  #question(collection: CollectionName, query: Query): ServerQuestion {
    return {
      collection,
      query,
      pathOf: name => {
        const target = targetIn(collection, name);
        return this.#rules.get(collection)?.find(rule => rule.target === target)?.path;
      },
    };
  }

  /** Looks at some records before the first question that turns on what their fields are called. */
  async #learn(collection: CollectionName, options: AskOptions): Promise<void> {
    const question = this.#question(collection, {});
    const {rows} = await this.#gather(question, SAMPLE.offset, SAMPLE.limit, options);
    this.#rulesFrom(collection, rows);
  }

  #rulesFrom(collection: CollectionName, rows: readonly Row[]): readonly Rule[] {
    const known = this.#rules.get(collection);
    if (known) return known;
    const {defaults, order} = this.#kind;
    const said = typeof defaults === 'function' ? defaults(collection) : defaults;
    const rules = this.#rulesOf(collection, rows, said, order);
    if (rows.length > 0) this.#rules.set(collection, rules);
    return rules;
  }

  #list<K extends CollectionName>(collection: K, rows: readonly Row[]): CheckedList<K> {
    const raws = new ForeignRows(rows, this.#rulesFrom(collection, rows));
    const list = new CheckedList(collection, raws, this.name);
    this.#told.check(this.name, list);
    return list;
  }

  /** Whether records lie clearly outside the box that was asked for: the server has not read it. */
  #strays(list: RecordList, [west, south, east, north]: Bbox): boolean {
    // A server may round, or take what overlaps the box: only what is a whole box away counts.
    const [dLon, dLat] = [west <= east ? east - west : 360, north - south];
    const wide: Bbox = [west - dLon, south - dLat, east + dLon, north + dLat];
    for (let index = 0; index < list.length; index++) {
      const geo = list.geoAt(index);
      if (geo && !list.geometryAt?.(index) && !inBbox(geo, wide)) return true;
    }
    return false;
  }

  async #answerHere<K extends CollectionName>(
    collection: K,
    query: Query,
    {rows, bodies, first, staleSince, capped}: Gathered,
    {signal}: AskOptions,
  ): Promise<Answer<Collections[K]>> {
    const key = `${collection} ${bodies.length}`;
    let held = this.#held.get(key);
    if (!held || !bodies.every((body, i) => body === held?.bodies[i])) {
      const list = this.#list(collection, rows) as CheckedList<CollectionName>;
      held = {bodies, holding: new Holding(list, strangers(), first?.envelope ?? {})};
      this.#held.set(key, held);
    }
    const holding = held.holding as unknown as Holding<K>;
    const answer = await holding.answer(
      query,
      signal,
      staleSince === undefined ? {} : {staleSince},
    );
    return capped ? {...answer, cappedAt: rows.length} : answer;
  }

  /** The rows from `start`, at most `most` of them, page after page as long as they bring something new. */
  async #gather(
    question: ServerQuestion,
    start: number,
    most: number,
    {signal, reload}: AskOptions,
  ): Promise<Gathered> {
    const {client} = this.#opening;
    const {longest, wall = Infinity, reader} = this.#kind;
    const rows: Row[] = [];
    const bodies: unknown[] = [];
    const seen = new Set<string>();
    const limit = Math.max(1, Math.min(longest, most));
    let first: ServerPage | undefined;
    let staleSince: Date | null | undefined;
    let total: number | undefined;
    /** Records that lie before `start`, where pages can only be followed one by one. */
    let skip = 0;
    let offset = start;
    let address: string | undefined = this.#kind.address(this.name, question, {offset, limit});
    let more = false;
    while (address !== undefined) {
      if (bodies.length >= MOST_PAGES || offset + limit > wall) {
        more = true;
        break;
      }
      const reply = await client.get(address, signal, reload, reader);
      const page = this.#kind.page(reply.body, address, question);
      bodies.push(reply.body);
      first ??= page;
      staleSince = reply.staleSince ?? staleSince;
      total ??= page.total;
      if (bodies.length === 1 && page.next !== undefined) skip = start;
      // What has moved from one page to the next, and a page that comes again, count once.
      const fresh = page.rows.filter(row => !seen.has(keyOf(row)));
      for (const row of fresh) seen.add(keyOf(row));
      const skipped = Math.min(skip, fresh.length);
      skip -= skipped;
      const wanted = fresh.slice(skipped, skipped + most - rows.length);
      rows.push(...wanted);
      const isFull = rows.length >= most;
      more = isFull && (wanted.length < fresh.length - skipped || page.next != null);
      if (isFull || fresh.length === 0) break;
      if (page.next === undefined) {
        offset += limit;
        const isLast = page.rows.length < limit || (total !== undefined && offset >= total);
        address = isLast ? undefined : this.#kind.address(this.name, question, {offset, limit});
      } else {
        address = this.#next(page.next, address);
        more = page.next !== null && address === undefined;
      }
    }
    const reached = start + rows.length;
    // A page that is shorter than was asked is the last, whatever the total says.
    const ends = !more && rows.length < most;
    const known = ends ? reached : Math.max(total ?? 0, reached);
    return {rows, total: known, capped: known > reached || more, first, bodies, staleSince};
  }

  /** The next page, where it is of the same origin: another one gets no visitor of ours. */
  #next(next: string | null, from: string): string | undefined {
    if (next === null) return undefined;
    const url = safeResource(next, from);
    if (url && url !== from && new URL(url).origin === new URL(from).origin) return url;
    this.#told.tell(`${this.name}: the next page is of another origin and is not followed`);
    return undefined;
  }
}

const NOTHING: Gathered = {
  rows: [],
  total: 0,
  capped: false,
  first: undefined,
  bodies: [],
  staleSince: undefined,
};

const paging = ({limit, page}: Query): Query => ({limit, page});

/** What tells two rows apart before anything is known of their ids. */
const keyOf = ({id, fields}: Row): string => JSON.stringify(id ?? fields).slice(0, 2_000);
