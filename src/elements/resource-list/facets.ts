import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {fold} from '../../model/fold.js';
import type {FacetName, Facets, Filter, ListFilter} from '../../model/query.js';
import {FAMILIES} from '../../model/records.js';
import {renderFamilyShape, isKnownFamily} from '../parts/family-label.js';
import {formatDateFilter, type FacetLabels, facetTitle} from './labels.js';

/** Number of values shown in a collapsed facet. */
const MAX_COLLAPSED_VALUES = 8;
/** Number of values above which an expanded facet has a search field. */
const SEARCH_THRESHOLD = 15;

interface FacetOption {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly isChosen: boolean;
}

export interface FacetPanelOptions {
  readonly names: readonly FacetName[];
  readonly facets: Facets;
  readonly labels: FacetLabels;
  /** Filter selected by the user. `fixedFilter` is set by the page, and its values cannot be changed. */
  readonly filter: Filter;
  readonly fixedFilter: Filter;
  applyFilter(filter: Filter): void;
  /** Renders further controls of a facet above its values. */
  renderExtra(name: FacetName, values: readonly FacetOption[]): unknown;
}

/** Facets of a list: groups of checkboxes, and a select for the year. */
export class FacetPanel {
  readonly #host: ReactiveControllerHost;
  readonly #i18n: LocalizeController<'resourceList'>;
  readonly #expandedFacets = new Set<FacetName>();
  readonly #searchTexts = new Map<FacetName, string>();

  constructor(host: ReactiveControllerHost, i18n: LocalizeController<'resourceList'>) {
    this.#host = host;
    this.#i18n = i18n;
  }

  render(options: FacetPanelOptions): unknown {
    return options.names.map(name => {
      const values =
        name === 'year' ? this.#yearOptions(options) : this.#facetOptions(name, options);
      const extra = options.renderExtra(name, values);
      if (values.length === 0 && extra === nothing) return nothing;
      return name === 'year'
        ? this.#renderYears(values, options)
        : this.#renderFacet(name, values, extra, options);
    });
  }

  #facetOptions(
    name: ListFilter,
    {facets, labels, filter, fixedFilter}: FacetPanelOptions,
  ): FacetOption[] {
    const selected = filter[name] ?? [];
    const allowed = fixedFilter[name]?.length ? fixedFilter[name] : undefined;
    if (allowed?.length === 1) return [];
    const counts = new Map(facets[name]?.map(({value, count}) => [value, count]));
    const first = name === 'family' ? FAMILIES : [];
    return [...new Set([...first, ...labels.values(name), ...selected])]
      .map(value => ({
        value,
        label: labels.labelOf(name, value, this.#i18n),
        count: counts.get(value) ?? 0,
        isChosen: selected.includes(value),
      }))
      .filter(
        ({value, count, isChosen}) => (count > 0 || isChosen) && (allowed?.includes(value) ?? true),
      );
  }

  /** Returns the years, newest first. A period of several years that was selected elsewhere comes before them. */
  #yearOptions({facets, filter, fixedFilter}: FacetPanelOptions): FacetOption[] {
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

  #renderFacet(
    name: ListFilter,
    values: readonly FacetOption[],
    extra: unknown,
    options: FacetPanelOptions,
  ): TemplateResult {
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
    const hasSearch = isExpanded && extra === nothing && values.length > SEARCH_THRESHOLD;
    const title = facetTitle(this.#i18n, name);
    return html`<fieldset data-facet=${name}>
      <legend>${title}</legend>
      ${extra}
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
          value => this.#renderValue(name, value, options),
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

  #renderValue(
    name: ListFilter,
    {value, label, count, isChosen}: FacetOption,
    options: FacetPanelOptions,
  ): TemplateResult {
    const toggle = (): void => {
      const {[name]: selected = [], ...others} = options.filter;
      const next = isChosen ? selected.filter(other => other !== value) : [...selected, value];
      options.applyFilter(next.length ? {...others, [name]: next} : others);
    };
    return html`<label class=${name === 'family' && isKnownFamily(value) ? value : nothing}
      ><input type="checkbox" .checked=${isChosen} @change=${toggle} /><span
        >${name === 'family' ? renderFamilyShape(value) : nothing} ${label}</span
      >
      <span class="small">${this.#i18n.number(count)}</span></label
    >`;
  }

  #renderYears(years: readonly FacetOption[], options: FacetPanelOptions): TemplateResult {
    const {messages, number} = this.#i18n;
    const handleChange = ({target}: Event): void => {
      const {from: _from, to: _to, ...others} = options.filter;
      const {value} = target as HTMLSelectElement;
      options.applyFilter(value ? {...others, from: value, to: value} : others);
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
