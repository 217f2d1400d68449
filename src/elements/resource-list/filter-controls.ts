import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {GeolocationController} from '../../controllers/geolocation-controller.js';
import {type Sort, SORTS} from '../../model/query.js';
import type {SearchInputController} from '../../controllers/search-input-controller.js';

/** Renders the search field. If a server is queried, a hint says that the text is too short. */
export function renderSearch(
  search: SearchInputController,
  {messages}: LocalizeController<'resourceList'>,
  isComplete: boolean,
): TemplateResult {
  const isShort = search.isTooShort && !isComplete;
  const handleInput = ({target}: Event): void => search.setText((target as HTMLInputElement).value);
  const handleKeydown = ({key, isComposing}: KeyboardEvent): void => {
    if (key === 'Enter' && !isComposing) search.submit();
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
      @input=${handleInput}
      @keydown=${handleKeydown}
    />
    ${isShort ? html`<p class="small" id="q-hint">${messages.searchShort}</p>` : nothing}
  </div>`;
}

/** Renders the facets and the button that expands them on narrow containers. */
export function renderCollapsibleFacets(
  isExpanded: boolean,
  selectedCount: number,
  {messages, number}: LocalizeController<'resourceList'>,
  toggle: () => void,
  facets: unknown,
): TemplateResult {
  return html`<button
      class="button fold"
      type="button"
      aria-expanded=${isExpanded}
      aria-controls="facets"
      @click=${toggle}
    >
      ${selectedCount ? messages.filtersOf(number(selectedCount)) : messages.filters}
    </button>
    <div class="facets ${isExpanded ? 'open' : ''}" part="facets" id="facets">${facets}</div>`;
}

/** Renders the "near me" button. The browser is asked for the position only after a click. */
export function renderNearMeButton(
  position: GeolocationController,
  {messages}: LocalizeController<'placeSearch'>,
  onClick: () => void,
): TemplateResult {
  return html`<button
      class="button"
      type="button"
      aria-busy=${position.isPending}
      @click=${onClick}
    >
      ${messages.nearMe}
    </button>
    ${position.hasFailed ? html`<p class="small" role="alert">${messages.noPosition}</p>` : nothing}`;
}

export function renderSort(
  selected: Sort | '',
  {messages}: LocalizeController<'resourceList'>,
  applySort: (sort: Sort | '') => void,
): TemplateResult {
  const labels: Readonly<Record<Sort | '', string>> = {
    '': messages.sortOwn,
    title: messages.sortTitle,
    '-title': messages.sortTitleDown,
    date: messages.sortOldest,
    '-date': messages.sortNewest,
  };
  const handleChange = ({target}: Event): void =>
    applySort((target as HTMLSelectElement).value as Sort | '');
  return html`<label class="sort small"
    >${messages.sortBy}
    <select class="field" @change=${handleChange}>
      ${(['', ...SORTS] as const).map(
        sort => html`<option value=${sort} .selected=${sort === selected}>${labels[sort]}</option>`,
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
