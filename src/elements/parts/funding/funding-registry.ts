import {sameItems} from '../../../model/memo.js';
import type {WidgetHost} from '../../base/widget-view.js';

interface Claim {
  readonly keys: readonly string[];
  /** True if the statement stands at the top of the widget, which then has precedence. */
  readonly isPreferred: boolean;
  /** False for a widget that has no box: it leaves the statement to the next one. */
  readonly isDisplayed: boolean;
}

/**
 * Returns the element within which each statement is shown once: the portal around a widget, or else the explorer, or
 * else the page.
 */
function scopeOf(widget: Element): Element {
  let scope: Element = document.documentElement;
  // Not by `parentNode`: an image of the page with that name would be the parent of the document.
  for (let element: Element | undefined = widget; element; element = hostOf(element)) {
    const portal = element.closest('spass-portal');
    if (portal) return portal;
    scope = element.closest('spass-explorer') ?? scope;
  }
  return scope;
}

/** Returns the host of the shadow tree that contains an element. */
function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

/** Returns the ancestor of an element that is in the tree of another, or the element itself. */
function liftInto(root: Node, element: Element): Element {
  const ownRoot = element.getRootNode();
  return ownRoot === root || !(ownRoot instanceof ShadowRoot)
    ? element
    : liftInto(root, ownRoot.host);
}

/** True if a widget precedes another in the page. */
function precedes(scope: Element, a: Element, b: Element): boolean {
  const [outerA, outerB] = [a, b].map(one => liftInto(scope.getRootNode(), one)) as [
    Element,
    Element,
  ];
  const [first, second] = outerA === outerB ? [a, b] : [outerA, outerB];
  return !!(first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** Widgets of a scope, with the statements that each would show. */
class FundingRegistry {
  readonly #scope: Element;
  readonly #claims = new Map<WidgetHost, Claim>();
  /** Keys that each widget has been given. */
  readonly #given = new WeakMap<WidgetHost, ReadonlySet<string>>();

  constructor(scope: Element) {
    this.#scope = scope;
  }

  /** Returns the keys that no earlier widget shows. */
  claim(widget: WidgetHost, claim: Claim): ReadonlySet<string> {
    this.#claims.set(widget, claim);
    const own = this.#keysOf(widget, claim);
    this.#given.set(widget, own);
    this.#updateOthers(widget);
    return own;
  }

  release(widget: WidgetHost): void {
    if (this.#claims.delete(widget)) this.#updateOthers(widget);
  }

  #keysOf(widget: WidgetHost, {keys}: Claim): ReadonlySet<string> {
    return new Set(keys.filter(key => this.#ownerOf(key) === widget));
  }

  #ownerOf(key: string): WidgetHost | undefined {
    const claimants = [...this.#claims].filter(([, {keys}]) => keys.includes(key));
    const visible = claimants.filter(([, {isDisplayed}]) => isDisplayed);
    const candidates = visible.length > 0 ? visible : claimants;
    const preferred = candidates.filter(([, {isPreferred}]) => isPreferred);
    const [first, ...others] = (preferred.length > 0 ? preferred : candidates).map(
      ([widget]) => widget,
    );
    return (
      first &&
      others.reduce(
        (owner, widget) => (precedes(this.#scope, widget, owner) ? widget : owner),
        first,
      )
    );
  }

  /** Updates the other widgets whose statements have changed. */
  #updateOthers(widget: WidgetHost): void {
    for (const [other, claim] of this.#claims)
      if (
        other !== widget &&
        !sameItems([...this.#keysOf(other, claim)], [...(this.#given.get(other) ?? [])])
      )
        other.requestUpdate();
  }
}

const registries = new WeakMap<Element, FundingRegistry>();

/** Returns the registry of the portal, explorer or page around a widget. */
export function registryOf(widget: Element): FundingRegistry {
  const scope = scopeOf(widget);
  const registry = registries.get(scope) ?? new FundingRegistry(scope);
  registries.set(scope, registry);
  return registry;
}
