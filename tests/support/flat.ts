/** The tree as it is drawn: shadow trees in the place of their hosts' children, slots as what is put into them. */
export function childrenOf(node: Node): readonly Node[] {
  if (node instanceof HTMLSlotElement) {
    const assigned = node.assignedNodes();
    if (assigned.length > 0) return assigned;
  }
  return [...((node as Partial<Element>).shadowRoot ?? node).childNodes];
}

/** Every element of the drawn tree under a node, in the order in which it is read. */
export function elementsOf(node: Node): Element[] {
  return childrenOf(node).flatMap(child =>
    child instanceof Element ? [child, ...elementsOf(child)] : [],
  );
}

/** What is around a node in the drawn tree. */
export const parentOf = (node: Node): Element | null => {
  const parent = (node as Partial<Element>).assignedSlot ?? node.parentNode;
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
};

/** The nearest at or above a node, in the drawn tree, that answers yes. */
export function nearest(node: Node, answers: (element: Element) => boolean): Element | undefined {
  for (
    let at: Element | null = node instanceof Element ? node : parentOf(node);
    at;
    at = parentOf(at)
  )
    if (answers(at)) return at;
  return undefined;
}

export const isSeen = (element: Element): boolean =>
  element.checkVisibility({visibilityProperty: true, opacityProperty: true});

/** What a reader would know something by: its tag, part and class, with its first words. */
export function describeElement(element: Element): string {
  const part = element.getAttribute('part');
  const words = (element.ariaLabel ?? element.textContent).replace(/\s+/g, ' ').trim();
  const kind = part ? `[part=${part}]` : [...element.classList].map(name => `.${name}`).join('');
  return `${element.localName}${kind} "${words.slice(0, 40)}"`;
}

const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
const LEFT_OUT = new Set(['style', 'script', 'template']);
/** Attributes whose words are ids of the same tree. */
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
 * The drawn tree as one text of HTML. Ids are marked by the shadow tree that they are of, since each tree has its own;
 * what is drawn but not in attributes (what is ticked, typed or chosen) is written into them. `isLeftOut` says what is not
 * wanted.
 */
export function serialise(node: Node, isLeftOut = (_element: Element): boolean => false): string {
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
    if (!(at instanceof Element) || LEFT_OUT.has(at.localName)) return '';
    if (at !== node && !(at instanceof HTMLSlotElement) && isLeftOut(at)) return '';
    const inner = childrenOf(at).map(write).join('');
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

/** A whole page around a drawn tree, as a checker of markup wants it. */
export const pageAround = (lang: string, markup: string): string =>
  `<!doctype html>\n<html lang="${lang}"><head><title>Page</title></head><body><h1>Page</h1><h2>Widget</h2>${markup}</body></html>\n`;
