import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {SearchInputController} from '../../../controllers/search-input-controller.js';
import {fold} from '../../../model/fold.js';
import {memo} from '../../../model/memo.js';
import type {ListFilter, OwnField} from '../../../model/query.js';
import type {WidgetHost} from '../../base/widget-view.js';
import {isKnownFamily, renderFamilyShape} from '../records/family-label.js';
import {repeat} from '../repeat.js';

/** Number of values shown in a collapsed facet. */
const MAX_COLLAPSED_VALUES = 8;
/** Number of values shown in an expanded facet, in addition to those chosen. */
const MAX_EXPANDED_VALUES = 50;
/** Number of values above which an expanded facet has a search field. */
const SEARCH_THRESHOLD = 15;

export interface FacetOption {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly isChosen: boolean;
}

interface FacetGroupOptions {
  readonly name: ListFilter | OwnField;
  readonly i18n: LocalizeController<'resourceList'>;
  title(): string;
  /** Adds a value to the filter, or removes it. */
  toggle(option: FacetOption): void;
  /** Renders controls below the title. */
  readonly renderControls?: (() => unknown) | undefined;
  /** Renders a field that finds a value as long as the facet has no search field of its own. */
  readonly renderFinder?: ((options: readonly FacetOption[]) => unknown) | undefined;
}

/** Facet as a group of checkboxes: collapsed, or expanded with a field that narrows the values. */
export class FacetGroup {
  readonly #host: WidgetHost;
  readonly #options: FacetGroupOptions;
  readonly #search: SearchInputController;
  #isExpanded = false;
  #searchText = '';
  #values: readonly FacetOption[] = [];
  readonly #matches = memo(
    () => [this.#values, this.#searchText],
    () => {
      const text = fold(this.#searchText);
      return text
        ? this.#values.filter(({label, isChosen}) => isChosen || fold(label).includes(text))
        : this.#values;
    },
  );

  constructor(host: WidgetHost, options: FacetGroupOptions) {
    this.#host = host;
    this.#options = options;
    this.#search = new SearchInputController(host, {
      currentQuery: () => this.#searchText,
      isInMemory: () => true,
      search: text => {
        this.#searchText = text;
        host.requestUpdate();
      },
      onTypingEnd: () => this.#announceMatches(),
    });
  }

  /** @param values Available values; the same array as long as none has changed. */
  render(values: readonly FacetOption[]): TemplateResult {
    this.#values = values;
    const {name, title, renderControls, renderFinder} = this.#options;
    const collapsedValues = firstValues(values, MAX_COLLAPSED_VALUES);
    const hiddenCount = values.length - collapsedValues.length;
    // A "more" button for a single value would take as much space as the value.
    const canExpand = hiddenCount > 1;
    const isExpanded = this.#isExpanded && canExpand;
    const hasSearch = isExpanded && values.length > SEARCH_THRESHOLD;
    const matches = hasSearch ? this.#matches() : values;
    const visibleValues =
      isExpanded || !canExpand ? firstValues(matches, MAX_EXPANDED_VALUES) : collapsedValues;
    return html`<fieldset data-facet=${name}>
      <legend>${title()}</legend>
      ${renderControls?.() ?? nothing}
      ${hasSearch ? this.#renderSearch() : (renderFinder?.(values) ?? nothing)}
      <div class="values">
        ${repeat(
          visibleValues,
          ({value}) => value,
          option => this.#renderValue(option),
        )}
      </div>
      ${isExpanded ? this.#renderRemaining(visibleValues.length, matches.length) : nothing}
      ${canExpand ? this.#renderToggle(isExpanded, hiddenCount) : nothing}
    </fieldset>`;
  }

  #renderSearch(): TemplateResult {
    const {name, i18n, title} = this.#options;
    const label = i18n.messages.findValue(title());
    const handleInput = ({target}: Event): void =>
      this.#search.setText((target as HTMLInputElement).value);
    return html`<input
      class="field"
      type="text"
      autocomplete="off"
      aria-label=${label}
      aria-describedby=${`more-${idOf(name)}`}
      placeholder=${label}
      @input=${handleInput}
    />`;
  }

  #renderValue(option: FacetOption): TemplateResult {
    const {name, i18n, toggle} = this.#options;
    const {value, label, isChosen} = option;
    const handleChange = (): void => toggle(option);
    const count = ` ${i18n.number(option.count)}`;
    if (name === 'family')
      return html`<label class=${isKnownFamily(value) ? value : nothing}
        ><input type="checkbox" .checked=${isChosen} @change=${handleChange} /><span
          >${renderFamilyShape(value)} ${label}</span
        ><span class="small">${count}</span></label
      >`;
    // Texts as properties: in a template, each of these hundreds of texts would have a marker node.
    return html`<label
      ><input type="checkbox" .checked=${isChosen} @change=${handleChange} /><span
        .textContent=${label}
      ></span
      ><span class="small" .textContent=${count}></span
    ></label>`;
  }

  /** Renders the number of values that the search field would find, or that it finds none. */
  #renderRemaining(shown: number, total: number): TemplateResult {
    const {name, i18n} = this.#options;
    const {narrowValues, noValue} = i18n.messages;
    const hint =
      total === 0
        ? noValue
        : shown < total
          ? narrowValues(i18n.number(shown), i18n.number(total))
          : nothing;
    return html`<p class="small" id=${`more-${idOf(name)}`}>${hint}</p>`;
  }

  #renderToggle(isExpanded: boolean, hiddenCount: number): TemplateResult {
    const {messages, number} = this.#options.i18n;
    return html`<button
      class="quiet small"
      type="button"
      @click=${isExpanded ? this.#collapse : this.#expand}
    >
      ${isExpanded ? messages.fewerValues : messages.moreValues(number(hiddenCount))}
    </button>`;
  }

  /** Shows more values. Focuses the search field, or else the first new value. */
  readonly #expand = ({currentTarget}: Event): void => {
    const facet = (currentTarget as HTMLElement).closest('fieldset');
    const previous = new Set(facet?.querySelectorAll('input'));
    this.#isExpanded = true;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      const inputs = [...(facet?.querySelectorAll('input') ?? [])];
      inputs.find(input => !previous.has(input))?.focus();
    });
  };

  /** Shows the first values only. The button, which remains, keeps the focus. */
  readonly #collapse = (): void => {
    this.#isExpanded = false;
    this.#searchText = '';
    this.#search.clear();
    this.#host.requestUpdate();
  };

  #announceMatches(): void {
    const {messages, number} = this.#options.i18n;
    const {length} = this.#matches();
    this.#host.status.announce(
      length ? messages.valuesFound(length, number(length)) : messages.noValue,
    );
  }
}

/** Returns the first values and all chosen ones, in their order. */
const firstValues = (options: readonly FacetOption[], max: number): readonly FacetOption[] =>
  options.filter(({isChosen}, index) => index < max || isChosen);

/** Returns the name of a facet as part of an id: the name of an own field may contain spaces, which separate ids. */
const idOf = (name: string): string => name.replace(/\s+/g, '-');
