import {decodeReferences} from '../../data/sources/shared/readers/plain-text.js';
import {parseAttributes} from './html.js';

/** Elements that markup may contain, and their attributes. */
export interface AllowedMarkup {
  /** Elements with their own attributes. */
  readonly elements: ReadonlyMap<string, readonly string[]>;
  /** Returns true for an attribute that all of them may have. */
  isAllowed(name: string): boolean;
}

/** Attributes of all elements; `data-…` as well, which the widgets read. */
const GLOBAL = ['lang', 'dir', 'slot', 'title'];
const DATA = /^data-[a-z][a-z-]*$/;

/** Markup that an author may write inside a tag of ours. */
const AUTHORED: AllowedMarkup = {
  elements: new Map<string, readonly string[]>(
    Object.entries({
      a: ['href', 'hreflang'],
      blockquote: [],
      br: [],
      cite: [],
      dd: [],
      dl: [],
      dt: [],
      em: [],
      figcaption: [],
      figure: [],
      h2: [],
      h3: [],
      h4: [],
      h5: [],
      h6: [],
      img: ['src', 'alt', 'width', 'height'],
      li: [],
      ol: [],
      p: [],
      section: [],
      span: [],
      strong: [],
      sub: [],
      sup: [],
      time: ['datetime'],
      ul: [],
    }),
  ),
  isAllowed: name => GLOBAL.includes(name) || (DATA.test(name) && !/^data-spass/.test(name)),
};
/** Elements without an end tag. */
export const EMPTY_ELEMENTS = ['br', 'hr', 'img', 'wbr'];
/** Elements whose text is code, or belongs to another language than HTML. */
const OPAQUE = /^(?:script|style|template|svg|math|iframe|object|noscript|textarea|title|xmp)$/;

/** Comment, tag (slash, name, attributes) or text. */
const TOKEN = /<!--[^]*?(?:-->|$)|<(\/?)([a-z][a-z0-9-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|[^<]+|</gi;

/** Tag or text of markup. */
interface Token {
  readonly text: string;
  /** Name of a tag; empty for a text. */
  readonly tag: string;
  readonly isEnd: boolean;
  readonly attributes: string;
}

/** Yields the tags and texts of markup, without comments and the content of opaque elements. */
export function* tokensIn(html: string): Generator<Token> {
  let opaque = '';
  for (const [text, slash = '', name = '', attributes = ''] of html.matchAll(TOKEN)) {
    const tag = name.toLowerCase();
    const isEnd = slash !== '';
    if (opaque !== '') {
      if (isEnd && tag === opaque) opaque = '';
      continue;
    }
    if (text.startsWith('<!--')) continue;
    if (!isEnd && OPAQUE.test(tag)) opaque = tag;
    yield {text, tag, isEnd, attributes};
  }
}

const escapeText = (text: string): string =>
  decodeReferences(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const escapeValue = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** Returns true for a relative URL, and for one with a scheme that links and pictures of widgets may have. */
function isAllowedUrl(name: string, url: string): boolean {
  // Browsers ignore control characters and white space in a scheme.
  const plain = url.replace(/[\s\p{Cc}]/gu, '');
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(plain)?.[1]?.toLowerCase();
  const allowed = name === 'href' ? ['https', 'http', 'mailto', 'tel'] : ['https', 'http'];
  return plain === url.trim() && (scheme === undefined || allowed.includes(scheme));
}

/** Returns true for an attribute that markup may contain, with a URL that is allowed if it is one. */
export const isAllowedAttribute = (
  tag: string,
  name: string,
  value: string,
  allowed: AllowedMarkup,
): boolean =>
  (allowed.isAllowed(name) || (allowed.elements.get(tag)?.includes(name) ?? false)) &&
  (!['href', 'src'].includes(name) || isAllowedUrl(name, value));

const formatAttributes = (tag: string, text: string, allowed: AllowedMarkup): string =>
  [...parseAttributes(text)]
    .filter(([name, value]) => isAllowedAttribute(tag, name, value, allowed))
    .map(([name, value]) => ` ${name}="${escapeValue(value)}"`)
    .join('');

/**
 * Returns HTML with the elements and attributes that an author of a widget needs, and nothing else: no scripts, styles,
 * event handlers, forms or frames. Other elements are removed, and their text stays.
 */
export function allowedContent(html: string, allowed = AUTHORED): string {
  const open: string[] = [];
  let result = '';
  for (const {text, tag, isEnd, attributes} of tokensIn(html)) {
    if (tag === '') result += escapeText(text);
    else if (!allowed.elements.has(tag)) continue;
    else if (!isEnd) {
      result += `<${tag}${formatAttributes(tag, attributes, allowed)}>`;
      if (!EMPTY_ELEMENTS.includes(tag)) open.push(tag);
    } else if (open.includes(tag)) {
      // Elements that are still open inside are closed first.
      for (let last = ''; last !== tag;) {
        last = open.pop() ?? tag;
        result += `</${last}>`;
      }
    }
  }
  return (
    result +
    open
      .reverse()
      .map(tag => `</${tag}>`)
      .join('')
  );
}
