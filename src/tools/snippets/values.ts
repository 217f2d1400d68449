import type {DiagnosticMessage} from '../messages/diagnostic.js';
import {withScheme} from './addresses.js';
import {closestMatch} from '../../model/collection/closest-match.js';
import type {Attribute} from './catalogue.js';

const URL_OR_PATH = /^https?:\/\/\S+$|^\/\S*$|^\.{0,2}\/?[\w-][\w./-]*$/;

/** Valid values of an attribute, and the one that an invalid value seems to mean. */
interface Correction {
  readonly expected: string;
  readonly suggestion: string | undefined;
}

/** Validates an attribute value by the manifest and the contract; undefined if it is valid. */
export function correctionOf(
  {name, kind, choices}: Attribute,
  value: string,
): Correction | undefined {
  if (kind === 'choice' && value !== '' && !choices.includes(value.toLowerCase())) {
    // A language may have a region: `fr-BE`.
    if (name === 'lang' && choices.includes(value.slice(0, 2).toLowerCase())) return undefined;
    return {expected: choices.join(', '), suggestion: closestMatch(value, choices)};
  }
  if (kind === 'number' && value !== '' && !/^\d+(?:\.\d+)?$/.test(value.trim()))
    return {expected: '0–9', suggestion: /\d+/.exec(value)?.[0]};
  if (name === 'api' && value !== '')
    for (const one of value.split(/\s+/))
      if (!URL_OR_PATH.test(one) || withScheme(one) !== one) {
        const url = `https://${one}`.replace(/^https:\/\/https?:\/*/, 'https://');
        return {
          expected: 'https://…',
          suggestion: one.includes('.') ? withScheme(url) : undefined,
        };
      }
  return undefined;
}

/** Returns the diagnostic of an invalid attribute value. */
export const valueMessage = (
  name: string,
  value: string,
  {expected, suggestion}: Correction,
): DiagnosticMessage => ['badValue', name, value, expected, suggestion];
