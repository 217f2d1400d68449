import {safeFetchUrl} from '../../../../model/schemas/safe-urls.js';
import {isObject} from '../../../../model/schemas/schema-builder.js';
import type {ForeignRecord} from './foreign-record.js';

/** Returns a nested object, or an empty one. */
export const objectIn = (body: unknown, name: string): ForeignRecord => {
  const part = isObject(body) ? body[name] : undefined;
  return isObject(part) ? part : {};
};

/** Returns the objects in a nested array. */
export function objectsIn(body: unknown, name: string): ForeignRecord[] {
  const list = isObject(body) ? body[name] : undefined;
  return Array.isArray(list) ? list.filter(isObject) : [];
}

/** Returns a non-negative integer, or undefined for any other value. */
export const asCount = (value: unknown): number | undefined =>
  Number.isInteger(value) && (value as number) >= 0 ? (value as number) : undefined;

/**
 * Resolves a URL in a response. If it has the host of the response, it gets the same scheme: servers behind a TLS proxy
 * may return `http:` URLs.
 */
export function resolveUrl(address: unknown, responseUrl: string): string | undefined {
  if (typeof address !== 'string') return undefined;
  try {
    const url = new URL(address, responseUrl);
    const base = new URL(responseUrl);
    if (url.host === base.host) url.protocol = base.protocol;
    return url.href;
  } catch {
    return undefined;
  }
}

/** Returns the URL of the next page, or undefined if it has another origin: no request is sent there. */
export function sameOriginUrl(
  next: string | null | undefined,
  pageUrl: string,
): string | undefined {
  const url = next == null ? undefined : safeFetchUrl(next, pageUrl);
  return url && new URL(url).origin === new URL(pageUrl).origin ? url : undefined;
}
