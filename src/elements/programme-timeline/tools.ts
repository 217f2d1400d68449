import {html, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {Messages} from '../../i18n/messages.js';
import {yearOfDay} from '../../model/period.js';
import type {Filter} from '../../model/query.js';
import {FAMILIES} from '../../model/records.js';
import {familyMark} from '../family-mark.js';
import type {Axis} from './scale.js';

/** Renders the legend of band, bar, line and marks. */
export const legend = (
  messages: Messages<'programmeTimeline'>,
  families: ReadonlySet<string>,
): TemplateResult =>
  html`<p class="legend small">
    <span>${messages.legend}</span> <span class="now">${messages.today}</span>
    ${FAMILIES.filter(family => families.has(family)).map(family => familyMark(messages, family))}
  </p>`;

/** Renders the fields for the first and last year. An empty field means the limit of the data. */
export function yearFields(
  messages: Messages<'programmeTimeline'>,
  filter: Filter,
  {first, last}: Axis,
  choose: (filter: Filter) => void,
): TemplateResult {
  const [least, most] = [yearOfDay(first), yearOfDay(last)];
  const field = (name: 'from' | 'to', label: string, otherwise: number) => {
    const take = ({target}: Event): void => {
      choose(withYear(filter, name, (target as HTMLInputElement).value));
    };
    return html`<label
      >${label}
      <input
        class="field"
        type="number"
        min=${least}
        max=${most}
        placeholder=${otherwise}
        .value=${live(filter[name]?.slice(0, 4) ?? '')}
        @change=${take}
    /></label>`;
  };
  return html`<fieldset>
    <legend class="sr">${messages.yearsLabel}</legend>
    ${field('from', messages.fromYear, least)} ${field('to', messages.toYear, most)}
  </fieldset>`;
}

/** Sets a year; any other text removes the limit. Years in reverse order are swapped. */
function withYear(filter: Filter, name: 'from' | 'to', words: string): Filter {
  const {from, to, ...others} = {...filter, [name]: /^\d{4}$/.test(words) ? words : undefined};
  const [first, last] = from && to && from > to ? [to, from] : [from, to];
  return {...others, ...(first && {from: first}), ...(last && {to: last})};
}
