import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {PortalEvent} from '../../model/records.js';
import {actOn} from '../act-on.js';
import {isOff, statusName, timesOf, zoneNameOf} from '../event-words.js';
import {heading} from '../heading.js';
import {recordName} from '../record-name.js';
import {renderPicture} from '../shown-picture.js';

export interface EntryOptions {
  readonly i18n: LocalizeController<'agenda' | 'events' | 'places'>;
  readonly colon: string;
  readonly level: number;
  /** True if the heading above names the first day of the event. */
  readonly isUnderItsDay: boolean;
  readonly isLit: boolean;
  link(event: PortalEvent): unknown;
  text(event: PortalEvent): unknown;
  /** Highlights an event here and in linked widgets, or none. */
  point(event: PortalEvent | undefined): void;
  /** Undefined if the event is over. */
  readonly keep: ((event: PortalEvent) => void) | undefined;
  /** Undefined if no map can show the place. */
  readonly seeOnMap: ((event: PortalEvent) => void) | undefined;
}

const CALENDAR = html`<svg viewBox="0 0 16 16" aria-hidden="true">
  <path d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3M8 8.5v3M6.5 10h3"></path>
</svg>`;

/** Renders one event: title, time, status, place, text, and the calendar button. */
export function renderEntry(event: PortalEvent, options: EntryOptions): TemplateResult {
  const {i18n, colon, level, isLit, keep, seeOnMap} = options;
  const {messages} = i18n;
  const {place, geo, image, period} = event;
  const name = recordName(event, i18n);
  const times = timesOf(event, i18n, options.isUnderItsDay);
  const zone = zoneNameOf(event, i18n);
  const status = statusName(event.status, i18n);
  const text = options.text(event);
  const point = (): void => options.point(event);
  const leave = (): void => options.point(undefined);
  return html`<li
    class="event ${isLit ? 'lit' : ''} ${isOff(event) ? 'off' : ''}"
    part="event"
    @pointerenter=${point}
    @pointerleave=${leave}
    @focusin=${point}
    @focusout=${leave}
  >
    <article>
      ${heading(level, options.link(event))}
      ${
        times || status
          ? html`<p class="when">
              ${
                times
                  ? html`<time datetime=${period.start ?? period.end ?? nothing}>${times}</time>`
                  : nothing
              }
              ${zone ? html`<span class="small">${zone}</span>` : nothing}
              ${status ? html`<strong class="status">${status}</strong>` : nothing}
            </p>`
          : nothing
      }
      ${
        place || (geo && seeOnMap)
          ? html`<p class="place small">
              ${place}
              ${
                geo && seeOnMap
                  ? html`<button class="quiet" type="button" @click=${() => seeOnMap(event)}>
                      ${actOn(messages.seeOnMap, name, colon)}
                    </button>`
                  : nothing
              }
            </p>`
          : nothing
      }
      ${text ? html`<p class="text">${text}</p>` : nothing}
      ${image ? html`<div class="aside small">${renderPicture(image, i18n)}</div>` : nothing}
      ${
        keep
          ? html`<p class="acts small">
              <button class="quiet" type="button" part="calendar" @click=${() => keep(event)}>
                ${CALENDAR} ${actOn(messages.addToCalendar, name, colon)}
              </button>
            </p>`
          : nothing
      }
    </article>
  </li>`;
}
