import {ArrayRecordList} from '../../../../src/model/collection/record-list.js';
import {CollectionIndex} from '../../../../src/model/collection/collection-index.js';
import {
  APPLICABLE_FILTERS,
  FACETS,
  LIST_FILTERS,
  type ListFilter,
} from '../../../../src/model/query.js';
import type {PortalRecord} from '../../../../src/model/records.js';
import {createRelations, type Relations} from '../../../../src/model/relations.js';
import type {Language} from '../messages/messages.js';
import type {AddTextFile} from '../output/output-folder.js';
import {apiRecord, portalFields} from '../site/api-records.js';
import type {SiteModel} from '../site/site-model.js';
import {PAGE_COLLECTIONS, type PageCollection, type PageRecord} from '../source/records.js';

/** Number of records from which widgets of the site read shards instead of one document. */
export const MIN_SHARDED = 2000;
/** Records in a file. */
const PER_FILE = 50;
/** Records that an answer contains. */
const ITEMS = 24;
/** Values of a filter with an answer of their own, and values of a facet in an answer; the most frequent first. */
const MAX_ANSWERS = 1000;
const MAX_FACET_VALUES = 300;
/** Fields that only a search looks through. */
const TEXTS = /^(?:abstract|description|intro)$/;
/** Fields of a summary: enough for filters, sorting, maps and time axes. */
const SUMMARY =
  /^(?:id|title|name|type|section|family|portals?|programme|project|projects|parent|themes|tags|commune|territory|authors|identifier|geo|period|event|published|created|country|url)$/;

/** Returns true if the records of a site are too many for one document. */
export const isSharded = ({records}: SiteModel): boolean =>
  PAGE_COLLECTIONS.some(name => records[name].length >= MIN_SHARDED);

/** Writes a manifest and the files that it lists; see docs/api.md. */
export function writeShards(
  site: SiteModel,
  language: Language,
  path: string,
  add: AddTextFile,
): void {
  const {portals, projects, programmes} = site.records;
  const relations = createRelations(portals, projects, programmes);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const shards = Object.fromEntries(
    PAGE_COLLECTIONS.filter(name => site.records[name].length > 0).map(name => [
      name,
      writeCollection(site, language, name, relations, `${folder}${name}/`, add),
    ]),
  );
  add(path, JSON.stringify({...portalFields(site), shards}));
}

function writeCollection(
  site: SiteModel,
  language: Language,
  collection: PageCollection,
  relations: Relations,
  folder: string,
  add: AddTextFile,
) {
  const own: readonly PageRecord[] = site.records[collection];
  const records = own.map(record => apiRecord(site, language, '../../', collection, record));
  for (let start = 0; start < records.length; start += PER_FILE)
    add(
      `${folder}r/${start / PER_FILE}.json`,
      JSON.stringify(records.slice(start, start + PER_FILE)),
    );
  add(`${folder}summaries.json`, JSON.stringify(records.map(one => pick(one, SUMMARY))));
  add(`${folder}texts.json`, JSON.stringify(records.map(one => pick(one, TEXTS))));
  const index = new CollectionIndex(collection, new ArrayRecordList<PortalRecord>(own), relations);
  const positions = new Map<unknown, number>(own.map(({id}, position) => [id, position]));
  const answers: Record<string, number> = {};
  let files = 0;
  const write = (
    key: string,
    query: Readonly<Partial<Record<ListFilter, readonly string[]>>>,
  ): void => {
    const {items, total, facets} = index.find({...query, facets: FACETS, limit: Infinity});
    const ids = Array.from({length: items.length}, (_, i) => positions.get(items.idAt(i)) ?? 0);
    const answer = {
      total,
      items: ids.slice(0, ITEMS).map(position => records[position]),
      ...(key !== '' && {ids: ids.map((position, i) => position - (ids[i - 1] ?? 0))}),
      facets: Object.fromEntries(
        Object.entries(facets).map(([name, values]) => [name, values.slice(0, MAX_FACET_VALUES)]),
      ),
    };
    answers[key] = files;
    add(`${folder}a/${files++}.json`, JSON.stringify(answer));
  };
  write('', {});
  const {facets} = index.find({facets: FACETS, limit: 1});
  for (const name of LIST_FILTERS.filter(one => APPLICABLE_FILTERS[collection].includes(one)))
    for (const {value} of (facets[name] ?? []).slice(0, MAX_ANSWERS))
      write(`${name}=${value}`, {[name]: [value]});
  return {total: records.length, perFile: PER_FILE, answers};
}

const pick = (record: Readonly<Record<string, unknown>>, names: RegExp): object =>
  Object.fromEntries(Object.entries(record).filter(([name]) => names.test(name)));
