import {property} from 'lit/decorators.js';
import {anyText} from '../base/attribute-converters.js';
import {DataWidget} from '../base/data-widget.js';
import type {ViewLoader, WidgetView} from '../base/widget-view.js';

/**
 * Shows upcoming events by day: workshops, visits, meetings. Past events are behind a button.
 *
 * The events come from `api`, from the surrounding `<spass-portal>`, or from `items`. One event, or all of them, can be
 * downloaded as a calendar file. Events are in chronological order; `sort` has no effect.
 *
 * @customElement spass-agenda
 * @slot - Fallback content, shown until the data are rendered, and if they cannot be loaded.
 * @slot heading - Heading, at the level that fits the page.
 * @event {RecordSelectEvent} spass-record-select - Fired when a reader follows the link of an event; cancelable.
 * @event {PageChangeEvent} spass-page-change - Fired when a reader requests more entries; cancelable.
 * @event {FilterChangeEvent} spass-filter-change - Fired when a reader clears a selection without results; cancelable.
 * @event {LoadEvent} spass-load - Fired when the events are rendered; does not bubble.
 * @event {LoadErrorEvent} spass-error - Fired when the events could not be loaded; does not bubble.
 * @csspart day - Day with its events.
 * @csspart event - An event.
 * @csspart link - Title of an event, with its link.
 * @csspart title - Title of an event without a link.
 * @csspart calendar - Button that downloads one event, or all of them, as a calendar file.
 * @csspart more - Button that shows more entries.
 * @csspart foot - Footer with source, licence and date.
 * @cssproperty [--spass-agenda-day=11em] - Width of the column of days.
 */
export class SpassAgenda extends DataWidget {
  /** @internal */
  static override loadView: ViewLoader<SpassAgenda, WidgetView> = async () =>
    (await import('./agenda-view.js')).AgendaView;

  /** Current time. Default: the system clock. */
  @property({attribute: false}) now?: Date | undefined;

  /** Id of the only record to show, without search, filters and paging. Default: all. */
  @property({converter: anyText}) record = '';

  /** @internal */
  override readonly collection = 'events';
}
