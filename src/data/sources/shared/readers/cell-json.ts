import {isObject} from '../../../../model/schemas/schema-builder.js';

/** Parses JSON of an object or a list in a text, such as a cell; undefined if it is none. */
export function parseJsonIn(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return undefined;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Returns the object in a cell of JSON text, of a list the first: `[{"valeur": "03 27 00 00 00"}]`, as in the national
 * directory of public services. Any other value is returned unchanged.
 */
export function openCell(value: unknown): unknown {
  const [first] = [parseJsonIn(value)].flat();
  return isObject(first) ? first : value;
}
