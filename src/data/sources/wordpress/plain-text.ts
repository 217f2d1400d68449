/** The names of the characters from U+00A0 to U+00FF, in their order (HTML, "Named character references"). */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  );
/** Others that editors write. */
const OTHERS: readonly (readonly [name: string, letter: string])[] = [
  ...(['amp&', 'lt<', 'gt>', 'quot"', "apos'", 'OEligŒ', 'oeligœ', 'euro€', 'trade™'] as const),
  ...(['bull•', 'hellip…', 'ndash–', 'mdash—', 'lsquo‘', 'rsquo’', 'sbquo‚', 'ldquo“'] as const),
  ...([
    'rdquo”',
    'bdquo„',
    'lsaquo‹',
    'rsaquo›',
    'rarr→',
    'larr←',
    'minus−',
    'thinsp\u2009',
  ] as const),
].map(pair => [pair.slice(0, -1), pair.slice(-1)] as const);

const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN.map((name, i) => [name, String.fromCharCode(0xa0 + i)] as const),
  ...OTHERS,
]);

/** The letter that a character reference means; a text that is none stays as it is. */
function decoded(reference: string, body: string): string {
  if (!body.startsWith('#')) return NAMED.get(body) ?? reference;
  const isHex = /^#x/i.test(body);
  const code = parseInt(body.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  const isLetter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isLetter ? String.fromCodePoint(code) : '';
}

/** A text with the character references of HTML, and no tags, as plain text. */
export const decodeReferences = (text: string): string =>
  text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,8});/gi, decoded);

/** What holds no words for a reader. */
const SILENT =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|template|noscript|iframe|svg|form|figcaption)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
const BREAKS = /<\/?(?:p|br|div|li|ul|ol|h[1-6]|tr|table|blockquote|section|article|hr)\b[^<>]*>/gi;
const TAGS = /<\/?[a-z][^<>]*(?:>|$|(?=<))/gi;
/** A longer text than this is cut before it is read. */
const LONGEST = 200_000;

/**
 * The words of a piece of HTML, with a new line where a block ends. Its tags are taken away and never put in a page:
 * the result is plain text, whatever it looks like.
 */
export const plainText = (html: string): string =>
  decodeReferences(
    html.slice(0, LONGEST).replace(SILENT, ' ').replace(BREAKS, '\n').replace(TAGS, ''),
  )
    .replace(/[ \t\r\f]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
