import {html, nothing, type TemplateResult} from 'lit';
import {GeolocationController, nearbyArea} from '../../controllers/geolocation-controller.js';
import {LazyModuleController} from '../../controllers/lazy-module-controller.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {memo} from '../../model/memo.js';
import {
  type FacetName,
  type Facets,
  type FacetValue,
  type Filter,
  isOwnField,
  type ListFilter,
  type OwnField,
} from '../../model/query.js';
import type {Bbox} from '../../model/geo/geo.js';
import {FAMILIES} from '../../model/records.js';
import type {AddressHost} from '../parts/map/address-search.js';
import {CommuneFinder} from '../parts/map/commune-finder.js';
import {LazyAddressSearch} from '../parts/map/lazy-address-search.js';
import {type FacetHost, countedFacetsOf, facetsOf} from '../parts/facets/counted-facets.js';
import {FacetGroup, type FacetOption} from '../parts/facets/facet-group.js';
import {familyName} from '../parts/records/family-label.js';
import type {DateRange} from '../parts/facets/date-range.js';
import {kindName} from './row.js';
import {renderYearFacet} from '../parts/facets/year-facet.js';

export type FilterI18n = LocalizeController<'placeSearch' | 'resourceList'>;

/**
 * Labels of all facet values received so far. Values keep their position, so that nothing moves under the pointer, and
 * their label, which is still needed when no record matches any more.
 */
class FacetLabels {
  readonly #facets = new Map<FacetName, Map<string, FacetValue['label']>>();
  #added: Facets | undefined;

  add(facets: Facets): void {
    if (facets === this.#added) return;
    this.#added = facets;
    for (const [name, values] of Object.entries(facets) as [FacetName, FacetValue[]][]) {
      const known = this.#facets.get(name) ?? new Map<string, FacetValue['label']>();
      for (const {value, label} of values) known.set(value, label);
      this.#facets.set(name, known);
    }
  }

  /** Returns the values of a facet in order of first appearance: those given first, then all received, then others. */
  *values(
    facet: FacetName,
    first: readonly string[],
    others: Iterable<string>,
  ): Generator<string, void> {
    yield* first;
    const known = this.#facets.get(facet);
    for (const value of known?.keys() ?? []) if (!first.includes(value)) yield value;
    for (const value of others) if (!known?.has(value) && !first.includes(value)) yield value;
  }

  clear(): void {
    this.#facets.clear();
    this.#added = undefined;
  }

  labelOf(facet: FacetName, value: string, i18n: LocalizeController<'resourceList'>): string {
    const label = this.#facets.get(facet)?.get(value);
    if (label !== undefined) return i18n.text(label).value || value;
    if (facet === 'family') return familyName(i18n.messages, value);
    return facet === 'section' || facet === 'type' ? kindName(i18n, value) : value;
  }
}

/** Value of a facet whose label is read when it is shown: most of tens of thousands are not. */
class LabelledOption implements FacetOption {
  readonly value: string;
  readonly count: number;
  readonly isChosen: boolean;
  readonly #labelOf: (value: string) => string;

  constructor(value: string, count: number, isChosen: boolean, labelOf: (value: string) => string) {
    this.value = value;
    this.count = count;
    this.isChosen = isChosen;
    this.#labelOf = labelOf;
  }

  get label(): string {
    return this.#labelOf(this.value);
  }
}

/**
 * Addresses that were searched for, by the area around them: all lists with the same selection name them. They are kept
 * as long as the page, and neither stored nor written into its URL.
 */
const addressesByArea = new Map<string, string>();

/** Returns the address around which an area was searched; undefined for that around the reader. */
export const addressOf = (area: Bbox): string | undefined => addressesByArea.get(area.join());

/** Attributes of the list that its facets use. */
export type FacetPanelHost = FacetHost & AddressHost;

/** Members of the list that its facets use. */
export interface FacetedList {
  readonly i18n: FilterI18n;
  /** Changes the selected filter and announces the result. */
  applyFilter(filter: Filter): void;
}

/** Facets of a list: groups of checkboxes, a select for the year, and a range of dates. */
export class FacetPanel {
  readonly labels = new FacetLabels();
  readonly #host: FacetPanelHost;
  readonly #list: FacetedList;
  readonly #position: GeolocationController;
  readonly #communeFinder: CommuneFinder;
  readonly #addressSearch: LazyAddressSearch;
  readonly #dateRange: LazyModuleController<DateRange>;
  readonly #groups = new Map<ListFilter | OwnField, FacetGroup>();
  #facets: Facets = {};
  /** Options of all facets. There may be tens of thousands: they are kept while none changes. */
  readonly #options = memo(
    () => {
      const {facets, facetFields, records, selection} = this.#host;
      const {q: _q, ...filter} = selection.filter;
      const filterKey = JSON.stringify([records.fixedFilter, filter]);
      return [this.#facets, facets, facetFields, filterKey, this.#list.i18n.messages];
    },
    () =>
      new Map(
        countedFacetsOf(this.#host).map(name => [
          name,
          name === 'year' ? [] : this.#facetOptions(name),
        ]),
      ),
  );

  constructor(host: FacetPanelHost, list: FacetedList) {
    this.#host = host;
    this.#list = list;
    this.#position = new GeolocationController(host);
    this.#communeFinder = new CommuneFinder(host, list.i18n, {
      choose: value => list.applyFilter({...host.selection.filter, commune: [value]}),
      announce: message => host.status.announce(message),
    });
    this.#addressSearch = new LazyAddressSearch(host, (place, _zoom, label) => {
      const bbox = nearbyArea(place);
      addressesByArea.set(bbox.join(), label);
      list.applyFilter({...host.selection.filter, bbox});
    });
    this.#dateRange = new LazyModuleController(
      host,
      () => host.facets.includes('date'),
      async () =>
        new (await import('../parts/facets/date-range.js')).DateRange(host, list.applyFilter),
    );
  }

  get pending(): Promise<void>[] {
    return [...this.#dateRange.pending, ...this.#addressSearch.pending];
  }

  /** Returns one group for each facet, or `nothing` for those without values. */
  render(facets: Facets): readonly unknown[] {
    this.#facets = facets;
    const options = this.#options();
    return facetsOf(this.#host).map(name => {
      if (name === 'year') return this.#renderYears(facets);
      // Its code may still be loading.
      if (name === 'date') return this.#dateRange.value?.render() ?? '';
      const values = options.get(name) ?? [];
      // If nothing was found around a place, the reader can search for another.
      const isSearched = name === 'commune' && this.#host.selection.filter.bbox !== undefined;
      return values.length || isSearched ? this.#group(name).render(values) : nothing;
    });
  }

  #group(name: ListFilter | OwnField): FacetGroup {
    let group = this.#groups.get(name);
    if (!group) {
      group = new FacetGroup(this.#host, {
        name,
        i18n: this.#list.i18n,
        title: () => facetTitle(this.#list.i18n, name),
        toggle: option => this.#toggle(name, option),
        renderControls: name === 'commune' ? () => this.#renderNearMe() : undefined,
        renderFinder:
          name === 'commune' ? communes => this.#communeFinder.render(communes) : undefined,
      });
      this.#groups.set(name, group);
    }
    return group;
  }

  #facetOptions(name: ListFilter | OwnField): FacetOption[] {
    const {fixedFilter} = this.#host.records;
    const selected = new Set(this.#host.selection.filter[name]);
    // Values set by the page cannot be changed.
    const allowed = fixedFilter[name]?.length ? fixedFilter[name] : undefined;
    if (allowed?.length === 1) return [];
    const counts = new Map(this.#facets[name]?.map(({value, count}) => [value, count]));
    const first = name === 'family' ? FAMILIES : [];
    const labelOf = (value: string): string => this.labels.labelOf(name, value, this.#list.i18n);
    const options: FacetOption[] = [];
    for (const value of this.labels.values(name, first, selected)) {
      const count = counts.get(value) ?? 0;
      const isChosen = selected.has(value);
      if ((count > 0 || isChosen) && (allowed?.includes(value) ?? true))
        options.push(new LabelledOption(value, count, isChosen, labelOf));
    }
    return options;
  }

  #toggle(name: ListFilter | OwnField, {value, isChosen}: FacetOption): void {
    const {[name]: selected = [], ...others} = this.#host.selection.filter;
    const next = isChosen ? selected.filter(other => other !== value) : [...selected, value];
    this.#list.applyFilter(next.length ? {...others, [name]: next} : others);
  }

  #renderYears({year = []}: Facets): unknown {
    return renderYearFacet(year, {
      i18n: this.#list.i18n,
      fixed: this.#host.records.fixedFilter,
      selected: this.#host.selection.filter,
      choose: filter => this.#list.applyFilter(filter),
    });
  }

  /** Renders the "near me" button. The browser is asked for the position only after a click. */
  #renderNearMe(): TemplateResult {
    const {messages} = this.#list.i18n;
    const position = this.#position;
    const findNearMe = (): void =>
      position.requestArea(bbox => this.#list.applyFilter({...this.#host.selection.filter, bbox}));
    return html`<button
        class="button"
        type="button"
        aria-busy=${position.isPending}
        @click=${findNearMe}
      >
        ${messages.nearMe}
      </button>
      ${position.hasFailed ? html`<p class="small" role="alert">${messages.noPosition}</p>` : nothing}
      ${this.#addressSearch.render() ?? nothing}`;
  }
}

/** Returns the label of a facet; of an own field its name, with a capital and without underscores. */
function facetTitle({messages}: LocalizeController<'resourceList'>, facet: FacetName): string {
  if (isOwnField(facet)) {
    const name = facet.replace('extra.', '').replaceAll('_', ' ');
    return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  }
  return messages[`facet${(facet[0] ?? '').toUpperCase()}${facet.slice(1)}` as 'facetFamily'];
}
