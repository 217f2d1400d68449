import type {LitElement} from 'lit';
import {BROUGHT} from '../data/brought.js';

/**
 * Returns the render root of an element: its shadow root, or a detached fragment if the element still shows content
 * written by `prerender`. That content stays visible until `replacePrerendered` is called.
 */
export function drawAside<T extends ParentNode>(
  {renderOptions, children}: LitElement,
  root: T,
): T | DocumentFragment {
  const isBrought = (one: Element): boolean => one.hasAttribute(BROUGHT);
  if ([...children].some(isBrought)) root.append(document.createElement('slot'));
  else if (![...root.children].some(isBrought)) return root;
  const aside = document.createDocumentFragment();
  // Lit finds its previous rendering by this node, wherever the node is moved.
  renderOptions.renderBefore = aside.appendChild(document.createComment(''));
  return aside;
}

/**
 * Replaces the prerendered content by the rendered fragment, in one task, so that nothing flashes or shifts. The
 * focused link keeps the focus.
 *
 * @returns True if there was prerendered content to replace.
 */
export function takePlace(host: LitElement): boolean {
  const root = host.shadowRoot;
  if (host.renderRoot === root || !root) return false;
  const links = (): HTMLElement[] => [...root.querySelectorAll('a')];
  const at = links().indexOf(root.activeElement as HTMLElement);
  root.replaceChildren(host.renderRoot);
  (host as {renderRoot: ParentNode}).renderRoot = root;
  links()[at]?.focus({preventScroll: true});
  host.requestUpdate();
  return true;
}
