import {isObject} from '../../../model/schemas/schema-builder.js';
import {COLLECTIONS, type CollectionName} from '../../../model/records.js';
import {createRelations, type Relations} from '../../../model/relations.js';
import type {CheckReport} from './check-report.js';
import {type CheckedCollection, checkQueries} from './check-queries.js';
import {checkEnvelope, checkRecords} from './check-records.js';
import {checkCors, checkResponse, parseJson} from './check-response.js';
import {probe, type ProbeResponse} from './probe.js';

/** Maximum `limit` of the API contract, and the number of pages read. */
const PAGE_SIZE = 500;
const MAX_PAGES = 20;

/** Invalid queries, which a server must refuse with a reason. */
const INVALID_QUERIES = ['limit=0', 'bbox=lille', 'sort=hasard', 'from=31/12/2016', 'page=0'];

/** Checks a portal API: each collection, then the queries that widgets send. */
export async function checkApi(base: string, report: CheckReport, now: number): Promise<void> {
  const root = base.replace(/\/+$/, '');
  const checked: CheckedCollection[] = [];
  for (const collection of COLLECTIONS) {
    const url = `${root}/${collection}`;
    const first = await probe(`${url}?limit=1`).catch(() => undefined);
    if (first?.status === 404) {
      checkCors(first, report);
      continue;
    }
    const found = await checkCollection(collection, url, report, now);
    if (found) checked.push(found);
    // If the first collection cannot be reached, the others cannot either.
    else if (report.has('unreachable') || report.has('html')) return;
    if (collection === 'contributions' && found) await checkPreflight(url, report);
  }
  if (checked.length === 0) {
    report.addError(root, 'noCollection', COLLECTIONS.join(', '));
    return;
  }
  const recordsOf = (name: CollectionName) => [
    ...(checked.find(({collection}) => collection === name)?.list ?? []),
  ];
  const relations = createRelations(
    recordsOf('portals'),
    recordsOf('projects'),
    recordsOf('programmes'),
  );
  for (const one of checked) await checkServerQueries(one, relations, report);
}

async function checkCollection(
  collection: CollectionName,
  url: string,
  report: CheckReport,
  now: number,
): Promise<CheckedCollection | undefined> {
  const response = await checkResponse(`${url}?limit=${PAGE_SIZE}`, report, now);
  if (!response) return undefined;
  const exposed = response.headers.get('access-control-expose-headers') ?? '';
  if (!/\bretry-after\b|\*/i.test(exposed)) report.addError(response.url, 'notExposed');
  const items: unknown[] = [];
  let [total, isComplete] = [undefined as number | undefined, false];
  let page: ProbeResponse | undefined = response;
  let isWhole = false;
  for (let pages = 1; page && pages <= MAX_PAGES; pages++) {
    const body = parseJson(page, report);
    if (!isObject(body)) return undefined;
    const envelope = checkEnvelope(page.url, body, report);
    const list = body['items'];
    if (!Array.isArray(list)) {
      report.addError(page.url, 'noItems', collection);
      return undefined;
    }
    items.push(...(list as unknown[]));
    if (pages === 1) [total, isComplete] = [envelope.total, envelope.complete === true];
    if (pages === 1 && total === undefined) report.addError(page.url, 'noTotal', collection);
    const next = isComplete ? null : envelope.next;
    isWhole = next === null || next === undefined;
    page = isWhole ? undefined : await fetchNextPage(next ?? '', page.url, report);
  }
  const list = await checkRecords(url, collection, items, report);
  if (isWhole && total !== undefined && total !== items.length)
    report.addError(url, 'totalWrong', collection, total, items.length);
  report.addPassed('collection', collection, list.length);
  return {collection, url, list, isFullyRead: isWhole, isComplete};
}

/** Fetches the page in `next`, which must be of the same origin; reports any problem. */
async function fetchNextPage(
  next: string,
  from: string,
  report: CheckReport,
): Promise<ProbeResponse | undefined> {
  if (!URL.canParse(next, from) || new URL(next, from).origin !== new URL(from).origin) {
    report.addError(from, 'nextElsewhere', next);
    return undefined;
  }
  const response = await probe(new URL(next, from).href).catch(() => undefined);
  if (response?.status === 200) return response;
  report.addError(from, 'nextBroken', next, response?.status ?? '—');
  return undefined;
}

async function checkPreflight(url: string, report: CheckReport): Promise<void> {
  const response = await probe(url, {
    method: 'OPTIONS',
    headers: {
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'idempotency-key',
    },
  });
  checkCors(response, report);
  const methods = response.headers.get('access-control-allow-methods') ?? '';
  const headers = response.headers.get('access-control-allow-headers') ?? '';
  if (response.status >= 300 || !/\bPOST\b/.test(methods) || !/\bidempotency-key\b/i.test(headers))
    report.addError(url, 'preflight', response.status);
}

async function checkServerQueries(
  checked: CheckedCollection,
  relations: Relations,
  report: CheckReport,
): Promise<void> {
  const {collection, url, list, isComplete} = checked;
  await checkRecordUrls(checked, report);
  if (isComplete) return;
  for (const query of INVALID_QUERIES) await checkInvalidQuery(`${url}?${query}`, query, report);
  const response = await probe(`${url}?utm_source=lettre&limit=1`);
  if (response.status !== 200) report.addError(response.url, 'unknownRefused', response.status);
  if (list.length > 0) await checkQueries(checked, relations, report);
  report.addPassed('questions', collection);
}

/** Checks that a record has its own URL, and that an unknown id returns 404. */
async function checkRecordUrls(
  {url, list, isComplete}: CheckedCollection,
  report: CheckReport,
): Promise<void> {
  if (list.length === 0 || isComplete) return;
  const id = String(list.idAt(0));
  const found = await probe(`${url}/${encodeURIComponent(id)}`);
  const body: unknown = found.status === 200 ? parseJson(found, report) : undefined;
  if (!isObject(body) || String(body['id']) !== id)
    report.addError(found.url, 'noRecord', found.status);
  const missing = await probe(`${url}/${encodeURIComponent('n’existe pas')}`);
  if (missing.status !== 404) report.addError(missing.url, 'notFound', missing.status);
  checkCors(missing, report);
}

async function checkInvalidQuery(url: string, query: string, report: CheckReport): Promise<void> {
  const response = await probe(url);
  checkCors(response, report);
  const type = response.headers.get('content-type') ?? '';
  if (response.status !== 400) report.addError(url, 'foolish', query, response.status);
  else if (!type.includes('application/problem+json'))
    report.addError(url, 'noProblem', type || '—');
}
