import {formSentence, dataBlock, element, escapeText} from './markup.js';
import {nodeValues} from './styles.js';

/** Controls that work only with a script. */
const CONTROLS = 'button, input, select, textarea, label';
/** Elements that would execute or load something. No widget renders them; one in the output is an error. */
const FORBIDDEN = new Set(['script', 'style', 'iframe', 'object', 'embed', 'link', 'meta', 'base']);

interface ShadowOptions {
  /** Returns the styles of a tag, as a link or a style element. */
  renderStyles(host: Element): string;
}

/** Returns an element as HTML with declarative shadow roots, also for the elements inside it. */
export function toShadowHtml(
  host: Element,
  options: ShadowOptions,
  localName = host.localName,
): string {
  const attributes = [...host.attributes].map(({name, value}) => [name, value] as const);
  const tree = host.shadowRoot;
  const shadow = tree
    ? element(
        'template',
        [['shadowrootmode', 'open']],
        options.renderStyles(host) + renderChildren(tree, node => renderShadowNode(node, options)),
      )
    : '';
  const children = renderChildren(host, node => renderLightNode(node, options));
  // Content below the children would move down while they are parsed.
  const isAround = tree?.children[0]?.localName === 'slot';
  return element(localName, attributes, isAround ? children + shadow : shadow + children);
}

/** Returns a node of the light tree. */
function renderLightNode(node: Node, options: ShadowOptions): string {
  if (node instanceof Element && node.localName === 'script') return dataBlock(node);
  if (node.nodeType === Node.TEXT_NODE) return escapeText(node.nodeValue ?? '');
  return node instanceof Element ? toShadowHtml(node, options) : '';
}

/** Returns a node of a shadow tree. */
function renderShadowNode(node: Node, options: ShadowOptions): string {
  if (node.nodeType === Node.TEXT_NODE) return collapseSpace(node.nodeValue ?? '');
  if (!(node instanceof Element)) return '';
  const {localName} = node;
  if (FORBIDDEN.has(localName)) throw new Error(`a widget drew a <${localName}>`);
  // A widget inside another one is replaced with it. Its own tag would start without the data of the other.
  if (node.shadowRoot) return toShadowHtml(node, options, 'div');
  const html = element(
    localName,
    attributesOf(node),
    renderChildren(node, child => renderShadowNode(child, options)),
  );
  const sentence = localName === 'form' ? formSentence(node) : '';
  return sentence ? html + element('noscript', [], element('p', [], sentence)) : html;
}

const renderChildren = (parent: ParentNode & Node, write: (node: Node) => string): string =>
  [...parent.childNodes].map(write).join('');

/** Collapses white space between elements, which comes from templates. The end of a line alone comes from a text. */
const collapseSpace = (text: string): string =>
  /\S|^\n$/.test(text) ? escapeText(text) : text && ' ';

/** Returns attributes, including the state of properties that have no attribute. */
function attributesOf(node: Element): readonly (readonly [string, string])[] {
  const all = new Map([...node.attributes].map(({name, value}) => [name, value]));
  for (const name of all.keys()) if (name === 'style' || /^on/i.test(name)) all.delete(name);
  for (const [name, value] of nodeValues(node)) all.set(name, value);
  const field = node as Partial<HTMLInputElement>;
  if (node.localName === 'input') {
    if (field.value && field.type !== 'checkbox') all.set('value', field.value);
    if (field.checked) all.set('checked', '');
  }
  if (node.matches(CONTROLS)) all.set(node.matches('.toggle') ? 'disabled' : 'inert', '');
  return [...all];
}
