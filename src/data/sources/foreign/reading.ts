import {isObject} from '../../shape.js';
import type {Foreign} from './fields.js';

/** Returns a nested object, or an empty one. */
export const partIn = (body: unknown, name: string): Foreign => {
  const part = isObject(body) ? body[name] : undefined;
  return isObject(part) ? part : {};
};

/** Returns the objects in a nested array. */
export function listIn(body: unknown, name: string): Foreign[] {
  const list = isObject(body) ? body[name] : undefined;
  return Array.isArray(list) ? list.filter(isObject) : [];
}

/** Returns a non-negative integer, or undefined for any other value. */
export const countOf = (value: unknown): number | undefined =>
  Number.isInteger(value) && (value as number) >= 0 ? (value as number) : undefined;

/**
 * Resolves a URL in a response. If it has the host of the response, it gets the same scheme: servers behind a TLS proxy
 * may return `http:` URLs.
 */
export function addressIn(address: unknown, from: string): string | undefined {
  if (typeof address !== 'string') return undefined;
  try {
    const url = new URL(address, from);
    const own = new URL(from);
    if (url.host === own.host) url.protocol = own.protocol;
    return url.href;
  } catch {
    return undefined;
  }
}
