import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {formatTimeRange, formatWeekday} from '../../../i18n/format-time.js';
import {eventDates, type EventTiming} from '../../../model/agenda.js';
import {dayToDate, isoDay} from '../../../model/time/period.js';
import type {PortalEvent} from '../../../model/records.js';
import {
  isCancelledOrPostponed,
  statusLabel,
  formatEventTimes,
  formatEventTimeZone,
} from '../records/event-format.js';
import {renderHeading} from '../heading.js';

interface MeetingOptions {
  readonly i18n: LocalizeController<'projectProgress' | 'events'>;
  readonly headingLevel: number;
  renderLink(event: PortalEvent): unknown;
  /** Saves the meeting as a calendar file. */
  addToCalendar(event: PortalEvent): void;
}

/** Renders the next meeting: time, place, and a button to download a calendar file. */
export function renderMeeting(event: PortalEvent, options: MeetingOptions): TemplateResult {
  const {i18n, headingLevel} = options;
  const {messages} = i18n;
  const zone = formatEventTimeZone(event, i18n);
  const status = statusLabel(event.status, i18n);
  const description = i18n.text(event.description);
  return html`<div
    class="card meeting ${isCancelledOrPostponed(event) ? 'off' : ''}"
    part="meeting"
  >
    ${renderHeading(headingLevel, messages.meeting)}
    <p class="when">
      <time datetime=${event.period.start ?? event.period.end ?? nothing}
        >${formatMeetingTime(event, i18n)}</time
      >
      ${zone ? html`<span class="small">${zone}</span>` : nothing}
      ${status ? html`<strong class="status">${status}</strong>` : nothing}
    </p>
    <p class="name">${options.renderLink(event)}</p>
    ${event.place ? html`<p class="small">${event.place}</p>` : nothing}
    ${
      description.value
        ? html`<p class="text" lang=${description.lang ?? nothing}>${description.value}</p>`
        : nothing
    }
    ${
      isCancelledOrPostponed(event)
        ? nothing
        : html`<button
            class="button"
            type="button"
            part="calendar"
            @click=${() => options.addToCalendar(event)}
          >
            ${messages.addToCalendar}
          </button>`
    }
  </div>`;
}

/** Returns the day with its times, or the days of a longer event. */
function formatMeetingTime(event: EventTiming, i18n: LocalizeController): string {
  const dates = eventDates(event);
  const isOneDay =
    dates?.start.first === dates?.end.last &&
    ['day', 'time'].includes(dates?.start.precision ?? '');
  if (!dates || !isOneDay) return formatEventTimes(event, i18n, false);
  const day = formatWeekday(i18n.language, dayToDate(dates.start.first));
  return [day, formatEventTimes(event, i18n, true)].filter(Boolean).join(', ');
}

/** Formats a date, with its time if it has one (Europe/Paris if it has no offset). */
export function formatDateTime(text: string, i18n: LocalizeController): string {
  const {start} = eventDates({period: {start: text}}) ?? {};
  if (start?.precision !== 'time') return i18n.date(text);
  const dateTime = new Date(dayToDate(start.first).getTime() + start.seconds * 1000);
  return `${i18n.date(isoDay(start.first))}, ${formatTimeRange(i18n.language, dateTime)}`;
}
