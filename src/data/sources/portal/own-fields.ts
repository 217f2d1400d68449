import {isOwnField, type Query} from '../../../model/query.js';
import type {RecordList} from '../../../model/collection/record-list.js';
import type {CollectionName, Collections} from '../../../model/records.js';
import type {PortalSource, QueryOptions} from '../../source.js';
import {LazyRecordList} from '../../validation/lazy-record-list.js';
import {InMemoryCollection} from '../shared/files/in-memory-collection.js';
import {nameOf, ownFieldsOf} from '../shared/own-fields.js';
import type {RelationLoader} from '../shared/relation-loader.js';

/** Maximum number of records loaded to filter and count own fields, which the portal API does not. */
const MAX_RECORDS = 5_000;
/** Page size of the first request, the same as that of all records. */
const PAGE_SIZE = 500;

/** Loads a collection whole. Returns undefined if it is too large, or if its source is complete by now. */
export async function loadWhole<K extends CollectionName>(
  source: PortalSource,
  collection: K,
  query: Query,
  options: QueryOptions,
  loadRelated: RelationLoader,
): Promise<InMemoryCollection<K> | undefined> {
  const {lang} = query;
  const {total, attribution, contact} = await source.find(
    collection,
    {lang, limit: PAGE_SIZE},
    options,
  );
  if (source.isComplete(collection)) return undefined;
  if (total > MAX_RECORDS) {
    const names = ownFieldsOf(query).map(nameOf).join(', ');
    options.warn?.(
      `${source.name}: ${names}: the portal API has no such filter, and with ${total} records there are too many to do it here (${MAX_RECORDS} at most)`,
    );
    return undefined;
  }
  const {items} = await source.all(collection, {lang}, options);
  if (!isLazyList<K>(items)) return undefined;
  const envelope = {attribution: [attribution].flat()[0], contact};
  return new InMemoryCollection(items, loadRelated, envelope);
}

const isLazyList = <K extends CollectionName>(
  items: RecordList<Collections[K]>,
): items is LazyRecordList<K> => items instanceof LazyRecordList;

/** Returns a query without own fields. */
export function withoutOwnFields({facets, ...filter}: Query): Query {
  const kept = Object.entries(filter).filter(([name]) => !isOwnField(name));
  const counted = facets?.filter(name => !isOwnField(name));
  return {...(Object.fromEntries(kept) as Query), facets: counted};
}
