import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {Messages} from '../../i18n/messages.js';
import {yearOfDay} from '../../model/time/period.js';
import type {Filter} from '../../model/query.js';
import {FAMILIES} from '../../model/records.js';
import {renderFamilyLabel} from '../parts/records/family-label.js';
import type {TimeAxis} from './time-axis.js';

interface ToolbarOptions {
  readonly messages: Messages<'programmeTimeline'>;
  /** Families of the bars. */
  readonly families: ReadonlySet<string>;
  /** Axis of all rows, whose years are the limits of the fields. */
  readonly axis: TimeAxis | undefined;
  readonly filter: Filter;
  readonly isZoomed: boolean;
  onChange(filter: Filter): void;
  onShowAll(): void;
}

/** Renders legend, year fields, and the button that shows all periods and programmes again. */
export function renderToolbar(options: ToolbarOptions): TemplateResult {
  const {messages, families, axis, filter, isZoomed, onChange, onShowAll} = options;
  const isAll = !isZoomed && !filter.programme?.length && !filter.from && !filter.to;
  return html`<div class="tools">
    ${renderLegend(messages, families)}
    ${axis && renderYearFields(messages, filter, axis, onChange)}
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
): TemplateResult =>
  html`<p class="legend small">
    <span>${messages.legend}</span> <span class="now">${messages.today}</span>
    ${FAMILIES.filter(family => families.has(family)).map(family => renderFamilyLabel(messages, family))}
  </p>`;

/** Renders the fields for the first and last year. An empty field means the limit of the data. */
function renderYearFields(
  messages: Messages<'programmeTimeline'>,
  filter: Filter,
  {first, last}: TimeAxis,
  onChange: (filter: Filter) => void,
): TemplateResult {
  const [minYear, maxYear] = [yearOfDay(first), yearOfDay(last)];
  const field = (name: 'from' | 'to', label: string, placeholder: number) => {
    const handleChange = ({target}: Event): void => {
      onChange(withYear(filter, name, (target as HTMLInputElement).value));
    };
    return html`<label
      >${label}
      <input
        class="field"
        type="number"
        min=${minYear}
        max=${maxYear}
        placeholder=${placeholder}
        .value=${live(filter[name]?.slice(0, 4) ?? '')}
        @change=${handleChange}
    /></label>`;
  };
  return html`<fieldset>
    <legend class="sr">${messages.yearsLabel}</legend>
    ${field('from', messages.fromYear, minYear)} ${field('to', messages.toYear, maxYear)}
  </fieldset>`;
}

/** Sets a year; any other text removes the limit. Years in reverse order are swapped. */
function withYear(filter: Filter, name: 'from' | 'to', input: string): Filter {
  const {from, to, ...others} = {...filter, [name]: /^\d{4}$/.test(input) ? input : undefined};
  const [first, last] = from && to && from > to ? [to, from] : [from, to];
  return {...others, ...(first && {from: first}), ...(last && {to: last})};
}
