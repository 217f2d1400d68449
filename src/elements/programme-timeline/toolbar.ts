import {html, type LitElement, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {StatusController} from '../../controllers/status-controller.js';
import type {Messages} from '../../i18n/messages.js';
import type {Filter} from '../../model/query.js';
import {type DaySpan, overlaps, yearOfDay} from '../../model/time/period.js';
import {FAMILIES} from '../../model/records.js';
import {type FamilySpan, PeriodSlider} from '../parts/facets/period-slider.js';
import {renderFamilyLabel} from '../parts/records/family-label.js';
import type {TimeAxis} from '../../model/time/time-axis.js';
import type {TimelineModel} from './timeline-model.js';

interface ToolbarOptions {
  readonly messages: Messages<'programmeTimeline'>;
  /** Bars, whose axis has the years that are the limits of the fields. */
  readonly model: Pick<TimelineModel, 'bars' | 'fullAxis' | 'page' | 'spans' | 'zoomedRow'>;
  readonly filter: Filter;
  readonly yearFields: YearFields;
  onShowAll(): void;
}

/** Renders legend, year fields and handles, and the button that shows all periods and programmes again. */
export function renderToolbar(options: ToolbarOptions): TemplateResult {
  const {messages, model, filter, yearFields, onShowAll} = options;
  const {bars, fullAxis, page, spans, zoomedRow} = model;
  const hasYears = fullAxis && yearFields.update(fullAxis, spans, filter);
  const {hasApproximateDates} = bars;
  // The overview draws also those of projects that are not shown yet.
  const families = new Set([...bars.families, ...(hasYears ? spans : []).map(one => one.family)]);
  const isAll = !zoomedRow && !filter.programme?.length && !filter.from && !filter.to;
  return html`<div class="tools">
      ${renderLegend(messages, families, {
        hasBands: page.rows.some(({row: {span}}) => span && fullAxis && overlaps(span, fullAxis)),
        hasApproximateDates: !!fullAxis && hasApproximateDates,
      })}
      ${hasYears ? yearFields.render({messages, filter}) : nothing}
      ${
        isAll
          ? nothing
          : html`<button class="button" type="button" @click=${onShowAll}>
              ${messages.zoomAll}
            </button>`
      }
    </div>
    ${hasYears ? yearFields.renderSlider({messages, filter}, spans) : nothing}`;
}

/** Renders the legend of what is drawn: bands, soft ends, marks. */
const renderLegend = (
  messages: Messages<'programmeTimeline'>,
  families: ReadonlySet<string | undefined>,
  shown: Readonly<Record<'hasBands' | 'hasApproximateDates', boolean>>,
): TemplateResult =>
  html`<p class="legend small">
    ${shown.hasBands ? html`<span class="band-key" .textContent=${messages.programmePeriod}></span>` : nothing}
    ${shown.hasApproximateDates ? html`<span class="circa-key" .textContent=${messages.approximateDates}></span>` : nothing}
    ${FAMILIES.filter(family => families.has(family)).map(family => renderFamilyLabel(messages, family))}
  </p>`;

/** Number of dated projects from which years can be chosen. */
const MIN_SPANS = 4;
/** Number of projects times years of the axis from which years can be chosen: a smaller chart is read at a glance. */
const MIN_AREA = 50;

type YearField = 'from' | 'to';

interface YearFieldsHost extends LitElement {
  readonly status: StatusController;
}

interface YearFieldsEvents {
  onChange(filter: Filter): void;
  /** The user is choosing a period with the handles; undefined once a choice is made. */
  onPreview(period: DaySpan | undefined): void;
}

interface YearFieldsOptions {
  readonly messages: Messages<'programmeTimeline'>;
  readonly filter: Filter;
}

/** Fields for the first and last year. An empty field means the limit of the data. */
export class YearFields {
  readonly #host: YearFieldsHost;
  readonly #events: YearFieldsEvents;
  readonly #slider: PeriodSlider;
  #filter: Filter = {};
  /** First and last year of all rows so far: a filter by years may leave rows of fewer years. */
  #range: readonly [first: number, last: number] = [Infinity, -Infinity];
  #isShown = false;
  /** Field whose last input was not a year of the range. */
  #invalidField: YearField | undefined;

  constructor(host: YearFieldsHost, events: YearFieldsEvents) {
    this.#host = host;
    this.#events = events;
    this.#slider = new PeriodSlider(host, {
      onPreview: period => events.onPreview(period),
      onChange: (from, to) =>
        events.onChange(withYears(this.#filter, {from: from?.toString(), to: to?.toString()})),
    });
  }

  /**
   * Extends the limits to the axis of all rows. Returns true from the first result with enough projects and years on: a
   * filter by years may leave fewer.
   */
  update(axis: TimeAxis, {length}: readonly DaySpan[], {from, to}: Filter): boolean {
    const [first, last] = this.#range;
    // Without dated projects, the axis has the years of all programmes.
    if (length || first > last)
      this.#range = [Math.min(first, yearOfDay(axis.first)), Math.max(last, yearOfDay(axis.last))];
    const years = this.#range[1] - this.#range[0];
    this.#isShown ||= (length >= MIN_SPANS && length * years >= MIN_AREA) || !!from || !!to;
    return this.#isShown;
  }

  /** Renders the handles, if there is a choice of years. */
  renderSlider({messages, filter}: YearFieldsOptions, spans: readonly FamilySpan[]): unknown {
    this.#filter = filter;
    const [first, last] = this.#range;
    const yearIn = (date: string | undefined) => (date ? Number(date.slice(0, 4)) : undefined);
    return last > first
      ? this.#slider.render({
          messages,
          range: this.#range,
          from: yearIn(filter.from),
          to: yearIn(filter.to),
          spans,
        })
      : nothing;
  }

  render(options: YearFieldsOptions): TemplateResult {
    const {messages} = options;
    return html`<fieldset>
      <legend class="sr" .textContent=${messages.yearsLabel}></legend>
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
        this.#events.onChange(withYears(filter, {[name]: isYear ? value : undefined}));
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

/** Sets or removes years. Years in reverse order are swapped. */
function withYears(
  filter: Filter,
  years: Readonly<Partial<Record<YearField, string | undefined>>>,
): Filter {
  const {from, to, ...others} = {...filter, ...years};
  const [first, last] = from && to && from > to ? [to, from] : [from, to];
  return {...others, ...(first && {from: first}), ...(last && {to: last})};
}
