import {html, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {DownloadController, type DownloadFile} from '../../controllers/download-controller.js';
import {latestValue} from '../../controllers/load-controller.js';
import {LocalizeController} from '../../controllers/localize-controller.js';
import {PaginationController} from '../../controllers/pagination-controller.js';
import {LoadError} from '../../data/client/errors.js';
import type {QueryResult} from '../../data/source.js';
import {PageChangeEvent} from '../../events/page-change-event.js';
import {agenda} from '../../i18n/fr/agenda.js';
import {events} from '../../i18n/fr/events.js';
import {places} from '../../i18n/fr/places.js';
import {formatWeekday} from '../../i18n/format-time.js';
import {
  type AgendaDay,
  upcomingDays,
  isUpcoming,
  pastDays,
  localDayNumber,
} from '../../model/agenda.js';
import {dateSpan, dayToDate, isoDay} from '../../model/period.js';
import {intersectFilters, type Filter, type Query} from '../../model/query.js';
import type {PortalEvent} from '../../model/records.js';
import {type RecordRef, isSameRef} from '../../model/selection.js';
import {icsFileName, createIcsFile} from '../parts/ics-file.js';
import {renderHeading} from '../parts/heading.js';
import {DataWidget} from '../base/data-widget.js';
import {styles} from './agenda.styles.js';
import {renderEventEntry} from './event-entry.js';
import {renderSkeleton} from './skeleton.js';

const COLLECTION = 'events';
const ALL_EVENTS_FILE = 'agenda.ics';

/** Restricts a query to further limits; undefined if no record can match both. */
function narrowQuery(query: Query | undefined, limits: Filter): Query | undefined {
  const filter = query && intersectFilters(query, limits);
  const [first, last] = [dateSpan(filter?.from)?.first, dateSpan(filter?.to)?.last];
  if (first !== undefined && last !== undefined && first > last) return undefined;
  return filter && {...query, ...filter};
}

/**
 * Shows upcoming events by day: workshops, visits, meetings. Past events are behind a button.
 *
 * Its data come from `api`, from the surrounding `<spass-portal>`, or from `items`. Each event, or all of them, can be
 * downloaded for a calendar. Events are in order of time; `sort` has no effect.
 *
 * @customElement spass-agenda
 * @slot - Shown as long as there are no data.
 * @slot heading - The page's own heading.
 * @event {RecordSelectEvent} spass-record-select - A reader follows an event's link; cancel to route it yourself.
 * @event {PageChangeEvent} spass-page-change - A reader asks for more; cancel to stay.
 * @event {FilterChangeEvent} spass-filter-change - A reader cleared a selection that left nothing; cancel to stay.
 * @event {LoadEvent} spass-load - The events are there.
 * @event {LoadErrorEvent} spass-error - The events could not be loaded.
 * @csspart day - A day with its events.
 * @csspart event - One event.
 * @csspart link - Its title, which is the link.
 * @csspart title - Its title where there is nothing to link to.
 * @csspart calendar - The button that puts an event, or all of them, in a calendar.
 * @csspart more - The button that shows more.
 * @csspart foot - Source, licence and date.
 * @cssproperty [--spass-agenda-day=11em] - How wide the days are beside their events.
 */
export class SpassAgenda extends DataWidget {
  static override styles = [DataWidget.styles, styles];

  /** Current time. Default: the system clock. */
  @property({attribute: false}) now?: Date | undefined;

  /** Visibility of past events; undefined until the user toggles it, then shown only if there can be no others. */
  @state() private _isPastOpen: boolean | undefined;

  protected override readonly collection = COLLECTION;
  protected override readonly i18n = new LocalizeController(this, {agenda, events, places});

  readonly #upcoming = this.loadRecords(COLLECTION, () => this.#upcomingQuery());
  readonly #past = this.loadRecords(COLLECTION, () =>
    this.#isPastOpen ? this.#pastQuery() : undefined,
  );
  readonly #upcomingPagination = this.#createPagination(() => this.#upcomingQuery(), '.coming');
  readonly #pastPagination = this.#createPagination(() => this.#pastQuery(), '.past');
  readonly #calendarFile = new DownloadController<DownloadFile>(this, {
    createFile: signal => this.#makeCalendar(signal),
    onStateChange: ({status}) => {
      const {calendarReady, calendarFailed} = this.i18n.messages;
      if (status === 'done') this.announce(calendarReady(ALL_EVENTS_FILE));
      if (status === 'failed') this.announce(calendarFailed);
      this.requestUpdate();
    },
  });

  override disconnectedCallback(): void {
    this.#highlight(undefined);
    super.disconnectedCallback();
  }

  protected override pending(): Promise<unknown>[] {
    return [
      ...super.pending(),
      ...this.#upcomingPagination.pending,
      ...this.#pastPagination.pending,
    ];
  }

  get #today(): number {
    return localDayNumber(this.now ?? new Date());
  }

  #upcomingQuery(): Query | undefined {
    const query = narrowQuery(this.query, {from: isoDay(this.#today)});
    return query && {...query, sort: 'date'};
  }

  #pastQuery(): Query | undefined {
    const query = narrowQuery(this.query, {to: isoDay(this.#today - 1)});
    return query && {...query, sort: '-date'};
  }

  get #isPastOpen(): boolean {
    return (
      this._isPastOpen ?? (this.#upcomingQuery() === undefined && this.#pastQuery() !== undefined)
    );
  }

  async #runQuery(
    method: 'find' | 'all',
    query: Query,
    signal: AbortSignal,
  ): Promise<QueryResult<PortalEvent>> {
    const source = this.openedSource;
    if (!source || source instanceof LoadError) throw new Error('nothing to ask');
    return source[method](COLLECTION, query, {signal});
  }

  #createPagination(
    query: () => Query | undefined,
    selector: string,
  ): PaginationController<PortalEvent> {
    const pagination: PaginationController<PortalEvent> = new PaginationController<PortalEvent>(
      this,
      {
        key: () => [this.openedSource, JSON.stringify(query() ?? null)],
        load: async (page, signal) =>
          (await this.#runQuery('find', {...query(), page}, signal)).items,
        onPageChange: () => this.#handlePageChange(selector),
      },
    );
    return pagination;
  }

  /** Focuses the first new event. */
  #handlePageChange(selector: string): void {
    const events = (): NodeListOf<HTMLElement> =>
      this.renderRoot.querySelectorAll(`${selector} .event`);
    const before = events().length;
    void this.updateComplete.then(() => {
      const current = events();
      const {messages, number} = this.i18n;
      const added = current.length - before;
      this.announce(messages.eventsAdded(added, number(added)));
      const next = current[before]?.querySelector<HTMLElement>('a, button');
      if (next) next.focus();
      else this.keepFocus();
    });
  }

  protected override summary({total}: QueryResult): string {
    return this.i18n.messages.eventsComing(total, this.i18n.number(total));
  }

  protected override willUpdate(): void {
    this.#upcomingPagination.setFirstPage(latestValue(this.#upcoming.state)?.items);
    this.#pastPagination.setFirstPage(latestValue(this.#past.state)?.items);
  }

  protected override renderContent(): unknown {
    return this.renderState(
      this.#upcoming.state,
      result => html`
        ${this.#renderUpcoming(result)}
        ${this.#pastQuery() || this.#isPastOpen ? this.#renderPast() : nothing}
      `,
      () => renderSkeleton(this.pageSize),
    );
  }

  #renderUpcoming({total}: QueryResult<PortalEvent>): TemplateResult {
    const {messages, number} = this.i18n;
    const {status} = this.#calendarFile.state;
    const events = this.#eventsOf(this.#upcomingPagination);
    const days = upcomingDays(events, this.#today);
    if (days.length === 0)
      return html`<div class="empty">
        <p>${messages.noEvents}</p>
        ${this.renderClearButton()}
      </div>`;
    return html`
      <div class="bar">
        <p class="count">${messages.eventsComing(total, number(total))}</p>
        <button
          class="quiet"
          type="button"
          part="calendar"
          aria-busy=${status === 'busy'}
          @click=${() => void this.#calendarFile.start()}
        >
          ${messages.addAllToCalendar}
        </button>
        ${status === 'failed' ? html`<span class="small">${messages.calendarFailed}</span>` : nothing}
      </div>
      <div class="coming">${this.#renderDays(days)}</div>
      ${this.#renderMoreButton(this.#upcomingPagination, events.length, total)}
    `;
  }

  #renderPast(): TemplateResult {
    const {messages} = this.i18n;
    const isOpen = this.#isPastOpen;
    const toggle = (): void => {
      this._isPastOpen = !isOpen;
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
    const {messages} = this.i18n;
    const {state} = this.#past;
    if (state.status === 'failed') return this.#renderPastFailure(state.error);
    if (state.status !== 'ready') return html`<p>${messages.loading}</p>`;
    const events = this.#eventsOf(this.#pastPagination);
    const days = pastDays(events, this.#today);
    if (days.length === 0) return html`<p>${messages.noPastEvents}</p>`;
    return html`${this.#renderDays(days)}
    ${this.#renderMoreButton(this.#pastPagination, events.length, state.value.total)}`;
  }

  #renderPastFailure(error: unknown): TemplateResult {
    const retry = (): void => {
      this.keepFocus();
      void this.#past.reload();
    };
    return html`<div class="failure">
      <p role="alert">${this.errorMessage(error)}</p>
      <button class="button" type="button" @click=${retry}>${this.i18n.messages.tryAgain}</button>
    </div>`;
  }

  /** Returns the events of all loaded pages. An event that has moved to a later page in the meantime is listed once. */
  #eventsOf(pagination: PaginationController<PortalEvent>): readonly PortalEvent[] {
    const events = pagination.itemsUpTo(pagination.page);
    return [...new Map(events.map(event => [String(event.id), event])).values()];
  }

  #renderDays(days: readonly AgendaDay[]): TemplateResult {
    return html`<ul class="days">
      ${repeat(
        days,
        ({date}) => (date ? `${date.first} ${date.last}` : ''),
        day =>
          html`<li class="day" part="day">
            ${renderHeading(this.level, this.#dayLabel(day))}
            <ul>
              ${repeat(
                day.events,
                ({id}) => id,
                event => this.#renderEvent(event, day.date !== undefined),
              )}
            </ul>
          </li>`,
      )}
    </ul>`;
  }

  #dayLabel({date}: AgendaDay): string {
    const {language, messages} = this.i18n;
    if (!date) return messages.eventsNow;
    const iso = isoDay(date.first);
    if (date.precision === 'year') return this.i18n.date(iso.slice(0, 4));
    if (date.precision === 'month') return this.i18n.date(iso.slice(0, 7));
    const name = formatWeekday(language, dayToDate(date.first));
    return date.first === this.#today ? messages.todayIs(name) : name;
  }

  #renderEvent(event: PortalEvent, hasDayHeading: boolean): TemplateResult {
    const {highlighted: pointed} = this.selection;
    const refs = [refOf(event), ...projectRefs(event)];
    return renderEventEntry(event, {
      i18n: this.i18n,
      colon: this.colon,
      headingLevel: this.level + 1,
      hasDayHeading,
      isHighlighted: refs.some(ref => isSameRef(ref, pointed)),
      renderLink: one => this.renderLink(one),
      renderText: one => this.renderText(one.description),
      highlight: one => this.#highlight(one),
      addToCalendar: isUpcoming(event, this.#today) ? one => this.#download(one) : undefined,
      showOnMap: this.selection.hasMap ? one => this.#showOnMap(one) : undefined,
    });
  }

  #renderMoreButton(
    pagination: PaginationController<PortalEvent>,
    shown: number,
    total: number,
  ): unknown {
    const {messages, number} = this.i18n;
    const {page, error: failure} = pagination;
    const handleClick = (): void => {
      const event = new PageChangeEvent(page + 1);
      if (this.dispatchEvent(event)) pagination.goToPage(page + 1);
    };
    if (page >= Math.ceil(total / this.pageSize)) return nothing;
    return html`<div class="more">
      ${failure ? html`<p role="alert">${this.errorMessage(failure)}</p>` : nothing}
      <button class="button" part="more" type="button" @click=${handleClick}>
        ${messages.more} · ${messages.shownOf(number(shown), number(total))}
      </button>
    </div>`;
  }

  /** Highlights an event in linked widgets: by its project, if it has one, since maps and timelines show projects. */
  #highlight(event: PortalEvent | undefined): void {
    const [project] = event ? projectRefs(event) : [];
    this.selection.setHighlighted(project ?? (event && refOf(event)), this);
  }

  #showOnMap(event: PortalEvent): void {
    const [project] = projectRefs(event);
    if (project) this.selection.setSelected(project, this);
    if (event.geo) this.selection.showPlace(event.geo);
  }

  #download(event: PortalEvent): void {
    const name = icsFileName(this.i18n.text(event.title).value);
    this.#calendarFile.save({name, file: this.#createIcs([event])});
    this.announce(this.i18n.messages.calendarReady(name));
  }

  #createIcs(events: readonly PortalEvent[], name?: string): Blob {
    const source = this.openedSource;
    const address = source && !(source instanceof LoadError) ? source.name : '';
    return createIcsFile(events, address, this.i18n, this.now ?? new Date(), name);
  }

  async #makeCalendar(signal: AbortSignal): Promise<DownloadFile> {
    const {items} = await this.#runQuery(
      'all',
      {...this.#upcomingQuery(), limit: undefined},
      signal,
    );
    const events = [...items].filter(event => isUpcoming(event, this.#today));
    return {name: ALL_EVENTS_FILE, file: this.#createIcs(events, this.i18n.messages.agenda)};
  }
}

const refOf = ({id}: PortalEvent): RecordRef => ({collection: COLLECTION, id});
const projectRefs = ({project}: PortalEvent): readonly RecordRef[] =>
  project === undefined ? [] : [{collection: 'projects', id: project}];
