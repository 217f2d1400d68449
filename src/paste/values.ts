import {withScheme} from './addresses.js';
import {type Attribute, nearest} from './catalogue.js';
import type {SnippetFault} from './findings.js';

const ADDRESS = /^https?:\/\/\S+$|^\/\S*$|^\.{0,2}\/?[\w-][\w./-]*$/;

/** Validates an attribute value by the manifest and the contract; undefined if it is valid. */
export function checkValue(
  {name, kind, choices}: Attribute,
  value: string,
): Extract<SnippetFault, {what: 'badValue'}> | undefined {
  const bad = (expected: string, meant?: string): Extract<SnippetFault, {what: 'badValue'}> => ({
    what: 'badValue',
    attribute: name,
    got: value,
    meant,
    expected,
  });
  if (kind === 'choice' && value !== '' && !choices.includes(value.toLowerCase())) {
    // A language may have a region: `fr-BE`.
    if (name === 'lang' && choices.includes(value.slice(0, 2).toLowerCase())) return undefined;
    return bad(choices.join(', '), nearest(value, choices));
  }
  if (kind === 'number' && value !== '' && !/^\d+(?:\.\d+)?$/.test(value.trim())) {
    const digits = /\d+/.exec(value)?.[0];
    return bad('0–9', digits);
  }
  if (name === 'api' && value !== '')
    for (const one of value.split(/\s+/))
      if (!ADDRESS.test(one) || withScheme(one) !== one)
        return bad(
          'https://…',
          one.includes('.')
            ? withScheme(`https://${one}`.replace(/^https:\/\/https?:\/*/, 'https://'))
            : undefined,
        );
  return undefined;
}
