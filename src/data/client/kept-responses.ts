import type {Environment} from './request.js';
import {isOutage} from './errors.js';

/** Name of the cache in the browser (Cache API). */
export const CACHE_NAME = 'spass-kept';
const READ_HEADERS = /^(?:content-(?:type|range)|link|x-(?:total-count|wp-total))$/;
/** Header of a copy with the time at which it was stored, in milliseconds since 1970. */
const STORED_AT = 'x-spass-kept';
const MAX_AGE_MS = 7 * 86_400_000;
/** Upper bounds of the cache: a larger body is not kept, and the oldest copies make room for new ones. */
const MAX_LENGTH = 5_000_000;
const MAX_COPIES = 60;

/** Query parameters that may be a secret: their responses are not kept. */
const SECRET = /[?&](?:[\w-]*(?:token|secret|password|passwd|signature)|api-?_?key|key|sig|auth)=/i;

/** Times at which the copies returned last were stored, by URL. */
const storedTimes = new Map<string, Date>();

type KeptEnvironment = Pick<Environment, 'fetch' | 'now'> & {
  readonly caches?: CacheStorage | undefined;
};

/**
 * Requests a URL and keeps a copy of the response in the browser; if the network or the server fails, returns the copy,
 * if it is at most 7 days old.
 */
export async function fetchKept(
  {fetch, now, caches}: KeptEnvironment,
  url: string,
  init: RequestInit,
): Promise<Response> {
  storedTimes.delete(url);
  const cache = await openCache(caches);
  try {
    const response = await fetch(url, init);
    if (cache && isPublic(url, response)) void store(cache, url, response.clone(), now());
    if (!isOutage(response.status)) return response;
    return (await findCopy(cache, url, now())) ?? response;
  } catch (error) {
    const copy = await findCopy(cache, url, now());
    if (copy) return copy;
    throw error;
  }
}

/** Time at which the last response of a URL was stored, if it was a copy. */
export const storedTimeOf = (url: string): Date | undefined => storedTimes.get(url);

/** Returns the headers that body readers use. A copy of a response needs no others. */
export const readHeadersOf = ({headers}: Response): [name: string, value: string][] =>
  [...headers].filter(([name]) => READ_HEADERS.test(name));

/** Deletes the copies of an API or file, and the cache with its last copy. */
export async function forgetKept(address: string, caches?: CacheStorage): Promise<void> {
  const cache = await openCache(caches);
  if (!cache || !caches) return;
  try {
    const requests = await cache.keys();
    const own = requests.filter(({url}) => belongsTo(url, address));
    for (const request of own) await cache.delete(request);
    if (own.length === requests.length) await caches.delete(CACHE_NAME);
  } catch {
    // The browser has removed the cache itself.
  }
}

/** Opens the cache. Undefined where there is none: no secure context, a sandboxed frame, storage that is blocked. */
async function openCache(caches: CacheStorage | undefined): Promise<Cache | undefined> {
  try {
    return await caches?.open(CACHE_NAME);
  } catch {
    return undefined;
  }
}

/** True if anybody gets the same response, so that it may be kept. Requests carry no credentials. */
function isPublic(url: string, {status, type, headers}: Response): boolean {
  const isOwn = type === 'basic' || type === 'cors';
  const control = `${headers.get('cache-control') ?? ''}, ${headers.get('vary') ?? ''}`;
  return (
    status === 200 &&
    isOwn &&
    !SECRET.test(url) &&
    !/no-store|private|\*|cookie|authorization/i.test(control)
  );
}

async function store(cache: Cache, url: string, response: Response, now: number): Promise<void> {
  try {
    const body = await response.blob();
    if (body.size > MAX_LENGTH) return;
    const headers = readHeadersOf(response);
    await cache.put(url, new Response(body, {headers: [...headers, [STORED_AT, String(now)]]}));
    await removeOld(cache, now);
  } catch {
    // An interrupted download, or a full cache: the page works without a copy.
    await cache.delete(url).catch(() => false);
  }
}

/** Removes copies that are too old, and the oldest beyond the limit. */
async function removeOld(cache: Cache, now: number): Promise<void> {
  const copies: {readonly request: Request; readonly time: number}[] = [];
  for (const request of await cache.keys()) {
    const time = storedAt(await cache.match(request));
    if (isCurrent(time, now)) copies.push({request, time});
    else await cache.delete(request);
  }
  copies.sort((a, b) => b.time - a.time);
  for (const {request} of copies.slice(MAX_COPIES)) await cache.delete(request);
}

async function findCopy(
  cache: Cache | undefined,
  url: string,
  now: number,
): Promise<Response | undefined> {
  try {
    const copy = await cache?.match(url);
    if (!copy) return undefined;
    const time = storedAt(copy);
    if (!isCurrent(time, now)) {
      await cache?.delete(url);
      return undefined;
    }
    storedTimes.set(url, new Date(time));
    return copy;
  } catch {
    return undefined;
  }
}

const storedAt = (copy: Response | undefined): number => Number(copy?.headers.get(STORED_AT));

/** False also for a time in the future: the clock was set back, and the copy could stay for too long. */
const isCurrent = (time: number, now: number): boolean => time <= now && now - time <= MAX_AGE_MS;

/** True if a URL leads to a file, or to a collection of an API. */
function belongsTo(url: string, address: string): boolean {
  const [own, base] = [url, address].map(text => text.replace(/[?#].*/s, '').replace(/\/+$/, ''));
  return own === base || (own ?? '').startsWith(`${base}/`);
}
