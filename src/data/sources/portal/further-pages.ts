import type {Envelope} from '../../../model/schemas/part-schemas.js';
import {safeFetchUrl} from '../../../model/schemas/safe-urls.js';
import {id as idLeaf} from '../../../model/schemas/scalar-schemas.js';
import {isObject, ownValue} from '../../../model/schemas/schema-builder.js';
import type {WarningHandler} from '../shared/warning-log.js';

/** One page of a list response. */
export interface ListPage {
  readonly envelope: Envelope;
  readonly items: readonly unknown[];
}

/** Items of all pages; `hasMore` if the server has further ones. */
export interface AllPages {
  readonly items: readonly unknown[];
  readonly hasMore: boolean;
}

interface FurtherPagesOptions {
  /** Upper bound on the number of pages, the first included. */
  readonly maxPages: number;
  readonly fetchPage: (url: string) => Promise<ListPage>;
  readonly warn: WarningHandler;
}

/**
 * Fetches the pages after the first one, and returns all items. Stops at a page without new items. Loaded on first use:
 * most lists show one page.
 */
export async function fetchFurtherPages(
  first: ListPage,
  url: string,
  {maxPages, fetchPage, warn}: FurtherPagesOptions,
): Promise<AllPages> {
  const items = [...first.items];
  const ids = new Set(items.map(idOf));
  const requested = new Set([url]);
  let page = first;
  let pageUrl = url;
  for (;;) {
    const next = nextUrl(page.envelope, pageUrl, warn);
    if (!page.envelope.next || (next && requested.has(next))) return {items, hasMore: false};
    if (next === undefined || requested.size >= maxPages) return {items, hasMore: true};
    requested.add(next);
    page = await fetchPage(next);
    pageUrl = next;
    // Records may move to the next page between two requests: duplicates are left out without a warning.
    const newItems = page.items.filter(item => !ids.has(idOf(item)));
    if (newItems.length === 0) return {items, hasMore: false};
    for (const item of newItems) {
      items.push(item);
      ids.add(idOf(item));
    }
  }
}

/** Returns the URL of the next page, or undefined if it has another origin: no request is sent there. */
function nextUrl({next}: Envelope, pageUrl: string, warn: WarningHandler): string | undefined {
  if (!next) return undefined;
  const url = safeFetchUrl(next, pageUrl);
  if (url && new URL(url).origin === new URL(pageUrl).origin) return url;
  warn(`${pageUrl}: "next" leads to another origin and is not followed`);
  return undefined;
}

/** Returns the id of an item, or the item itself if it has no valid id, so that it counts as new. */
function idOf(item: unknown): unknown {
  const id = isObject(item) ? idLeaf.tryParse(ownValue(item, 'id')) : undefined;
  return id === undefined ? item : String(id);
}
