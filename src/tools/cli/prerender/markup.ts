/** Void elements (HTML standard). */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/**
 * Escapes a brace of JSON next to `{`, `%`, `#` or `$`, as in `escapeText`. Others are part of the syntax.
 */
const escapeJsonBraces = (json: string): string =>
  json.replace(/\{(?=[{%#])|(?<=[$#])\{/g, '\\u007b');

/**
 * Escapes a text, also its braces: a site generator that treats the fragment as a template would evaluate `{{…}}`, `{%…%}`
 * or `${…}` of a record as an expression. The parts of one may be in two texts that follow each other.
 */
export const escapeText = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('{', '&#123;')
    .replaceAll('\u00a0', '&nbsp;');

/** Escapes an attribute value for double quotes. */
const escapeAttribute = (value: string): string =>
  escapeText(value).replaceAll('"', '&quot;').replaceAll("'", '&#39;');

const startTag = (name: string, attributes: Iterable<readonly [string, string]> = []): string =>
  `<${[name, ...[...attributes].map(([key, value]) => (value === '' ? key : `${key}="${escapeAttribute(value)}"`))].join(' ')}>`;

/** Returns an element whose content is already HTML. */
export const element = (
  name: string,
  attributes: Iterable<readonly [string, string]>,
  content: string,
): string => `${startTag(name, attributes)}${VOID.has(name) ? '' : `${content}</${name}>`}`;

/** Serializes data for a script element that is not executed. The output contains no end tag and no comment. */
export const serializeJson = (data: unknown): string =>
  escapeJsonBraces(
    JSON.stringify(data).replace(
      /[<>&\u2028\u2029]/g,
      sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );

/** Returns a style sheet without comments and without white space that has no meaning. */
export const minifyCss = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .replaceAll(';}', '}')
    .trim();

/** Returns a data block of the page, whose text is not HTML; other scripts are left out. */
export const dataBlock = (script: Element): string =>
  script.getAttribute('type') === 'application/json'
    ? element(
        'script',
        [...script.attributes].map(({name, value}) => [name, value] as const),
        escapeJsonBraces(script.textContent.replace(/</g, '\\u003c')),
      )
    : '';

/** Sentence in place of a contribution form, for readers without JavaScript. */
export const FORM_NEEDS_SCRIPT: Readonly<Record<string, string>> = {
  fr: 'Ce formulaire nécessite JavaScript.',
  nl: 'Dit formulier heeft JavaScript nodig.',
  en: 'This form needs JavaScript.',
  de: 'Dieses Formular benötigt JavaScript.',
};

/** Returns the sentence for a contribution form, in its language; empty for another form. */
export const formSentence = (form: Element): string =>
  form.matches('[part=form]')
    ? (FORM_NEEDS_SCRIPT[form.closest('[lang]')?.getAttribute('lang') ?? ''] ?? '')
    : '';
