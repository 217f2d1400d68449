import {html, type TemplateResult} from 'lit';
import '../../src/define/explorer.js';
import type {SpassExplorer} from '../../src/index.js';
import {queryAll, loadedFixture, queryTexts} from './widget-fixture.js';
import {portalData} from './portal-data.js';

/** Renders an explorer in a container of the given width. */
export async function renderExplorer(
  width: string,
  explorer: TemplateResult = html`<spass-explorer
    limit="6"
    .items=${[portalData]}
  ></spass-explorer>`,
): Promise<SpassExplorer> {
  const place = await loadedFixture<SpassExplorer>(
    html`<div style="inline-size: ${width}">${explorer}</div>` as TemplateResult,
  );
  const el = place.querySelector('spass-explorer') as SpassExplorer;
  await el.loadComplete;
  return el;
}

export const WIDE = '60em';
export const NARROW = '30em';

/** Resizes the container and waits for the update. */
export async function resize(el: SpassExplorer, width: string): Promise<void> {
  const place = el.closest<HTMLElement>('[style]') as HTMLElement;
  const changed = new Promise<void>(resolve => {
    const observer = new ResizeObserver(entries => {
      if (Math.abs((entries[0]?.contentRect.width ?? 0) - parseFloat(width) * 16) > 1) return;
      observer.disconnect();
      // The layout changes in the next frame.
      requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    });
    observer.observe(place);
  });
  place.style.inlineSize = width;
  await changed;
  await el.updateComplete;
  await el.loadComplete;
}

/** Returns the visible views, as tag names without prefix. */
export const visibleViews = (el: SpassExplorer): string[] =>
  queryAll(el, '.view:not([hidden]) > .widget').map(({localName}) =>
    localName.replace('spass-', ''),
  );

/** Returns a widget inside the explorer. */
export const widgetIn = (el: SpassExplorer, noun: string): Element => {
  const [found] = queryAll(el, `spass-${noun}`);
  if (!found) throw new Error(`no spass-${noun}`);
  return found;
};

export const tabNames = (el: SpassExplorer): string[] => queryTexts(el, '[role=tab]');
export const tab = (el: SpassExplorer, name: string): HTMLElement => {
  const found = queryAll(el, '[role=tab]').find(one => one.textContent.trim() === name);
  if (!found) throw new Error(`no tab ${name}`);
  return found;
};
export const selectedTabs = (el: SpassExplorer): string[] =>
  queryTexts(el, '[role=tab][aria-selected=true]');

/** Opens a view by clicking its tab. */
export async function openTab(el: SpassExplorer, name: string): Promise<void> {
  tab(el, name).focus();
  tab(el, name).click();
  await el.updateComplete;
  await el.loadComplete;
}
