import {LazyRecordList} from '../../data/validation/lazy-record-list.js';
import {parseEnvelope} from '../../data/validation/parse.js';
import {isObject, ownValue} from '../../model/schema-builder.js';
import {COLLECTIONS, type CollectionName} from '../../model/records.js';
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
  const {errorCount: count, dropped, errors: faults} = list.report;
  for (const fault of faults.slice(0, MAX_REPORTED_ERRORS))
    report.addDiagnostic(url, 'record', fault);
  if (count > MAX_REPORTED_ERRORS)
    report.addDiagnostic(url, 'moreRecords', collection, count - MAX_REPORTED_ERRORS);
  if (dropped > 0) report.addDiagnostic(url, 'dropped', collection, dropped);
  return list;
}

/** Validates the fields of a response other than its records. */
export function checkEnvelope(
  url: string,
  body: Readonly<Record<string, unknown>>,
  report: CheckReport,
) {
  const {value = {}, errors: faults} = parseEnvelope(body, url);
  for (const fault of faults) report.addDiagnostic(url, 'record', fault);
  if (body['version'] !== '1')
    report.addDiagnostic(url, 'version', JSON.stringify(body['version'] ?? null));
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
    report.addDiagnostic(url, 'noDocument', COLLECTIONS.join(', '));
    return;
  }
  checkEnvelope(url, body, report);
  for (const name of present) {
    const items = body[name];
    if (!Array.isArray(items)) {
      report.addDiagnostic(url, 'noList', name);
      continue;
    }
    const list = await checkRecords(url, name, items as unknown[], report);
    report.addPassed('collection', name, list.length);
  }
}
