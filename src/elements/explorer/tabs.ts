import {html, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {View} from './views.js';

interface TabsOptions {
  readonly i18n: LocalizeController<'explorer'>;
  readonly views: readonly View[];
  readonly selected: View | undefined;
  select(view: View): void;
}

/** Returns the index of the tab that a key moves to. */
function targetIndex(key: string, from: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (from + 1) % count;
    case 'ArrowLeft':
      return (from + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** Renders the tabs. Arrow keys, Home and End move between tabs and activate them (WAI-ARIA APG, Tabs). */
export function renderTabs({i18n, views, selected, select}: TabsOptions): TemplateResult {
  const {messages, isReady} = i18n;
  const handleKeydown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const tab = event.target as HTMLElement;
    const from = views.findIndex(view => tab.id === `tab-${view}`);
    const to = targetIndex(event.key, from, views.length);
    const view = to === undefined ? undefined : views[to];
    if (from < 0 || !view) return;
    event.preventDefault();
    select(view);
    (tab.parentElement?.children[to ?? 0] as HTMLElement).focus();
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
