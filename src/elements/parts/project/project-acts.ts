import {html, nothing, type TemplateResult} from 'lit';
import type {LocalizeController} from '../../../controllers/localize-controller.js';
import {formatTimeRange, formatWeekday} from '../../../i18n/format-time.js';
import {eventDates, type EventTiming} from '../../../model/agenda.js';
import {dayToDate, isoDay} from '../../../model/time/period.js';
import type {DownloadController, DownloadFile} from '../../../controllers/download-controller.js';
import type {WidgetHost} from '../../base/widget-view.js';
import {renderRecordLink} from '../records/record-link.js';
import {saveEvent} from '../records/save-event.js';
import type {PortalEvent} from '../../../model/records.js';
import {
  isCancelledOrPostponed,
  statusLabel,
  formatEventTimes,
  formatEventTimeZone,
} from '../records/event-format.js';
import {renderHeading} from '../elements.js';
import {FACT_SEPARATOR, type LocalizedText} from '../../../model/text.js';
import {participationState} from './project-state.js';

type ActsI18n = LocalizeController<'projectProgress' | 'events'>;

/** Widget whose project has a next meeting and a call for participation. */
interface ActsHost extends WidgetHost {
  readonly now?: Date | undefined;
}

/**
 * Renders the next meeting: time, place, and a button to download a calendar file. `nothing` without one.
 *
 * @param files Saves the calendar file.
 */
export function renderMeeting(
  host: ActsHost,
  event: PortalEvent | undefined,
  i18n: ActsI18n,
  headingLevel: number,
  files: Pick<DownloadController<DownloadFile>, 'save'>,
): TemplateResult | typeof nothing {
  if (!event) return nothing;
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
    <p class="name">${renderRecordLink(host, event, {collection: 'events'})}</p>
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
            @click=${() => void saveEvent(host, i18n, files, event)}
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
function formatDateTime(text: string, i18n: LocalizeController): string {
  const {start} = eventDates({period: {start: text}}) ?? {};
  if (start?.precision !== 'time') return i18n.date(text);
  const dateTime = new Date(dayToDate(start.first).getTime() + start.seconds * 1000);
  return `${i18n.date(isoDay(start.first))}, ${formatTimeRange(i18n.language, dateTime)}`;
}

export interface Participation {
  readonly label: LocalizedText;
  /** Validated URL. */
  readonly href: string | undefined;
  readonly until: string | undefined;
  /** State set by the page. */
  readonly explicitState: string;
}

/** Renders the call for participation with its deadline. A closed one has no link; one of the future no emphasis. */
export function renderParticipation(
  {label, href, until, explicitState}: Participation,
  i18n: LocalizeController<'projectProgress'>,
  headingLevel: number,
  now: Date,
): unknown {
  if (!href && !label.value && !until && !explicitState) return nothing;
  const {messages} = i18n;
  const state = participationState(explicitState, until, now);
  const isOpen = state !== 'closed' && state !== 'soon';
  const linkText = html`<span lang=${label.lang ?? nothing}
    >${label.value || messages.takePart}</span
  >`;
  return html`<div class="card participation ${isOpen ? '' : 'over'}" part="participation">
    ${renderHeading(headingLevel, messages.participation)} ${renderState(state, until, i18n)}
    ${
      state === 'closed'
        ? nothing
        : href
          ? html`<p>
              <a
                class=${isOpen ? 'action' : ''}
                part="action"
                href=${href}
                rel="noopener"
                referrerpolicy="strict-origin-when-cross-origin"
                >${linkText}</a
              >
            </p>`
          : label.value
            ? html`<p>${linkText}</p>`
            : nothing
    }
  </div>`;
}

function renderState(
  state: string,
  until: string | undefined,
  i18n: LocalizeController<'projectProgress'>,
): unknown {
  const {messages} = i18n;
  const date = until && formatDateTime(until, i18n);
  const deadline =
    date && html`${messages.deadline}${i18n.colon}<time datetime=${until}>${date}</time>`;
  switch (state) {
    case 'open':
      return deadline ? html`<p>${deadline}</p>` : nothing;
    case 'closed':
      return html`<p><strong>${messages.closed}</strong> ${deadline}</p>`;
    case 'soon':
      return html`<p>${messages.opensSoon} ${deadline}</p>`;
    default:
      return html`<p>${state}${deadline && FACT_SEPARATOR}${deadline}</p>`;
  }
}
