import {Column, type Predicate} from './column.js';
import {searchWords} from '../fold.js';
import {type Bbox, isInBbox} from '../geo/geo.js';
import {createSortOrder, sortIndices} from './sort-order.js';
import {dateSpan, type DaySpan, yearOfDay, overlaps} from '../time/period.js';
import {TextSearch} from './text-search.js';
import {
  applicableFilter,
  type FacetName,
  type Facets,
  type FacetValue,
  type Filter,
  LIST_FILTERS,
  type ListFilter,
  pageRange,
  type Query,
  TERRITORIES,
  type TerritoryKind,
} from '../query.js';
import {type RecordList, SubsetRecordList} from './record-list.js';
import type {CollectionName, Collections, PortalRecord} from '../records.js';
import {NO_RELATIONS, type Relations} from '../relations.js';
import type {Atlas} from '../geo/territory.js';
import type {Text} from '../text.js';
import {
  communeNames,
  facetLabel,
  geoOf,
  communeOrTerritory,
  recordSpan,
  searchText,
  filterValues,
} from './record-fields.js';

/** Part of the matches of a query. */
export interface Page<R extends PortalRecord> {
  readonly items: RecordList<R>;
  /** Number of matches on all pages. */
  readonly total: number;
  readonly facets: Facets;
}

/** Uses only the territory codes stated in the records. */
const DEFAULT_ATLAS: Atlas = {territoryOf: (kind, place) => place?.[kind], communesOf: () => []};

/** Predicate, and the facet that ignores it. */
type FacetPredicate = readonly [facet: FacetName | undefined, test: Predicate];

/** Builds one index in a single pass over the records. */
interface IndexBuilder<R> {
  add(record: R): void;
  finish?(): void;
}

/** Key of a cached sort order. */
const orderKeyOf = ({sort, lang}: Query): string => `${sort} ${lang}`;

/** Returns the territory codes of a record: one at most. */
function territoryOf(record: PortalRecord, kind: TerritoryKind, atlas: Atlas): readonly string[] {
  // A record that has only coordinates is located, unlike one without a place.
  const place = communeOrTerritory(record) ?? (geoOf(record) && {});
  const code = atlas.territoryOf(kind, place);
  return code === undefined ? [] : [code];
}

/** Maximum number of years counted for a record without an end. */
const MAX_YEARS = 200;

/**
 * Complete collection in memory. Runs queries like a server of the portal API. Search texts, sort orders and columns
 * are built on first use.
 */
export class CollectionIndex<K extends CollectionName> {
  readonly #records: RecordList<Collections[K]>;
  readonly #collection: K;
  readonly #relations: Relations;
  readonly #readSummary: (index: number) => Collections[K];
  readonly #columns = new Map<FacetName, Column>();
  readonly #orders = new Map<string, number[]>();
  #textSearch: TextSearch | undefined;
  #spans: readonly (DaySpan | undefined)[] | undefined;
  #communeNames: ReadonlyMap<string, Text> | undefined;
  readonly #territoryColumns = new WeakMap<Atlas, Map<TerritoryKind, Column>>();

  /**
   * Creates an index without building anything.
   *
   * @param readSummary Reads a record for access to a few of its fields. Default: the validated record.
   */
  constructor(
    collection: K,
    records: RecordList<Collections[K]>,
    relations: Relations = NO_RELATIONS,
    readSummary: (index: number) => Collections[K] = index => records.at(index),
  ) {
    this.#collection = collection;
    this.#records = records;
    this.#relations = relations;
    this.#readSummary = readSummary;
  }

  /** Builds the missing indexes of a query, one record per step. */
  *buildIndexes(query: Query, atlas: Atlas = DEFAULT_ATLAS): Generator<void> {
    const builders = this.#missingIndexes(query, atlas);
    const orderKey = orderKeyOf(query);
    const order =
      query.sort && !this.#orders.has(orderKey) && createSortOrder(query.sort, query.lang);
    const keys: unknown[] = [];
    if (order) builders.push({add: record => keys.push(order.keyOf(record))});
    if (builders.length === 0) return;
    for (let index = 0; index < this.#records.length; index++) {
      const record = this.#readSummary(index);
      for (const lookup of builders) lookup.add(record);
      yield;
    }
    for (const builder of builders) builder.finish?.();
    if (order) this.#orders.set(orderKey, yield* sortIndices(keys, order));
  }

  /** Returns the page of records that match a query, with its facets. Builds missing indexes first. */
  find(query: Query, atlas: Atlas = DEFAULT_ATLAS): Page<Collections[K]> {
    const steps = this.buildIndexes(query, atlas);
    while (!steps.next().done);
    const filter = applicableFilter(query, this.#collection);
    const {indices, facets} = this.#filterAndCount(filter, query.facets ?? [], atlas);
    const sortedIndices = this.#sort(indices, query);
    const items = new SubsetRecordList(this.#records, sortedIndices.slice(...pageRange(query)));
    return {items, total: indices.length, facets};
  }

  #missingIndexes(query: Query, atlas: Atlas): IndexBuilder<Collections[K]>[] {
    const filter = applicableFilter(query, this.#collection);
    const {length} = this.#records;
    const builders: IndexBuilder<Collections[K]>[] = [];
    const requested = new Set<FacetName>([
      ...LIST_FILTERS.filter(name => filter[name]),
      ...(query.facets ?? []),
    ]);
    const needsPeriods =
      requested.delete('year') || filter.from !== undefined || filter.to !== undefined;
    for (const name of requested as ReadonlySet<ListFilter>) {
      if (this.#columns.has(name)) continue;
      const column = new Column(length);
      builders.push({
        add: record => column.add(filterValues(name, this.#collection, record, this.#relations)),
        finish: () => this.#columns.set(name, column),
      });
    }
    const columns = this.#territoryColumns.get(atlas) ?? new Map<TerritoryKind, Column>();
    this.#territoryColumns.set(atlas, columns);
    for (const kind of TERRITORIES) {
      if (!filter[kind] || columns.has(kind)) continue;
      const column = new Column(length);
      builders.push({
        add: record => column.add(territoryOf(record, kind, atlas)),
        finish: () => columns.set(kind, column),
      });
    }
    if (needsPeriods && !this.#spans) {
      const spans: (DaySpan | undefined)[] = [];
      builders.push({
        add: record => spans.push(recordSpan(this.#collection, record, this.#relations)),
        finish: () => (this.#spans = spans),
      });
    }
    if (filter.q !== undefined && !this.#textSearch) {
      const texts: string[] = [];
      builders.push({
        add: record => texts.push(searchText(record)),
        finish: () => (this.#textSearch = new TextSearch(texts)),
      });
    }
    return builders;
  }

  /**
   * Returns the matching indices and the facet counts. A facet ignores its own filter, so a record that fails only that
   * filter is counted too.
   */
  #filterAndCount(
    filter: Filter,
    facets: readonly FacetName[],
    atlas: Atlas,
  ): {indices: number[]; facets: Facets} {
    const predicates = this.#predicates(filter, atlas);
    const tallies = new Map(facets.map(name => [name, this.#column(name).tally()]));
    const tallyList = [...tallies.values()];
    const indices: number[] = [];
    for (let index = 0; index < this.#records.length; index++) {
      let failed: FacetPredicate | undefined;
      let failures = 0;
      for (const test of predicates) {
        if (test[1](index)) continue;
        failed = test;
        if (++failures > 1) break;
      }
      if (failures === 0) {
        indices.push(index);
        for (const tally of tallyList) tally.add(index);
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

  *#summaries(): Generator<Collections[K]> {
    for (let index = 0; index < this.#records.length; index++) yield this.#readSummary(index);
  }

  #label(name: FacetName, value: string): FacetValue['label'] {
    if (name !== 'commune') return facetLabel(name, value, this.#relations);
    this.#communeNames ??= communeNames(this.#summaries());
    return this.#communeNames.get(value);
  }

  #predicates(filter: Filter, atlas: Atlas): FacetPredicate[] {
    const predicates: FacetPredicate[] = [];
    for (const name of LIST_FILTERS) {
      const values = filter[name];
      if (values) predicates.push([name, this.#column(name).predicate(values)]);
    }
    for (const kind of TERRITORIES) {
      const wanted = filter[kind];
      const column = this.#territoryColumns.get(atlas)?.get(kind);
      if (wanted && column) predicates.push([undefined, column.predicate(wanted)]);
    }
    const {bbox, from, to, q} = filter;
    if (from !== undefined || to !== undefined)
      predicates.push(['year', this.#periodPredicate(from, to)]);
    if (bbox) predicates.push([undefined, this.#bboxPredicate(bbox)]);
    if (q !== undefined && this.#textSearch) {
      const matches = this.#textSearch.find(searchWords(q));
      predicates.push([undefined, index => matches[index] === 1]);
    }
    return predicates;
  }

  #periodPredicate(from: string | undefined, to: string | undefined): Predicate {
    const range: DaySpan = {
      first: dateSpan(from)?.first ?? -Infinity,
      last: dateSpan(to)?.last ?? Infinity,
    };
    const spans = this.#spans ?? [];
    return index => {
      const span = spans[index];
      return span !== undefined && overlaps(span, range);
    };
  }

  #bboxPredicate(bbox: Bbox): Predicate {
    return index => {
      const geo = this.#records.geoAt(index);
      return geo !== undefined && isInBbox(geo, bbox);
    };
  }

  #column(name: FacetName): Column {
    const column = this.#columns.get(name) ?? this.#buildYears();
    this.#columns.set(name, column);
    return column;
  }

  #buildYears(): Column {
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
    const order = query.sort && this.#orders.get(orderKeyOf(query));
    if (!order) return indices;
    const isMatch = new Uint8Array(this.#records.length);
    for (const index of indices) isMatch[index] = 1;
    return order.filter(index => isMatch[index] === 1);
  }
}

/** Returns the years covered by a span. A span without an end runs to the latest date of any record. */
function yearsOf(span: DaySpan, latest: number): readonly string[] {
  if (!Number.isFinite(span.first)) return [];
  const first = yearOfDay(span.first);
  const last = Math.min(yearOfDay(Math.min(span.last, latest)), first + MAX_YEARS);
  const years: string[] = [];
  for (let year = first; year <= last; year++) years.push(String(year));
  return years;
}
