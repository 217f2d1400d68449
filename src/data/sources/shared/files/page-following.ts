import type {Client, FetchResult} from '../../../client/client.js';
import type {BodyReader} from '../../../client/request.js';
import type {QueryOptions} from '../../../source.js';
import {resolveUrl, sameOriginUrl} from '../rows/json-access.js';

/** Upper bounds of the pages and records that are read of one file. */
const MAX_PAGES = 50;
const MAX_RECORDS = 50_000;

/** Page of a file that its server splits. */
export interface FilePage {
  readonly entries: readonly unknown[];
  /** Link to the next page, as the response gives it. */
  readonly next?: unknown;
}

/** Pages of a file, in order. */
export interface FilePages<Page = unknown> {
  readonly pages: readonly Page[];
  /** True if there are more pages than were read. */
  readonly hasMore: boolean;
}

/** True if two pages have the same entries: the server ignores the parameter of its own link. */
const isRepeated = ({entries: a}: FilePage, {entries: b}: FilePage): boolean =>
  a.length > 0 &&
  a.length === b.length &&
  [0, a.length - 1].every(i => JSON.stringify(a[i]) === JSON.stringify(b[i]));

/**
 * Fetches a file and the pages that follow it, one after the other. Links to another origin are not followed.
 *
 * @param read Reads the entries of a page and its link; empty for a body in another format.
 * @returns `FilePages` as the body.
 * @throws {LoadError}
 */
export async function fetchPages(
  client: Client,
  url: string,
  reader: BodyReader,
  {signal, reload}: QueryOptions,
  read: (body: unknown) => FilePage,
): Promise<FetchResult> {
  const visited = new Set<string>();
  const pages: unknown[] = [];
  let [count, address, previous]: [number, string | undefined, FilePage | undefined] = [
    0,
    url,
    undefined,
  ];
  let stale: Pick<FetchResult, 'staleSince'> = {};
  while (address !== undefined && !visited.has(address)) {
    if (pages.length >= MAX_PAGES || count >= MAX_RECORDS)
      return {body: {pages, hasMore: true} satisfies FilePages, ...stale};
    visited.add(address);
    const result = await client.get(address, signal, reload, reader);
    const page = read(result.body);
    if (previous && isRepeated(previous, page)) break;
    pages.push(result.body);
    count += page.entries.length;
    if (result.staleSince !== undefined) stale = {staleSince: result.staleSince};
    previous = page;
    address = sameOriginUrl(resolveUrl(page.next, address), address);
  }
  return {body: {pages, hasMore: false} satisfies FilePages, ...stale};
}
