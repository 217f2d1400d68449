import {html, nothing, type TemplateResult} from 'lit';
import {DateController, type DateHost} from '../../controllers/date-controller.js';
import {DownloadController, type DownloadFile} from '../../controllers/download-controller.js';
import {latestValue} from '../../controllers/load-controller.js';
import {PagedRecords} from '../../controllers/pagination-controller.js';
import type {QueryResult} from '../../data/source.js';
import {places} from '../../i18n/fr/map.js';
import {records, singleRecord, events, agenda} from '../../i18n/fr/widgets.js';
import {formatWeekday} from '../../i18n/format-time.js';
import {type AgendaDay, upcomingDays, isUpcoming, pastDays} from '../../model/agenda.js';
import {dayToDate, isoDay, dateSpan} from '../../model/time/period.js';
import {ALL_RECORDS, type Query, type Filter, intersectFilters} from '../../model/query.js';
import type {PortalEvent} from '../../model/records.js';
import {createCalendar, saveEvent} from '../parts/records/save-event.js';
import {entryHighlight} from '../parts/entry-highlight.js';
import {renderFooter} from '../parts/footer.js';
import {renderHeading} from '../parts/elements.js';
import {renderMore} from '../parts/page-control.js';
import {hidesPart, showsPart} from '../parts/shown-parts.js';
import {RecordTemplateController} from '../parts/templates/record-template-controller.js';
import {renderEmpty, renderWayOut} from '../parts/empty-state.js';
import {renderNotices, renderRetry, renderState, retryLoad} from '../parts/states.js';
import {listStyles, entryActionStyles} from '../../styles/list.styles.js';
import {type WidgetHost, WidgetView} from '../base/widget-view.js';
import {preparePrint, printStyles} from '../parts/print/print-trigger.js';
import {styles} from './agenda.styles.js';
import {
  endLabel,
  renderDay,
  renderEventEntry,
  renderPastSkeleton,
  renderSkeleton,
} from './event-entry.js';
import {repeat} from '../parts/repeat.js';

const COLLECTION = 'events';
const ALL_EVENTS_FILE = 'agenda.ics';

type AgendaHost = WidgetHost & DateHost;

/** Days with their events; past events behind a button. */
export class AgendaView extends WidgetView<AgendaHost> {
  static override readonly styles = [printStyles, ...listStyles, entryActionStyles, ...styles];

  readonly preparesPrint = preparePrint();
  /** Visibility of past events; undefined until the user toggles it: then shown only if there are no others. */
  #isPastToggledOpen: boolean | undefined;

  readonly #i18n = this.host.i18n.withSections({agenda, events, places, singleRecord, records});

  readonly #upcoming = new PagedRecords(this.host, COLLECTION, () => this.#upcomingQuery(), {
    entries: '.coming .event',
    message: added => this.#addedMessage(added),
  });
  readonly #past = new PagedRecords(
    this.host,
    COLLECTION,
    () => (this.#isPastOpen ? this.#pastQuery() : undefined),
    {entries: '.past .event', message: added => this.#addedMessage(added)},
  );
  readonly #calendarFile = new DownloadController<DownloadFile>(this.host, {
    createFile: signal => this.#createCalendar(signal),
    onStateChange: ({status}) => {
      const {calendarReady, calendarFailed} = this.#i18n.messages;
      if (status === 'done') this.host.status.announce(calendarReady(ALL_EVENTS_FILE));
      if (status === 'failed') this.host.status.announce(calendarFailed);
      this.host.requestUpdate();
    },
  });

  readonly #templates = new RecordTemplateController(this.host, 'row');
  readonly #highlight = entryHighlight(this.host);
  readonly #date = new DateController(this.host);

  override pending(): readonly Promise<unknown>[] {
    return [this.#upcoming, this.#past, this.#templates].flatMap(part => part.pending);
  }

  #upcomingQuery(): Query | undefined {
    if (this.host.record) return this.host.query;
    const query = narrowQuery(this.host.query, {from: isoDay(this.#date.today)});
    return query && {...query, sort: 'date'};
  }

  #pastQuery(): Query | undefined {
    if (this.host.record) return undefined;
    const query = narrowQuery(this.host.query, {to: isoDay(this.#date.today - 1)});
    return query && {...query, sort: '-date'};
  }

  get #isPastOpen(): boolean {
    return (
      this.#isPastToggledOpen ??
      ((this.#hasNoneToCome || this.#upcomingQuery() === undefined) &&
        this.#pastQuery() !== undefined)
    );
  }

  get #hasNoneToCome(): boolean {
    return latestValue(this.#upcoming.state)?.total === 0;
  }

  /** True if past events were requested because there are no others, and there are none either. */
  get #hasNone(): boolean {
    const {state} = this.#past;
    const isAsked = this.#isPastToggledOpen !== undefined || !this.#hasNoneToCome;
    return !isAsked && state.status === 'ready' && state.value.total === 0;
  }

  #addedMessage(added: number): string {
    return this.#i18n.messages.eventsAdded(added, this.#i18n.number(added));
  }

  override summary({total}: QueryResult): string {
    return this.#i18n.messages.eventsComing(total, this.#i18n.number(total));
  }

  override render(): unknown {
    return renderState(
      this.host,
      this.#templates.stateOf(this.#upcoming.state),
      result => html`
        ${this.#renderUpcoming(result)}
        ${(this.#pastQuery() || this.#isPastOpen) && !this.#hasNone ? this.#renderPast() : nothing}
      `,
      () => renderSkeleton(this.host.record ? 1 : this.host.pageSize),
      {renderFooter: result => renderFooter(this.host, this.#pastResult ?? result)},
    );
  }

  /** Past events, if no others were requested: the data that the notices and the footer are about. */
  get #pastResult(): QueryResult | undefined {
    return this.#upcomingQuery() ? undefined : latestValue(this.#past.state);
  }

  #renderUpcoming({total}: QueryResult<PortalEvent>): unknown {
    const {messages, number} = this.#i18n;
    const {items} = this.#upcoming;
    if (this.host.record)
      return items.length
        ? this.#renderDays([
            ...upcomingDays(items, this.#date.today),
            ...pastDays(items, this.#date.today),
          ])
        : html`<p class="empty">${messages.noSuchRecord} ${renderWayOut(this.host)}</p>`;
    const days = upcomingDays(items, this.#date.today);
    const none = messages.noEvents;
    if (days.length === 0 && !this.#upcomingQuery())
      return this.#isPastOpen ? nothing : html`<p class="empty over">${none}</p>`;
    if (days.length === 0) return html`<p class="empty">${renderEmpty(this.host, none, none)}</p>`;
    return html`
      <div class="bar">
        ${
          showsPart(this.host, 'count')
            ? html`<p class="count">${messages.eventsComing(total, number(total))}</p>`
            : nothing
        }
        ${this.#hasExport ? this.#renderExport() : nothing}
      </div>
      <div class="coming">${this.#renderDays(days)}</div>
      ${this.#renderMore(this.#upcoming)}
    `;
  }

  get #hasExport(): boolean {
    return !hidesPart(this.host, 'export');
  }

  #renderExport(): TemplateResult {
    const {messages} = this.#i18n;
    const {status} = this.#calendarFile.state;
    return html`<button
        class="quiet"
        type="button"
        part="calendar"
        aria-busy=${status === 'busy'}
        @click=${() => void this.#calendarFile.start()}
      >
        ${messages.addAllToCalendar}
      </button>
      ${status === 'failed' ? html`<span class="small">${messages.calendarFailed}</span>` : nothing}`;
  }

  #renderPast(): TemplateResult {
    const {messages} = this.#i18n;
    const isOpen = this.#isPastOpen;
    const toggle = (): void => {
      this.#isPastToggledOpen = !isOpen;
      this.host.requestUpdate();
    };
    return html`<div class="before">
      <button
        class="button"
        type="button"
        aria-expanded=${isOpen}
        aria-controls="past"
        @click=${toggle}
      >
        ${messages.pastEvents}
      </button>
      <div class="past" id="past" ?hidden=${!isOpen}>
        ${isOpen ? this.#renderPastDays() : nothing}
      </div>
    </div>`;
  }

  #renderPastDays(): unknown {
    const {messages} = this.#i18n;
    const {state} = this.#past;
    if (state.status === 'failed')
      return renderRetry(this.host, state.error, {retry: this.#retryPast});
    if (state.status !== 'ready') return renderPastSkeleton(messages.loading);
    const days = pastDays(this.#past.items, this.#date.today);
    const result = this.#pastResult;
    return html`${result ? renderNotices(this.host, result, this.#retryPast) : nothing}
    ${
      days.length
        ? html`${this.#renderDays(days)} ${this.#renderMore(this.#past)}`
        : html`<p class="empty">${messages.noPastEvents} ${renderWayOut(this.host)}</p>`
    }`;
  }

  readonly #retryPast = (): void => void retryLoad(this.host, () => this.#past.reload());

  #renderDays(days: readonly AgendaDay[]): TemplateResult {
    return html`<ul class="days">
      ${repeat(
        days,
        ({date}) => (date ? `${date.first} ${date.last}` : ''),
        day => {
          const end = endLabel(day, this.#i18n);
          return html`<li class="day" part="day">
            ${renderHeading(this.host.level, renderDay(this.#dayLabel(day), end))}
            <ul>
              ${repeat(
                day.events,
                ({id}) => id,
                event => this.#renderEvent(event, day.date !== undefined, end !== ''),
              )}
            </ul>
          </li>`;
        },
      )}
    </ul>`;
  }

  #dayLabel({date}: AgendaDay): string {
    const {language, messages} = this.#i18n;
    if (!date) return messages.eventsNow;
    const iso = isoDay(date.first);
    if (date.precision === 'year') return this.#i18n.date(iso.slice(0, 4));
    if (date.precision === 'month') return this.#i18n.date(iso.slice(0, 7));
    const name = formatWeekday(language, dayToDate(date.first));
    return date.first === this.#date.today ? messages.todayIs(name) : name;
  }

  #renderEvent(event: PortalEvent, hasDayHeading: boolean, hasEndHeading: boolean): TemplateResult {
    return renderEventEntry(this.host, event, {
      i18n: this.#i18n,
      hasDayHeading,
      hasEndHeading,
      templates: this.#templates,
      highlight: this.#highlight,
      addToCalendar:
        isUpcoming(event, this.#date.today) && this.#hasExport
          ? one => void saveEvent(this.host, this.#i18n, this.#calendarFile, one)
          : undefined,
    });
  }

  #renderMore(records: PagedRecords<typeof COLLECTION>): unknown {
    if (!records.hasMore) return nothing;
    const {items, total, error, showNext} = records;
    return renderMore(this.host, {shown: items.length, total, error, showNext});
  }

  async #createCalendar(signal: AbortSignal): Promise<DownloadFile> {
    const query = {...this.#upcomingQuery(), ...ALL_RECORDS};
    const {items} = await this.host.records.query(COLLECTION, query, signal);
    const events = [...items].filter(event => isUpcoming(event, this.#date.today));
    const {agenda: name} = this.#i18n.messages;
    return {name: ALL_EVENTS_FILE, file: await createCalendar(this.host, this.#i18n, events, name)};
  }
}

/** Restricts a query to further limits; undefined if no record can match both. */
function narrowQuery(query: Query | undefined, limits: Filter): Query | undefined {
  const filter = query && intersectFilters(query, limits);
  const [first, last] = [dateSpan(filter?.from)?.first, dateSpan(filter?.to)?.last];
  if (first !== undefined && last !== undefined && first > last) return undefined;
  return filter && {...query, ...filter};
}
