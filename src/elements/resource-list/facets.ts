import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {formatPeriod} from '../../controllers/format-period.js';
import {GeolocationController} from '../../controllers/geolocation-controller.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {fold} from '../../model/fold.js';
import type {FacetName, Facets, FacetValue, Filter, ListFilter} from '../../model/query.js';
import {FAMILIES} from '../../model/records.js';
import type {WidgetHost} from '../base/widget-view.js';
import {CommuneFinder} from '../parts/map/commune-finder.js';
import {familyName, isKnownFamily, renderFamilyShape} from '../parts/records/family-label.js';
import {kindName} from './row.js';

/** Number of values shown in a collapsed facet. */
const MAX_COLLAPSED_VALUES = 8;
/** Number of values above which an expanded facet has a search field. */
const SEARCH_THRESHOLD = 15;

type I18n = LocalizeController<'placeSearch' | 'resourceList'>;

/**
 * Labels of all facet values received so far. Values keep their position, so that nothing moves under the pointer, and
 * their label, which is still needed when no record matches any more.
 */
export class FacetLabels {
  readonly #facets = new Map<FacetName, Map<string, FacetValue['label']>>();

  add(facets: Facets): void {
    for (const [name, values] of Object.entries(facets) as [FacetName, FacetValue[]][]) {
      const known = this.#facets.get(name) ?? new Map<string, FacetValue['label']>();
      for (const {value, label} of values) known.set(value, label);
      this.#facets.set(name, known);
    }
  }

  /** Returns the values of a facet in order of first appearance. */
  values(facet: FacetName): readonly string[] {
    return [...(this.#facets.get(facet)?.keys() ?? [])];
  }

  clear(): void {
    this.#facets.clear();
  }

  labelOf(facet: FacetName, value: string, i18n: LocalizeController<'resourceList'>): string {
    const label = this.#facets.get(facet)?.get(value);
    if (label !== undefined) return i18n.text(label).value || value;
    if (facet === 'family') return familyName(i18n.messages, value);
    return facet === 'section' || facet === 'type' ? kindName(i18n, value) : value;
  }
}

interface FacetOption {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly isChosen: boolean;
}

export interface FacetHost extends WidgetHost {
  /** Facets in display order. */
  readonly facets: readonly FacetName[];
}

/** Members of the list that its facets use. */
export interface FacetedList {
  readonly i18n: I18n;
  /** Changes the selected filter and announces the result. */
  applyFilter(filter: Filter): void;
}

/** Facets of a list: groups of checkboxes, and a select for the year. */
export class FacetPanel {
  readonly labels = new FacetLabels();
  readonly #host: FacetHost;
  readonly #list: FacetedList;
  readonly #i18n: I18n;
  readonly #position: GeolocationController;
  readonly #communeFinder: CommuneFinder;
  readonly #expandedFacets = new Set<FacetName>();
  readonly #searchTexts = new Map<FacetName, string>();

  constructor(host: FacetHost, list: FacetedList) {
    this.#host = host;
    this.#list = list;
    this.#i18n = list.i18n;
    this.#position = new GeolocationController(host);
    this.#communeFinder = new CommuneFinder(host, list.i18n, {
      choose: value => list.applyFilter({...host.selection.filter, commune: [value]}),
      announce: message => host.status.announce(message),
    });
  }

  render(facets: Facets): unknown {
    return this.#host.facets.map(name => {
      const values = name === 'year' ? this.#yearOptions(facets) : this.#facetOptions(name, facets);
      if (values.length === 0) return nothing;
      return name === 'year' ? this.#renderYears(values) : this.#renderFacet(name, values);
    });
  }

  #facetOptions(name: ListFilter, facets: Facets): FacetOption[] {
    const {fixedFilter} = this.#host.records;
    const selected = this.#host.selection.filter[name] ?? [];
    // Values set by the page cannot be changed.
    const allowed = fixedFilter[name]?.length ? fixedFilter[name] : undefined;
    if (allowed?.length === 1) return [];
    const counts = new Map(facets[name]?.map(({value, count}) => [value, count]));
    const first = name === 'family' ? FAMILIES : [];
    return [...new Set([...first, ...this.labels.values(name), ...selected])]
      .map(value => ({
        value,
        label: this.labels.labelOf(name, value, this.#i18n),
        count: counts.get(value) ?? 0,
        isChosen: selected.includes(value),
      }))
      .filter(
        ({value, count, isChosen}) => (count > 0 || isChosen) && (allowed?.includes(value) ?? true),
      );
  }

  /** Returns the years, newest first. A period of several years that was selected elsewhere comes before them. */
  #yearOptions(facets: Facets): FacetOption[] {
    const {fixedFilter} = this.#host.records;
    const {filter} = this.#host.selection;
    const {from = '', to = ''} = filter;
    const dates = formatDateFilter(filter, this.#i18n);
    const years = (facets.year ?? [])
      .filter(
        ({value}) =>
          (!fixedFilter.from || value >= fixedFilter.from.slice(0, 4)) &&
          (!fixedFilter.to || value <= fixedFilter.to.slice(0, 4)),
      )
      .map(({value, count}) => ({
        value,
        label: value,
        count,
        isChosen: value === from && value === to,
      }))
      .sort((a, b) => Number(b.value) - Number(a.value));
    return dates && !years.some(({isChosen}) => isChosen)
      ? [{value: dates, label: dates, count: 0, isChosen: true}, ...years]
      : years;
  }

  #renderFacet(name: ListFilter, values: readonly FacetOption[]): TemplateResult {
    const {messages, number} = this.#i18n;
    const isExpanded = this.#expandedFacets.has(name);
    const searchText = fold(this.#searchTexts.get(name) ?? '').trim();
    const collapsedValues = values.filter(({isChosen}, i) => isChosen || i < MAX_COLLAPSED_VALUES);
    // A "more" button for a single value would take as much space as the value.
    const needsNoButton = values.length - collapsedValues.length < 2;
    const visibleValues = isExpanded
      ? values.filter(({label, isChosen}) => isChosen || fold(label).includes(searchText))
      : needsNoButton
        ? values
        : collapsedValues;
    const hasSearch = isExpanded && name !== 'commune' && values.length > SEARCH_THRESHOLD;
    const title = facetTitle(this.#i18n, name);
    return html`<fieldset data-facet=${name}>
      <legend>${title}</legend>
      ${name === 'commune' ? this.#renderCommuneSearch(values) : nothing}
      ${
        hasSearch
          ? html`<input
              class="field"
              type="text"
              autocomplete="off"
              aria-label=${messages.findValue(title)}
              placeholder=${messages.findValue(title)}
              @input=${(event: Event) => this.#setSearchText(name, (event.target as HTMLInputElement).value)}
            />`
          : nothing
      }
      <div class="values">
        ${repeat(
          visibleValues,
          ({value}) => value,
          value => this.#renderValue(name, value),
        )}
      </div>
      ${
        !isExpanded && !needsNoButton
          ? html`<button
              class="quiet small"
              type="button"
              @click=${(event: Event) => this.#expand(name, event)}
            >
              ${messages.moreValues(number(values.length - collapsedValues.length))}
            </button>`
          : nothing
      }
    </fieldset>`;
  }

  #renderValue(name: ListFilter, {value, label, count, isChosen}: FacetOption): TemplateResult {
    const toggle = (): void => {
      const {[name]: selected = [], ...others} = this.#host.selection.filter;
      const next = isChosen ? selected.filter(other => other !== value) : [...selected, value];
      this.#list.applyFilter(next.length ? {...others, [name]: next} : others);
    };
    return html`<label class=${name === 'family' && isKnownFamily(value) ? value : nothing}
      ><input type="checkbox" .checked=${isChosen} @change=${toggle} /><span
        >${name === 'family' ? renderFamilyShape(value) : nothing} ${label}</span
      >
      <span class="small">${this.#i18n.number(count)}</span></label
    >`;
  }

  #renderYears(years: readonly FacetOption[]): TemplateResult {
    const {messages, number} = this.#i18n;
    const handleChange = ({target}: Event): void => {
      const {from: _from, to: _to, ...others} = this.#host.selection.filter;
      const {value} = target as HTMLSelectElement;
      this.#list.applyFilter(value ? {...others, from: value, to: value} : others);
    };
    return html`<div class="year">
      <label for="year">${messages.facetYear}</label>
      <select class="field" id="year" @change=${handleChange}>
        <option value="">${messages.all}</option>
        ${repeat(
          years,
          ({value}) => value,
          ({value, label, count, isChosen}) =>
            html`<option value=${value} .selected=${isChosen}>
              ${label}${count ? ` (${number(count)})` : nothing}
            </option>`,
        )}
      </select>
    </div>`;
  }

  /** Renders the "near me" button and the commune field. The browser is asked for the position only after a click. */
  #renderCommuneSearch(values: readonly FacetOption[]): TemplateResult {
    const {messages} = this.#i18n;
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
      ${this.#communeFinder.render(values.map(({value, label}) => ({value, name: label})))}`;
  }

  #setSearchText(name: FacetName, text: string): void {
    this.#searchTexts.set(name, text);
    this.#host.requestUpdate();
  }

  /** Shows all values of a facet. Focuses its search field, or else the first new value. */
  #expand(name: FacetName, {currentTarget}: Event): void {
    const facet = (currentTarget as HTMLElement).closest('fieldset');
    const previous = new Set(facet?.querySelectorAll('input'));
    this.#expandedFacets.add(name);
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      const inputs = [...(facet?.querySelectorAll('input') ?? [])];
      inputs.find(input => !previous.has(input))?.focus();
    });
  }
}

/** Returns the label of a facet. */
export function facetTitle(
  {messages}: LocalizeController<'resourceList'>,
  facet: FacetName,
): string {
  return messages[`facet${(facet[0] ?? '').toUpperCase()}${facet.slice(1)}` as 'facetFamily'];
}

/** Formats the selected dates: `2016`, `2003–2007`. Empty if none. */
export const formatDateFilter = (
  {from, to}: Filter,
  i18n: LocalizeController<'resourceList'>,
): string => formatPeriod(i18n, {start: from, end: to});
