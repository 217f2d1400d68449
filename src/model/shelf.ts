import {Column, type Test} from './column.js';
import {searchWords} from './fold.js';
import {type Bbox, inBbox} from './geo.js';
import {orderBy, sorted} from './order.js';
import {dateSpan, type DaySpan, yearOfDay} from './period.js';
import {Search} from './search.js';
import {overlaps} from './spans.js';
import {
  applicable,
  type FacetName,
  type Facets,
  type FacetValue,
  type Filter,
  LIST_FILTERS,
  type ListFilter,
  pageSpan,
  type Query,
  TERRITORIES,
  type TerritoryKind,
} from './query.js';
import {type RecordList, SubList} from './record-list.js';
import type {CollectionName, Collections, Commune, PortalRecord, Territory} from './records.js';
import {NO_RELATIONS, type Relations} from './relations.js';
import type {Text} from './text.js';
import {
  communeNames,
  facetLabel,
  geoOf,
  placeOf,
  recordSpan,
  searchText,
  valuesOf,
} from './traits.js';

/** Part of a collection that a query asks for. */
export interface Page<R extends PortalRecord> {
  readonly items: RecordList<R>;
  /** How many match on all pages. */
  readonly total: number;
  readonly facets: Facets;
}

/** What tells in which territory a commune lies, or a portal by its own territory. */
export interface Atlas {
  territoryOf(kind: TerritoryKind, place: (Commune & Territory) | undefined): string | undefined;
  /** The INSEE codes of all communes of some EPCI, those of arrondissements too, as far as they are known. */
  communesOf(epci: readonly string[]): readonly string[];
}

/** Without one, records lie where they say themselves. */
const NO_ATLAS: Atlas = {territoryOf: (kind, place) => place?.[kind], communesOf: () => []};

/** A test, and the facet that counts without it. */
type FacetTest = readonly [facet: FacetName | undefined, test: Test];

/** What is looked up once in each record, and kept when all have been looked at. */
interface Lookup<R> {
  look(record: R): void;
  keep?(): void;
}

/** What an order is kept under. */
const orderNameOf = ({sort, lang}: Query): string => `${sort} ${lang}`;

/** In what territory of a kind a record lies: one at most. */
function territoryOf(record: PortalRecord, kind: TerritoryKind, atlas: Atlas): readonly string[] {
  // What is somewhere and names no place is not the same as what is nowhere.
  const place = placeOf(record) ?? (geoOf(record) && {});
  const code = atlas.territoryOf(kind, place);
  return code === undefined ? [] : [code];
}

/** A record that runs on for ever counts for this many years, no more. */
const LONGEST_YEARS = 200;

/**
 * A collection that is complete: answers a query as a server of the portal API would. Folded texts, orders and the
 * columns of the filters are made once, when first asked for.
 */
export class Shelf<K extends CollectionName> {
  readonly #records: RecordList<Collections[K]>;
  readonly #collection: K;
  readonly #relations: Relations;
  readonly #glance: (index: number) => Collections[K];
  readonly #columns = new Map<FacetName, Column>();
  readonly #orders = new Map<string, number[]>();
  #search: Search | undefined;
  #spans: readonly (DaySpan | undefined)[] | undefined;
  #communes: ReadonlyMap<string, Text> | undefined;
  readonly #territories = new WeakMap<Atlas, Map<TerritoryKind, Column>>();

  /** `glance` reads a record for a look at a few fields of it. */
  constructor(
    collection: K,
    records: RecordList<Collections[K]>,
    relations: Relations = NO_RELATIONS,
    glance: (index: number) => Collections[K] = index => records.at(index),
  ) {
    this.#collection = collection;
    this.#records = records;
    this.#relations = relations;
    this.#glance = glance;
  }

  /**
   * Looks up in each record what a query asks about, unless it is known already: a record a step, since they may be
   * many.
   */
  *prepare(query: Query, atlas: Atlas = NO_ATLAS): Generator<void> {
    const lookups = this.#lookups(query, atlas);
    const orderName = orderNameOf(query);
    const order = query.sort && !this.#orders.has(orderName) && orderBy(query.sort, query.lang);
    const keys: unknown[] = [];
    if (order) lookups.push({look: record => keys.push(order.keyOf(record))});
    if (lookups.length === 0) return;
    for (let index = 0; index < this.#records.length; index++) {
      const record = this.#glance(index);
      for (const lookup of lookups) lookup.look(record);
      yield;
    }
    for (const lookup of lookups) lookup.keep?.();
    if (order) this.#orders.set(orderName, yield* sorted(keys, order));
  }

  /**
   * Those of the records that the query asks for, in its order, with the facets it names; what has not been looked up
   * before is looked up now.
   */
  find(query: Query, atlas: Atlas = NO_ATLAS): Page<Collections[K]> {
    const steps = this.prepare(query, atlas);
    while (!steps.next().done);
    const filter = applicable(query, this.#collection);
    const {indices, facets} = this.#select(filter, query.facets ?? [], atlas);
    const sorted = this.#sort(indices, query);
    const items = new SubList(this.#records, sorted.slice(...pageSpan(query)));
    return {items, total: indices.length, facets};
  }

  #lookups(query: Query, atlas: Atlas): Lookup<Collections[K]>[] {
    const filter = applicable(query, this.#collection);
    const {length} = this.#records;
    const lookups: Lookup<Collections[K]>[] = [];
    const asked = new Set<FacetName>([
      ...LIST_FILTERS.filter(name => filter[name]),
      ...(query.facets ?? []),
    ]);
    const turnsOnTime =
      asked.delete('year') || filter.from !== undefined || filter.to !== undefined;
    for (const name of asked as ReadonlySet<ListFilter>) {
      if (this.#columns.has(name)) continue;
      const column = new Column(length);
      lookups.push({
        look: record => column.add(valuesOf(name, this.#collection, record, this.#relations)),
        keep: () => this.#columns.set(name, column),
      });
    }
    const territories = this.#territories.get(atlas) ?? new Map<TerritoryKind, Column>();
    this.#territories.set(atlas, territories);
    for (const kind of TERRITORIES) {
      if (!filter[kind] || territories.has(kind)) continue;
      const column = new Column(length);
      lookups.push({
        look: record => column.add(territoryOf(record, kind, atlas)),
        keep: () => territories.set(kind, column),
      });
    }
    if (turnsOnTime && !this.#spans) {
      const spans: (DaySpan | undefined)[] = [];
      lookups.push({
        look: record => spans.push(recordSpan(this.#collection, record, this.#relations)),
        keep: () => (this.#spans = spans),
      });
    }
    if (filter.q !== undefined && !this.#search) {
      const texts: string[] = [];
      lookups.push({
        look: record => texts.push(searchText(record)),
        keep: () => (this.#search = new Search(texts)),
      });
    }
    return lookups;
  }

  /** Each facet counts with all filters but its own: a record that fails just one counts for that one's facet. */
  #select(
    filter: Filter,
    facets: readonly FacetName[],
    atlas: Atlas,
  ): {indices: number[]; facets: Facets} {
    const tests = this.#tests(filter, atlas);
    const tallies = new Map(facets.map(name => [name, this.#column(name).tally()]));
    const all = [...tallies.values()];
    const indices: number[] = [];
    for (let index = 0; index < this.#records.length; index++) {
      let failed: FacetTest | undefined;
      let failures = 0;
      for (const test of tests) {
        if (test[1](index)) continue;
        failed = test;
        if (++failures > 1) break;
      }
      if (failures === 0) {
        indices.push(index);
        for (const tally of all) tally.add(index);
      } else if (failures === 1 && failed?.[0]) tallies.get(failed[0])?.add(index);
    }
    const counted = [...tallies].map(([name, tally]) => [name, this.#facet(name, tally.entries())]);
    return {indices, facets: Object.fromEntries(counted) as Facets};
  }

  /** The values of a facet with their names: the newest year first, or the most frequent value. */
  #facet(name: FacetName, entries: readonly [value: string, count: number][]): FacetValue[] {
    const values = entries.map(([value, count]): FacetValue => {
      const label = this.#label(name, value);
      return label === undefined ? {value, count} : {value, label, count};
    });
    return values.sort((a, b) =>
      name === 'year'
        ? Number(b.value) - Number(a.value)
        : b.count - a.count || (a.value < b.value ? -1 : 1),
    );
  }

  *#glances(): Generator<Collections[K]> {
    for (let index = 0; index < this.#records.length; index++) yield this.#glance(index);
  }

  #label(name: FacetName, value: string): FacetValue['label'] {
    if (name !== 'commune') return facetLabel(name, value, this.#relations);
    this.#communes ??= communeNames(this.#glances());
    return this.#communes.get(value);
  }

  #tests(filter: Filter, atlas: Atlas): FacetTest[] {
    const tests: FacetTest[] = [];
    for (const name of LIST_FILTERS) {
      const wanted = filter[name];
      if (wanted) tests.push([name, this.#column(name).test(wanted)]);
    }
    for (const kind of TERRITORIES) {
      const wanted = filter[kind];
      const column = this.#territories.get(atlas)?.get(kind);
      if (wanted && column) tests.push([undefined, column.test(wanted)]);
    }
    const {bbox, from, to, q} = filter;
    if (from !== undefined || to !== undefined) tests.push(['year', this.#timeTest(from, to)]);
    if (bbox) tests.push([undefined, this.#boxTest(bbox)]);
    if (q !== undefined && this.#search) {
      const hits = this.#search.find(searchWords(q));
      tests.push([undefined, index => hits[index] === 1]);
    }
    return tests;
  }

  #timeTest(from: string | undefined, to: string | undefined): Test {
    const wanted: DaySpan = {
      first: dateSpan(from)?.first ?? -Infinity,
      last: dateSpan(to)?.last ?? Infinity,
    };
    const spans = this.#spans ?? [];
    return index => {
      const span = spans[index];
      return span !== undefined && overlaps(span, wanted);
    };
  }

  #boxTest(bbox: Bbox): Test {
    return index => {
      const geo = this.#records.geoAt(index);
      return geo !== undefined && inBbox(geo, bbox);
    };
  }

  #column(name: FacetName): Column {
    const column = this.#columns.get(name) ?? this.#years();
    this.#columns.set(name, column);
    return column;
  }

  #years(): Column {
    const spans = this.#spans ?? [];
    let latest = -Infinity;
    for (const span of spans) {
      for (const day of span ? [span.first, span.last] : [])
        if (Number.isFinite(day)) latest = Math.max(latest, day);
    }
    const column = new Column(spans.length);
    for (const span of spans) column.add(span ? yearsOf(span, latest) : []);
    return column;
  }

  #sort(indices: number[], query: Query): number[] {
    // The whole is sorted once: comparing titles anew at each key of a search would be felt.
    const order = query.sort && this.#orders.get(orderNameOf(query));
    if (!order) return indices;
    const chosen = new Uint8Array(this.#records.length);
    for (const index of indices) chosen[index] = 1;
    return order.filter(index => chosen[index] === 1);
  }
}

/** The years that a span touches; one without an end runs to the latest day that any record names. */
function yearsOf(span: DaySpan, latest: number): readonly string[] {
  if (!Number.isFinite(span.first)) return [];
  const first = yearOfDay(span.first);
  const last = Math.min(yearOfDay(Math.min(span.last, latest)), first + LONGEST_YEARS);
  const years: string[] = [];
  for (let year = first; year <= last; year++) years.push(String(year));
  return years;
}
