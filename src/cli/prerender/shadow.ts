import {element, escapeText} from './markup.js';
import {varsOf} from './styles.js';

/** What works by script alone. */
const CONTROLS = 'button, input, select, textarea, label';
/** What would run or fetch by itself: nothing of ours draws it, so that a page that has it is refused. */
const FORBIDDEN = new Set(['script', 'style', 'iframe', 'object', 'embed', 'link', 'meta', 'base']);

interface Options {
  /** What brings the styles of a tag: a link, or the styles themselves. */
  styles(host: Element): string;
}

/** An element of the page with its shadow tree as a declarative one, and those of all that are in it. */
export function withShadow(host: Element, options: Options): string {
  const attributes = [...host.attributes].map(({name, value}) => [name, value] as const);
  const tree = host.shadowRoot;
  const shadow = tree
    ? element(
        'template',
        [['shadowrootmode', 'open']],
        options.styles(host) + childrenOf(tree, node => drawn(node, options)),
      )
    : '';
  return element(host.localName, attributes, shadow + childrenOf(host, node => own(node, options)));
}

/** A node of the page's own: as it stands. */
function own(node: Node, options: Options): string {
  if (node.nodeType === Node.TEXT_NODE) return escapeText(node.nodeValue ?? '');
  return node instanceof Element ? withShadow(node, options) : '';
}

/** A node that a widget has drawn. */
function drawn(node: Node, options: Options): string {
  if (node.nodeType === Node.TEXT_NODE) return spaced(node.nodeValue ?? '');
  if (!(node instanceof Element)) return '';
  const {localName} = node;
  if (FORBIDDEN.has(localName)) throw new Error(`a widget drew a <${localName}>`);
  if (node.shadowRoot) return withShadow(node, options);
  return element(
    localName,
    attributesOf(node),
    childrenOf(node, child => drawn(child, options)),
  );
}

const childrenOf = (parent: ParentNode & Node, write: (node: Node) => string): string =>
  [...parent.childNodes].map(write).join('');

/** Space between elements, which is only there because templates are written in lines, as one. */
const spaced = (text: string): string => (/\S/.test(text) ? escapeText(text) : text && ' ');

/** Attributes, and what only properties say. */
function attributesOf(node: Element): readonly (readonly [string, string])[] {
  const all = new Map([...node.attributes].map(({name, value}) => [name, value]));
  for (const name of all.keys()) if (name === 'style' || /^on/i.test(name)) all.delete(name);
  for (const [name, value] of varsOf(node)) all.set(name, value);
  const field = node as Partial<HTMLInputElement>;
  if (node.localName === 'input') {
    if (field.value && field.type !== 'checkbox') all.set('value', field.value);
    if (field.checked) all.set('checked', '');
  }
  if (node.matches(CONTROLS)) all.set(node.matches('.toggle') ? 'disabled' : 'inert', '');
  return [...all];
}
