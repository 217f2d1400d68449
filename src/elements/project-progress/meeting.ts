import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {formatTimes, formatWeekday} from '../../i18n/format-time.js';
import {datesOf, isoDay, type Timed} from '../../model/agenda.js';
import {dayToDate} from '../../model/period.js';
import type {PortalEvent} from '../../model/records.js';
import {isOff, statusName, timesOf, zoneNameOf} from '../event-words.js';
import {heading} from '../heading.js';

interface MeetingOptions {
  readonly i18n: LocalizeController<'projectProgress' | 'events'>;
  /** Heading level of the card. */
  readonly level: number;
  link(event: PortalEvent): unknown;
  /** Saves the meeting as a calendar file. */
  keep(event: PortalEvent): void;
}

/** Renders the next meeting: time, place, and a button to download a calendar file. */
export function renderMeeting(event: PortalEvent, options: MeetingOptions): TemplateResult {
  const {i18n, level} = options;
  const {messages} = i18n;
  const zone = zoneNameOf(event, i18n);
  const status = statusName(event.status, i18n);
  const description = i18n.text(event.description);
  return html`<div class="card meeting ${isOff(event) ? 'off' : ''}" part="meeting">
    ${heading(level, messages.meeting)}
    <p class="when">
      <time datetime=${event.period.start ?? event.period.end ?? nothing}
        >${when(event, i18n)}</time
      >
      ${zone ? html`<span class="small">${zone}</span>` : nothing}
      ${status ? html`<strong class="status">${status}</strong>` : nothing}
    </p>
    <p class="name">${options.link(event)}</p>
    ${event.place ? html`<p class="small">${event.place}</p>` : nothing}
    ${
      description.value
        ? html`<p class="text" lang=${description.lang ?? nothing}>${description.value}</p>`
        : nothing
    }
    ${
      isOff(event)
        ? nothing
        : html`<button
            class="button"
            type="button"
            part="calendar"
            @click=${() => options.keep(event)}
          >
            ${messages.addToCalendar}
          </button>`
    }
  </div>`;
}

/** Returns the day with its times, or the days of a longer event. */
function when(event: Timed, i18n: LocalizeController): string {
  const dates = datesOf(event);
  const isOneDay =
    dates?.start.first === dates?.end.last &&
    ['day', 'time'].includes(dates?.start.precision ?? '');
  if (!dates || !isOneDay) return timesOf(event, i18n, false);
  const day = formatWeekday(i18n.language, dayToDate(dates.start.first));
  return [day, timesOf(event, i18n, true)].filter(Boolean).join(', ');
}

/** Formats a date, with its time if it has one (Europe/Paris if it has no offset). */
export function momentOf(text: string, i18n: LocalizeController): string {
  const {start} = datesOf({period: {start: text}}) ?? {};
  if (start?.precision !== 'time') return i18n.date(text);
  const clock = new Date(dayToDate(start.first).getTime() + start.seconds * 1000);
  return `${i18n.date(isoDay(start.first))}, ${formatTimes(i18n.language, clock)}`;
}
