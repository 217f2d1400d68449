import {searchWords} from '../fold.js';
import {type Bbox, isInBbox} from '../geo/geo.js';
import type {Atlas} from '../geo/territory.js';
import {
  applicableFilter,
  type FacetName,
  type Facets,
  type FacetValue,
  type Filter,
  isOwnField,
  listFiltersIn,
  type OwnField,
  pageRange,
  type Query,
  TERRITORIES,
} from '../query.js';
import type {CollectionName, Collections, PortalRecord} from '../records.js';
import {NO_RELATIONS, type Relations} from '../relations.js';
import {dateSpan, type DaySpan, overlaps} from '../time/period.js';
import type {Predicate} from './column.js';
import {facetLabel} from './record-fields.js';
import {RecordIndexes} from './record-indexes.js';
import {type RecordList, SubsetRecordList} from './record-list.js';

/** Part of the matches of a query. */
export interface Page<R extends PortalRecord> {
  readonly items: RecordList<R>;
  /** Number of matches on all pages. */
  readonly total: number;
  readonly facets: Facets;
}

/** Uses only the territory codes stated in the records. */
const DEFAULT_ATLAS: Atlas = {territoryOf: (kind, place) => place?.[kind], communesOf: () => []};

/** Number of records that are filtered and counted in one step. */
const STEP = 2048;

/** Predicate, and the facet that ignores it. */
type FacetPredicate = readonly [facet: FacetName | undefined, test: Predicate];

/**
 * Complete collection in memory. Runs queries like a server of the portal API. Search texts, sort orders and columns
 * are built on first use.
 */
export class CollectionIndex<K extends CollectionName> {
  readonly #records: RecordList<Collections[K]>;
  readonly #collection: K;
  readonly #relations: Relations;
  readonly #indexes: RecordIndexes<K>;

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
    this.#indexes = new RecordIndexes(collection, records, relations, readSummary);
  }

  /** Builds the missing indexes of a query, one record per step. */
  buildIndexes(query: Query, atlas: Atlas = DEFAULT_ATLAS): Generator<void> {
    return this.#indexes.build(query, atlas);
  }

  /** True if no record has a value of an own field. Its index must have been built. */
  lacks(field: OwnField): boolean {
    return this.#indexes.column(field).isEmpty;
  }

  /** Returns the page of records that match a query, with its facets. Builds missing indexes first. */
  find(query: Query, atlas: Atlas = DEFAULT_ATLAS): Page<Collections[K]> {
    const building = this.buildIndexes(query, atlas);
    while (!building.next().done);
    const steps = this.findInSteps(query, atlas);
    for (;;) {
      const {done, value} = steps.next();
      if (done) return value;
    }
  }

  /** Same as `find`, in steps of a millisecond or two. The indexes must have been built. */
  *findInSteps(query: Query, atlas: Atlas = DEFAULT_ATLAS): Generator<void, Page<Collections[K]>> {
    const filter = applicableFilter(query, this.#collection);
    const {indices, facets} = yield* this.#filterAndCount(filter, query.facets ?? [], atlas);
    const sortedIndices = this.#sort(indices, query);
    const items = new SubsetRecordList(this.#records, sortedIndices.slice(...pageRange(query)));
    return {items, total: indices.length, facets};
  }

  /**
   * Returns the matching indices and the facet counts. A facet ignores its own filter, so a record that fails only that
   * filter is counted too.
   */
  *#filterAndCount(
    filter: Filter,
    facets: readonly FacetName[],
    atlas: Atlas,
  ): Generator<void, {indices: number[]; facets: Facets}> {
    const predicates = this.#predicates(filter, atlas);
    const tallies = new Map(facets.map(name => [name, this.#indexes.column(name).tally()]));
    const tallyList = [...tallies.values()];
    const indices: number[] = [];
    yield;
    for (let index = 0; index < this.#records.length; index++) {
      if (index % STEP === STEP - 1) yield;
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
    const selected: Partial<Record<FacetName, readonly string[]>> = filter;
    const counted: [name: FacetName, values: FacetValue[]][] = [];
    for (const [name, tally] of tallies) {
      yield;
      counted.push([name, this.#facet(name, tally.entries(), selected[name])]);
    }
    return {indices, facets: Object.fromEntries(counted) as Facets};
  }

  /**
   * Returns the values of a facet with their labels: years newest first, others by count. Selected values that no record
   * has follow if they have a label.
   */
  #facet(
    name: FacetName,
    entries: readonly [value: string, count: number][],
    selected: readonly string[] = [],
  ): FacetValue[] {
    const values = entries.map(([value, count]): FacetValue => {
      const label = this.#label(name, value);
      return label === undefined ? {value, count} : {value, label, count};
    });
    for (const value of selected) {
      const label = this.#label(name, value);
      if (label !== undefined && !entries.some(([counted]) => counted === value))
        values.push({value, label, count: 0});
    }
    return name === 'year' ? values.sort((a, b) => Number(b.value) - Number(a.value)) : values;
  }

  #label(name: FacetName, value: string): FacetValue['label'] {
    if (name !== 'commune') return facetLabel(name, value, this.#relations);
    return this.#indexes.communeNames.get(value);
  }

  #predicates(filter: Filter, atlas: Atlas): FacetPredicate[] {
    const predicates: FacetPredicate[] = [];
    for (const name of listFiltersIn(filter)) {
      const column = this.#indexes.column(name);
      // Linked widgets share filters: records that have no such field are not all left out.
      const isUnknown = isOwnField(name) && column.isEmpty;
      if (!isUnknown) predicates.push([name, column.predicate(filter[name] ?? [])]);
    }
    for (const kind of TERRITORIES) {
      const wanted = filter[kind];
      const column = this.#indexes.territoryColumn(kind, atlas);
      if (wanted && column) predicates.push([undefined, column.predicate(wanted)]);
    }
    const {bbox, from, to, q} = filter;
    if (from !== undefined || to !== undefined)
      predicates.push(['year', this.#periodPredicate(from, to)]);
    if (bbox) predicates.push([undefined, this.#bboxPredicate(bbox)]);
    const {textSearch} = this.#indexes;
    if (q !== undefined && textSearch) {
      const matches = textSearch.find(searchWords(q));
      predicates.push([undefined, index => matches[index] === 1]);
    }
    return predicates;
  }

  #periodPredicate(from: string | undefined, to: string | undefined): Predicate {
    const range: DaySpan = {
      first: dateSpan(from)?.first ?? -Infinity,
      last: dateSpan(to)?.last ?? Infinity,
    };
    const {spans} = this.#indexes;
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

  #sort(indices: number[], query: Query): number[] {
    // The whole collection is sorted once: sorting titles again at each keystroke of a search would be slow.
    const order = this.#indexes.orderOf(query);
    if (!order) return indices;
    const isMatch = new Uint8Array(this.#records.length);
    for (const index of indices) isMatch[index] = 1;
    return order.filter(index => isMatch[index] === 1);
  }
}
