import {html, type TemplateResult} from 'lit';
import {hasModifier, targetIndex} from '../../controllers/roving-focus-controller.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {View} from './views.js';

interface TabsOptions {
  readonly i18n: LocalizeController<'explorer'>;
  readonly views: readonly View[];
  readonly selected: View | undefined;
  select(view: View): void;
}

/** Renders the tabs. Arrow keys, Home and End move between tabs and activate them (WAI-ARIA APG, Tabs). */
export function renderTabs({i18n, views, selected, select}: TabsOptions): TemplateResult {
  const {messages, isReady} = i18n;
  const handleKeydown = (event: KeyboardEvent): void => {
    if (hasModifier(event)) return;
    const tab = event.target as HTMLElement;
    const from = views.findIndex(view => tab.id === `tab-${view}`);
    const to = targetIndex(event.key, from, views.length);
    const view = to === undefined ? undefined : views[to];
    if (from < 0 || !view) return;
    event.preventDefault();
    select(view);
    (tab.parentElement?.children[to ?? 0] as HTMLElement | undefined)?.focus();
  };
  return html`<div
    class="tabs"
    part="tabs"
    role="tablist"
    aria-label=${messages.views}
    @keydown=${handleKeydown}
  >
    ${views.map(
      view =>
        html`<button
          id="tab-${view}"
          class="tab"
          part="tab"
          type="button"
          role="tab"
          data-view=${view}
          tabindex=${view === selected ? 0 : -1}
          aria-selected=${view === selected}
          aria-controls="view-${view}"
          @click=${() => select(view)}
        >
          ${isReady ? messages[`${view}View`] : '…'}
        </button>`,
    )}
  </div>`;
}
