import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {NEARBY_RADIUS} from '../../controllers/geolocation-controller.js';
import {formatDistance} from '../../i18n/format-measures.js';
import {type Filter, LIST_FILTERS} from '../../model/query.js';
import {formatDateFilter, type FacetLabels} from './labels.js';

/** Selected filter value, and the filter without it. */
export interface Chip {
  readonly key: string;
  readonly label: string;
  readonly without: Filter;
}

/** Returns the selected filter values. Without the search text, which its field already shows. */
export function chipsOf(
  filter: Filter,
  labels: FacetLabels,
  i18n: LocalizeController<'resourceList'>,
): Chip[] {
  const chips: Chip[] = [];
  for (const name of LIST_FILTERS) {
    const {[name]: values = [], ...others} = filter;
    for (const value of values) {
      const rest = values.filter(other => other !== value);
      const without = rest.length ? {...others, [name]: rest} : others;
      chips.push({key: `${name} ${value}`, label: labels.labelOf(name, value, i18n), without});
    }
  }
  const {from: _from, to: _to, ...undated} = filter;
  const dates = formatDateFilter(filter, i18n);
  if (dates) chips.push({key: 'dates', label: dates, without: undated});
  const {bbox, ...anywhere} = filter;
  const near = i18n.messages.nearMeWithin(formatDistance(i18n.language, NEARBY_RADIUS));
  if (bbox) chips.push({key: 'bbox', label: near, without: anywhere});
  return chips;
}

export function renderChips(
  chips: readonly Chip[],
  {messages}: LocalizeController<'resourceList'>,
  remove: (chip: Chip, index: number) => void,
  clear: (() => void) | undefined,
): TemplateResult | typeof nothing {
  if (chips.length === 0) return nothing;
  return html`<ul class="chips" part="chips" aria-label=${messages.chosen}>
      ${repeat(
        chips,
        ({key}) => key,
        (chip, index) =>
          html`<li>
            <button
              class="chip"
              type="button"
              aria-label=${messages.remove(chip.label)}
              @click=${() => remove(chip, index)}
            >
              ${chip.label}
              <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4l8 8M12 4l-8 8"></path></svg>
            </button>
          </li>`,
      )}
    </ul>
    ${
      clear
        ? html`<button class="quiet" type="button" @click=${clear}>${messages.clearAll}</button>`
        : nothing
    }`;
}
