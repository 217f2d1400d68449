import {decodeText} from '../../../client/decode-text.js';

/** Named character references from U+00A0 to U+00FF, in code point order (HTML, "Named character references"). */
const LATIN_1_NAMES =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  );
/** Other references that editors write, each name followed by its character. */
const OTHER_REFERENCES =
  'amp& lt< gt> quot" apos\' OEligŒ oeligœ euro€ trade™ bull• hellip… ndash– mdash— lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ lsaquo‹ rsaquo› rarr→ larr← minus− thinsp\u2009'.split(
    ' ',
  );

const NAMED_REFERENCES: ReadonlyMap<string, string> = new Map([
  ...LATIN_1_NAMES.map((name, i) => [name, String.fromCharCode(0xa0 + i)] as const),
  ...OTHER_REFERENCES.map(pair => [pair.slice(0, -1), pair.slice(-1)] as const),
]);

/** Returns the character of a reference. An unknown one is returned unchanged. */
function decodeReference(reference: string, body: string): string {
  if (!body.startsWith('#')) return NAMED_REFERENCES.get(body) ?? reference;
  const isHex = /^#x/i.test(body);
  const code = parseInt(body.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  // References 128 to 159 follow windows-1252 (HTML, "Numeric character reference end state").
  if (code >= 128 && code < 160) return decodeText(Uint8Array.of(code));
  const isLetter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isLetter ? String.fromCodePoint(code) : '';
}

/** Decodes the character references in a text without tags. */
export const decodeReferences = (text: string): string =>
  text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,8});/gi, decodeReference);

/** Elements whose content is not text for a reader. */
const IGNORED_ELEMENTS =
  /^(?:script|style|template|noscript|iframe|svg|math|object|audio|video|form|figcaption|textarea)$/;
const BLOCK_ELEMENTS =
  /^(?:p|br|div|li|ul|ol|h[1-6]|tr|table|blockquote|section|article|figure|hr)$/;
/** Maximum length of the HTML; longer text is cut before parsing. */
const MAX_LENGTH = 200_000;

/**
 * Returns the end of the tag that starts at `from`. A `>` in a quoted value is skipped, unless the quote is never
 * closed.
 */
function endOfTag(html: string, from: number): number {
  let quote = '';
  for (let position = from; position < html.length; position++) {
    const letter = html.charAt(position);
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '>') return position + 1;
    else if (letter === '<' && position > from) return position;
    else if (/["']/.test(letter) && html.includes(letter, position + 1)) quote = letter;
  }
  return html.length;
}

/** Removes tags, and the content of scripts and similar elements. Inserts a line break at the end of each block. */
function stripTags(html: string): string {
  const lower = html.toLowerCase();
  let text = '';
  let position = 0;
  while (position < html.length) {
    const open = html.indexOf('<', position);
    text += html.slice(position, open < 0 ? html.length : open);
    if (open < 0) break;
    const [, isEnd, name] = /^<(\/?)([a-z][\w-]*)/.exec(lower.slice(open, open + 30)) ?? [];
    if (lower.startsWith('<!--', open)) {
      const close = html.indexOf('-->', open + 4);
      text += ' ';
      position = close < 0 ? html.length : close + 3;
    } else if (name === undefined) {
      text += '<';
      position = open + 1;
    } else {
      position = endOfTag(html, open);
      if (BLOCK_ELEMENTS.test(name)) text += '\n';
      if (isEnd !== '' || !IGNORED_ELEMENTS.test(name)) continue;
      text += ' ';
      const close = lower.indexOf(`</${name}`, position);
      position = close < 0 ? html.length : endOfTag(html, close);
    }
  }
  return text;
}

/**
 * Converts HTML to plain text, with a line break at the end of each block. The HTML is never inserted into a page, so
 * the result is plain text whatever it contains.
 */
export const plainText = (html: string): string =>
  decodeReferences(stripTags(html.slice(0, MAX_LENGTH)))
    .replace(/[ \t\r\f]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim()
    // Mark that WordPress appends to a shortened text.
    .replace(/ ?\[…\]$/, '…');

/** Elements and character references that people write into the texts of a data set. */
const MARKUP =
  /<\/?(?:p|br|b|i|u|a|em|strong|small|su[bp]|div|span|section|article|table|t(?:body|head|[rdh])|[uod]l|li|d[td]|h[1-6]|img|font|blockquote|figure|hr)(?:\s[^<>]*)?\/?>|&(?:[a-z]{2,8}\d?|#\d{2,7}|#x[\da-f]{2,6});/i;

/** True if a text contains HTML. A lone `<`, `&` or `<script>` is text. */
const hasMarkup = (text: string): boolean => MARKUP.test(text);

/** Converts texts with HTML to plain text: a string, a list, or a text by language. Other values are unchanged. */
export function withoutMarkup(value: unknown): unknown {
  if (typeof value === 'string') return hasMarkup(value) ? plainText(value) : value;
  if (Array.isArray(value)) return value.map(withoutMarkup);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutMarkup(part)]));
}
