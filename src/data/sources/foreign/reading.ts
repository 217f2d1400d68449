import {isObject} from '../../shape.js';
import type {Foreign} from './fields.js';

/** An object inside another; empty where there is none. */
export const partIn = (body: unknown, name: string): Foreign => {
  const part = isObject(body) ? body[name] : undefined;
  return isObject(part) ? part : {};
};

/** The objects of a list that an object has. */
export function listIn(body: unknown, name: string): Foreign[] {
  const list = isObject(body) ? body[name] : undefined;
  return Array.isArray(list) ? list.filter(isObject) : [];
}

/** A whole number from 0 up; undefined for anything else. */
export const countOf = (value: unknown): number | undefined =>
  Number.isInteger(value) && (value as number) >= 0 ? (value as number) : undefined;

/** Where an address of an answer leads; one of the same host comes as the answer did: some do not know of their TLS. */
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
