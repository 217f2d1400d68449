import {html, nothing, type TemplateResult} from 'lit';
import {ref, createRef} from 'lit/directives/ref.js';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {dateRange} from '../../../i18n/fr/on-demand.js';
import {records} from '../../../i18n/fr/widgets.js';
import {dayToDate, parseDate} from '../../../model/time/period.js';
import type {Filter} from '../../../model/query.js';
import type {WidgetHost} from '../../base/widget-view.js';

/** Changes the selected filter and announces the result. */
type ApplyFilter = (filter: Filter) => void;

type RangeEnd = 'from' | 'to';
const RANGE_ENDS: readonly RangeEnd[] = ['from', 'to'];
/** First year that is complete: browsers report each digit that is typed. */
const MIN_YEAR = '1000';

/** Two date fields that set `from` and `to`, each optional. */
export class DateRange {
  readonly #host: WidgetHost;
  readonly #applyFilter: ApplyFilter;
  readonly #i18n: LocalizeController<'dateRange'>;
  readonly #fields = {from: createRef<HTMLInputElement>(), to: createRef<HTMLInputElement>()};
  /** Values that cannot be applied, with the reason, empty while one is typed; undefined if the fields show the filter. */
  #draft: {readonly values: Readonly<Record<RangeEnd, string>>; readonly error: string} | undefined;
  #filterKey = '';

  constructor(host: WidgetHost, applyFilter: ApplyFilter) {
    this.#host = host;
    this.#applyFilter = applyFilter;
    this.#i18n = host.i18n.withSections({dateRange, records});
  }

  render(): TemplateResult {
    const {messages} = this.#i18n;
    const {from = '', to = ''} = this.#host.selection.filter;
    // A range that was chosen elsewhere replaces the values of the fields.
    if (this.#filterKey !== `${from} ${to}`) this.#draft = undefined;
    this.#filterKey = `${from} ${to}`;
    const values = this.#draft?.values ?? {from: dayOf(from, 'from'), to: dayOf(to, 'to')};
    const error = this.#draft?.error;
    const hasValue = RANGE_ENDS.some(side => values[side] !== '');
    return html`<fieldset data-facet="date">
      <legend>${messages.dateRange}</legend>
      ${RANGE_ENDS.map(side => this.#renderField(side, values[side]))}
      ${error ? html`<p class="small" id="date-error" role="alert">${error}</p>` : nothing}
      ${
        hasValue
          ? html`<button
              class="quiet small"
              type="button"
              aria-label=${messages.clearDates}
              @click=${this.#clear}
            >
              ${messages.clear}
            </button>`
          : nothing
      }
    </fieldset>`;
  }

  #renderField(side: RangeEnd, value: string): TemplateResult {
    const fixed = this.#host.records.fixedFilter;
    return html`<label class="small" for=${`date-${side}`}>${this.#i18n.messages[side]}</label
      ><input
        class="field"
        type="date"
        id=${`date-${side}`}
        min=${dayOf(fixed.from ?? '', 'from') || nothing}
        max=${dayOf(fixed.to ?? '', 'to') || nothing}
        aria-invalid=${this.#draft?.error ? 'true' : nothing}
        aria-describedby=${this.#draft?.error ? 'date-error' : nothing}
        .value=${value}
        ${ref(this.#fields[side])}
        @change=${this.#apply}
      />`;
  }

  readonly #apply = (): void => {
    const values = {from: this.#valueOf('from'), to: this.#valueOf('to')};
    const isBeingTyped = RANGE_ENDS.some(
      side => this.#fields[side].value?.validity.badInput || /^0\d{3}-/.test(values[side]),
    );
    if (isBeingTyped) {
      // The message is about a date that the field no longer has.
      if (this.#draft) this.#draft = {...this.#draft, error: ''};
      this.#host.requestUpdate();
      return;
    }
    const error = this.#errorOf(values);
    this.#draft = error === undefined ? undefined : {values, error};
    if (error !== undefined) this.#host.requestUpdate();
    else this.#setFilter(values);
  };

  #valueOf(side: RangeEnd): string {
    return this.#fields[side].value?.value.trim() ?? '';
  }

  #errorOf({from, to}: Readonly<Record<RangeEnd, string>>): string | undefined {
    const {fromAfterTo, invalidDate} = this.#i18n.messages;
    const [start, end] = [parseDate(from), parseDate(to)];
    // Browsers without date fields accept any text.
    if ((from && !start) || (to && !end)) return invalidDate;
    return start && end && start.first > end.last ? fromAfterTo : undefined;
  }

  #setFilter({from, to}: Readonly<Record<RangeEnd, string>>): void {
    const {from: _from, to: _to, ...others} = this.#host.selection.filter;
    this.#applyFilter({...others, ...(from && {from}), ...(to && {to})});
    this.#host.requestUpdate();
  }

  /** Removes both dates, and focuses the first field: the button disappears. */
  readonly #clear = (): void => {
    this.#draft = undefined;
    this.#setFilter({from: '', to: ''});
    this.#fields.from.value?.focus();
  };
}

/** Returns the first or last day of a date of any precision as `2016-10-01`; empty if it is none that a field shows. */
function dayOf(text: string, side: RangeEnd): string {
  const date = parseDate(text);
  if (!date) return '';
  const day = dayToDate(side === 'from' ? date.first : date.last).toISOString();
  return day >= MIN_YEAR && /^\d{4}-/.test(day) ? day.slice(0, 10) : '';
}
