import {BROUGHT} from '../../data/brought.js';
import {element, escapeText} from './markup.js';

/** What is kept of what a widget draws, with the attributes that say something without styles. */
const KEPT = new Map<string, readonly string[]>([
  ['a', ['href', 'hreflang', 'download']],
  ['abbr', ['title']],
  ['details', ['open']],
  ['img', ['src', 'alt', 'width', 'height', 'loading', 'decoding']],
  ['time', ['datetime']],
  ['th', ['scope']],
  ...'bdi blockquote br dd dl dt em figcaption figure h2 h3 h4 h5 h6 li ol p strong summary table tbody td thead tr ul'
    .split(' ')
    .map((name): [string, readonly string[]] => [name, []]),
]);

/** Those that stand in a line of text. */
const INLINE = new Set(['a', 'abbr', 'bdi', 'br', 'em', 'img', 'span', 'strong', 'time']);
/** Boxes without a meaning of their own: their parts must not run into each other. */
const BOXES = new Set([
  'address',
  'article',
  'div',
  'fieldset',
  'footer',
  'form',
  'header',
  'section',
]);

/** What is of no use, or says nothing, without script, style and shadow tree. */
const DROPPED =
  '[aria-hidden="true"], [hidden], [role="status"], button:not(.toggle), input, select, textarea, label, legend, ' +
  'datalist, svg, template, .legend, nav:not(:has(a:not([href^="#"])))';

/** An element of the page and, as its content, what its widgets show: headings, lists, links, words. */
export function withLight(host: Element): string {
  const attributes = [...host.attributes].map(({name, value}) => [name, value] as const);
  const own = [...host.childNodes].map(node =>
    node instanceof Element ? withLight(node) : escapeText(node.nodeValue ?? ''),
  );
  // The page's own content stands for the widget as it is.
  const hasOwn = [...host.children].some(child => !child.slot.startsWith('heading'));
  const words = host.shadowRoot && !hasOwn ? plainOf(host.shadowRoot).trim() : '';
  const fallback = words ? `\n${element('div', [[BROUGHT, '']], `\n${words}\n`)}\n` : '';
  return element(host.localName, attributes, own.join('') + fallback);
}

const plainOf = (parent: ParentNode & Node): string =>
  [...parent.childNodes]
    .map(plain)
    .join('')
    .replace(/\s*\n\s*/g, '\n')
    .replace(/ {2,}/g, ' ');

function plain(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE)
    return escapeText((node.nodeValue ?? '').replace(/\s+/g, ' '));
  if (!(node instanceof Element) || node.matches(DROPPED)) return '';
  const {localName} = node;
  if (localName === 'fieldset') return listOf(node);
  if (localName === 'form') return linksOf(node);
  if (BOXES.has(localName)) return boxed(node);
  const content = plainOf(node.shadowRoot ?? node);
  const isAlone = localName === 'img' || localName === 'br';
  if (isEmpty(content) && !isAlone) return '';
  const kept = KEPT.get(localName);
  // A link within the shadow tree leads nowhere without it.
  const isLost = localName === 'a' && (node.getAttribute('href') ?? '#').startsWith('#');
  const attributes = ['lang', ...(kept ?? [])].flatMap(name => {
    const value = node.getAttribute(name);
    return value === null ? [] : [[name, value] as const];
  });
  if (!kept || isLost)
    return node.hasAttribute('lang') && !isLost ? element('span', attributes, content) : content;
  const html = element(localName, attributes, INLINE.has(localName) ? content : content.trim());
  return INLINE.has(localName) ? html : `\n${html}\n`;
}

const BLOCK = /<(?:blockquote|details|div|dl|figcaption|figure|h[2-6]|ol|p|table|ul)\b/;
const isEmpty = (html: string): boolean => !/\S/.test(html);

/** A box: of words and links a paragraph, each part of it apart from the next; of blocks, those. */
function boxed(node: Element): string {
  let html = '';
  let follows = false;
  for (const child of node.childNodes) {
    if (child.nodeType === Node.COMMENT_NODE) continue;
    const isPart = child instanceof Element && INLINE.has(child.localName);
    const one = plain(child);
    if (isEmpty(one)) html += one;
    else html += follows && isPart ? ` · ${one}` : one;
    follows = isPart && !isEmpty(one);
  }
  if (isEmpty(html)) return '';
  return BLOCK.test(html) ? `\n${html}\n` : `\n<p>${html.trim()}</p>\n`;
}

/** Buttons that say something besides what they do, as a list of it. */
function listOf(group: Element): string {
  const buttons = [...group.querySelectorAll('.toggle')];
  if (buttons.length === 0) return '';
  const items = buttons.map(one => element('li', [], plainOf(one).replace(/\s+/g, ' ').trim()));
  return `\n${element('ul', [], items.join('\n'))}\n`;
}

/** A form can't be sent: what links it has are left, such as whom to write to. */
function linksOf(form: Element): string {
  const blocks = new Set(
    [...form.querySelectorAll('a[href]')].map(link => link.closest('p, li') ?? link),
  );
  return [...blocks].map(block => element('p', [], plainOf(block).trim())).join('\n');
}
