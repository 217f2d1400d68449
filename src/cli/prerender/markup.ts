/** Elements without an end tag (HTML, "Void elements"). */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/**
 * Braces in twos begin an expression where a site's generator takes the fragment for a template; no text of a record
 * shall be one.
 */
const withoutBraces = (text: string, brace: string): string => text.replace(/\{(?=[{%#])/g, brace);

/** A text, so that it is nothing but text. */
export const escapeText = (text: string): string =>
  withoutBraces(
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('\u00a0', '&nbsp;'),
    '&#123;',
  );

/** The value of an attribute, for double quotes. */
export const escapeValue = (value: string): string =>
  escapeText(value).replaceAll('"', '&quot;').replaceAll("'", '&#39;');

/** A start tag. */
export const startTag = (
  name: string,
  attributes: Iterable<readonly [string, string]> = [],
): string =>
  `<${[name, ...[...attributes].map(([key, value]) => (value === '' ? key : `${key}="${escapeValue(value)}"`))].join(' ')}>`;

/** An element with what is in it, already written. */
export const element = (
  name: string,
  attributes: Iterable<readonly [string, string]>,
  content: string,
): string => `${startTag(name, attributes)}${VOID.has(name) ? '' : `${content}</${name}>`}`;

/** Data for a script element that is never run: nothing in them ends it, or begins a comment. */
export const escapeData = (data: unknown): string =>
  withoutBraces(
    JSON.stringify(data).replace(
      /[<>&\u2028\u2029]/g,
      sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
    '\\u007b',
  );
