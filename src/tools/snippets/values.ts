import type {DiagnosticMessage} from '../messages/diagnostic.js';
import {closestMatch} from '../../model/collection/closest-match.js';
import {withScheme} from './addresses.js';
import type {Attribute, NumberRange} from './catalogue.js';
import {VALUE_RULES, type ValueRule} from './value-rules.js';

const URL_OR_PATH = /^https?:\/\/\S+$|^\/\S*$|^\.{0,2}\/?[\w-][\w./-]*$/;

/** Valid values of an attribute, and the one that an invalid value seems to mean. */
interface Correction {
  readonly expected: string | NumberRange;
  readonly suggestion: string | undefined;
}

function wrongValue(
  {names, separator, accepts, examples}: ValueRule,
  value: string,
): Correction | undefined {
  const values = separator ? value.split(separator).filter(Boolean) : [value];
  const isValid = (one: string): boolean => names.includes(one) || accepts?.(one) === true;
  const wrong = values.find(one => !isValid(one));
  if (wrong === undefined) return undefined;
  const meant = values.map(one => (isValid(one) ? one : closestMatch(one, names)));
  return {
    expected: [...names, ...(examples ? [examples] : [])].join(', '),
    suggestion: meant.every(one => one !== undefined)
      ? meant.join(value.includes(',') ? ',' : ' ')
      : undefined,
  };
}

function wrongNumber(value: string, range: NumberRange): Correction | undefined {
  const {min, max = Infinity} = range;
  // `1 000` is written with a space in French.
  const [digits] = /\d+(?:\.\d+)?/.exec(value.replace(/(?<=\d)\s(?=\d)/g, '')) ?? [];
  const number = Number(digits);
  if (digits === value.trim() && number >= min && number <= max) return undefined;
  return {
    expected: range,
    suggestion: digits && String(Math.min(Math.max(number, min), max)),
  };
}

function wrongAddress(value: string): Correction | undefined {
  for (const one of value.split(/\s+/))
    if (!URL_OR_PATH.test(one) || withScheme(one) !== one) {
      const url = `https://${one}`.replace(/^https:\/\/https?:\/*/, 'https://');
      return {expected: 'https://…', suggestion: one.includes('.') ? withScheme(url) : undefined};
    }
  return undefined;
}

/** Validates an attribute value by the manifest and the contract; undefined if it is valid. */
export function correctionOf(
  {name, kind, choices, range}: Attribute,
  value: string,
): Correction | undefined {
  if (value === '') return undefined;
  if (kind === 'choice') {
    if (choices.includes(value.toLowerCase())) return undefined;
    // A language may have a region: `fr-BE`.
    if (name === 'lang' && choices.includes(value.slice(0, 2).toLowerCase())) return undefined;
    return {expected: choices.join(', '), suggestion: closestMatch(value, choices)};
  }
  if (kind === 'number') return wrongNumber(value, range ?? {min: 0});
  if (name === 'api') return wrongAddress(value);
  const rule = VALUE_RULES[name];
  return rule && wrongValue(rule, value);
}

/** Returns the diagnostic of an invalid attribute value. */
export const valueMessage = (
  name: string,
  value: string,
  {expected, suggestion}: Correction,
): DiagnosticMessage =>
  typeof expected === 'string'
    ? ['badValue', name, value, expected, suggestion]
    : ['badNumber', name, value, expected.min, expected.max, suggestion];
