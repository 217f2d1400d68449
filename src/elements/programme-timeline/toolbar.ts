import {html, type LitElement, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {StatusController} from '../../controllers/status/status-controller.js';
import type {Messages} from '../../i18n/messages.js';
import type {Filter} from '../../model/query.js';
import {yearOfDay} from '../../model/time/period.js';
import {FAMILIES} from '../../model/records.js';
import {renderFamilyLabel} from '../parts/records/family-label.js';
import type {TimeAxis} from '../../model/time/time-axis.js';

interface ToolbarOptions {
  readonly messages: Messages<'programmeTimeline'>;
  /** Families of the bars. */
  readonly families: ReadonlySet<string>;
  /** True if at least one bar has approximate dates. */
  readonly hasApproximateDates: boolean;
  /** Axis of all rows, whose years are the limits of the fields. */
  readonly axis: TimeAxis | undefined;
  readonly filter: Filter;
  readonly isZoomed: boolean;
  readonly yearFields: YearFields;
  onShowAll(): void;
}

/** Renders legend, year fields, and the button that shows all periods and programmes again. */
export function renderToolbar(options: ToolbarOptions): TemplateResult {
  const {messages, families, hasApproximateDates, axis} = options;
  const {filter, isZoomed, yearFields, onShowAll} = options;
  const isAll = !isZoomed && !filter.programme?.length && !filter.from && !filter.to;
  return html`<div class="tools">
    ${renderLegend(messages, families, hasApproximateDates)}
    ${axis && yearFields.render({messages, filter, axis})}
    ${
      isAll
        ? nothing
        : html`<button class="button" type="button" @click=${onShowAll}>
            ${messages.zoomAll}
          </button>`
    }
  </div>`;
}

/** Renders the legend of band, bar, line and marks. */
const renderLegend = (
  messages: Messages<'programmeTimeline'>,
  families: ReadonlySet<string>,
  hasApproximateDates: boolean,
): TemplateResult =>
  html`<p class="legend small">
    <span class="band-key">${messages.programmePeriod}</span>
    ${hasApproximateDates ? html`<span class="circa-key">${messages.approximateDates}</span>` : nothing}
    <span class="now">${messages.today}</span>
    ${FAMILIES.filter(family => families.has(family)).map(family => renderFamilyLabel(messages, family))}
  </p>`;

type YearField = 'from' | 'to';

interface YearFieldsHost extends LitElement {
  readonly status: StatusController;
}

interface YearFieldsOptions {
  readonly messages: Messages<'programmeTimeline'>;
  readonly filter: Filter;
  /** Axis of all rows. */
  readonly axis: TimeAxis;
}

/** Fields for the first and last year. An empty field means the limit of the data. */
export class YearFields {
  readonly #host: YearFieldsHost;
  readonly #onChange: (filter: Filter) => void;
  /** First and last year of all rows so far: a filter by years may leave rows of fewer years. */
  #range: readonly [first: number, last: number] = [Infinity, -Infinity];
  /** Field whose last input was not a year of the range. */
  #invalidField: YearField | undefined;

  constructor(host: YearFieldsHost, onChange: (filter: Filter) => void) {
    this.#host = host;
    this.#onChange = onChange;
  }

  render(options: YearFieldsOptions): TemplateResult {
    const {messages, axis} = options;
    const [first, last] = this.#range;
    this.#range = [Math.min(first, yearOfDay(axis.first)), Math.max(last, yearOfDay(axis.last))];
    return html`<fieldset>
      <legend class="sr">${messages.yearsLabel}</legend>
      ${this.#renderField('from', messages.fromYear, this.#range[0], options)}
      ${this.#renderField('to', messages.toYear, this.#range[1], options)}
      ${
        this.#invalidField
          ? html`<p class="small" id="year-hint">${messages.yearBetween(...this.#range)}</p>`
          : nothing
      }
    </fieldset>`;
  }

  #renderField(
    name: YearField,
    label: string,
    placeholder: number,
    {messages, filter}: YearFieldsOptions,
  ): TemplateResult {
    const [min, max] = this.#range;
    const isInvalid = this.#invalidField === name;
    const handleChange = ({target}: Event): void => {
      const {value, validity} = target as HTMLInputElement;
      const isYear = /^\d{4}$/.test(value) && Number(value) >= min && Number(value) <= max;
      this.#invalidField = !isYear && (value || validity.badInput) ? name : undefined;
      if (this.#invalidField) this.#host.status.announce(messages.yearBetween(min, max));
      if (isYear || filter[name])
        this.#onChange(withYear(filter, name, isYear ? value : undefined));
      // Clears a field with an invalid value, or after the page has canceled the change.
      this.#host.requestUpdate();
    };
    return html`<label
      >${label}
      <input
        class="field"
        type="number"
        min=${min}
        max=${max}
        placeholder=${placeholder}
        aria-invalid=${isInvalid ? 'true' : nothing}
        aria-describedby=${isInvalid ? 'year-hint' : nothing}
        .value=${live(filter[name]?.slice(0, 4) ?? '')}
        @change=${handleChange}
    /></label>`;
  }
}

/** Sets or removes a year. Years in reverse order are swapped. */
function withYear(filter: Filter, name: YearField, year: string | undefined): Filter {
  const {from, to, ...others} = {...filter, [name]: year};
  const [first, last] = from && to && from > to ? [to, from] : [from, to];
  return {...others, ...(first && {from: first}), ...(last && {to: last})};
}
