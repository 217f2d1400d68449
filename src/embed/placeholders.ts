import {warn} from './warn.js';

/** Attributes that every element has and a widget heeds. */
const COMMON = ['lang', 'dir'];

const made = new WeakMap<Element, Element>();

/** Gives an attribute of the widget the value that the placeholder has under `data-`. */
function pass(placeholder: HTMLElement, widget: Element, name: string): void {
  const value = placeholder.getAttribute(`data-${name}`);
  if (value === null) widget.removeAttribute(name);
  else widget.setAttribute(name, value);
}

/**
 * Puts a widget into a `<div data-spass="resource-list" data-api="…">`, for editors that strip tags they don't know.
 * Only what the widget observes is passed on: a `data-onclick` runs nothing. What the placeholder holds becomes the
 * widget's own content, read as long as there are no data.
 */
function fill(placeholder: HTMLElement): void {
  if (made.has(placeholder)) return;
  const noun = placeholder.dataset['spass']?.trim() ?? '';
  const Class = /^[a-z-]+$/.test(noun) ? customElements.get(`spass-${noun}`) : undefined;
  if (!Class) {
    warn(`<… data-spass="${noun}"> names no widget.`);
    return;
  }
  const widget = document.createElement(`spass-${noun}`);
  made.set(placeholder, widget);
  const {observedAttributes = []} = Class as {observedAttributes?: readonly string[]};
  const known = new Set([...observedAttributes, ...COMMON]);
  for (const {name} of placeholder.attributes) {
    const own = name.startsWith('data-') ? name.slice(5) : '';
    if (known.has(own)) pass(placeholder, widget, own);
  }
  widget.append(...placeholder.childNodes);
  placeholder.append(widget);
  new MutationObserver(changes => {
    for (const {attributeName} of changes) {
      const own = attributeName?.slice(5) ?? '';
      if (known.has(own)) pass(placeholder, widget, own);
    }
  }).observe(placeholder, {attributes: true});
}

const SELECTOR = '[data-spass]';

/** Fills the placeholders at and below a node. */
function fillIn(root: ParentNode): void {
  if (root instanceof HTMLElement && root.matches(SELECTOR)) fill(root);
  for (const placeholder of root.querySelectorAll<HTMLElement>(SELECTOR)) fill(placeholder);
}

/** Fills the placeholders of the page, and those that come later. */
export function fillPlaceholders(): void {
  fillIn(document);
  new MutationObserver(changes => {
    for (const {addedNodes} of changes)
      for (const node of addedNodes) if (node instanceof Element) fillIn(node);
  }).observe(document, {childList: true, subtree: true});
}
