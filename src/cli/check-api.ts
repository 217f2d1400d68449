import type {CheckedList} from '../data/checked-list.js';
import {isObject} from '../data/shape.js';
import {COLLECTIONS, type CollectionName} from '../model/records.js';
import {relationsOf, type Relations} from '../model/relations.js';
import type {Findings} from './check-findings.js';
import {checkQuestions} from './check-questions.js';
import {checkEnvelope, checkRecords} from './check-records.js';
import {checkCors, checkWeb, readJson} from './check-web.js';
import {ask, type Reply} from './probe.js';

/** Maximum `limit` of the API contract, and the number of pages read. */
const LONGEST = 500;
const MOST_PAGES = 20;

/** Records of a collection read during the check. */
export interface Seen {
  readonly collection: CollectionName;
  readonly url: string;
  readonly list: CheckedList<CollectionName>;
  /** True if the list holds all records of the collection. */
  readonly isWhole: boolean;
  /** True if the response declares itself complete, so that queries are not answered by the server. */
  readonly isComplete: boolean;
}

/** Invalid queries, which a server must refuse with a reason. */
const FOOLISH = ['limit=0', 'bbox=lille', 'sort=hasard', 'from=31/12/2016', 'page=0'];

/** Checks a portal API: each collection, then the queries that widgets send. */
export async function checkApi(base: string, findings: Findings, now: number): Promise<void> {
  const root = base.replace(/\/+$/, '');
  const seen: Seen[] = [];
  for (const collection of COLLECTIONS) {
    const url = `${root}/${collection}`;
    const first = await ask(`${url}?limit=1`).catch(() => undefined);
    if (first?.status === 404) {
      checkCors(first, findings);
      continue;
    }
    const found = await checkCollection(collection, url, findings, now);
    if (found) seen.push(found);
    // If the first collection cannot be reached, the others cannot either.
    else if (findings.has('unreachable') || findings.has('html')) return;
    if (collection === 'contributions' && found) await checkPreflight(url, findings);
  }
  if (seen.length === 0) {
    findings.fault(root, 'noCollection', COLLECTIONS.join(', '));
    return;
  }
  const records = (name: CollectionName) => [
    ...(seen.find(({collection}) => collection === name)?.list ?? []),
  ];
  const relations = relationsOf(records('portals'), records('projects'), records('programmes'));
  for (const one of seen) await checkAnswers(one, relations, findings);
}

async function checkCollection(
  collection: CollectionName,
  url: string,
  findings: Findings,
  now: number,
): Promise<Seen | undefined> {
  const reply = await checkWeb(`${url}?limit=${LONGEST}`, findings, now);
  if (!reply) return undefined;
  const exposed = reply.headers.get('access-control-expose-headers') ?? '';
  if (!/\bretry-after\b|\*/i.test(exposed)) findings.fault(reply.url, 'notExposed');
  const items: unknown[] = [];
  let [total, isComplete] = [undefined as number | undefined, false];
  let page: Reply | undefined = reply;
  let isWhole = false;
  for (let pages = 1; page && pages <= MOST_PAGES; pages++) {
    const body = readJson(page, findings);
    if (!isObject(body)) return undefined;
    const envelope = checkEnvelope(page.url, body, findings);
    const list = body['items'];
    if (!Array.isArray(list)) {
      findings.fault(page.url, 'noItems', collection);
      return undefined;
    }
    items.push(...(list as unknown[]));
    if (pages === 1) [total, isComplete] = [envelope.total, envelope.complete === true];
    if (pages === 1 && total === undefined) findings.fault(page.url, 'noTotal', collection);
    const next = isComplete ? null : envelope.next;
    isWhole = next === null || next === undefined;
    page = isWhole ? undefined : await nextPage(next ?? '', page.url, findings);
  }
  const list = await checkRecords(url, collection, items, findings);
  if (isWhole && total !== undefined && total !== items.length)
    findings.fault(url, 'totalWrong', collection, total, items.length);
  findings.merit('collection', collection, list.length);
  return {collection, url, list: list, isWhole, isComplete};
}

/** Fetches the page in `next`, which must be of the same origin; reports any problem. */
async function nextPage(
  next: string,
  from: string,
  findings: Findings,
): Promise<Reply | undefined> {
  if (!URL.canParse(next, from) || new URL(next, from).origin !== new URL(from).origin) {
    findings.fault(from, 'nextElsewhere', next);
    return undefined;
  }
  const reply = await ask(new URL(next, from).href).catch(() => undefined);
  if (reply?.status === 200) return reply;
  findings.fault(from, 'nextBroken', next, reply?.status ?? '—');
  return undefined;
}

async function checkPreflight(url: string, findings: Findings): Promise<void> {
  const reply = await ask(url, {
    method: 'OPTIONS',
    headers: {
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'idempotency-key',
    },
  });
  checkCors(reply, findings);
  const methods = reply.headers.get('access-control-allow-methods') ?? '';
  const headers = reply.headers.get('access-control-allow-headers') ?? '';
  if (reply.status >= 300 || !/\bPOST\b/.test(methods) || !/\bidempotency-key\b/i.test(headers))
    findings.fault(url, 'preflight', reply.status);
}

async function checkAnswers(seen: Seen, relations: Relations, findings: Findings): Promise<void> {
  const {collection, url, list, isComplete} = seen;
  await checkRecord(seen, findings);
  if (isComplete) return;
  for (const question of FOOLISH) await checkFoolish(`${url}?${question}`, question, findings);
  const stranger = await ask(`${url}?utm_source=lettre&limit=1`);
  if (stranger.status !== 200) findings.fault(stranger.url, 'unknownRefused', stranger.status);
  if (list.length > 0) await checkQuestions(seen, relations, findings);
  findings.merit('questions', collection);
}

/** Checks that a record has its own URL, and that an unknown id returns 404. */
async function checkRecord({url, list, isComplete}: Seen, findings: Findings): Promise<void> {
  if (list.length === 0 || isComplete) return;
  const id = String(list.idAt(0));
  const one = await ask(`${url}/${encodeURIComponent(id)}`);
  const body: unknown = one.status === 200 ? readJson(one, findings) : undefined;
  if (!isObject(body) || String(body['id']) !== id) findings.fault(one.url, 'noRecord', one.status);
  const none = await ask(`${url}/${encodeURIComponent('n’existe pas')}`);
  if (none.status !== 404) findings.fault(none.url, 'notFound', none.status);
  checkCors(none, findings);
}

async function checkFoolish(url: string, question: string, findings: Findings): Promise<void> {
  const reply = await ask(url);
  checkCors(reply, findings);
  const type = reply.headers.get('content-type') ?? '';
  if (reply.status !== 400) findings.fault(url, 'foolish', question, reply.status);
  else if (!type.includes('application/problem+json'))
    findings.fault(url, 'noProblem', type || '—');
}
