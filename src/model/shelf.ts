import {searchWords} from './fold.js';
import {inBbox} from './geo.js';
import {dateSpan, type DaySpan, overlaps, yearOfDay} from './period.js';
import {
  applicable,
  type FacetName,
  type Facets,
  type FacetValue,
  type Filter,
  LIST_FILTERS,
  type ListFilter,
  type Query,
} from './query.js';
import {type RecordList, SubList} from './record-list.js';
import type {CollectionName, Collections, Portal, PortalRecord} from './records.js';
import {pickText} from './text.js';
import {
  communeNames,
  dateKey,
  facetLabel,
  portalSpan,
  type Relations,
  searchText,
  spanOf,
  titleOf,
  valuesOf,
} from './traits.js';

/** The values of one filter for every record: `codes[offsets[i]…offsets[i + 1]]` point into `values`. */
interface Column {
  readonly values: readonly string[];
  readonly codes: Uint32Array;
  readonly offsets: Uint32Array;
}

/** Part of a collection that a query asks for. */
export interface Page<R extends PortalRecord> {
  readonly items: RecordList<R>;
  /** How many match on all pages. */
  readonly total: number;
  readonly facets: Facets;
}

type Test = (index: number) => boolean;

/** How many records an answer holds when a query doesn't say. */
export const DEFAULT_LIMIT = 12;
/** A record that runs on for ever counts for this many years, no more. */
const LONGEST_YEARS = 200;

/**
 * A collection that is complete: answers a query as a server of the portal API would. Folded texts and the
 * columns of the filters are made once, when first asked for.
 */
export class Shelf<K extends CollectionName> {
  readonly #records: RecordList<Collections[K]>;
  readonly #collection: K;
  readonly #relations: Relations;
  readonly #columns = new Map<FacetName, Column>();
  #texts: readonly string[] | undefined;
  #spans: readonly (DaySpan | undefined)[] | undefined;
  #communes: ReadonlyMap<string, string> | undefined;
  /** The last search: a longer one only needs to look through what that one found. */
  #found: {readonly words: readonly string[]; readonly hits: Uint8Array} | undefined;

  constructor(collection: K, records: RecordList<Collections[K]>, relations: Relations) {
    this.#collection = collection;
    this.#records = records;
    this.#relations = relations;
  }

  /** Those of the records that the query asks for, in its order, with the facets it names. */
  find(query: Query): Page<Collections[K]> {
    const {indices, facets} = this.#select(applicable(query, this.#collection), query.facets ?? []);
    const sorted = this.#sort(indices, query);
    const limit = query.limit ?? DEFAULT_LIMIT;
    const start = ((query.page ?? 1) - 1) * limit;
    const items = new SubList(this.#records, sorted.slice(start, start + limit));
    return {items, total: indices.length, facets};
  }

  #map<T>(read: (record: Collections[K]) => T): T[] {
    const values: T[] = [];
    for (const record of this.#records) values.push(read(record));
    return values;
  }

  /** Each facet counts with all filters but its own: a record that fails just one counts for that one's facet. */
  #select(filter: Filter, facetNames: readonly FacetName[]): {indices: number[]; facets: Facets} {
    const tests = this.#tests(filter);
    const columns = facetNames.map(name => this.#column(name));
    const counts = columns.map(column => new Uint32Array(column.values.length));
    const owners = tests.map(([owner]) => facetNames.findIndex(name => name === owner));
    const count = (facet: number, index: number): void => {
      const {codes, offsets} = columns[facet] as Column;
      const counter = counts[facet] as Uint32Array;
      for (let at = offsets[index] as number; at < (offsets[index + 1] as number); at++) {
        const code = codes[at] as number;
        counter[code] = (counter[code] as number) + 1;
      }
    };
    const indices: number[] = [];
    for (let index = 0; index < this.#records.length; index++) {
      let failed = -1;
      let failures = 0;
      for (let t = 0; t < tests.length && failures < 2; t++) {
        if (!(tests[t] as [unknown, Test])[1](index)) {
          failures++;
          failed = t;
        }
      }
      if (failures === 0) {
        indices.push(index);
        for (let facet = 0; facet < columns.length; facet++) count(facet, index);
      } else if (failures === 1) {
        const facet = owners[failed] as number;
        if (facet >= 0) count(facet, index);
      }
    }
    const facets = Object.fromEntries(
      facetNames.map((name, i) => [name, this.#facet(name, columns[i] as Column, counts[i] as Uint32Array)]),
    );
    return {indices, facets};
  }

  #facet(name: FacetName, {values}: Column, counts: Uint32Array): FacetValue[] {
    const facet: FacetValue[] = [];
    for (const [code, value] of values.entries()) {
      const count = counts[code] as number;
      if (count === 0) continue;
      const label = name === 'commune' ? this.#communeName(value) : facetLabel(name, value, this.#relations);
      facet.push(label === undefined ? {value, count} : {value, label, count});
    }
    const newest = name === 'year';
    return facet.sort((a, b) =>
      newest ? Number(b.value) - Number(a.value) : b.count - a.count || (a.value < b.value ? -1 : 1),
    );
  }

  #communeName(key: string): string | undefined {
    this.#communes ??= communeNames(this.#records);
    return this.#communes.get(key);
  }

  /** The tests of a filter, each with the facet that it belongs to. */
  #tests(filter: Filter): [FacetName | '', Test][] {
    const tests: [FacetName | '', Test][] = [];
    for (const name of LIST_FILTERS) {
      const wanted = filter[name];
      if (wanted?.length) tests.push([name, this.#listTest(name, wanted)]);
    }
    const {bbox, from, to, q} = filter;
    if (from !== undefined || to !== undefined) {
      const span: DaySpan = {
        first: dateSpan(from)?.first ?? -Infinity,
        last: dateSpan(to)?.last ?? Infinity,
      };
      const spans = this.#allSpans();
      tests.push([
        'year',
        index => {
          const own = spans[index];
          return own !== undefined && overlaps(own, span);
        },
      ]);
    }
    if (bbox) {
      tests.push([
        '',
        index => {
          const geo = this.#records.geoAt(index);
          return geo !== undefined && inBbox(geo, bbox);
        },
      ]);
    }
    const words = q ? searchWords(q) : [];
    if (words.length) {
      const hits = this.#search(words);
      tests.push(['', index => hits[index] === 1]);
    }
    return tests;
  }

  #listTest(name: ListFilter, wanted: readonly string[]): Test {
    const {values, codes, offsets} = this.#column(name);
    const chosen = new Uint8Array(values.length);
    for (const [code, value] of values.entries()) if (wanted.includes(value)) chosen[code] = 1;
    return index => {
      for (let at = offsets[index] as number; at < (offsets[index + 1] as number); at++) {
        if (chosen[codes[at] as number] === 1) return true;
      }
      return false;
    };
  }

  #search(words: readonly string[]): Uint8Array {
    this.#texts ??= this.#map(searchText);
    const texts = this.#texts;
    const last = this.#found;
    const narrower =
      last !== undefined && last.words.every(word => words.some(longer => longer.includes(word)));
    const hits = new Uint8Array(texts.length);
    for (let index = 0; index < texts.length; index++) {
      if (narrower && last.hits[index] === 0) continue;
      const text = texts[index] as string;
      if (words.every(word => text.includes(word))) hits[index] = 1;
    }
    this.#found = {words, hits};
    return hits;
  }

  #allSpans(): readonly (DaySpan | undefined)[] {
    this.#spans ??= this.#map(record =>
      this.#collection === 'portals' ? portalSpan(record as Portal, this.#relations) : spanOf(record),
    );
    return this.#spans;
  }

  #column(name: FacetName): Column {
    let column = this.#columns.get(name);
    if (!column) {
      column = this.#makeColumn(name === 'year' ? this.#years() : this.#listValues(name));
      this.#columns.set(name, column);
    }
    return column;
  }

  #listValues(name: ListFilter): (readonly string[])[] {
    return this.#map(record => valuesOf(name, this.#collection, record, this.#relations));
  }

  /** The years that each record touches; one without an end runs to the last year that any record names. */
  #years(): (readonly string[])[] {
    const spans = this.#allSpans();
    let latest = -Infinity;
    for (const span of spans) {
      for (const day of span ? [span.first, span.last] : []) if (Number.isFinite(day)) latest = Math.max(latest, day);
    }
    return spans.map(span => {
      if (!span || !Number.isFinite(span.first)) return [];
      const first = yearOfDay(span.first);
      const last = Math.min(yearOfDay(Math.min(span.last, latest)), first + LONGEST_YEARS);
      const years: string[] = [];
      for (let year = first; year <= last; year++) years.push(String(year));
      return years;
    });
  }

  #makeColumn(lists: readonly (readonly string[])[]): Column {
    const codeOf = new Map<string, number>();
    const codes: number[] = [];
    const offsets = new Uint32Array(lists.length + 1);
    for (const [index, list] of lists.entries()) {
      for (const value of list) {
        let code = codeOf.get(value);
        if (code === undefined) codeOf.set(value, (code = codeOf.size));
        codes.push(code);
      }
      offsets[index + 1] = codes.length;
    }
    return {values: [...codeOf.keys()], codes: Uint32Array.from(codes), offsets};
  }

  #sort(indices: number[], {sort, lang}: Query): number[] {
    if (!sort) return indices;
    const turn = sort.startsWith('-') ? -1 : 1;
    if (sort.endsWith('title')) {
      const language = lang ?? 'fr';
      const {compare} = new Intl.Collator(language, {numeric: true, sensitivity: 'base'});
      return this.#sortBy(
        indices,
        record => pickText(titleOf(record), language).value || undefined,
        (a, b) => turn * compare(a, b),
      );
    }
    return this.#sortBy(indices, dateKey, (a, b) => turn * (a - b));
  }

  /** Sorts by a key; records without one come last, whichever way; equals keep the collection's order. */
  #sortBy<T>(
    indices: number[],
    keyOf: (record: Collections[K]) => T | undefined,
    compare: (a: T, b: T) => number,
  ): number[] {
    const keys = new Map(indices.map(index => [index, keyOf(this.#records.at(index))]));
    return indices.toSorted((a, b) => {
      const left = keys.get(a);
      const right = keys.get(b);
      if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
      return compare(left, right) || a - b;
    });
  }
}
