import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {PositionController} from '../../controllers/position-controller.js';
import {type Sort, SORTS} from '../../model/query.js';
import type {SearchController} from '../../controllers/search-controller.js';

/** Renders the search field. If a server is queried, a hint says that the text is too short. */
export function renderSearch(
  search: SearchController,
  {messages}: LocalizeController<'resourceList'>,
  isAtHand: boolean,
): TemplateResult {
  const isShort = search.isShort && !isAtHand;
  const type = ({target}: Event): void => search.type((target as HTMLInputElement).value);
  const enter = ({key, isComposing}: KeyboardEvent): void => {
    if (key === 'Enter' && !isComposing) search.enter();
  };
  return html`<div class="search">
    <label for="q">${messages.search}</label>
    <input
      class="field"
      part="search"
      id="q"
      type="search"
      autocomplete="off"
      enterkeyhint="search"
      placeholder=${messages.searchHint}
      aria-describedby=${isShort ? 'q-hint' : nothing}
      .value=${live(search.value)}
      @input=${type}
      @keydown=${enter}
    />
    ${isShort ? html`<p class="small" id="q-hint">${messages.searchShort}</p>` : nothing}
  </div>`;
}

/** Renders the facets and the button that expands them on narrow containers. */
export function renderFold(
  isOpen: boolean,
  chosen: number,
  {messages, number}: LocalizeController<'resourceList'>,
  toggle: () => void,
  facets: unknown,
): TemplateResult {
  return html`<button
      class="button fold"
      type="button"
      aria-expanded=${isOpen}
      aria-controls="facets"
      @click=${toggle}
    >
      ${chosen ? messages.filtersOf(number(chosen)) : messages.filters}
    </button>
    <div class="facets ${isOpen ? 'open' : ''}" part="facets" id="facets">${facets}</div>`;
}

/** Renders the "near me" button. The browser is asked for the position only after a click. */
export function renderNear(
  position: PositionController,
  {messages}: LocalizeController<'finding'>,
  ask: () => void,
): TemplateResult {
  return html`<button class="button" type="button" aria-busy=${position.isAsking} @click=${ask}>
      ${messages.nearMe}
    </button>
    ${position.failed ? html`<p class="small" role="alert">${messages.noPosition}</p>` : nothing}`;
}

export function renderSort(
  chosen: Sort | '',
  {messages}: LocalizeController<'resourceList'>,
  choose: (sort: Sort | '') => void,
): TemplateResult {
  const labels: Readonly<Record<Sort | '', string>> = {
    '': messages.sortOwn,
    title: messages.sortTitle,
    '-title': messages.sortTitleDown,
    date: messages.sortOldest,
    '-date': messages.sortNewest,
  };
  const change = ({target}: Event): void =>
    choose((target as HTMLSelectElement).value as Sort | '');
  return html`<label class="sort small"
    >${messages.sortBy}
    <select class="field" @change=${change}>
      ${(['', ...SORTS] as const).map(
        sort => html`<option value=${sort} .selected=${sort === chosen}>${labels[sort]}</option>`,
      )}
    </select></label
  >`;
}

/** Renders the empty state, with a button that clears the filter if there is one. */
export function renderEmpty(
  isFiltered: boolean,
  {messages}: LocalizeController<'resourceList'>,
  clear: () => void,
): TemplateResult {
  if (!isFiltered) return html`<div class="empty"><p>${messages.noData}</p></div>`;
  return html`<div class="empty">
    <p>${messages.noResults}</p>
    <button class="button" type="button" @click=${clear}>${messages.clearAll}</button>
  </div>`;
}
