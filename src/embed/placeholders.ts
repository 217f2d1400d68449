import {applyColours} from './apply-colours.js';
import {warn} from './warn.js';

/** Global attributes that widgets use. */
const GLOBAL_ATTRIBUTES = ['lang', 'dir'];

const filled = new WeakSet<Element>();

/** Copies a `data-*` attribute of the placeholder to the attribute of the widget, or removes it. */
function copyAttribute(placeholder: HTMLElement, widget: Element, name: string): void {
  const value = placeholder.getAttribute(`data-${name}`);
  if (value === null) widget.removeAttribute(name);
  else widget.setAttribute(name, value);
}

/**
 * Creates the widget of a `<div data-spass="resource-list" data-api="…">`, for editors that remove unknown tags. Copies
 * observed attributes only, so that a `data-onclick` is not executed, and the colours of `data-colours`. The content of the placeholder becomes the
 * fallback content of the widget.
 */
function fillPlaceholder(placeholder: HTMLElement): void {
  if (filled.has(placeholder)) return;
  const noun = placeholder.dataset['spass']?.trim() ?? '';
  const Class = /^[a-z-]+$/.test(noun) ? customElements.get(`spass-${noun}`) : undefined;
  if (!Class) {
    warn(`<… data-spass="${noun}"> names no widget.`);
    return;
  }
  filled.add(placeholder);
  // A copied page, such as one that Turbo or htmx restores, has the widget already.
  const copied = placeholder.querySelector(`:scope > spass-${noun}`);
  const widget = (copied ?? document.createElement(`spass-${noun}`)) as HTMLElement;
  const {observedAttributes = []} = Class as {observedAttributes?: readonly string[]};
  const attributeNames = new Set([...observedAttributes, ...GLOBAL_ATTRIBUTES]);
  for (const {name} of placeholder.attributes) {
    const own = name.startsWith('data-') ? name.slice(5) : '';
    if (attributeNames.has(own)) copyAttribute(placeholder, widget, own);
  }
  applyColours(widget, placeholder.dataset['colours'] ?? '');
  if (!copied) {
    widget.append(...placeholder.childNodes);
    placeholder.append(widget);
  }
  new MutationObserver(changes => {
    for (const {attributeName} of changes) {
      const own = attributeName?.slice(5) ?? '';
      if (attributeNames.has(own)) copyAttribute(placeholder, widget, own);
    }
  }).observe(placeholder, {attributes: true});
}

const SELECTOR = '[data-spass]';

/** Creates the widgets of all placeholders in a subtree, including its root. */
function fillPlaceholdersIn(root: ParentNode): void {
  if (root instanceof HTMLElement && root.matches(SELECTOR)) fillPlaceholder(root);
  for (const placeholder of root.querySelectorAll<HTMLElement>(SELECTOR))
    fillPlaceholder(placeholder);
}

/** Creates the widgets of all placeholders on the page, including those added later. */
export function fillPlaceholders(): void {
  fillPlaceholdersIn(document);
  new MutationObserver(changes => {
    for (const {addedNodes} of changes)
      for (const node of addedNodes) if (node instanceof Element) fillPlaceholdersIn(node);
  }).observe(document, {childList: true, subtree: true});
}
