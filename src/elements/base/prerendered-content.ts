import type {LitElement} from 'lit';
import {PRERENDERED_ATTRIBUTE} from '../../data/client/embedded-responses.js';

/**
 * Own `adoptedStyleSheets` property of a prerendered shadow root. It shadows the accessor, so that style sheets are
 * collected but not applied.
 */
type HeldStyles = Pick<Partial<ShadowRoot>, 'adoptedStyleSheets'>;

/**
 * Returns the render root of an element: its shadow root, or a detached fragment if the element still shows content
 * written by `prerender`. That content stays visible until `replacePrerendered` is called.
 */
export function renderRootFor<T extends ParentNode>(
  {renderOptions, children}: LitElement,
  root: T,
): T | DocumentFragment {
  const isPrerendered = (child: Element): boolean => child.hasAttribute(PRERENDERED_ATTRIBUTE);
  if ([...children].some(isPrerendered)) root.append(document.createElement('slot'));
  else if (![...root.children].some(isPrerendered)) return root;
  // It has style sheets of its own. Adopted style sheets would override them, and code loaded later has its styles
  // a frame too late.
  else if (root instanceof ShadowRoot)
    Object.defineProperty(root, 'adoptedStyleSheets', {
      value: root.adoptedStyleSheets.splice(0),
      writable: true,
      configurable: true,
    });
  const fragment = document.createDocumentFragment();
  // Lit finds its previous rendering by this node, wherever the node is moved.
  renderOptions.renderBefore = fragment.appendChild(document.createComment(''));
  return fragment;
}

/**
 * Replaces the prerendered content by the rendered fragment and its style sheets, in one task, so that nothing flashes
 * or shifts. The focused link keeps the focus.
 *
 * @param linksIn Returns the links of a shadow root. Default: without links in other shadow roots.
 * @returns True if there was prerendered content to replace.
 */
export function replacePrerendered(
  host: LitElement,
  linksIn = (root: ParentNode): readonly HTMLElement[] => [...root.querySelectorAll('a')],
): boolean {
  const {shadowRoot: root, renderRoot} = host;
  if (renderRoot === root || !root) return false;
  const focusedIndex = linksIn(root).findIndex(
    link => (link.getRootNode() as ShadowRoot).activeElement === link,
  );
  const {adoptedStyleSheets} = root;
  delete (root as HeldStyles).adoptedStyleSheets;
  root.adoptedStyleSheets = adoptedStyleSheets;
  for (const child of [...root.childNodes]) if (child !== renderRoot) child.remove();
  // An element that is there already stays connected.
  if (!renderRoot.isConnected) root.append(renderRoot);
  (host as {renderRoot: ParentNode}).renderRoot = root;
  linksIn(root)[focusedIndex]?.focus({preventScroll: true});
  host.requestUpdate();
  return true;
}
