import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {GeolocationController} from '../../controllers/geolocation-controller.js';
import {SearchInputController} from '../../controllers/search-input-controller.js';
import type {QueryResult} from '../../data/source.js';
import type {FacetName, Facets, Filter, Sort} from '../../model/query.js';
import type {Resource} from '../../model/records.js';
import {CommuneFinder} from '../parts/commune-finder.js';
import {type Chip, chipsOf, renderChips} from './chips.js';
import {FacetPanel} from './facets.js';
import {FacetLabels} from './labels.js';
import {
  renderCollapsibleFacets,
  renderNearMeButton,
  renderSearch,
  renderSort,
} from './filter-controls.js';

interface ListFiltersOptions {
  readonly i18n: LocalizeController<'placeSearch' | 'resourceList'>;
  /** Filter selected by the user. */
  filter(): Filter;
  /** Filter set by the page. */
  fixedFilter(): Filter;
  facetNames(): readonly FacetName[];
  /** Undefined if the chapters determine the order. */
  sort(): Sort | '' | undefined;
  setSort(sort: Sort | ''): void;
  /** True if the collection is in memory, so that each keystroke can be searched. */
  isComplete(): boolean;
  /**
   * Changes the selected filter. The result is announced if `announces` is true, which it is not while the user types.
   */
  applyFilter(filter: Filter, announces: boolean): void;
  /** Called when the user has stopped typing. Announces the result, or waits for it if `startsRequest` is true. */
  onSearchPause(startsRequest: boolean): void;
  announce(message: string): void;
  renderRoot(): ParentNode;
  keepFocus(): void;
}

/** Search field, facets, chips and sort order of a list. */
export class ListFilters {
  readonly #host: ReactiveControllerHost;
  readonly #options: ListFiltersOptions;
  readonly #search: SearchInputController;
  readonly #position: GeolocationController;
  readonly #facetPanel: FacetPanel;
  readonly #communeFinder: CommuneFinder;
  #labels = new FacetLabels();
  #isExpanded = false;

  constructor(host: ReactiveControllerHost, options: ListFiltersOptions) {
    const {i18n, applyFilter, announce} = options;
    this.#host = host;
    this.#options = options;
    this.#search = new SearchInputController(host, {
      currentQuery: () => options.filter().q ?? '',
      isInMemory: () => options.isComplete(),
      search: q => {
        const {q: _q, ...others} = options.filter();
        applyFilter(q ? {...others, q} : others, false);
      },
      onTypingEnd: startsRequest => options.onSearchPause(startsRequest),
    });
    this.#position = new GeolocationController(host);
    this.#facetPanel = new FacetPanel(host, i18n);
    this.#communeFinder = new CommuneFinder(host, i18n, {
      choose: value => applyFilter({...options.filter(), commune: [value]}, true),
      announce,
    });
  }

  /** Searches that have not been started yet. */
  get pending(): Promise<void>[] {
    return this.#search.pending;
  }

  /** Adds the labels of a result's facets. Another source has other labels: see `resetLabels`. */
  addLabels(facets: Facets): void {
    this.#labels.add(facets);
  }

  resetLabels(): void {
    this.#labels = new FacetLabels();
  }

  render({facets, total}: QueryResult<Resource>): TemplateResult {
    const {i18n, filter, facetNames, isComplete, sort, setSort} = this.#options;
    const chips = chipsOf(filter(), this.#labels, i18n);
    const sortOrder = sort();
    const toggle = (): void => {
      this.#isExpanded = !this.#isExpanded;
      this.#host.requestUpdate();
    };
    return html`
      ${renderSearch(this.#search, i18n, isComplete())}
      ${
        facetNames().length
          ? renderCollapsibleFacets(
              this.#isExpanded,
              chips.length,
              i18n,
              toggle,
              this.#renderFacets(facets),
            )
          : nothing
      }
      <div class="bar">
        <p class="count" tabindex="-1">${i18n.messages.results(total, i18n.number(total))}</p>
        ${renderChips(chips, i18n, this.#removeChip, total ? this.clear : undefined)}
        ${sortOrder === undefined ? nothing : renderSort(sortOrder, i18n, setSort)}
      </div>
    `;
  }

  #renderFacets(facets: Facets): unknown {
    const {i18n, filter, fixedFilter, applyFilter} = this.#options;
    const findNearMe = (): void =>
      this.#position.requestArea(bbox => applyFilter({...filter(), bbox}, true));
    return this.#facetPanel.render({
      names: this.#options.facetNames(),
      facets,
      labels: this.#labels,
      filter: filter(),
      fixedFilter: fixedFilter(),
      applyFilter: next => applyFilter(next, true),
      renderExtra: (name, values) =>
        name === 'commune' && values.length
          ? html`${renderNearMeButton(this.#position, i18n, findNearMe)}
            ${this.#communeFinder.render(values.map(({value, label}) => ({value, name: label})))}`
          : nothing,
    });
  }

  /** Clears all selected filters. */
  readonly clear = (): void => {
    this.#search.clear();
    this.#options.applyFilter({}, true);
    this.#focusCount();
  };

  /** Removes a chip and focuses the one that takes its position, or else the one before it. */
  readonly #removeChip = ({without}: Chip, index: number): void => {
    this.#options.applyFilter(without, true);
    void this.#host.updateComplete.then(() => {
      const chips = this.#options.renderRoot().querySelectorAll<HTMLElement>('.chip');
      const next = chips[Math.min(index, chips.length - 1)];
      if (next) next.focus();
      else this.#focusCount();
    });
  };

  #focusCount(): void {
    const count = this.#options.renderRoot().querySelector<HTMLElement>('.count');
    if (count) count.focus();
    else this.#options.keepFocus();
  }
}
