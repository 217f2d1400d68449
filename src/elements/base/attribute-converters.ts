import type {ComplexAttributeConverter, LitElement} from 'lit';
import {parseDate} from '../../model/time/period.js';
import {type CheckedConverter, converterOf, optionsOf} from './checked-converter.js';
import {updateDiagnostics, warnOnce} from './warn.js';

/** Text with values that editors suggest. */
export type OpenList<T extends string> = T | (string & {});

/** Any text. Default: the empty string. */
export const anyText: CheckedConverter<string> = {
  fromAttribute: value => value ?? '',
  accepts: () => true,
};

/** Non-negative integer from `min` to `max`. */
export const integer = (fallback: number, min: number, max: number): CheckedConverter<number> => {
  const accepts = (value: string): boolean => {
    const number = Number(value);
    return /^\s*\d+\s*$/.test(value) && number >= min && number <= max;
  };
  return {
    accepts,
    fromAttribute: value => (value !== null && accepts(value) ? Number(value) : fallback),
  };
};

/** One of a list of values. Default: the first. */
export const oneOf = <const T extends readonly [string, ...string[]]>(
  ...values: T
): CheckedConverter<T[number]> => ({
  values,
  accepts: value => values.includes(value),
  fromAttribute: value => (value !== null && values.includes(value) ? value : values[0]),
});

/** ISO 8601 date of any precision. Default: none. */
export const isoDate: CheckedConverter<string> = {
  accepts: value => parseDate(value) !== undefined,
  fromAttribute: value => (value !== null && parseDate(value) ? value : ''),
};

/** Classes whose properties take texts. */
const prepared = new WeakSet();

/**
 * Lets the properties of an element also take the texts of their attributes: frameworks set the property wherever an
 * element has one of that name. Nothing (null, undefined) stands for the default. Called in the constructor.
 */
export function acceptTexts(element: LitElement): void {
  const {elementProperties} = element.constructor as typeof LitElement;
  if (prepared.has(elementProperties)) return;
  prepared.add(elementProperties);
  const prototype = Object.getPrototypeOf(element) as object;
  for (const [name, {converter, attribute, type}] of elementProperties) {
    const parse = (converter as Partial<ComplexAttributeConverter> | undefined)?.fromAttribute;
    const descriptor = accessorOf(prototype, name);
    if (attribute === false || !parse || !descriptor?.set) continue;
    const {set} = descriptor;
    Object.defineProperty(prototype, name, {
      ...descriptor,
      set(value: unknown) {
        set.call(
          this,
          typeof value === 'string' ? parse(value, type) : (value ?? parse(null, type)),
        );
      },
    });
  }
}

function accessorOf(prototype: object | null, name: PropertyKey): PropertyDescriptor | undefined {
  if (!prototype) return undefined;
  return (
    Object.getOwnPropertyDescriptor(prototype, name) ??
    accessorOf(Object.getPrototypeOf(prototype) as object | null, name)
  );
}

/** Warns if the value of an attribute is invalid. Warnings shown in place follow each change. */
export function warnIfInvalid(element: LitElement, name: string, value: string | null): void {
  if (value === null) return;
  updateDiagnostics(element);
  const {accepts} = converterOf(optionsOf(element, name));
  if (accepts && !accepts(value))
    warnOnce(
      element,
      `${name}="${value.slice(0, 80)}" makes no sense and is taken as if it were absent`,
    );
}

/** Global attributes, and those that frameworks and scripts of a page add to any element. */
const GLOBAL_ATTRIBUTES =
  /[^a-z-]|^(?:.{1,2}-|data-|aria-|on|item|class|tabindex|accesskey|content|export|is$)/;

/** Warns about attributes that the element does not have; most of them are misspelt. */
export function warnAboutUnknownAttributes(element: LitElement): void {
  const {observedAttributes} = element.constructor as typeof LitElement;
  for (const name of element.getAttributeNames())
    if (!(observedAttributes.includes(name) || name in element || GLOBAL_ATTRIBUTES.test(name)))
      warnOnce(element, `${name} is none of its attributes`);
  updateDiagnostics(element);
}
