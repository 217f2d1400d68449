import {html, nothing, type TemplateResult} from 'lit';
import {NEARBY_RADIUS} from '../../controllers/geolocation-controller.js';
import {SearchInputController} from '../../controllers/search-input-controller.js';
import type {QueryResult} from '../../data/source.js';
import {formatDistance} from '../../i18n/format-measures.js';
import {memo} from '../../model/memo.js';
import {
  type FacetName,
  type Facets,
  type Filter,
  listFiltersIn,
  type Sort,
  SORTS,
} from '../../model/query.js';
import type {Resource} from '../../model/records.js';
import {
  countedFacetsOf,
  facetsOf,
  type CountedList,
  DeferredFacets,
} from '../parts/facets/counted-facets.js';
import {renderSearchField} from '../parts/search-field.js';
import {formatDateFilter} from '../parts/facets/year-facet.js';
import {showsPart} from '../parts/shown-parts.js';
import {addressOf, FacetPanel, type FacetPanelHost, type FilterI18n} from './facets.js';
import {repeat} from '../parts/repeat.js';

/** Selected filter value, and the filter without it. */
interface Chip {
  readonly key: string;
  readonly label: string;
  readonly without: Filter;
}

/** Returns the selected filter values. Without the search text, which its field already shows. */
function chipsOf(filter: Filter, {labels}: FacetPanel, i18n: FilterI18n): Chip[] {
  const chips: Chip[] = [];
  for (const name of listFiltersIn(filter)) {
    const {[name]: values = [], ...others} = filter;
    for (const value of values) {
      const rest = values.filter(other => other !== value);
      const without = rest.length ? {...others, [name]: rest} : others;
      chips.push({key: `${name} ${value}`, label: labels.labelOf(name, value, i18n), without});
    }
  }
  const {from: _from, to: _to, ...undated} = filter;
  const dates = formatDateFilter(filter, i18n);
  if (dates) chips.push({key: 'dates', label: dates, without: undated});
  const {bbox, ...anywhere} = filter;
  if (bbox) {
    const distance = formatDistance(i18n.language, NEARBY_RADIUS);
    const address = addressOf(bbox);
    const label = address
      ? i18n.messages.nearAddress(distance, address)
      : i18n.messages.nearMeWithin(distance);
    chips.push({key: 'bbox', label, without: anywhere});
  }
  return chips;
}

/** Members of the list that its filters use. */
export interface FilteredList extends CountedList {
  readonly i18n: FilterI18n;
  /** Selected sort order; undefined if the chapters determine the order. */
  readonly sort: Sort | '' | undefined;
  applySort(sort: Sort | ''): void;
  /**
   * Announces the result, now or after the load.
   *
   * @param startsRequest True if the change starts a load.
   */
  announceResult(startsRequest: boolean): void;
}

/** Search field, facets, chips and sort order of a list. */
export class ListFilters {
  readonly #host: FacetPanelHost;
  readonly #list: FilteredList;
  readonly #search: SearchInputController;
  readonly #facets: FacetPanel;
  readonly #deferredFacets: DeferredFacets;
  #isExpanded = false;
  /** True once a facet has had values: the column then stays, so that a choice or a search moves nothing. */
  #hasFacets = false;

  constructor(host: FacetPanelHost, list: FilteredList) {
    this.#host = host;
    this.#list = list;
    this.#search = new SearchInputController(host, {
      currentQuery: () => host.selection.filter.q ?? '',
      isInMemory: () => list.isComplete,
      search: q => {
        const {q: _q, ...others} = host.selection.filter;
        // The result is announced when the user has stopped typing.
        host.applyFilter(q ? {...others, q} : others, false);
      },
      onTypingEnd: startsRequest => list.announceResult(startsRequest),
    });
    this.#facets = new FacetPanel(host, {i18n: list.i18n, applyFilter: this.#applyFilter});
    this.#deferredFacets = new DeferredFacets(host, list);
  }

  /** Builds the index of texts when the search field has the focus, before the first key needs it. */
  readonly #prepareSearch = memo(
    () => [this.#host.records.source],
    () => {
      const {records} = this.#host;
      const query = {...records.fixedFilter, q: 'a', limit: 1};
      const {signal} = new AbortController();
      if (this.#list.isComplete) records.query('resources', query, signal).catch(String);
    },
  );

  /** Returns the facets counted with a result. Those of a list in memory are counted after it. */
  get facetsToCount(): readonly FacetName[] {
    return this.#deferredFacets.isUsed() ? [] : countedFacetsOf(this.#host);
  }

  /** Searches that have not been started yet, and code of facets that is being loaded. */
  get pending(): Promise<void>[] {
    return [this.#search, this.#facets, this.#deferredFacets].flatMap(({pending}) => pending);
  }

  /** Adds the labels of a result's facets. Another source has other labels: see `reset`. */
  addLabels(result: QueryResult): void {
    this.#facets.labels.add(this.#deferredFacets.of(result) ?? {});
  }

  /** Discards the labels of the previous source. */
  reset(): void {
    this.#facets.labels.clear();
    this.#hasFacets = false;
  }

  readonly clear = (): void => {
    this.#search.clear();
    this.#applyFilter({});
    this.#focusCount();
  };

  readonly #applyFilter = (filter: Filter): void => {
    if (this.#host.applyFilter(filter, false)) this.#list.announceResult(true);
  };

  /** @param isCurrent False if the result is older than the selection, whose load has failed. */
  render(result: QueryResult<Resource>, isCurrent: boolean): TemplateResult {
    const {total} = result;
    const {i18n, sort} = this.#list;
    const {messages, number} = i18n;
    const chips = chipsOf(this.#host.selection.filter, this.#facets, i18n);
    const showsCount = isCurrent && showsPart(this.#host, 'count');
    const showsSort = sort !== undefined && showsPart(this.#host, 'sort');
    return html`
      ${showsPart(this.#host, 'search') ? this.#renderSearch() : nothing}
      ${facetsOf(this.#host).length ? this.#renderFacets(this.#deferredFacets.of(result), chips.length) : nothing}
      ${
        showsCount || showsSort || chips.length
          ? html`<div class="bar">
              ${showsCount ? html`<p class="count" tabindex="-1">${messages.results(total, number(total))}</p>` : nothing}
              ${chips.length ? this.#renderChips(chips, total) : nothing}
              ${showsSort ? this.#renderSort(sort) : nothing}
            </div>`
          : nothing
      }
    `;
  }

  /** Renders the search field. If a server is queried, a hint says that the text is too short. */
  #renderSearch(): TemplateResult {
    const {search: label, searchHint: placeholder, searchShort} = this.#list.i18n.messages;
    const isShort = this.#search.isTooShort && !this.#list.isComplete;
    const hint = isShort ? searchShort : undefined;
    return renderSearchField(this.#host, this.#search, {
      label,
      placeholder,
      hint,
      onFocus: this.#prepareSearch,
    });
  }

  /** Renders the facets and the button that expands them on narrow containers. Renders nothing without any value. */
  #renderFacets(facets: Facets | undefined, selectedCount: number): unknown {
    const groups = facets && this.#facets.render(facets);
    this.#hasFacets ||= groups?.some(group => group !== nothing) ?? false;
    if (groups && !this.#hasFacets) return nothing;
    const {messages, number} = this.#list.i18n;
    const isExpanded = this.#isExpanded;
    const toggle = (): void => {
      this.#isExpanded = !isExpanded;
      this.#host.requestUpdate();
    };
    return html`<button
        class="button fold"
        type="button"
        aria-expanded=${isExpanded}
        aria-controls="facets"
        @click=${toggle}
      >
        ${selectedCount ? messages.filtersOf(number(selectedCount)) : messages.filters}
      </button>
      <div
        class="facets ${isExpanded ? 'open' : ''} ${facets ? '' : 'counting'}"
        part="facets"
        id="facets"
      >
        <button class="button skip" type="button" @click=${() => this.#focusCount()}>
          ${messages.skipFilters}
        </button>
        ${groups}
      </div>`;
  }

  #renderChips(chips: readonly Chip[], total: number): TemplateResult {
    const {messages} = this.#list.i18n;
    return html`<ul class="chips" part="chips" aria-label=${messages.chosen}>
        ${repeat(
          chips,
          ({key}) => key,
          (chip, index) =>
            html`<li>
              <button
                class="chip"
                type="button"
                aria-label=${messages.remove(chip.label)}
                @click=${() => this.#removeChip(chip, index)}
              >
                ${chip.label}
                <svg viewBox="0 0 16 16" aria-hidden="true">
                  <path d="M4 4l8 8M12 4l-8 8"></path>
                </svg>
              </button>
            </li>`,
        )}
      </ul>
      ${
        // Without any result there is a larger button in the place of the list.
        total
          ? html`<button class="quiet" type="button" @click=${this.clear}>
              ${messages.clearAll}
            </button>`
          : nothing
      }`;
  }

  #renderSort(selected: Sort | ''): TemplateResult {
    const {messages} = this.#list.i18n;
    const labels: Readonly<Record<Sort | '', string>> = {
      '': messages.sortOwn,
      title: messages.sortTitle,
      '-title': messages.sortTitleDown,
      date: messages.sortOldest,
      '-date': messages.sortNewest,
    };
    const handleChange = ({target}: Event): void =>
      this.#list.applySort((target as HTMLSelectElement).value as Sort | '');
    return html`<label class="sort small"
      >${messages.sortBy}
      <select class="field" @change=${handleChange}>
        ${(['', ...SORTS] as const).map(
          sort =>
            html`<option value=${sort} .selected=${sort === selected}>${labels[sort]}</option>`,
        )}
      </select></label
    >`;
  }

  /** Removes a chip and focuses the one that takes its position, or else the one before it. */
  #removeChip({without}: Chip, index: number): void {
    this.#applyFilter(without);
    void this.#host.updateComplete.then(() => {
      const chips = this.#host.renderRoot.querySelectorAll<HTMLElement>('.chip');
      const next = chips[Math.min(index, chips.length - 1)];
      if (next) next.focus();
      else this.#focusCount();
    });
  }

  #focusCount(): void {
    const count = this.#host.renderRoot.querySelector<HTMLElement>('.count');
    if (count) count.focus();
    else this.#host.status.keepFocus();
  }
}
