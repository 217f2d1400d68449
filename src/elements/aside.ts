import type {LitElement} from 'lit';
import {BROUGHT} from '../data/brought.js';

/**
 * Where a widget draws: its shadow root, or a place aside as long as `prerender` has put something there, or into the
 * element: that stays on the screen as it is until the widget has drawn the same.
 */
export function drawAside<T extends ParentNode>(
  {renderOptions, children}: LitElement,
  root: T,
): T | DocumentFragment {
  const isBrought = (one: Element): boolean => one.hasAttribute(BROUGHT);
  if ([...children].some(isBrought)) root.append(document.createElement('slot'));
  else if (![...root.children].some(isBrought)) return root;
  const aside = document.createDocumentFragment();
  // Lit finds what it drew by this node, wherever it goes.
  renderOptions.renderBefore = aside.appendChild(document.createComment(''));
  return aside;
}

/**
 * What was drawn aside takes the place of what was there, in one task: nothing is ever empty, and the boxes are the
 * same. The focus stays on its link. Answers whether there was anything to do.
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
