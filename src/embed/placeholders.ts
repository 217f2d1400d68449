import {warn} from './warn.js';

/** Global attributes that widgets use. */
const COMMON = ['lang', 'dir'];

const made = new WeakMap<Element, Element>();

/** Copies a `data-*` attribute of the placeholder to the attribute of the widget, or removes it. */
function pass(placeholder: HTMLElement, widget: Element, name: string): void {
  const value = placeholder.getAttribute(`data-${name}`);
  if (value === null) widget.removeAttribute(name);
  else widget.setAttribute(name, value);
}

/**
 * Creates the widget of a `<div data-spass="resource-list" data-api="…">`, for editors that remove unknown tags. Copies
 * observed attributes only, so that a `data-onclick` is not executed. The content of the placeholder becomes the
 * fallback content of the widget.
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

/** Creates the widgets of all placeholders in a subtree, including its root. */
function fillIn(root: ParentNode): void {
  if (root instanceof HTMLElement && root.matches(SELECTOR)) fill(root);
  for (const placeholder of root.querySelectorAll<HTMLElement>(SELECTOR)) fill(placeholder);
}

/** Creates the widgets of all placeholders on the page, including those added later. */
export function fillPlaceholders(): void {
  fillIn(document);
  new MutationObserver(changes => {
    for (const {addedNodes} of changes)
      for (const node of addedNodes) if (node instanceof Element) fillIn(node);
  }).observe(document, {childList: true, subtree: true});
}
