import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {fold} from '../../model/fold.js';
import type {FacetName, Facets, Filter, ListFilter} from '../../model/query.js';
import {FAMILIES} from '../../model/records.js';
import {familyShape, isFamily} from '../family-mark.js';
import {datesChosen, type FacetLabels, facetTitle} from './labels.js';

/** Number of values shown in a collapsed facet. */
const FEW = 8;
/** Number of values above which an expanded facet has a search field. */
const MANY = 15;

interface Value {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly isChosen: boolean;
}

export interface FacetsShown {
  readonly names: readonly FacetName[];
  readonly facets: Facets;
  readonly labels: FacetLabels;
  /** Filter selected by the user. `fixedFilter` is set by the page, and its values cannot be changed. */
  readonly filter: Filter;
  readonly fixed: Filter;
  choose(filter: Filter): void;
  /** Renders further controls of a facet above its values. */
  besides(name: FacetName, values: readonly Value[]): unknown;
}

/** Facets of a list: groups of checkboxes, and a select for the year. */
export class FacetPanel {
  readonly #host: ReactiveControllerHost;
  readonly #i18n: LocalizeController<'resourceList'>;
  readonly #open = new Set<FacetName>();
  readonly #wanted = new Map<FacetName, string>();

  constructor(host: ReactiveControllerHost, i18n: LocalizeController<'resourceList'>) {
    this.#host = host;
    this.#i18n = i18n;
  }

  render(shown: FacetsShown): unknown {
    return shown.names.map(name => {
      const values = name === 'year' ? this.#years(shown) : this.#values(name, shown);
      const besides = shown.besides(name, values);
      if (values.length === 0 && besides === nothing) return nothing;
      return name === 'year'
        ? this.#renderYears(values, shown)
        : this.#renderFacet(name, values, besides, shown);
    });
  }

  #values(name: ListFilter, {facets, labels, filter, fixed}: FacetsShown): Value[] {
    const chosen = filter[name] ?? [];
    const allowed = fixed[name]?.length ? fixed[name] : undefined;
    if (allowed?.length === 1) return [];
    const counts = new Map(facets[name]?.map(({value, count}) => [value, count]));
    const first = name === 'family' ? FAMILIES : [];
    return [...new Set([...first, ...labels.values(name), ...chosen])]
      .map(value => ({
        value,
        label: labels.of(name, value, this.#i18n),
        count: counts.get(value) ?? 0,
        isChosen: chosen.includes(value),
      }))
      .filter(
        ({value, count, isChosen}) => (count > 0 || isChosen) && (allowed?.includes(value) ?? true),
      );
  }

  /** Returns the years, newest first. A period of several years that was selected elsewhere comes before them. */
  #years({facets, filter, fixed}: FacetsShown): Value[] {
    const {from = '', to = ''} = filter;
    const dates = datesChosen(filter, this.#i18n);
    const years = (facets.year ?? [])
      .filter(
        ({value}) =>
          (!fixed.from || value >= fixed.from.slice(0, 4)) &&
          (!fixed.to || value <= fixed.to.slice(0, 4)),
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
    values: readonly Value[],
    besides: unknown,
    shown: FacetsShown,
  ): TemplateResult {
    const {messages, number} = this.#i18n;
    const isOpen = this.#open.has(name);
    const wanted = fold(this.#wanted.get(name) ?? '').trim();
    const few = values.filter(({isChosen}, i) => isChosen || i < FEW);
    // A "more" button for a single value would take as much space as the value.
    const isShort = values.length - few.length < 2;
    const listed = isOpen
      ? values.filter(({label, isChosen}) => isChosen || fold(label).includes(wanted))
      : isShort
        ? values
        : few;
    const field = isOpen && besides === nothing && values.length > MANY;
    const title = facetTitle(this.#i18n, name);
    return html`<fieldset data-facet=${name}>
      <legend>${title}</legend>
      ${besides}
      ${
        field
          ? html`<input
              class="field"
              type="text"
              autocomplete="off"
              aria-label=${messages.findValue(title)}
              placeholder=${messages.findValue(title)}
              @input=${(input: Event) => this.#find(name, (input.target as HTMLInputElement).value)}
            />`
          : nothing
      }
      <div class="values">
        ${repeat(
          listed,
          ({value}) => value,
          value => this.#renderValue(name, value, shown),
        )}
      </div>
      ${
        !isOpen && !isShort
          ? html`<button
              class="quiet small"
              type="button"
              @click=${(click: Event) => this.#openAll(name, click)}
            >
              ${messages.moreValues(number(values.length - few.length))}
            </button>`
          : nothing
      }
    </fieldset>`;
  }

  #renderValue(
    name: ListFilter,
    {value, label, count, isChosen}: Value,
    shown: FacetsShown,
  ): TemplateResult {
    const toggle = (): void => {
      const {[name]: chosen = [], ...others} = shown.filter;
      const next = isChosen ? chosen.filter(other => other !== value) : [...chosen, value];
      shown.choose(next.length ? {...others, [name]: next} : others);
    };
    return html`<label class=${name === 'family' && isFamily(value) ? value : nothing}
      ><input type="checkbox" .checked=${isChosen} @change=${toggle} /><span
        >${name === 'family' ? familyShape(value) : nothing} ${label}</span
      >
      <span class="small">${this.#i18n.number(count)}</span></label
    >`;
  }

  #renderYears(years: readonly Value[], shown: FacetsShown): TemplateResult {
    const {messages, number} = this.#i18n;
    const choose = ({target}: Event): void => {
      const {from: _from, to: _to, ...others} = shown.filter;
      const {value} = target as HTMLSelectElement;
      shown.choose(value ? {...others, from: value, to: value} : others);
    };
    return html`<div class="year">
      <label for="year">${messages.facetYear}</label>
      <select class="field" id="year" @change=${choose}>
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

  #find(name: FacetName, words: string): void {
    this.#wanted.set(name, words);
    this.#host.requestUpdate();
  }

  /** Shows all values of a facet. Focuses its search field, or else the first new value. */
  #openAll(name: FacetName, {currentTarget}: Event): void {
    const facet = (currentTarget as HTMLElement).closest('fieldset');
    const shown = new Set(facet?.querySelectorAll('input'));
    this.#open.add(name);
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      const inputs = [...(facet?.querySelectorAll('input') ?? [])];
      inputs.find(input => !shown.has(input))?.focus();
    });
  }
}
