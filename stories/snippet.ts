import {ContextEvent} from '@lit/context';
import {render} from 'lit';
import {sourceContext} from '../src/controllers/source-controller.js';
import type {StubServer} from '../tests/support/stub-server.js';

/** Maximum number of records of each collection in a snippet. */
const MAX_RECORDS = 8;

type Records = readonly unknown[] | Readonly<Record<string, unknown>>;

interface StoryContext {
  readonly args: object;
  readonly originalStoryFn: (args: never, context: never) => unknown;
}

const cut = (value: unknown): unknown =>
  Array.isArray(value) ? value.slice(0, MAX_RECORDS) : value;

/** Returns the records as the content of a tag reads them, in JSON. */
function formatRecords(records: Records): string {
  const some = Array.isArray(records)
    ? cut(records)
    : Object.fromEntries(
        Object.entries(records).map(([name, value]) => [name, cut(value)] as const),
      );
  const json = JSON.stringify(some, null, 2).replaceAll('<', '\\u003c');
  return `<script type="application/json">\n${json}\n</script>`;
}

const indent = (text: string): string => text.replace(/^(?=.)/gm, '  ');

const isWidget = (node: Node): node is HTMLElement & {readonly items?: Records} =>
  node instanceof HTMLElement && node.localName.startsWith('spass-');

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Returns the records that the provider around a widget has for it. */
function servedTo(element: Element): Records | undefined {
  let records: Records | undefined;
  const readRecords = (source: unknown): void => {
    ({records} = (source ?? {}) as Partial<StubServer>);
  };
  element.dispatchEvent(new ContextEvent(sourceContext, element, readRecords));
  return records;
}

interface Picture {
  readonly src: string;
  readonly alt?: string | Readonly<Record<string, string>>;
  readonly year?: number | string;
  readonly date?: string;
}

/** Returns pictures as a page writes them in `<spass-compare>`, which takes no JSON. */
const formatPicture = ({src, alt = '', year, date}: Picture): string =>
  `<img src="${escapeHtml(src)}" alt="${escapeHtml(typeof alt === 'string' ? alt : (Object.values(alt)[0] ?? ''))}" data-year="${escapeHtml(String(year ?? date ?? ''))}">`;

/** Returns the HTML of a node, with the records that its widgets have as properties or from a provider. */
function formatNode(node: Node, base: string): string {
  if (node instanceof Text) return escapeHtml(node.data).trim();
  if (!(node instanceof Element)) return '';
  if (!isWidget(node) && !node.querySelector('*')) return node.outerHTML;
  const {localName} = node;
  // A form sends to an address; the demo's is beside the script.
  if (localName === 'spass-contribute' && !node.hasAttribute('api'))
    node.setAttribute('api', new URL('../api', base).href);
  const attributes = [...node.attributes].map(({name, value}) =>
    value === '' ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`,
  );
  const takesRecords = isWidget(node) && !['spass-portal', 'spass-contribute'].includes(localName);
  const records = takesRecords ? (node.items ?? servedTo(node)) : undefined;
  const written =
    localName === 'spass-compare' && Array.isArray(records)
      ? (records as readonly Picture[]).map(formatPicture)
      : records
        ? [formatRecords(records)]
        : [];
  const children = [...node.childNodes].map(child => formatNode(child, base)).filter(Boolean);
  const inside = [...written, ...children];
  const start = `<${localName}${attributes.join('')}>`;
  return inside.length > 0
    ? `${start}\n${indent(inside.join('\n'))}\n</${localName}>`
    : `${start}</${localName}>`;
}

/** Returns the code that shows the widget of a story in any page: script, tag, and its records in JSON. */
export function snippetOf({args, originalStoryFn}: StoryContext, base: string): string {
  const container = document.createElement('div');
  render(originalStoryFn(args as never, {args} as never), container);
  let [outermost] = container.children;
  // The provider of a server is a bare element around the widget.
  while (outermost && !isWidget(outermost) && outermost.children.length === 1)
    [outermost] = outermost.children;
  const html = outermost ? formatNode(outermost, base) : '';
  return `<script src="${base}spass-widgets.js" defer></script>\n\n${html}`;
}
