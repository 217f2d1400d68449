import {html, nothing, type TemplateResult} from 'lit';
import {GeolocationController} from '../../controllers/geolocation-controller.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {memo} from '../../model/memo.js';
import type {FacetName, Facets, Filter, ListFilter} from '../../model/query.js';
import {FAMILIES} from '../../model/records.js';
import type {WidgetHost} from '../base/widget-view.js';
import {CommuneFinder} from '../parts/map/commune-finder.js';
import {FacetGroup, type FacetOption} from './facet-group.js';
import {FacetLabels} from './facet-labels.js';
import {renderYearFacet} from './year-facet.js';

type I18n = LocalizeController<'placeSearch' | 'resourceList'>;

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
  readonly #position: GeolocationController;
  readonly #communeFinder: CommuneFinder;
  readonly #groups = new Map<ListFilter, FacetGroup>();
  #facets: Facets = {};
  /** Options of all facets. There may be tens of thousands: they are kept while none changes. */
  readonly #options = memo(
    () => {
      const {facets, records, selection} = this.#host;
      const filterKey = JSON.stringify([records.fixedFilter, selection.filter]);
      return [this.#facets, facets, filterKey, this.#list.i18n.messages];
    },
    () =>
      new Map(
        this.#host.facets.map(name => [name, name === 'year' ? [] : this.#facetOptions(name)]),
      ),
  );

  constructor(host: FacetHost, list: FacetedList) {
    this.#host = host;
    this.#list = list;
    this.#position = new GeolocationController(host);
    this.#communeFinder = new CommuneFinder(host, list.i18n, {
      choose: value => list.applyFilter({...host.selection.filter, commune: [value]}),
      announce: message => host.status.announce(message),
    });
  }

  render(facets: Facets): unknown {
    this.#facets = facets;
    const options = this.#options();
    return this.#host.facets.map(name => {
      if (name === 'year') return this.#renderYears(facets);
      const values = options.get(name) ?? [];
      return values.length ? this.#group(name).render(values) : nothing;
    });
  }

  #group(name: ListFilter): FacetGroup {
    let group = this.#groups.get(name);
    if (!group) {
      group = new FacetGroup(this.#host, {
        name,
        i18n: this.#list.i18n,
        toggle: option => this.#toggle(name, option),
        renderControls: name === 'commune' ? () => this.#renderNearMe() : undefined,
        renderFinder:
          name === 'commune' ? communes => this.#communeFinder.render(communes) : undefined,
      });
      this.#groups.set(name, group);
    }
    return group;
  }

  #facetOptions(name: ListFilter): FacetOption[] {
    const {fixedFilter} = this.#host.records;
    const selected = new Set(this.#host.selection.filter[name]);
    // Values set by the page cannot be changed.
    const allowed = fixedFilter[name]?.length ? fixedFilter[name] : undefined;
    if (allowed?.length === 1) return [];
    const counts = new Map(this.#facets[name]?.map(({value, count}) => [value, count]));
    const first = name === 'family' ? FAMILIES : [];
    const options: FacetOption[] = [];
    for (const value of new Set([...first, ...this.labels.values(name), ...selected])) {
      const count = counts.get(value) ?? 0;
      const isChosen = selected.has(value);
      if ((count > 0 || isChosen) && (allowed?.includes(value) ?? true)) {
        const label = this.labels.labelOf(name, value, this.#list.i18n);
        options.push({value, label, count, isChosen});
      }
    }
    return options;
  }

  #toggle(name: ListFilter, {value, isChosen}: FacetOption): void {
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
      ${position.hasFailed ? html`<p class="small" role="alert">${messages.noPosition}</p>` : nothing}`;
  }
}
