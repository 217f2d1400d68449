import {withScheme} from './addresses.js';
import {type Attribute, closestMatch} from './catalogue.js';
import type {SnippetDiagnostic} from './snippet-diagnostic.js';

const URL_OR_PATH = /^https?:\/\/\S+$|^\/\S*$|^\.{0,2}\/?[\w-][\w./-]*$/;

/** Validates an attribute value by the manifest and the contract; undefined if it is valid. */
export function checkValue(
  {name, kind, choices}: Attribute,
  value: string,
): Extract<SnippetDiagnostic, {what: 'badValue'}> | undefined {
  const invalid = (
    expected: string,
    meant?: string,
  ): Extract<SnippetDiagnostic, {what: 'badValue'}> => ({
    what: 'badValue',
    attribute: name,
    got: value,
    meant,
    expected,
  });
  if (kind === 'choice' && value !== '' && !choices.includes(value.toLowerCase())) {
    // A language may have a region: `fr-BE`.
    if (name === 'lang' && choices.includes(value.slice(0, 2).toLowerCase())) return undefined;
    return invalid(choices.join(', '), closestMatch(value, choices));
  }
  if (kind === 'number' && value !== '' && !/^\d+(?:\.\d+)?$/.test(value.trim())) {
    const digits = /\d+/.exec(value)?.[0];
    return invalid('0–9', digits);
  }
  if (name === 'api' && value !== '')
    for (const one of value.split(/\s+/))
      if (!URL_OR_PATH.test(one) || withScheme(one) !== one)
        return invalid(
          'https://…',
          one.includes('.')
            ? withScheme(`https://${one}`.replace(/^https:\/\/https?:\/*/, 'https://'))
            : undefined,
        );
  return undefined;
}
