import type {Atlas} from '../geo/territory.js';
import {
  applicableFilter,
  type FacetName,
  isOwnField,
  listFiltersIn,
  type Query,
  TERRITORIES,
  type TerritoryKind,
} from '../query.js';
import type {CollectionName, Collections, PortalRecord} from '../records.js';
import type {Relations} from '../relations.js';
import type {Text} from '../text.js';
import {type DaySpan, yearOfDay} from '../time/period.js';
import {Column} from './column.js';
import {
  addCommuneName,
  communeOrTerritory,
  filterValues,
  geoOf,
  recordSpan,
  searchText,
} from './record-fields.js';
import type {RecordList} from './record-list.js';
import {createSortOrder, sortIndices} from './sort-order.js';
import {TextSearch} from './text-search.js';

/** Builds one index in a single pass over the records. */
interface IndexBuilder<R> {
  add(record: R): void;
  finish?(): void;
}

/** Filters whose values are words that people type, in several spellings. Those of the others are identifiers. */
const WORD_FILTERS: ReadonlySet<FacetName> = new Set(['commune', 'section', 'theme', 'type']);

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

/** Indexes of a complete collection: columns, periods, search texts and sort orders. Each is built on first use. */
export class RecordIndexes<K extends CollectionName> {
  /** Undefined until a query searches texts. */
  textSearch: TextSearch | undefined;
  /** Names of the communes by filter value; complete with the column of communes. */
  readonly communeNames = new Map<string, Text>();
  readonly #records: RecordList<Collections[K]>;
  readonly #collection: K;
  readonly #relations: Relations;
  readonly #readSummary: (index: number) => Collections[K];
  readonly #columns = new Map<FacetName, Column>();
  readonly #orders = new Map<string, number[]>();
  readonly #territoryColumns = new WeakMap<Atlas, Map<TerritoryKind, Column>>();
  #periods: readonly (DaySpan | undefined)[] | undefined;

  constructor(
    collection: K,
    records: RecordList<Collections[K]>,
    relations: Relations,
    readSummary: (index: number) => Collections[K],
  ) {
    this.#collection = collection;
    this.#records = records;
    this.#relations = relations;
    this.#readSummary = readSummary;
  }

  /** Builds the missing indexes of a query, one record or some values of a facet per step. */
  *build(query: Query, atlas: Atlas): Generator<void> {
    const builders = this.#missing(query, atlas);
    const orderKey = orderKeyOf(query);
    const order =
      query.sort && !this.#orders.has(orderKey) && createSortOrder(query.sort, query.lang);
    const keys: unknown[] = [];
    if (order) builders.push({add: record => keys.push(order.keyOf(record))});
    const count = builders.length > 0 ? this.#records.length : 0;
    for (let index = 0; index < count; index++) {
      const record = this.#readSummary(index);
      for (const lookup of builders) lookup.add(record);
      yield;
    }
    for (const builder of builders) builder.finish?.();
    for (const name of query.facets ?? []) {
      if (name === 'year') yield* this.#buildYears();
      yield* this.column(name).sortValues();
    }
    if (order) this.#orders.set(orderKey, yield* sortIndices(keys, order));
  }

  /** Periods of the records; empty until a query needs them. */
  get spans(): readonly (DaySpan | undefined)[] {
    return this.#periods ?? [];
  }

  /** Returns the indices of all records in the sort order of a query; undefined if it has none. */
  orderOf(query: Query): readonly number[] | undefined {
    return query.sort && this.#orders.get(orderKeyOf(query));
  }

  territoryColumn(kind: TerritoryKind, atlas: Atlas): Column | undefined {
    return this.#territoryColumns.get(atlas)?.get(kind);
  }

  /** Returns the values of a facet, whose index must have been built. */
  column(name: FacetName): Column {
    return this.#columns.get(name) as Column;
  }

  /** Builds the column of years from the periods, one record per step: a record may have two hundred. */
  *#buildYears(): Generator<void> {
    const {spans} = this;
    if (this.#columns.has('year')) return;
    let latest = -Infinity;
    for (const span of spans) {
      for (const day of span ? [span.first, span.last] : [])
        if (Number.isFinite(day)) latest = Math.max(latest, day);
    }
    const column = new Column(spans.length);
    for (const span of spans) {
      column.add(span ? yearsOf(span, latest) : []);
      yield;
    }
    this.#columns.set('year', column);
  }

  #missing(query: Query, atlas: Atlas): IndexBuilder<Collections[K]>[] {
    const filter = applicableFilter(query, this.#collection);
    const {length} = this.#records;
    const builders: IndexBuilder<Collections[K]>[] = [];
    const requested = new Set<FacetName>([...listFiltersIn(filter), ...(query.facets ?? [])]);
    const needsPeriods =
      requested.delete('year') || filter.from !== undefined || filter.to !== undefined;
    for (const name of requested as ReadonlySet<Exclude<FacetName, 'year'>>) {
      if (this.#columns.has(name)) continue;
      const column = new Column(length, WORD_FILTERS.has(name) || isOwnField(name));
      if (name === 'commune')
        builders.push({add: record => addCommuneName(this.communeNames, record)});
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
    if (needsPeriods && !this.#periods) {
      const spans: (DaySpan | undefined)[] = [];
      builders.push({
        add: record => spans.push(recordSpan(this.#collection, record, this.#relations)),
        finish: () => (this.#periods = spans),
      });
    }
    if (filter.q !== undefined && !this.textSearch) {
      const texts: string[] = [];
      builders.push({
        add: record => texts.push(searchText(record)),
        finish: () => (this.textSearch = new TextSearch(texts)),
      });
    }
    return builders;
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
