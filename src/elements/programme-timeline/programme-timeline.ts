import {property} from 'lit/decorators.js';
import {LazyWidget} from '../base/lazy-widget.js';
import type {ViewLoader, WidgetView} from '../base/widget-view.js';

/**
 * Interreg programmes and their projects on a time axis; a list where space is narrow.
 *
 * Loads its data from its `api` or the `<spass-portal>` around it, or takes programmes and projects from `items`.
 *
 * @customElement spass-programme-timeline
 * @slot - Shown as long as there are no data.
 * @slot heading - The page's own heading.
 * @event {RecordSelectEvent} spass-record-select - A reader follows a project's link; cancel to route it yourself.
 * @event {FilterChangeEvent} spass-filter-change - A reader chose a programme or years; cancel to stay.
 * @event {LoadEvent} spass-load - The programmes are there.
 * @event {LoadErrorEvent} spass-error - The programmes could not be loaded.
 * @csspart generation - A generation of programmes with its projects.
 * @csspart link - A project's title, which is the link.
 * @csspart title - Its title where there is nothing to link to.
 * @csspart foot - Source, licence, date and funding.
 * @cssproperty [--spass-timeline-label=clamp(11em, 25cqi, 16em)] - The width of the programmes' column.
 */
export class SpassProgrammeTimeline extends LazyWidget {
  /** @internal */
  static override loadView: ViewLoader<SpassProgrammeTimeline, WidgetView> = async () =>
    (await import('./programme-timeline-view.js')).ProgrammeTimelineView;

  /** Date used as today. Default: the current date. */
  @property({attribute: false}) now?: Date | undefined;

  /** @internal */
  override readonly collection = 'programmes';
}
