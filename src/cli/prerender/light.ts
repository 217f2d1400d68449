import {BROUGHT} from '../../data/brought.js';
import {element, escapeText} from './markup.js';

/** Elements kept in the output, with the attributes that have a meaning without styles. */
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

/** Inline elements. */
const INLINE = new Set(['a', 'abbr', 'bdi', 'br', 'em', 'img', 'span', 'strong', 'time']);
/** Block elements without a meaning of their own. They are removed, but their contents stay separate. */
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

/** Elements without use or meaning if there is no script, style sheet or shadow tree. */
const DROPPED =
  '[aria-hidden="true"], [hidden], [role="status"], button:not(.toggle), input, select, textarea, label, legend, ' +
  'datalist, svg, template, .legend, nav:not(:has(a:not([href^="#"])))';

/** Returns an element as HTML, with the headings, lists, links and text of its widgets as its content. */
export function withLight(host: Element): string {
  const attributes = [...host.attributes].map(({name, value}) => [name, value] as const);
  const own = [...host.childNodes].map(node =>
    node instanceof Element ? withLight(node) : escapeText(node.nodeValue ?? ''),
  );
  // The page's own content replaces that of the widget.
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
  // A fragment link to an element of the shadow tree has no target in the output.
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

/** Returns a generic block as a paragraph with its inline parts separated, or the blocks inside it. */
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

/** Returns the toggle buttons of a group as a list, for the text they contain. */
function listOf(group: Element): string {
  const buttons = [...group.querySelectorAll('.toggle')];
  if (buttons.length === 0) return '';
  const items = buttons.map(one => element('li', [], plainOf(one).replace(/\s+/g, ' ').trim()));
  return `\n${element('ul', [], items.join('\n'))}\n`;
}

/** Returns the links of a form, such as a contact address; the form itself cannot be sent. */
function linksOf(form: Element): string {
  const blocks = new Set(
    [...form.querySelectorAll('a[href]')].map(link => link.closest('p, li') ?? link),
  );
  return [...blocks].map(block => element('p', [], plainOf(block).trim())).join('\n');
}
