import {html} from 'lit';
import '../../src/define/project-map.js';
import type {SpassProjectMap} from '../../src/index.js';
import type {Selection} from '../../src/model/selection.js';
import {all, shown, texts} from './element.js';

/** Renders a map of projects. */
export const mapOf = (...items: readonly unknown[]): Promise<SpassProjectMap> =>
  shown<SpassProjectMap>(html`<spass-project-map .items=${items}></spass-project-map>`);

export const selectionOf = (el: SpassProjectMap): Selection =>
  (el as unknown as {selection: Selection}).selection;

/** Resolves when all pending updates are rendered. */
export const settled = async (el: SpassProjectMap): Promise<void> => {
  await el.updateComplete;
  await el.loadComplete;
  await el.updateComplete;
};

/** Returns the marker whose label starts with the name. */
export const marker = (el: SpassProjectMap, name: string): HTMLElement => {
  const found = all(el, '.marker').find(one => one.ariaLabel?.startsWith(name));
  if (!found) throw new Error(`no marker ${name}`);
  return found;
};

export const button = (el: SpassProjectMap, name: string): HTMLButtonElement => {
  const found = all<HTMLButtonElement>(el, 'button').find(
    one => (one.ariaLabel ?? one.textContent).replace(/\s+/g, ' ').trim() === name,
  );
  if (!found) throw new Error(`no button ${name}`);
  return found;
};

export const popup = (el: SpassProjectMap): HTMLElement | undefined => all(el, '[part=popup]')[0];
export const listed = (el: SpassProjectMap): string[] => texts(el, '.list > ul .title');
export const inView = (el: SpassProjectMap): string | undefined => texts(el, '.in-view')[0];
export const said = (el: SpassProjectMap): string | undefined => texts(el, '[role=status]')[0];
export const focused = (el: SpassProjectMap): Element | null | undefined =>
  el.shadowRoot?.activeElement;
