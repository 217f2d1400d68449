import {property} from 'lit/decorators.js';
import {DataWidget} from '../base/data-widget.js';
import type {ViewLoader, WidgetView} from '../base/widget-view.js';
import {anyText, isoDate} from '../base/attribute-converters.js';

/**
 * Shows the progress of a project: its phases, the next meeting, the call for participation with its deadline, and the
 * latest resources.
 *
 * The project is the one that `project` names in `items`, `api` or the surrounding `<spass-portal>`. It also
 * works without data: phases can be given as `<li data-state="done">` children, and `href`, `label`, `until` and
 * `state` describe a call for participation on any platform.
 *
 * @customElement spass-project-progress
 * @slot - Phases: children with `data-state`, or items of a list. Without any, content shown until data are loaded.
 * @slot heading - Heading, at the level that fits the page.
 * @event {RecordSelectEvent} spass-record-select - Fired when a reader follows the link of a record; cancelable.
 * @event {LoadEvent} spass-load - Fired when the project is rendered; does not bubble.
 * @event {LoadErrorEvent} spass-error - Fired when the project could not be loaded; does not bubble.
 * @csspart phases - List of phases.
 * @csspart phase - A phase.
 * @csspart meeting - The next meeting.
 * @csspart calendar - Button that downloads the meeting as a calendar file.
 * @csspart participation - Call for participation.
 * @csspart action - Link to the participation.
 * @csspart resources - The latest resources.
 * @csspart link - Link of a record.
 * @csspart title - Title of a record without a link.
 * @csspart foot - Footer with source, licence and date.
 * @cssproperty [--spass-progress-action] - Background colour of the link to the participation.
 * @cssproperty [--spass-progress-on-action] - Text colour of the link to the participation.
 */
export class SpassProjectProgress extends DataWidget {
  /** @internal */
  static override loadView: ViewLoader<SpassProjectProgress, WidgetView> = async () =>
    (await import('./project-progress-view.js')).ProjectProgressView;

  /** URL of the participation, on any platform; that of the project by default. */
  @property({converter: anyText}) href = '';
  /** Text of the link to the participation. */
  @property({converter: anyText}) label = '';
  /** Deadline of the participation, in ISO 8601 of any precision. */
  @property({converter: isoDate}) until = '';
  /** `open`, `closed` or `soon`; any other text is shown as it is. By default derived from `until`. */
  @property({converter: anyText}) state = '';
  /** Reference time; the current time by default. */
  @property({attribute: false}) now?: Date | undefined;

  /** @internal */
  override readonly collection = 'projects';
}
