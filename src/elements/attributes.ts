import type {ComplexAttributeConverter, LitElement} from 'lit';
import {parseDate} from '../model/period.js';
import {warnOnce} from './warn.js';

/** Reads an attribute, and tells whether its words make sense: if not, the default holds and the console says so. */
export interface CheckedConverter<T> extends ComplexAttributeConverter<T> {
  fromAttribute(value: string | null): T;
  accepts(value: string): boolean;
}

/** Any words; a missing attribute is none. */
export const words: CheckedConverter<string> = {
  fromAttribute: value => value ?? '',
  accepts: () => true,
};

/** A whole number from `least` to `most`. */
export const wholeNumber = (
  fallback: number,
  least: number,
  most: number,
): CheckedConverter<number> => {
  const accepts = (value: string): boolean => {
    const number = Number(value);
    return /^\s*\d+\s*$/.test(value) && number >= least && number <= most;
  };
  return {
    accepts,
    fromAttribute: value => (value !== null && accepts(value) ? Number(value) : fallback),
  };
};

/** One of some words; the first is the default. */
export const oneOf = <const T extends readonly [string, ...string[]]>(
  ...values: T
): CheckedConverter<T[number]> => ({
  accepts: value => values.includes(value),
  fromAttribute: value => (value !== null && values.includes(value) ? value : values[0]),
});

/** An ISO 8601 date of any precision; none by default. */
export const isoDate: CheckedConverter<string> = {
  accepts: value => parseDate(value) !== undefined,
  fromAttribute: value => (value !== null && parseDate(value) ? value : ''),
};

/** The values of a list attribute: separated by commas, spaces belong to the value. */
export const splitList = (list: string): readonly string[] =>
  list
    .split(',')
    .map(value => value.trim())
    .filter(Boolean);

/** Tells the webmaster of a value that makes no sense. */
export function checkAttribute(element: LitElement, name: string, value: string | null): void {
  if (value === null) return;
  const {elementProperties} = element.constructor as typeof LitElement;
  for (const [property, {attribute, converter}] of elementProperties) {
    // Lit names an attribute only where it differs from the property.
    const isIt = attribute === name || (attribute === undefined && property === name);
    const accepts = (converter as Partial<CheckedConverter<unknown>> | undefined)?.accepts;
    if (isIt && accepts && !accepts(value)) {
      warnOnce(
        element,
        `${name}="${value.slice(0, 80)}" makes no sense and is taken as if it were absent`,
      );
    }
  }
}

/** Attributes that any element may have, and what frameworks and scripts of a page leave on theirs. */
const ANYONES =
  /[^a-z-]|^(?:.{1,2}-|data-|aria-|on|item|class|tabindex|accesskey|content|export|is$)/;

/** Tells the webmaster of attributes that the element does not have: most are misspelt. */
export function checkNames(element: LitElement): void {
  const {observedAttributes} = element.constructor as typeof LitElement;
  for (const name of element.getAttributeNames())
    if (!(observedAttributes.includes(name) || name in element || ANYONES.test(name)))
      warnOnce(element, `${name} is none of its attributes`);
}
