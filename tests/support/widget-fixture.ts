import {fixture} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import type {DataWidget} from '../../src/elements/base/data-widget.js';
import {waitUntil} from './wait-until.js';

/** Renders a widget and waits until its data or an error are shown. */
export async function loadedFixture<T extends DataWidget>(template: TemplateResult): Promise<T> {
  const element = await fixture<T>(template);
  await element.loadComplete;
  return element;
}

/** Waits until a widget has rendered, loaded its data and rendered them. */
export async function settled(element: {
  readonly updateComplete: Promise<unknown>;
  readonly loadComplete: Promise<unknown>;
}): Promise<void> {
  await element.updateComplete;
  await element.loadComplete;
  await element.updateComplete;
}

/** Returns the elements in the shadow root that match a selector. */
export const queryAll = <E extends Element = HTMLElement>(
  element: Element,
  selector: string,
): E[] => [...(element.shadowRoot?.querySelectorAll<E>(selector) ?? [])];

/** Returns the texts of the matching elements, with white space collapsed. */
export const queryTexts = (element: Element, selector: string): string[] =>
  queryAll(element, selector).map(found => found.textContent.replace(/\s+/g, ' ').trim());

/** Returns the text of the live region. */
export const statusText = (element: Element): string | undefined =>
  queryTexts(element, '[role=status]')[0];

/** Waits until a message is announced: the second of two in quick succession is delayed. */
export const waitForStatus = (element: Element, text: string): Promise<void> =>
  waitUntil(() => statusText(element) === text, `not announced: ${text}`);

export const focusedElement = (element: Element): Element | null | undefined =>
  element.shadowRoot?.activeElement;

/** Returns the text of the focused element, with white space collapsed. */
export const focusedText = (element: Element): string | undefined =>
  focusedElement(element)?.textContent.replace(/\s+/g, ' ').trim();

/** Returns the content of a pseudo-element. Some engines return `attr(…)` unresolved. */
export const pseudoElementContent = (element: Element, pseudo: string): string =>
  getComputedStyle(element, pseudo)
    .content.replace(/ \/ .*$/, '')
    .replace(/attr\(([\w-]+)\)/, (_, name: string) => JSON.stringify(element.getAttribute(name)));
