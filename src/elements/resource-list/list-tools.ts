import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {PositionController} from '../../controllers/position-controller.js';
import {SearchController} from '../../controllers/search-controller.js';
import type {Answer} from '../../data/source.js';
import type {FacetName, Facets, Filter, Sort} from '../../model/query.js';
import type {Resource} from '../../model/records.js';
import {CommuneFinder} from '../commune-finder.js';
import {type Chip, chipsOf, renderChips} from './chips.js';
import {FacetPanel} from './facets.js';
import {FacetLabels} from './labels.js';
import {renderFold, renderNear, renderSearch, renderSort} from './tools.js';

interface Options {
  readonly i18n: LocalizeController<'finding' | 'resourceList'>;
  /** Filter selected by the user. */
  filter(): Filter;
  /** Filter set by the page. */
  fixed(): Filter;
  facets(): readonly FacetName[];
  /** Undefined if the chapters determine the order. */
  sort(): Sort | '' | undefined;
  setSort(sort: Sort | ''): void;
  /** True if the collection is in memory, so that each keystroke can be searched. */
  isAtHand(): boolean;
  /**
   * Changes the selected filter. The result is announced if `announces` is true, which it is not while the user types.
   */
  choose(filter: Filter, tells: boolean): void;
  /** Called when the user has stopped typing. Announces the result, or waits for it if `startsRequest` is true. */
  quiet(isAskedNow: boolean): void;
  announce(sentence: string): void;
  root(): ParentNode;
  keepFocus(): void;
}

/** Search field, facets, chips and sort order of a list. */
export class ListTools {
  readonly #host: ReactiveControllerHost;
  readonly #options: Options;
  readonly #search: SearchController;
  readonly #position: PositionController;
  readonly #panel: FacetPanel;
  readonly #finder: CommuneFinder;
  #labels = new FacetLabels();
  #isOpen = false;

  constructor(host: ReactiveControllerHost, options: Options) {
    const {i18n, choose, announce} = options;
    this.#host = host;
    this.#options = options;
    this.#search = new SearchController(host, {
      asked: () => options.filter().q ?? '',
      isAtHand: () => options.isAtHand(),
      ask: q => {
        const {q: _q, ...others} = options.filter();
        choose(q ? {...others, q} : others, false);
      },
      quiet: isAsked => options.quiet(isAsked),
    });
    this.#position = new PositionController(host);
    this.#panel = new FacetPanel(host, i18n);
    this.#finder = new CommuneFinder(host, i18n, {
      choose: value => choose({...options.filter(), commune: [value]}, true),
      announce,
    });
  }

  /** Searches that have not been started yet. */
  get pending(): Promise<void>[] {
    return this.#search.pending;
  }

  /** Adds the labels of a result's facets. Another source has other labels: see `resetLabels`. */
  remember(facets: Facets): void {
    this.#labels.remember(facets);
  }

  forget(): void {
    this.#labels = new FacetLabels();
  }

  render({facets, total}: Answer<Resource>): TemplateResult {
    const {i18n, filter, facets: names, isAtHand, sort, setSort} = this.#options;
    const chips = chipsOf(filter(), this.#labels, i18n);
    const order = sort();
    const toggle = (): void => {
      this.#isOpen = !this.#isOpen;
      this.#host.requestUpdate();
    };
    return html`
      ${renderSearch(this.#search, i18n, isAtHand())}
      ${
        names().length
          ? renderFold(this.#isOpen, chips.length, i18n, toggle, this.#renderFacets(facets))
          : nothing
      }
      <div class="bar">
        <p class="count" tabindex="-1">${i18n.messages.results(total, i18n.number(total))}</p>
        ${renderChips(chips, i18n, this.#remove, total ? this.clear : undefined)}
        ${order === undefined ? nothing : renderSort(order, i18n, setSort)}
      </div>
    `;
  }

  #renderFacets(facets: Facets): unknown {
    const {i18n, filter, fixed, choose} = this.#options;
    const near = (): void => this.#position.ask(bbox => choose({...filter(), bbox}, true));
    return this.#panel.render({
      names: this.#options.facets(),
      facets,
      labels: this.#labels,
      filter: filter(),
      fixed: fixed(),
      choose: next => choose(next, true),
      besides: (name, values) =>
        name === 'commune' && values.length
          ? html`${renderNear(this.#position, i18n, near)}
            ${this.#finder.render(values.map(({value, label}) => ({value, name: label})))}`
          : nothing,
    });
  }

  /** Clears all selected filters. */
  readonly clear = (): void => {
    this.#search.clear();
    this.#options.choose({}, true);
    this.#focusCount();
  };

  /** Removes a chip and focuses the one that takes its position, or else the one before it. */
  readonly #remove = ({without}: Chip, index: number): void => {
    this.#options.choose(without, true);
    void this.#host.updateComplete.then(() => {
      const chips = this.#options.root().querySelectorAll<HTMLElement>('.chip');
      const next = chips[Math.min(index, chips.length - 1)];
      if (next) next.focus();
      else this.#focusCount();
    });
  };

  #focusCount(): void {
    const count = this.#options.root().querySelector<HTMLElement>('.count');
    if (count) count.focus();
    else this.#options.keepFocus();
  }
}
