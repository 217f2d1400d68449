import type {ComplexAttributeConverter, LitElement, PropertyDeclaration} from 'lit';
import {parseDate} from '../../model/time/period.js';

/** Attribute converter that also validates. An invalid value is replaced by the default and reported in the console. */
export interface CheckedConverter<T> extends ComplexAttributeConverter<T> {
  fromAttribute(value: string | null): T;
  accepts(value: string): boolean;
  /** Accepted values, if they are a list. */
  readonly values?: readonly string[];
}

/** Text with values that editors suggest. */
export type OpenList<T extends string> = T | (string & {});

/** Any text. Default: the empty string. */
export const anyText: CheckedConverter<string> = {
  fromAttribute: value => value ?? '',
  accepts: () => true,
};

/** Value that a function parses; it returns undefined for an invalid one. A missing value is an empty one. */
export const parsed = <T>(
  parse: (value: string) => T | undefined,
  fallback: T,
): CheckedConverter<T> => ({
  accepts: value => parse(value) !== undefined,
  fromAttribute: value => parse(value ?? '') ?? fallback,
});

/** Non-negative integer from `min` to `max`. */
export const integer = (fallback: number, min: number, max: number): CheckedConverter<number> =>
  parsed(value => {
    const number = /^\s*\d+\s*$/.test(value) ? Number(value) : NaN;
    return number >= min && number <= max ? number : undefined;
  }, fallback);

/** One of a list of values. Default: the first. */
export const oneOf = <const T extends readonly [string, ...string[]]>(
  ...values: T
): CheckedConverter<T[number]> => ({
  values,
  accepts: value => values.includes(value),
  fromAttribute: value => (value !== null && values.includes(value) ? value : values[0]),
});

/** ISO 8601 date of any precision. Default: none. */
export const isoDate = parsed(value => parseDate(value) && value, '');

/** Returns the options of the property of an attribute, if an element has it. */
export function optionsOf(element: LitElement, name: string): PropertyDeclaration | undefined {
  const {elementProperties} = element.constructor as typeof LitElement;
  for (const [property, options] of elementProperties) {
    // Lit stores an attribute name only if it differs from the property name.
    const {attribute = property} = options;
    if (attribute === name) return options;
  }
  return undefined;
}

/** Returns the converter of a property, or an empty object if Lit's default is used. */
export const converterOf = (options?: PropertyDeclaration): Partial<CheckedConverter<unknown>> =>
  (options?.converter ?? {}) as Partial<CheckedConverter<unknown>>;

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
