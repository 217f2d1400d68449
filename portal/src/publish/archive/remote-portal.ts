import {isObject, type JsonObject} from '../../../../src/model/schemas/schema-builder.js';
import {COLLECTIONS} from '../../../../src/model/records.js';
import {messagesOf} from '../messages/messages.js';
import {PublishError} from '../command-line.js';
import type {Requests} from './requests.js';

/** Records in a page of a portal API. */
const PAGE_SIZE = 500;

/** Part of a portal that could not be loaded. */
export interface MissingPart {
  readonly address: string;
  readonly reason: string;
}

/** Portal as it was loaded. */
export interface RemotePortal {
  /** Address from which relative addresses start. */
  readonly url: string;
  readonly document: JsonObject;
  /** Settings and texts of a published site, if it has them. */
  readonly site: JsonObject;
  /** Address of the pages of a published site: records with these addresses have no original elsewhere. */
  readonly siteUrl?: string;
}

/** Receives a part that cannot be loaded; throws unless the archive may be incomplete. */
export type MissingHandler = (part: MissingPart) => void;

/**
 * Loads all records of a portal: of a published site, a document or a portal API.
 *
 * @throws {PublishError} if there is none.
 */
export async function loadPortal(
  address: string,
  requests: Requests,
  onMissing: MissingHandler,
): Promise<RemotePortal> {
  const root = address
    .replace(/[?#].*$/, '')
    .replace(/\/index\.html$/, '')
    .replace(/\/?$/, '/');
  const isDocument = /\.json(?:\?.*)?$/.test(address);
  const candidates = isDocument ? [address] : [`${root}api/portail.json`, `${root}portail.json`];
  const failures: MissingPart[] = [];
  for (const url of candidates) {
    const answer = await requests.json(url);
    if (answer.kind === 'failed' && (isDocument || !answer.isPage))
      failures.push({address: url, reason: answer.reason});
    if (answer.kind !== 'json' || !isObject(answer.value)) continue;
    return {url, document: answer.value, ...(await siteOf(url, requests, onMissing))};
  }
  for (const url of isDocument ? [] : [root, `${root}api/`]) {
    const api = await readApi(url, requests);
    if (api.document) {
      for (const part of api.missing) onMissing(part);
      return {url, document: api.document, site: {}};
    }
    failures.push(...api.missing);
  }
  const messages = messagesOf('fr');
  const [failure] = failures;
  throw new PublishError(
    failure
      ? messages.unreachablePortal(failure.address, failure.reason)
      : messages.noPortal(address),
  );
}

/** Returns the settings and texts beside the document of a published site. */
async function siteOf(
  url: string,
  requests: Requests,
  onMissing: MissingHandler,
): Promise<Pick<RemotePortal, 'site' | 'siteUrl'>> {
  if (!/\/api\/[^/]*$/.test(url)) return {site: {}};
  const address = new URL('site.json', url).href;
  const answer = await requests.json(address);
  if (answer.kind === 'failed' && !answer.isPage) onMissing({address, reason: answer.reason});
  const site = answer.kind === 'json' ? answer.value : undefined;
  return isObject(site) && Array.isArray(site['texts'])
    ? {site, siteUrl: new URL('../', url).href}
    : {site: {}};
}

/** Content of a portal API. */
interface ApiContent {
  /** Undefined if no collection has records. */
  readonly document: JsonObject | undefined;
  readonly missing: readonly MissingPart[];
}

/** Reads all pages of all collections of a portal API. A collection that does not exist is none. */
async function readApi(base: string, requests: Requests): Promise<ApiContent> {
  const document: Record<string, unknown> = {};
  const missing: (MissingPart & {readonly isPage: boolean})[] = [];
  for (const name of COLLECTIONS) {
    const {items, failure, ...about} = await readCollection(`${base}${name}`, requests);
    if (failure) missing.push(failure);
    document['attribution'] ??= about.attribution;
    document['contact'] ??= about.contact;
    if (items.length > 0) document[name] = items;
  }
  return COLLECTIONS.some(name => name in document)
    ? {document, missing}
    : // A site answers any address with a page.
      {document: undefined, missing: missing.filter(({isPage}) => !isPage)};
}

interface CollectionContent {
  readonly items: readonly unknown[];
  readonly attribution?: unknown;
  readonly contact?: unknown;
  readonly failure?: MissingPart & {readonly isPage: boolean};
}

async function readCollection(address: string, requests: Requests): Promise<CollectionContent> {
  const {archiveFailures: reasons} = messagesOf('fr');
  const items: unknown[] = [];
  const ids = new Set<unknown>();
  let about: JsonObject = {};
  for (let page = 1; ; page++) {
    const url = `${address}?limit=${PAGE_SIZE}&page=${page}`;
    const fail = (reason: string, isPage = false): CollectionContent => ({
      ...about,
      items,
      failure: {address: url, reason, isPage},
    });
    const answer = await requests.json(url);
    if (answer.kind === 'absent') return page === 1 ? {items} : fail(reasons.absent);
    if (answer.kind === 'failed') return fail(answer.reason, answer.isPage);
    const list = isObject(answer.value) ? answer.value['items'] : undefined;
    if (!isObject(answer.value) || !Array.isArray(list)) return fail(reasons.notAList);
    const {total, complete, next, attribution, contact} = answer.value;
    about = {attribution, contact};
    const fresh = list.filter(item => !isObject(item) || !ids.has(item['id']));
    for (const item of list) if (isObject(item) && 'id' in item) ids.add(item['id']);
    items.push(...(list as unknown[]));
    if (complete === true || items.length >= Number(total) || next === null)
      return {...about, items};
    // The same page again, or one too few.
    if (fresh.length === 0) return fail(reasons.noMoreRecords(items.length, Number(total)));
  }
}
