import {property} from 'lit/decorators.js';
import {DataWidget} from '../base/data-widget.js';
import type {ViewLoader, WidgetView} from '../base/widget-view.js';

/**
 * Shows Interreg programmes and their projects on a time axis, or as a list if space is narrow.
 *
 * The programmes and projects come from `api`, from the surrounding `<spass-portal>`, or from `items`.
 *
 * @customElement spass-programme-timeline
 * @slot - Fallback content, shown until the data are rendered, and if they cannot be loaded.
 * @slot heading - Heading, at the level that fits the page.
 * @event {RecordSelectEvent} spass-record-select - Fired when a reader follows the link of a project; cancelable.
 * @event {FilterChangeEvent} spass-filter-change - Fired when a reader selects a programme or years; cancelable.
 * @event {LoadEvent} spass-load - Fired when the programmes are rendered; does not bubble.
 * @event {LoadErrorEvent} spass-error - Fired when the programmes could not be loaded; does not bubble.
 * @csspart generation - Generation of programmes with its projects.
 * @csspart link - Title of a project, with its link.
 * @csspart title - Title of a project without a link.
 * @csspart foot - Footer with source, licence, date and funding.
 * @cssproperty [--spass-timeline-label=clamp(13em, 25cqi, 18em)] - Width of the column of programmes.
 */
export class SpassProgrammeTimeline extends DataWidget {
  /** @internal */
  static override loadView: ViewLoader<SpassProgrammeTimeline, WidgetView> = async () =>
    (await import('./programme-timeline-view.js')).ProgrammeTimelineView;

  /** Date used as today. Default: the current date. */
  @property({attribute: false}) now?: Date | undefined;

  /** @internal */
  override readonly collection = 'programmes';
}
