import type {RecordList} from '../../../model/collection/record-list.js';
import {ALL_RECORDS, isOwnField, ownFieldsOf, type Query} from '../../../model/query.js';
import type {CollectionName, Collections} from '../../../model/records.js';
import type {PortalSource, QueryOptions, QueryResult, RelationLoader} from '../../source.js';
import {LazyRecordList} from '../../validation.js';
import {InMemoryCollection} from '../shared/files/in-memory-collection.js';
import {nameOf} from '../shared/own-fields.js';

// Loaded on demand: few pages have own fields.

/** Maximum number of records loaded to filter and count own fields, which the portal API does not. */
const MAX_RECORDS = 5_000;
/** Page size of the first request, as in requests for all records. */
const PAGE_SIZE = 500;

/** Collections loaded whole from a server of the portal API. */
const wholeCollections = new WeakMap<
  PortalSource,
  Map<CollectionName, InMemoryCollection<CollectionName>>
>();

/**
 * Runs a query with own fields on all records of a server; without these fields if there are too many records.
 *
 * @param source Server of the portal API, which does not support own fields.
 */
export async function queryOwnFields<K extends CollectionName>(
  source: PortalSource,
  collection: K,
  query: Query,
  options: QueryOptions,
  loadRelated: RelationLoader,
): Promise<QueryResult<Collections[K]>> {
  const loaded = wholeCollections.get(source) ?? new Map<CollectionName, never>();
  const known = options.reload ? undefined : loaded.get(collection);
  const whole =
    (known as InMemoryCollection<K> | undefined) ??
    (await loadWhole(source, collection, query, options, loadRelated));
  if (whole) {
    wholeCollections.set(source, loaded.set(collection, whole));
    return whole.query(query, options);
  }
  return source.find(
    collection,
    source.isComplete(collection) ? query : withoutOwnFields(query),
    options,
  );
}

/** Loads a collection whole. Returns undefined if it is too large, or if its source is complete by now. */
async function loadWhole<K extends CollectionName>(
  source: PortalSource,
  collection: K,
  query: Query,
  options: QueryOptions,
  loadRelated: RelationLoader,
): Promise<InMemoryCollection<K> | undefined> {
  const {lang} = query;
  const firstPage = await source.find(collection, {lang, limit: PAGE_SIZE}, options);
  const {total, attribution, contact} = firstPage;
  if (source.isComplete(collection)) return undefined;
  if (total > MAX_RECORDS) {
    const names = ownFieldsOf(query).map(nameOf).join(', ');
    options.warn?.(
      `${source.name}: ${names}: the portal API has no such filter, and with ${total} records there are too many to do it here (${MAX_RECORDS} at most)`,
    );
    return undefined;
  }
  const {items} = await source.find(collection, {lang, ...ALL_RECORDS}, options);
  if (!isLazyList<K>(items)) return undefined;
  const envelope = {attribution: [attribution].flat()[0], contact};
  return new InMemoryCollection(items, loadRelated, envelope);
}

const isLazyList = <K extends CollectionName>(
  items: RecordList<Collections[K]>,
): items is LazyRecordList<K> => items instanceof LazyRecordList;

function withoutOwnFields({facets, ...filter}: Query): Query {
  const kept = Object.entries(filter).filter(([name]) => !isOwnField(name));
  const counted = facets?.filter(name => !isOwnField(name));
  return {...(Object.fromEntries(kept) as Query), facets: counted};
}
