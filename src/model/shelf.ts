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

/** Part of the matches of a query. */
export interface Page<R extends PortalRecord> {
  readonly items: RecordList<R>;
  /** Number of matches on all pages. */
  readonly total: number;
  readonly facets: Facets;
}

/** Lookup of the territory of a commune or portal. */
export interface Atlas {
  territoryOf(kind: TerritoryKind, place: (Commune & Territory) | undefined): string | undefined;
  /** Returns the known INSEE codes of all communes of the given EPCIs, including municipal arrondissements. */
  communesOf(epci: readonly string[]): readonly string[];
}

/** Uses only the territory codes stated in the records. */
const NO_ATLAS: Atlas = {territoryOf: (kind, place) => place?.[kind], communesOf: () => []};

/** Predicate, and the facet that ignores it. */
type FacetTest = readonly [facet: FacetName | undefined, test: Test];

/** Builds one index in a single pass over the records. */
interface Lookup<R> {
  look(record: R): void;
  keep?(): void;
}

/** Key of a cached sort order. */
const orderNameOf = ({sort, lang}: Query): string => `${sort} ${lang}`;

/** Returns the territory codes of a record: one at most. */
function territoryOf(record: PortalRecord, kind: TerritoryKind, atlas: Atlas): readonly string[] {
  // A record that has only coordinates is located, unlike one without a place.
  const place = placeOf(record) ?? (geoOf(record) && {});
  const code = atlas.territoryOf(kind, place);
  return code === undefined ? [] : [code];
}

/** Maximum number of years counted for a record without an end. */
const LONGEST_YEARS = 200;

/**
 * Complete collection in memory. Runs queries like a server of the portal API. Search texts, sort orders and columns
 * are built on first use.
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

  /**
   * Creates an index without building anything.
   *
   * @param readSummary Reads a record for access to a few of its fields. Default: the validated record.
   */
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

  /** Builds the missing indexes of a query, one record per step. */
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

  /** Returns the page of records that match a query, with its facets. Builds missing indexes first. */
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

  /**
   * Returns the matching indices and the facet counts. A facet ignores its own filter, so a record that fails only that
   * filter is counted too.
   */
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

  /** Returns the values of a facet with their labels: years newest first, others by count. */
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
    // The whole collection is sorted once: sorting titles again at each keystroke of a search would be slow.
    const order = query.sort && this.#orders.get(orderNameOf(query));
    if (!order) return indices;
    const chosen = new Uint8Array(this.#records.length);
    for (const index of indices) chosen[index] = 1;
    return order.filter(index => chosen[index] === 1);
  }
}

/** Returns the years covered by a span. A span without an end runs to the latest date of any record. */
function yearsOf(span: DaySpan, latest: number): readonly string[] {
  if (!Number.isFinite(span.first)) return [];
  const first = yearOfDay(span.first);
  const last = Math.min(yearOfDay(Math.min(span.last, latest)), first + LONGEST_YEARS);
  const years: string[] = [];
  for (let year = first; year <= last; year++) years.push(String(year));
  return years;
}
