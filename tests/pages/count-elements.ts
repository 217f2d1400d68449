import type {Page} from 'playwright-core';

/** Counts elements as EcoIndex does, shadow trees included; a drawing counts as one. */
export const countElements = (page: Page, selector: string): Promise<number[]> =>
  page.evaluate(one => {
    const count = (root: ParentNode): number =>
      [...root.children].reduce(
        (sum, child) =>
          sum +
          (child.localName === 'style' ? 0 : 1) +
          (child.localName === 'svg' ? 0 : count(child)) +
          (child.shadowRoot ? count(child.shadowRoot) : 0),
        0,
      );
    const all = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap(element => [
        ...(element.matches(one) ? [element] : []),
        ...(element.shadowRoot ? all(element.shadowRoot) : []),
      ]);
    return all(document).map(
      element => 1 + count(element) + (element.shadowRoot ? count(element.shadowRoot) : 0),
    );
  }, selector);
