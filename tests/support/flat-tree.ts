/**
 * Returns the children in the flat tree (CSS Scoping): the shadow root's, with slots replaced by their assigned
 * nodes.
 */
export function flatChildren(node: Node): readonly Node[] {
  if (node instanceof HTMLSlotElement) {
    const assigned = node.assignedNodes();
    if (assigned.length > 0) return assigned;
  }
  return [...((node as Partial<Element>).shadowRoot ?? node).childNodes];
}

/** Returns all descendant elements in the flat tree, in order. */
export function flatDescendants(node: Node): Element[] {
  return flatChildren(node).flatMap(child =>
    child instanceof Element ? [child, ...flatDescendants(child)] : [],
  );
}

/** Returns the parent element in the flat tree. */
export const flatParent = (node: Node): Element | null => {
  const parent = (node as Partial<Element>).assignedSlot ?? node.parentNode;
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
};

/** Returns the closest element in the flat tree, including the node itself, for which `matches` is true. */
export function flatClosest(
  node: Node,
  matches: (element: Element) => boolean,
): Element | undefined {
  for (
    let at: Element | null = node instanceof Element ? node : flatParent(node);
    at;
    at = flatParent(at)
  )
    if (matches(at)) return at;
  return undefined;
}

export const isVisible = (element: Element): boolean =>
  element.checkVisibility({visibilityProperty: true, opacityProperty: true});

/** Describes an element by tag, part or classes, and the start of its text. */
export function describeElement(element: Element): string {
  const part = element.getAttribute('part');
  const words = (element.ariaLabel ?? element.textContent).replace(/\s+/g, ' ').trim();
  const kind = part ? `[part=${part}]` : [...element.classList].map(name => `.${name}`).join('');
  return `${element.localName}${kind} "${words.slice(0, 40)}"`;
}

const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
const EXCLUDED = new Set(['style', 'script', 'template']);
/** Attributes that refer to ids in the same tree. */
const REFERENCES = new Set([
  'aria-activedescendant',
  'aria-controls',
  'aria-describedby',
  'aria-details',
  'aria-errormessage',
  'aria-labelledby',
  'aria-owns',
  'for',
  'form',
  'headers',
  'id',
  'list',
]);

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Serializes the flat tree as HTML. Ids are prefixed per shadow root, because each has its own scope. The state of form
 * controls is written to attributes.
 *
 * @param isExcluded Returns true for elements to omit.
 */
export function serializeFlatTree(
  node: Node,
  isExcluded = (_element: Element): boolean => false,
): string {
  const trees: Node[] = [document];
  const mark = (root: Node): string => {
    if (!trees.includes(root)) trees.push(root);
    const at = trees.indexOf(root);
    return at === 0 ? '' : `t${String(at)}-`;
  };
  const attributesOf = (element: Element): Map<string, string> => {
    const found = new Map<string, string>();
    for (const {name, value} of element.attributes) {
      const tree = mark(element.getRootNode());
      const isReference = REFERENCES.has(name) && value.trim() !== '';
      const isFragment = name === 'href' && /^#./.test(value) && tree !== '';
      if (isReference)
        found.set(
          name,
          value
            .trim()
            .split(/\s+/)
            .map(id => tree + id)
            .join(' '),
        );
      else found.set(name, isFragment ? `#${tree}${value.slice(1)}` : value);
    }
    if (element instanceof HTMLInputElement) {
      if (element.checked) found.set('checked', '');
      else found.delete('checked');
      if (element.value && !['checkbox', 'radio', 'file'].includes(element.type))
        found.set('value', element.value);
    }
    if (element instanceof HTMLOptionElement) {
      if (element.selected && element.closest('select')) found.set('selected', '');
      else found.delete('selected');
    }
    found.delete('slot');
    return found;
  };
  const write = (at: Node): string => {
    if (at instanceof Text) return escape(at.data);
    if (!(at instanceof Element) || EXCLUDED.has(at.localName)) return '';
    if (at !== node && !(at instanceof HTMLSlotElement) && isExcluded(at)) return '';
    const inner = flatChildren(at).map(write).join('');
    if (at instanceof HTMLSlotElement) return inner;
    const attributes = [...attributesOf(at)].map(
      ([name, value]) =>
        ` ${name}${value === '' ? '' : `="${escape(value).replaceAll('"', '&quot;')}"`}`,
    );
    const open = `<${at.localName}${attributes.join('')}>`;
    return VOID.has(at.localName) ? open : `${open}${inner}</${at.localName}>`;
  };
  return write(node);
}

/** Returns an HTML page with the serialized tree, for a markup validator. */
export const htmlPage = (lang: string, markup: string): string =>
  `<!doctype html>\n<html lang="${lang}"><head><title>Page</title></head><body><h1>Page</h1><h2>Widget</h2>${markup}</body></html>\n`;
