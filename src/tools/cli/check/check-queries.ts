import {parseJsonIn} from '../../../data/sources/shared/readers/cell-json.js';
import {LazyRecordList} from '../../../data/validation.js';
import {isObject} from '../../../model/schemas/schema-builder.js';
import {fold} from '../../../model/fold.js';
import {
  APPLICABLE_FILTERS,
  type Facets,
  FACETS,
  LIST_FILTERS,
  type Query,
  SORTS,
} from '../../../model/query.js';
import type {CollectionName} from '../../../model/records.js';
import type {Relations} from '../../../model/relations.js';
import {CollectionIndex} from '../../../model/collection/collection-index.js';
import {searchText} from '../../../model/collection/record-fields.js';
import type {CheckReport} from './check-report.js';
import {probe} from './probe.js';

/** Records of a collection read during the check. */
export interface CheckedCollection {
  readonly collection: CollectionName;
  readonly url: string;
  readonly list: LazyRecordList<CollectionName>;
  /** True if the list holds all records of the collection. */
  readonly isFullyRead: boolean;
  /** True if the response declares itself complete, so that queries are not answered by the server. */
  readonly isComplete: boolean;
}

/** Query to test, as a parameter and in parsed form. */
interface TestQuery {
  readonly name: string;
  readonly value: string;
  readonly query: Query;
}

const toRecordList = (collection: CollectionName, items: readonly unknown[]) =>
  new LazyRecordList<CollectionName>(collection, items);

/** Returns one query per filter, chosen so that some records match and, if possible, not all. */
function testQueries(
  {collection, list}: CheckedCollection,
  index: CollectionIndex<CollectionName>,
): TestQuery[] {
  const applicable = new Set<string>(APPLICABLE_FILTERS[collection]);
  const {facets} = index.find({facets: FACETS});
  const middle = list.at(Math.floor(list.length / 2));
  const word = fold(searchText(middle))
    .split(/[^\p{L}]+/u)
    .find(text => text.length > 4);
  const geo = [...Array(list.length).keys()].map(i => list.geoAt(i)).find(Boolean);
  const years = (facets.year ?? []).map(({value}) => value).sort();
  const year = years[Math.floor(years.length / 2)];
  const queries: TestQuery[] = [];
  const add = (name: string, value: string | undefined, query: Query): void => {
    if (applicable.has(name) && value !== undefined) queries.push({name, value, query});
  };
  add('q', word, {q: word});
  if (geo) {
    const box = [geo.lon - 0.05, geo.lat - 0.05, geo.lon + 0.05, geo.lat + 0.05].map(
      degree => Math.round(degree * 1000) / 1000,
    ) as [number, number, number, number];
    add('bbox', box.join(','), {bbox: box});
  }
  add('from', year, {from: year});
  add('to', year, {to: year});
  for (const name of LIST_FILTERS) {
    const value = facets[name]?.at(-1)?.value;
    if (value !== undefined) add(name, value, {[name]: [value]});
  }
  return queries;
}

/** Sends the queries that widgets may send, and compares the responses with the result computed from the records. */
export async function checkQueries(
  checked: CheckedCollection,
  relations: Relations,
  report: CheckReport,
): Promise<void> {
  const {collection, url, list, isFullyRead} = checked;
  const index = new CollectionIndex<CollectionName>(collection, list, relations);
  for (const {name, value, query} of testQueries(checked, index)) {
    const requestUrl = `${url}?${name}=${encodeURIComponent(value)}&limit=500`;
    const result = await fetchResult(requestUrl);
    if (!result) {
      report.addError(requestUrl, 'refused', collection, name);
      continue;
    }
    const returned = new CollectionIndex<CollectionName>(
      collection,
      toRecordList(collection, result.items),
      relations,
    );
    const wrongCount =
      result.items.length - returned.find({...query, limit: result.items.length || 1}).total;
    const {total} = index.find({...query, limit: 1});
    if (wrongCount > 0) report.addError(requestUrl, 'ignored', collection, name, value, wrongCount);
    else if (isFullyRead && result.total !== total)
      report.addError(requestUrl, 'differs', collection, name, value, result.total ?? '—', total);
  }
  await checkPaging(checked, report);
  await checkSorting(checked, index, report);
  if (isFullyRead) await checkFacets(checked, index, report);
}

async function fetchResult(url: string) {
  const response = await probe(url).catch(() => undefined);
  const body = response?.status === 200 ? parseJsonIn(response.body.toString()) : undefined;
  const {items, total, facets} = isObject(body) ? body : {};
  return Array.isArray(items)
    ? {
        items: items as unknown[],
        total: total as number | undefined,
        facets: facets as Facets | undefined,
      }
    : undefined;
}

const joinIds = (items: readonly unknown[] = []): string =>
  items.map(item => (isObject(item) ? String(item['id']) : '')).join(' ');

async function checkPaging(
  {collection, url, list}: CheckedCollection,
  report: CheckReport,
): Promise<void> {
  if (list.length < 2) return;
  const [first, second] = [
    await fetchResult(`${url}?limit=1&page=1`),
    await fetchResult(`${url}?limit=1&page=2`),
  ];
  if (first?.items.length !== 1) report.addError(url, 'limitIgnored', collection);
  else if (second?.items.length !== 1 || joinIds(first.items) === joinIds(second.items))
    report.addError(url, 'pageIgnored', collection);
}

/** Checks each sort order. The order of ties is free, so that the sort keys are compared, not the records. */
async function checkSorting(
  {collection, url, list, isFullyRead}: CheckedCollection,
  index: CollectionIndex<CollectionName>,
  report: CheckReport,
): Promise<void> {
  if (!isFullyRead || list.length < 2) return;
  for (const sort of SORTS) {
    const requestUrl = `${url}?sort=${sort}&limit=500`;
    const result = await fetchResult(requestUrl);
    if (!result) report.addError(requestUrl, 'refused', collection, 'sort');
    else {
      const expectedIds = joinIds([...index.find({sort, limit: 500}).items]);
      const returned = new CollectionIndex<CollectionName>(
        collection,
        toRecordList(collection, result.items),
      );
      const resortedIds = joinIds([...returned.find({sort, limit: 500}).items]);
      const returnedIds = joinIds(result.items);
      if (returnedIds !== expectedIds && returnedIds !== resortedIds)
        report.addError(requestUrl, 'sortIgnored', collection, sort);
    }
  }
}

async function checkFacets(
  {collection, url}: CheckedCollection,
  index: CollectionIndex<CollectionName>,
  report: CheckReport,
): Promise<void> {
  const expected = index.find({facets: FACETS, limit: 1}).facets;
  const names = FACETS.filter(name => (expected[name]?.length ?? 0) > 0);
  if (names.length === 0) return;
  const requestUrl = `${url}?facets=${names.join(',')}&limit=1`;
  const result = await fetchResult(requestUrl);
  for (const name of names) {
    const returned = result?.facets?.[name];
    const formatCounts = (values: Facets[typeof name] = []): string =>
      values
        .map(({value, count}) => `${value} ${count}`)
        .sort()
        .join('\n');
    if (!Array.isArray(returned)) report.addError(requestUrl, 'facetMissing', collection, name);
    else if (formatCounts(returned) !== formatCounts(expected[name]))
      report.addError(requestUrl, 'facetDiffers', collection, name);
  }
}
