import {isObject, type JsonObject, ownValue} from '../../../../model/schemas/schema-builder.js';

/** Keys of the text in an object: JSON-LD, Drupal, Notion, and XML that became JSON. */
export const TEXT_KEYS = ['@value', 'processed', 'value', '#text', 'plain_text', 'text'];

/** Returns the text at the first of some keys that has one. */
export const firstText = (value: JsonObject, keys: readonly string[]): string | undefined =>
  keys.map(key => ownValue(value, key)).find(text => typeof text === 'string');

/** Keys of the nodes in a node of rich text: Strapi, Slate, Portable Text, TipTap, Contentful, Editor.js. */
const NODE_KEYS = ['children', 'content', 'blocks', 'nodes'];

/** Maximum number of nodes around one. */
const MAX_DEPTH = 12;

/** Returns the nodes in a node, if any. */
const nodesOf = (node: JsonObject): readonly unknown[] | undefined =>
  NODE_KEYS.map(key => ownValue(node, key)).find(Array.isArray);

/** True for a block, which has its text in nodes or, in Editor.js, in its data. */
const isBlock = (node: unknown): boolean =>
  isObject(node) &&
  (nodesOf(node) !== undefined ||
    (isObject(node['data']) && firstText(node['data'], TEXT_KEYS) !== undefined));

/**
 * Returns the words of rich text that a headless CMS keeps as a tree, such as `{"type": "paragraph", "children": [{"text":
 * "…"}]}`, with an empty line between its blocks; undefined for any other value.
 */
export function richTextOf(value: unknown, depth = 0): string | undefined {
  if (Array.isArray(value)) {
    const parts = value.map(node => richTextOf(node, depth));
    if (parts.length === 0 || !parts.every(part => part !== undefined)) return undefined;
    return parts.join(value.some(isBlock) ? '\n\n' : '').trim();
  }
  if (!isObject(value) || depth > MAX_DEPTH) return undefined;
  const nodes = nodesOf(value);
  if (nodes) return nodes.length === 0 ? '' : richTextOf(nodes, depth + 1);
  const data = isObject(value['data']) ? value['data'] : {};
  // A node without words breaks the line.
  return depth > 0 ? (firstText({...data, ...value}, TEXT_KEYS) ?? '\n') : undefined;
}
