import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {PortalEvent} from '../../model/records.js';
import {isSameRef, type RecordRef} from '../../controllers/selection-controller.js';
import type {WidgetHost} from '../base/widget-view.js';
import type {EntryHighlight} from '../parts/entry-highlight.js';
import {
  isCancelledOrPostponed,
  statusLabel,
  formatEventTimes,
  formatEventTimeZone,
} from '../parts/records/event-format.js';
import {renderHeading} from '../parts/elements.js';
import {renderLongText} from '../parts/long-text.js';
import {recordName, actionLabel} from '../parts/records/record-labels.js';
import {renderRecordLink} from '../parts/records/record-link.js';
import {renderThumbnail} from '../parts/pictures/deferred-pictures.js';
import {renderOrdinals} from './ordinal.js';
import {type AgendaDay, eventDates} from '../../model/agenda.js';
import type {RecordTemplateController} from '../parts/templates/record-template-controller.js';

export interface EventEntryOptions {
  readonly i18n: LocalizeController<'agenda' | 'events' | 'places'>;
  /** True if the heading above names the first day of the event. */
  readonly hasDayHeading: boolean;
  /** True if that heading names the last day too. */
  readonly hasEndHeading: boolean;
  readonly templates: RecordTemplateController;
  readonly highlight: EntryHighlight;
  /** Undefined if the event is over. */
  readonly addToCalendar: ((event: PortalEvent) => void) | undefined;
}

const PLACE_ICON = html`<svg viewBox="0 0 16 16" aria-hidden="true">
  <path
    d="M8 14.5C5 11 3.5 9 3.5 6.5a4.5 4.5 0 0 1 9 0C12.5 9 11 11 8 14.5zM8 5a1.5 1.5 0 1 0 .1 0"
  ></path>
</svg>`;
const CALENDAR_ICON = html`<svg viewBox="0 0 16 16" aria-hidden="true">
  <path d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3M8 8.5v3M6.5 10h3"></path>
</svg>`;

/** Returns the references of an event: of its project first, if it has one, since maps and timelines show projects. */
const refsOf = ({id, project}: PortalEvent): readonly RecordRef[] => [
  ...(project === undefined ? [] : [{collection: 'projects', id: project} as const]),
  {collection: 'events', id},
];

/** Date with the month before the day: `Saturday, May 2, 2099`, `until May 3, 2099`. */
const MONTH_FIRST = /^(.*?)(,? )(\p{L}+) (\d+)(, )(\d+)$/u;

/** Renders a formatted date, and below it its end, if it has one. */
export const renderDay = (label: string, end: string): TemplateResult =>
  html`${renderDate(label)}${end ? html` <span class="end">${renderDate(end)}</span>` : nothing}`;

/** Renders a formatted date with its day, or its year, as a large figure. A text without both stays as it is. */
function renderDate(label: string): unknown {
  const [isMonthFirst, name, comma, monthName, day, secondComma, year] =
    MONTH_FIRST.exec(label) ?? [];
  // Month and year are drawn together below the weekday. There is nothing for the commas to separate.
  if (isMonthFirst)
    return html`<span class="weekday">${name}</span><span class="sr">${comma}</span
      ><span class="month">${monthName}</span> <span class="figure">${day}</span
      ><span class="sr">${secondComma}</span><span class="month">${year}</span>`;
  const [, weekday, before, figure, after, month] =
    /^(\D*?)(\s*)(\d+(?:er|\.)?)(?=[\s,]|$)(\s*)(.*)$/.exec(label) ?? [];
  if (figure === undefined) return label;
  // The spaces are between the parts: the name of the heading is the whole text.
  return html`<span class="weekday">${weekday}</span>${before}<span
      class="figure ${figure.length === 4 ? 'year' : ''}"
      >${renderOrdinals(figure)}</span
    >${after}<span class="month">${month}</span>`;
}

/** Returns the last day of a single event that takes several, without hours; empty for others. */
export function endLabel(
  {date, events: [event, ...others]}: AgendaDay,
  i18n: LocalizeController,
): string {
  if (!date || !event || others.length > 0) return '';
  const {start, end} = eventDates(event) ?? {};
  return start && end && start.last < end.first && start.precision !== 'time'
    ? formatEventTimes(event, i18n, true)
    : '';
}

/** Renders one event: title, time, status, place, text, and the calendar button. */
export function renderEventEntry(
  host: WidgetHost,
  event: PortalEvent,
  options: EventEntryOptions,
): TemplateResult {
  const {selection} = host;
  const {i18n, hasDayHeading, hasEndHeading, templates, addToCalendar} = options;
  const headingLevel = host.level + 1;
  const {messages} = i18n;
  const {place, geo, image, period} = event;
  const name = recordName(event, i18n);
  const allTimes = formatEventTimes(event, i18n, hasDayHeading);
  const times = hasEndHeading ? '' : allTimes;
  const zone = formatEventTimeZone(event, i18n);
  const status = statusLabel(event.status, i18n);
  const text = i18n.text(event.description);
  const refs = refsOf(event);
  const isHighlighted = refs.some(ref => isSameRef(ref, selection.highlighted));
  const showOnMap = (): void => {
    if (event.project !== undefined) selection.setSelected(refs[0], host);
    if (geo) selection.showPlace({...geo, name});
  };
  const highlight = (): void => options.highlight(refs[0]);
  const clearHighlight = (): void => options.highlight();
  return html`<li
    class="event ${isHighlighted ? 'lit' : ''} ${isCancelledOrPostponed(event) ? 'off' : ''}"
    part="event"
    @pointerenter=${highlight}
    @pointerleave=${clearHighlight}
    @focusin=${highlight}
    @focusout=${clearHighlight}
  >
    <article>
      ${
        templates.render(event, i18n, headingLevel, {period: allTimes}) ??
        html`${renderHeading(headingLevel, renderRecordLink(host, event))}
        ${
          times || status
            ? html`<p class="when">
                ${
                  times
                    ? html`<time datetime=${period.start ?? period.end ?? nothing}
                        >${renderOrdinals(times)}</time
                      >`
                    : nothing
                }
                ${zone ? html`<span class="small">${zone}</span>` : nothing}
                ${status ? html`<strong class="status">${status}</strong>` : nothing}
              </p>`
            : nothing
        }
        ${
          place || (geo && selection.hasMap)
            ? html`<p class="place small">
                ${place}
                ${
                  geo && selection.hasMap
                    ? html`<button
                        class="quiet"
                        type="button"
                        title=${messages.seeOnMap}
                        @click=${showOnMap}
                      >
                        ${PLACE_ICON}<span class="sr"
                          >${actionLabel(messages.seeOnMap, name, i18n)}</span
                        >
                      </button>`
                    : nothing
                }
              </p>`
            : nothing
        }
        ${text.value ? renderLongText(text, name, i18n) : nothing}
        ${image ? html`<div class="aside small">${renderThumbnail(image, i18n)}</div>` : nothing}`
      }
      ${
        addToCalendar
          ? html`<p class="acts small">
              <button
                class="quiet"
                type="button"
                part="calendar"
                @click=${() => addToCalendar(event)}
              >
                ${CALENDAR_ICON} ${actionLabel(messages.addToCalendar, name, i18n)}
              </button>
            </p>`
          : nothing
      }
    </article>
  </li>`;
}

/** Upper bound on placeholders: more events are rarely visible at once. */
const MAX_PLACEHOLDERS = 6;

const renderDays = (events: number): TemplateResult =>
  html`<div class="days">
    ${new Array<TemplateResult>(Math.min(events, MAX_PLACEHOLDERS)).fill(
      html`<div class="day">
        <span class="bone title">.</span>
        <div class="event"><span class="bone title">.</span><span class="bone text">.</span></div>
      </div>`,
    )}
  </div>`;

/** Renders the placeholders of the agenda. */
export const renderSkeleton = (events: number): TemplateResult =>
  html`<div class="bar"></div>
    ${renderDays(events)}`;

/** Renders the placeholders of past events, below those to come. */
export const renderPastSkeleton = (loading: string): TemplateResult =>
  html`<div class="skeleton" aria-hidden="true" inert>${renderDays(2)}</div>
    <p class="sr">${loading}</p>`;
