import {isObject} from '../../../../src/model/schemas/schema-builder.js';
import {COLLECTIONS} from '../../../../src/model/records.js';
import {messagesOf} from '../messages/messages.js';
import {PublishError} from '../publish-error.js';

/** Time for each request, in milliseconds. */
export const TIMEOUT_MS = 60_000;
/** Records in a page of a portal API. */
const PAGE_SIZE = 500;

/** Unchecked content of a document. */
export type Fields = Readonly<Record<string, unknown>>;

/** Portal as it was loaded. */
export interface RemotePortal {
  /** Address from which relative addresses start. */
  readonly url: string;
  readonly document: Fields;
  /** Settings and texts of a published site, if it has them. */
  readonly site: Fields;
  /** Address of the pages of a published site: their addresses are not those of originals. */
  readonly siteUrl?: string;
}

/**
 * Loads all records of a portal: of a published site, a document or a portal API.
 *
 * @throws {PublishError} if there is none, or a part of its records cannot be loaded.
 */
export async function loadPortal(address: string): Promise<RemotePortal> {
  const root = address
    .replace(/[?#].*$/, '')
    .replace(/\/index\.html$/, '')
    .replace(/\/?$/, '/');
  const candidates = /\.json(?:\?.*)?$/.test(address)
    ? [address]
    : [`${root}api/portail.json`, `${root}portail.json`];
  for (const url of candidates) {
    const document = await fetchJson(url);
    if (!isObject(document)) continue;
    const siteUrl = new URL('../', url).href;
    const site = /\/api\/[^/]*$/.test(url) ? await fetchJson(new URL('site.json', url).href) : {};
    return isObject(site) && Array.isArray(site['texts'])
      ? {url, document, site, siteUrl}
      : {url, document, site: {}};
  }
  for (const url of [root, `${root}api/`]) {
    const document = await readApi(url);
    if (document) return {url, document, site: {}};
  }
  throw new PublishError(messagesOf('fr').noPortal(address));
}

async function fetchJson(url: string): Promise<unknown> {
  try {
    const response = await fetch(url, {signal: AbortSignal.timeout(TIMEOUT_MS)});
    return response.ok ? ((await response.json()) as unknown) : undefined;
  } catch {
    return undefined;
  }
}

/** Reads all pages of all collections of a portal API. */
async function readApi(base: string): Promise<Fields | undefined> {
  const document: Record<string, unknown> = {};
  for (const name of COLLECTIONS) {
    const items: unknown[] = [];
    for (let page = 1; ; page++) {
      const url = `${base}${name}?limit=${PAGE_SIZE}&page=${page}`;
      const answer = await fetchJson(url);
      const list = isObject(answer) ? answer['items'] : undefined;
      if (!isObject(answer) || !Array.isArray(list)) {
        // A collection that the portal does not have; a page that is missing is another matter.
        if (page === 1) break;
        throw new PublishError(messagesOf('fr').incompletePortal(url));
      }
      items.push(...(list as unknown[]));
      document['attribution'] ??= answer['attribution'];
      document['contact'] ??= answer['contact'];
      const total = Number(answer['total']);
      if (answer['complete'] === true || items.length >= total || answer['next'] === null) break;
      if (list.length === 0) throw new PublishError(messagesOf('fr').incompletePortal(url));
    }
    if (items.length > 0) document[name] = items;
  }
  return COLLECTIONS.some(name => name in document) ? document : undefined;
}
