/** The names of the characters from U+00A0 to U+00FF, in their order (HTML, "Named character references"). */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  );
/** Others that editors write, each name with its character behind it. */
const OTHERS =
  'amp& lt< gt> quot" apos\' OEligŒ oeligœ euro€ trade™ bull• hellip… ndash– mdash— lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ lsaquo‹ rsaquo› rarr→ larr← minus− thinsp\u2009'.split(
    ' ',
  );

const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN.map((name, i) => [name, String.fromCharCode(0xa0 + i)] as const),
  ...OTHERS.map(pair => [pair.slice(0, -1), pair.slice(-1)] as const),
]);

/** What numbers from 128 to 159 mean where they come from old Windows texts (HTML, "Numeric character reference end state"). */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The letter that a character reference means; a text that is none stays as it is. */
function decoded(reference: string, body: string): string {
  if (!body.startsWith('#')) return NAMED.get(body) ?? reference;
  const isHex = /^#x/i.test(body);
  const code = parseInt(body.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  if (code >= 128 && code < 160) return WINDOWS.charAt(code - 128);
  const isLetter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isLetter ? String.fromCodePoint(code) : '';
}

/** A text with the character references of HTML, and no tags, as plain text. */
export const decodeReferences = (text: string): string =>
  text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,8});/gi, decoded);

/** What holds no words for a reader. */
const SILENT =
  /^(?:script|style|template|noscript|iframe|svg|math|object|audio|video|form|figcaption|textarea)$/;
const BREAKS = /^(?:p|br|div|li|ul|ol|h[1-6]|tr|table|blockquote|section|article|figure|hr)$/;
/** A longer text than this is cut before it is read. */
const LONGEST = 200_000;

/** The end of a tag that starts at `from`; a mark in a quoted value ends nothing, unless the quote has no end. */
function endOfTag(html: string, from: number): number {
  let quote = '';
  for (let at = from; at < html.length; at++) {
    const letter = html.charAt(at);
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '>') return at + 1;
    else if (letter === '<' && at > from) return at;
    else if (/["']/.test(letter) && html.includes(letter, at + 1)) quote = letter;
  }
  return html.length;
}

/** A text without its tags, and without what they hold of scripts and the like; a line ends where a block does. */
function withoutTags(html: string): string {
  const lower = html.toLowerCase();
  let text = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    text += html.slice(at, open < 0 ? html.length : open);
    if (open < 0) break;
    const [, isEnd, name] = /^<(\/?)([a-z][\w-]*)/.exec(lower.slice(open, open + 30)) ?? [];
    if (lower.startsWith('<!--', open)) {
      const close = html.indexOf('-->', open + 4);
      text += ' ';
      at = close < 0 ? html.length : close + 3;
    } else if (name === undefined) {
      text += '<';
      at = open + 1;
    } else {
      at = endOfTag(html, open);
      if (BREAKS.test(name)) text += '\n';
      if (isEnd !== '' || !SILENT.test(name)) continue;
      text += ' ';
      const close = lower.indexOf(`</${name}`, at);
      at = close < 0 ? html.length : endOfTag(html, close);
    }
  }
  return text;
}

/**
 * The words of a piece of HTML, with a new line where a block ends. Its tags are taken away and never put in a page:
 * the result is plain text, whatever it looks like.
 */
export const plainText = (html: string): string =>
  decodeReferences(withoutTags(html.slice(0, LONGEST)))
    .replace(/[ \t\r\f]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim()
    // What WordPress writes where it cut a text.
    .replace(/ ?\[…\]$/, '…');
