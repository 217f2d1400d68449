import {LazyRecordList, parseEnvelope} from '../../../data/validation.js';
import {isObject, ownValue} from '../../../model/schemas/schema-builder.js';
import {
  COLLECTIONS,
  type CollectionName,
  type PortalRecord,
  titleOf,
} from '../../../model/records.js';
import {translationsOf} from '../../../model/text.js';
import type {CheckReport} from './check-report.js';

/** Maximum number of errors reported per collection. */
const MAX_REPORTED_ERRORS = 10;

/** Validates the records of a list as the widgets do, and reports what they would drop. */
export async function checkRecords<K extends CollectionName>(
  url: string,
  collection: K,
  items: readonly unknown[],
  report: CheckReport,
): Promise<LazyRecordList<K>> {
  const list = new LazyRecordList(collection, items, url);
  await list.validateAll();
  const {errorCount: count, dropped, errors} = list.report;
  for (const error of errors.slice(0, MAX_REPORTED_ERRORS)) report.addError(url, 'record', error);
  if (count > MAX_REPORTED_ERRORS)
    report.addError(url, 'moreRecords', collection, count - MAX_REPORTED_ERRORS);
  if (dropped > 0) report.addError(url, 'dropped', collection, dropped);
  checkTitles(url, collection, list, report);
  return list;
}

/** Reports titles that are all numbers: mostly a column with another meaning. */
export function checkTitles(
  url: string,
  collection: CollectionName,
  records: Iterable<PortalRecord>,
  report: CheckReport,
): void {
  const titles = [...records].flatMap(record => translationsOf(titleOf(record)));
  if (titles.length > 2 && titles.every(title => /^[\d\s.,/-]+$/.test(title)))
    report.addError(url, 'numericTitles', collection);
}

/** Validates the fields of a response other than its records. */
export function checkEnvelope(
  url: string,
  body: Readonly<Record<string, unknown>>,
  report: CheckReport,
) {
  const {value = {}, errors} = parseEnvelope(body, url);
  for (const error of errors) report.addError(url, 'record', error);
  if (body['version'] !== '1')
    report.addError(url, 'version', JSON.stringify(body['version'] ?? null));
  return value;
}

/** Checks a portal that is a single document. */
export async function checkDocument(
  url: string,
  body: unknown,
  report: CheckReport,
): Promise<void> {
  const present = isObject(body)
    ? COLLECTIONS.filter(name => ownValue(body, name) !== undefined)
    : [];
  if (!isObject(body) || present.length === 0) {
    report.addError(url, 'noDocument', COLLECTIONS.join(', '));
    return;
  }
  checkEnvelope(url, body, report);
  for (const name of present) {
    const items = body[name];
    if (!Array.isArray(items)) {
      report.addError(url, 'noList', name);
      continue;
    }
    const list = await checkRecords(url, name, items as unknown[], report);
    report.addPassed('collection', name, list.length);
  }
}
