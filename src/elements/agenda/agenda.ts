import {property} from 'lit/decorators.js';
import {LazyWidget} from '../base/lazy-widget.js';
import type {ViewLoader, WidgetView} from '../base/widget-view.js';

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
export class SpassAgenda extends LazyWidget {
  /** @internal */
  static override loadView: ViewLoader<SpassAgenda, WidgetView> = async () =>
    (await import('./agenda-view.js')).AgendaView;

  /** Current time. Default: the system clock. */
  @property({attribute: false}) now?: Date | undefined;

  /** @internal */
  override readonly collection = 'events';
}
