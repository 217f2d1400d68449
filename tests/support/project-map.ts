import {html} from 'lit';
import '../../src/define/project-map.js';
import type {SpassProjectMap} from '../../src/index.js';
import type {Selection} from '../../src/controllers/selection-controller.js';
import {queryAll, loadedFixture, queryTexts} from './widget-fixture.js';
import {waitUntil} from './wait-until.js';

/** Renders a map of projects. */
export const renderProjectMap = (...items: readonly unknown[]): Promise<SpassProjectMap> =>
  loadedFixture<SpassProjectMap>(html`<spass-project-map .items=${items}></spass-project-map>`);

export const selectionOf = (el: SpassProjectMap): Selection =>
  (el as unknown as {selection: Selection}).selection;

/** Resolves when all pending updates are rendered. */
export const mapUpdated = async (el: SpassProjectMap): Promise<void> => {
  await el.updateComplete;
  await el.loadComplete;
  await el.updateComplete;
};

/** Returns the marker whose label starts with the name. */
export const marker = (el: SpassProjectMap, name: string): HTMLElement => {
  const found = queryAll(el, '.marker').find(one => one.ariaLabel?.startsWith(name));
  if (!found) throw new Error(`no marker ${name}`);
  return found;
};

export const button = (el: SpassProjectMap, name: string): HTMLButtonElement => {
  const found = queryAll<HTMLButtonElement>(el, 'button').find(
    one => (one.ariaLabel ?? one.textContent).replace(/\s+/g, ' ').trim() === name,
  );
  if (!found) throw new Error(`no button ${name}`);
  return found;
};

/** Resolves when the map that waits for a click shows the coast. */
export const coastShown = (el: SpassProjectMap): Promise<void> =>
  waitUntil(() => queryAll(el, '.facade .land').length > 0, 'coast');

/** Returns the places that a map shows while it waits for a click: their positions in pixels, from its top left corner. */
export const facadePlaces = (el: SpassProjectMap): number[][] =>
  queryAll(el, '.facade .marker').map(({style}) =>
    (/^translate\((-?\d+)px, (-?\d+)px\)/.exec(style.transform)?.slice(1) ?? []).map(Number),
  );

export const popup = (el: SpassProjectMap): HTMLElement | undefined =>
  queryAll(el, '[part=popup]')[0];
export const listedTitles = (el: SpassProjectMap): string[] => queryTexts(el, '.list > ul .title');
export const inViewText = (el: SpassProjectMap): string | undefined =>
  queryTexts(el, '.in-view')[0];
