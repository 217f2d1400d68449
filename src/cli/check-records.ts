import {CheckedList} from '../data/checked-list.js';
import {parseEnvelope} from '../data/schema.js';
import {isObject, own} from '../data/shape.js';
import {COLLECTIONS, type CollectionName} from '../model/records.js';
import type {Findings} from './check-findings.js';

/** Maximum number of errors reported per collection. */
const MOST = 10;

/** Validates the records of a list as the widgets do, and reports what they would drop. */
export async function checkRecords<K extends CollectionName>(
  url: string,
  collection: K,
  items: readonly unknown[],
  findings: Findings,
): Promise<CheckedList<K>> {
  const list = new CheckedList(collection, items, url);
  await list.checkAll();
  const {count, dropped, faults} = list.report;
  for (const fault of faults.slice(0, MOST)) findings.fault(url, 'record', fault);
  if (count > MOST) findings.fault(url, 'moreRecords', collection, count - MOST);
  if (dropped > 0) findings.fault(url, 'dropped', collection, dropped);
  return list;
}

/** Validates the fields of a response other than its records. */
export function checkEnvelope(
  url: string,
  body: Readonly<Record<string, unknown>>,
  findings: Findings,
) {
  const {value = {}, faults} = parseEnvelope(body, url);
  for (const fault of faults) findings.fault(url, 'record', fault);
  if (body['version'] !== '1')
    findings.fault(url, 'version', JSON.stringify(body['version'] ?? null));
  return value;
}

/** Checks a portal that is a single document. */
export async function checkDocument(url: string, body: unknown, findings: Findings): Promise<void> {
  const there = isObject(body) ? COLLECTIONS.filter(name => own(body, name) !== undefined) : [];
  if (!isObject(body) || there.length === 0) {
    findings.fault(url, 'noDocument', COLLECTIONS.join(', '));
    return;
  }
  checkEnvelope(url, body, findings);
  for (const name of there) {
    const items = body[name];
    if (!Array.isArray(items)) {
      findings.fault(url, 'noList', name);
      continue;
    }
    const list = await checkRecords(url, name, items as unknown[], findings);
    findings.merit('collection', name, list.length);
  }
}
