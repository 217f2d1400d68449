import {html, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import {FileController, type MadeFile} from '../../controllers/file-controller.js';
import {shownValue} from '../../controllers/load-controller.js';
import {LocalizeController} from '../../controllers/localize-controller.js';
import {PagesController} from '../../controllers/pages-controller.js';
import {LoadError} from '../../data/errors.js';
import type {Answer} from '../../data/source.js';
import {PageChangeEvent} from '../../events/page-change-event.js';
import {agenda} from '../../i18n/fr/agenda.js';
import {events} from '../../i18n/fr/events.js';
import {places} from '../../i18n/fr/places.js';
import {formatWeekday} from '../../i18n/format-time.js';
import {
  type AgendaDay,
  comingDays,
  isComing,
  isoDay,
  pastDays,
  todayOf,
} from '../../model/agenda.js';
import {dateSpan, dayToDate} from '../../model/period.js';
import {bothFilters, type Filter, type Query} from '../../model/query.js';
import type {PortalEvent} from '../../model/records.js';
import {type RecordRef, sameRef} from '../../model/selection.js';
import {icsName, icsOf} from '../event-file.js';
import {heading} from '../heading.js';
import {DataWidget} from '../widget.js';
import {styles} from './agenda.styles.js';
import {renderEntry} from './entry.js';
import {skeleton} from './skeleton.js';

const COLLECTION = 'events';
const ALL_FILE = 'agenda.ics';

/** Restricts a query to further limits; undefined if no record can match both. */
function within(question: Query | undefined, limits: Filter): Query | undefined {
  const both = question && bothFilters(question, limits);
  const [first, last] = [dateSpan(both?.from)?.first, dateSpan(both?.to)?.last];
  if (first !== undefined && last !== undefined && first > last) return undefined;
  return both && {...question, ...both};
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

  readonly #coming = this.loadRecords(COLLECTION, () => this.#askComing());
  readonly #past = this.loadRecords(COLLECTION, () =>
    this.#isPastOpen ? this.#askPast() : undefined,
  );
  readonly #comingPages = this.#pagesOf(() => this.#askComing(), '.coming');
  readonly #pastPages = this.#pagesOf(() => this.#askPast(), '.past');
  readonly #files = new FileController<MadeFile>(this, {
    make: signal => this.#makeCalendar(signal),
    changed: ({status}) => {
      const {calendarReady, calendarFailed} = this.i18n.messages;
      if (status === 'done') this.announce(calendarReady(ALL_FILE));
      if (status === 'failed') this.announce(calendarFailed);
      this.requestUpdate();
    },
  });

  override disconnectedCallback(): void {
    this.#point(undefined);
    super.disconnectedCallback();
  }

  protected override pending(): Promise<unknown>[] {
    return [...super.pending(), ...this.#comingPages.pending, ...this.#pastPages.pending];
  }

  get #today(): number {
    return todayOf(this.now ?? new Date());
  }

  #askComing(): Query | undefined {
    const question = within(this.question, {from: isoDay(this.#today)});
    return question && {...question, sort: 'date'};
  }

  #askPast(): Query | undefined {
    const question = within(this.question, {to: isoDay(this.#today - 1)});
    return question && {...question, sort: '-date'};
  }

  get #isPastOpen(): boolean {
    return this._isPastOpen ?? (this.#askComing() === undefined && this.#askPast() !== undefined);
  }

  async #ask(how: 'find' | 'all', query: Query, signal: AbortSignal): Promise<Answer<PortalEvent>> {
    const source = this.openedSource;
    if (!source || source instanceof LoadError) throw new Error('nothing to ask');
    return source[how](COLLECTION, query, {signal});
  }

  #pagesOf(ask: () => Query | undefined, list: string): PagesController<PortalEvent> {
    const pages: PagesController<PortalEvent> = new PagesController<PortalEvent>(this, {
      key: () => [this.openedSource, JSON.stringify(ask() ?? null)],
      load: async (page, signal) => (await this.#ask('find', {...ask(), page}, signal)).items,
      turned: () => this.#turned(list),
    });
    return pages;
  }

  /** Focuses the first new event. */
  #turned(list: string): void {
    const events = (): NodeListOf<HTMLElement> =>
      this.renderRoot.querySelectorAll(`${list} .event`);
    const before = events().length;
    void this.updateComplete.then(() => {
      const shown = events();
      const {messages, number} = this.i18n;
      const added = shown.length - before;
      this.announce(messages.eventsAdded(added, number(added)));
      const next = shown[before]?.querySelector<HTMLElement>('a, button');
      if (next) next.focus();
      else this.keepFocus();
    });
  }

  protected override summary({total}: Answer): string {
    return this.i18n.messages.eventsComing(total, this.i18n.number(total));
  }

  protected override willUpdate(): void {
    this.#comingPages.follow(shownValue(this.#coming.state)?.items);
    this.#pastPages.follow(shownValue(this.#past.state)?.items);
  }

  protected override renderContent(): unknown {
    return this.renderState(
      this.#coming.state,
      answer => html`
        ${this.#renderComing(answer)}
        ${this.#askPast() || this.#isPastOpen ? this.#renderPast() : nothing}
      `,
      () => skeleton(this.pageSize),
    );
  }

  #renderComing({total}: Answer<PortalEvent>): TemplateResult {
    const {messages, number} = this.i18n;
    const {status} = this.#files.state;
    const events = this.#eventsOf(this.#comingPages);
    const days = comingDays(events, this.#today);
    if (days.length === 0)
      return html`<div class="empty">
        <p>${messages.noEvents}</p>
        ${this.renderWayOut()}
      </div>`;
    return html`
      <div class="bar">
        <p class="count">${messages.eventsComing(total, number(total))}</p>
        <button
          class="quiet"
          type="button"
          part="calendar"
          aria-busy=${status === 'busy'}
          @click=${() => void this.#files.run()}
        >
          ${messages.addAllToCalendar}
        </button>
        ${status === 'failed' ? html`<span class="small">${messages.calendarFailed}</span>` : nothing}
      </div>
      <div class="coming">${this.#renderDays(days)}</div>
      ${this.#renderMore(this.#comingPages, events.length, total)}
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
    const events = this.#eventsOf(this.#pastPages);
    const days = pastDays(events, this.#today);
    if (days.length === 0) return html`<p>${messages.noPastEvents}</p>`;
    return html`${this.#renderDays(days)}
    ${this.#renderMore(this.#pastPages, events.length, state.value.total)}`;
  }

  #renderPastFailure(error: unknown): TemplateResult {
    const retry = (): void => {
      this.keepFocus();
      void this.#past.reload();
    };
    return html`<div class="failure">
      <p role="alert">${this.failure(error)}</p>
      <button class="button" type="button" @click=${retry}>${this.i18n.messages.tryAgain}</button>
    </div>`;
  }

  /** Returns the events of all loaded pages. An event that has moved to a later page in the meantime is listed once. */
  #eventsOf(pages: PagesController<PortalEvent>): readonly PortalEvent[] {
    const events = pages.upTo(pages.page);
    return [...new Map(events.map(event => [String(event.id), event])).values()];
  }

  #renderDays(days: readonly AgendaDay[]): TemplateResult {
    return html`<ul class="days">
      ${repeat(
        days,
        ({date}) => (date ? `${date.first} ${date.last}` : ''),
        day =>
          html`<li class="day" part="day">
            ${heading(this.level, this.#dayName(day))}
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

  #dayName({date}: AgendaDay): string {
    const {language, messages} = this.i18n;
    if (!date) return messages.eventsNow;
    const iso = isoDay(date.first);
    if (date.precision === 'year') return this.i18n.date(iso.slice(0, 4));
    if (date.precision === 'month') return this.i18n.date(iso.slice(0, 7));
    const name = formatWeekday(language, dayToDate(date.first));
    return date.first === this.#today ? messages.todayIs(name) : name;
  }

  #renderEvent(event: PortalEvent, isUnderItsDay: boolean): TemplateResult {
    const {pointed} = this.selection;
    const refs = [refTo(event), ...projectOf(event)];
    return renderEntry(event, {
      i18n: this.i18n,
      colon: this.colon,
      level: this.level + 1,
      isUnderItsDay,
      isLit: refs.some(ref => sameRef(ref, pointed)),
      link: one => this.renderLink(one),
      text: one => this.renderText(one.description),
      point: one => this.#point(one),
      keep: isComing(event, this.#today) ? one => this.#keep(one) : undefined,
      seeOnMap: this.selection.canShow ? one => this.#seeOnMap(one) : undefined,
    });
  }

  #renderMore(pages: PagesController<PortalEvent>, shown: number, total: number): unknown {
    const {messages, number} = this.i18n;
    const {page, failure} = pages;
    const go = (): void => {
      const change = new PageChangeEvent(page + 1);
      if (this.dispatchEvent(change)) pages.go(page + 1);
    };
    if (page >= Math.ceil(total / this.pageSize)) return nothing;
    return html`<div class="more">
      ${failure ? html`<p role="alert">${this.failure(failure)}</p>` : nothing}
      <button class="button" part="more" type="button" @click=${go}>
        ${messages.more} · ${messages.shownOf(number(shown), number(total))}
      </button>
    </div>`;
  }

  /** Highlights an event in linked widgets: by its project, if it has one, since maps and timelines show projects. */
  #point(event: PortalEvent | undefined): void {
    const [project] = event ? projectOf(event) : [];
    this.selection.setPointed(project ?? (event && refTo(event)), this);
  }

  #seeOnMap(event: PortalEvent): void {
    const [project] = projectOf(event);
    if (project) this.selection.setChosen(project, this);
    if (event.geo) this.selection.show(event.geo);
  }

  #keep(event: PortalEvent): void {
    const name = icsName(this.i18n.text(event.title).value);
    this.#files.give({name, file: this.#icsOf([event])});
    this.announce(this.i18n.messages.calendarReady(name));
  }

  #icsOf(events: readonly PortalEvent[], name?: string): Blob {
    const source = this.openedSource;
    const address = source && !(source instanceof LoadError) ? source.name : '';
    return icsOf(events, address, this.i18n, this.now ?? new Date(), name);
  }

  async #makeCalendar(signal: AbortSignal): Promise<MadeFile> {
    const {items} = await this.#ask('all', {...this.#askComing(), limit: undefined}, signal);
    const events = [...items].filter(event => isComing(event, this.#today));
    return {name: ALL_FILE, file: this.#icsOf(events, this.i18n.messages.agenda)};
  }
}

const refTo = ({id}: PortalEvent): RecordRef => ({collection: COLLECTION, id});
const projectOf = ({project}: PortalEvent): readonly RecordRef[] =>
  project === undefined ? [] : [{collection: 'projects', id: project}];
