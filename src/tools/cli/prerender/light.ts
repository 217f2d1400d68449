import {PRERENDERED_ATTRIBUTE} from '../../../data/client/embedded-responses.js';
import {FACT_SEPARATOR} from '../../../model/text.js';
import {formSentence, dataBlock, element, escapeText} from './markup.js';

/** Elements kept in the output, with the attributes that have a meaning without styles. */
const KEPT_ELEMENTS = new Map<string, readonly string[]>([
  ['a', ['href', 'hreflang', 'download']],
  ['abbr', ['title']],
  ['details', ['open']],
  ['img', ['src', 'srcset', 'sizes', 'alt', 'width', 'height', 'loading', 'decoding']],
  ['time', ['datetime']],
  ['th', ['scope']],
  ...'bdi blockquote br dd dl dt em figcaption figure h2 h3 h4 h5 h6 li ol p strong summary table tbody td thead tr ul'
    .split(' ')
    .map((name): [string, readonly string[]] => [name, []]),
]);

const INLINE_ELEMENTS = new Set('a abbr bdi br em img span strong svg time'.split(' '));
/** Block elements without a meaning of their own. They are removed, but their contents stay separate. */
const GENERIC_BLOCKS = new Set([
  'address',
  'article',
  'div',
  'fieldset',
  'footer',
  'form',
  'header',
  'section',
]);

/** Elements without use or meaning if there is no script, style sheet or shadow tree. */
const DROPPED_SELECTOR =
  '[aria-hidden="true"], [hidden], [role="status"], button:not(.toggle), input, select, textarea, label, legend, ' +
  'datalist, svg:not(.emblem), template, .legend, .compared, .consent, .where, nav:not(:has(a:not([href^="#"])))';

/** Returns true for the name of a slot that a view creates. The element has none before its view is loaded. */
const isNumberedSlot = (name: string): boolean => /-\d+$/.test(name);

/** Returns an element as HTML, with the headings, lists, links and text of its widgets as its content. */
export function toLightHtml(host: Element): string {
  if (host.localName === 'script') return dataBlock(host);
  const attributes = [...host.attributes]
    .filter(({name, value}) => name !== 'slot' || !isNumberedSlot(value))
    .map(({name, value}) => [name, value] as const);
  const childHtml = [...host.childNodes].map(node =>
    node instanceof Element ? toLightHtml(node) : escapeText(node.nodeValue ?? ''),
  );
  // The page's own content replaces the widget's.
  const hasOwn = [...host.children].some(
    child => !child.slot.startsWith('heading') && child.localName !== 'script',
  );
  const text = host.shadowRoot && !hasOwn ? simplifyChildren(host.shadowRoot).trim() : '';
  const fallback = text
    ? `\n${element('div', [[PRERENDERED_ATTRIBUTE, '']], `\n${text}\n`)}\n`
    : '';
  return element(host.localName, attributes, childHtml.join('') + fallback);
}

const simplifyChildren = (parent: ParentNode & Node): string =>
  [...parent.childNodes]
    .map(simplify)
    .join('')
    .replace(/\s*\n\s*/g, '\n')
    .replace(/ {2,}/g, ' ');

/** Ends of lines in a text, other than those of a template, which are followed by an indentation. */
const LINE_ENDS = /(?<!\s)\n(?!\s)/g;

function simplify(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) {
    const lines = (node.nodeValue ?? '').split(LINE_ENDS);
    return lines
      .map(line => escapeText(line.replace(/\s+/g, ' ')))
      .join(node.parentElement?.closest('.facts') ? FACT_SEPARATOR : ' ');
  }
  if (!(node instanceof Element) || node.matches(DROPPED_SELECTOR)) return '';
  const {localName} = node;
  if (localName === 'svg') return renderEmblem(node);
  if (localName === 'fieldset') return renderToggleList(node);
  if (localName === 'form') return renderFormLinks(node);
  if (GENERIC_BLOCKS.has(localName)) return simplifyBlock(node);
  const content = simplifyChildren(node.shadowRoot ?? node);
  const isAlone = localName === 'img' || localName === 'br';
  if (isEmpty(content) && !isAlone) return '';
  const kept = KEPT_ELEMENTS.get(localName);
  // A fragment link to an element of the shadow tree has no target in the output.
  const isFragmentLink = localName === 'a' && (node.getAttribute('href') ?? '#').startsWith('#');
  const attributes = ['lang', ...(kept ?? [])].flatMap(name => {
    const value = node.getAttribute(name);
    return value === null ? [] : [[name, value] as const];
  });
  if (!kept || isFragmentLink)
    return node.hasAttribute('lang') && !isFragmentLink
      ? element('span', attributes, content)
      : content;
  const html = element(
    localName,
    attributes,
    INLINE_ELEMENTS.has(localName) ? content : content.trim(),
  );
  return INLINE_ELEMENTS.has(localName) ? html : `\n${html}\n`;
}

const BLOCK = /<(?:blockquote|dd|details|div|dl|dt|figcaption|figure|h[2-6]|li|ol|p|table|ul)\b/;
const isEmpty = (html: string): boolean => !/\S/.test(html);

/** Returns a generic block as the blocks inside it, and paragraphs of what is between them, with separated parts. */
function simplifyBlock(node: Element): string {
  const blocks: string[] = [];
  let paragraph = '';
  /** Text between the last part and the next one, if both are inline. */
  let separator = '';
  const endParagraph = (): void => {
    if (!isEmpty(paragraph)) blocks.push(`<p>${paragraph.trim()}</p>`);
    paragraph = '';
  };
  for (const child of node.childNodes) {
    if (child.nodeType === Node.COMMENT_NODE) continue;
    const html = simplify(child);
    const isInline = child instanceof Element && INLINE_ELEMENTS.has(child.localName);
    if (BLOCK.test(html)) {
      endParagraph();
      blocks.push(html.trim());
    } else paragraph += isInline && !isEmpty(html) ? separator + html : html;
    if (!isInline || isEmpty(html)) separator = '';
    else separator = /^(?:img|svg)$/.test(child.localName) ? ' ' : FACT_SEPARATOR;
  }
  endParagraph();
  return blocks.length > 0 ? `\n${blocks.join('\n')}\n` : '';
}

/** Returns the emblem of the European Union in its own colours, 56 px high as in the widgets. */
function renderEmblem(emblem: Element): string {
  const read = (node: Element, ...names: readonly string[]): (readonly [string, string])[] =>
    names.map(name => [name, node.getAttribute(name) ?? '']);
  const shapes = [...emblem.querySelectorAll('path')].map(path =>
    element('path', read(path, 'fill', 'd'), ''),
  );
  const size = [['width', '84'] as const, ['height', '56'] as const];
  return element(
    'svg',
    [...read(emblem, 'viewBox'), ...size, ...read(emblem, 'role', 'aria-label')],
    shapes.join(''),
  );
}

/** Returns the toggle buttons of a group as a list, for the text they contain. */
function renderToggleList(group: Element): string {
  const buttons = [...group.querySelectorAll('.toggle')];
  if (buttons.length === 0) return '';
  const items = buttons.map(one =>
    element('li', [], simplifyChildren(one).replace(/\s+/g, ' ').trim()),
  );
  return `\n${element('ul', [], items.join('\n'))}\n`;
}

/** Returns the links of a form, such as a contact address. The form itself cannot be sent, which a sentence says. */
function renderFormLinks(form: Element): string {
  const blocks = new Set(
    [...form.querySelectorAll('a[href]')].map(link => link.closest('p, li') ?? link),
  );
  const sentence = formSentence(form);
  const paragraphs = [...blocks].map(block => simplifyChildren(block).trim());
  return [...(sentence ? [sentence] : []), ...paragraphs]
    .map(paragraph => element('p', [], paragraph))
    .join('\n');
}
