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
