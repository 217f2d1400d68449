import {fixture} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import type {DataWidget} from '../../src/elements/widget.js';

/** A widget on the page, its data drawn or its failure told. */
export async function shown<T extends DataWidget>(template: TemplateResult): Promise<T> {
  const element = await fixture<T>(template);
  await element.loadComplete;
  return element;
}

/** What a selector finds in a widget. */
export const all = <E extends Element = HTMLElement>(element: Element, selector: string): E[] => [
  ...(element.shadowRoot?.querySelectorAll<E>(selector) ?? []),
];

/** The text of what a selector finds, its spaces made one. */
export const texts = (element: Element, selector: string): string[] =>
  all(element, selector).map(found => found.textContent.replace(/\s+/g, ' ').trim());

/** What a pseudo-element shows. Some engines answer `attr(…)` as it is written, others what it stands for. */
export const contentOf = (element: Element, pseudo: string): string =>
  getComputedStyle(element, pseudo)
    .content.replace(/ \/ .*$/, '')
    .replace(/attr\(([\w-]+)\)/, (_, name: string) => JSON.stringify(element.getAttribute(name)));
