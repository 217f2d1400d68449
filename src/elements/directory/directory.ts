import {property} from 'lit/decorators.js';
import {DataWidget} from '../base/data-widget.js';
import type {GroupBy} from './actor-entry.js';
import type {ViewLoader, WidgetView} from '../base/widget-view.js';
import {oneOf} from '../base/attribute-converters.js';

/**
 * Shows the actors and partners of portals and projects, with their roles and countries.
 *
 * The actors are the organisations of `api`, of the surrounding `<spass-portal>` or of `items`. If there are none, or if
 * the attributes name a portal or a project, they are the actors of portals and the partners of projects. Selecting an
 * actor limits linked widgets to its projects or, without projects, to its portals.
 *
 * @customElement spass-directory
 * @slot - Fallback content, shown until the data are rendered, and if they cannot be loaded.
 * @slot heading - Heading, at the level that fits the page.
 * @event {RecordSelectEvent} spass-record-select - Fired when a reader follows the link of an actor; cancelable.
 * @event {FilterChangeEvent} spass-filter-change - Fired when a reader selects or deselects an actor; cancelable.
 * @event {PageChangeEvent} spass-page-change - Fired when a reader requests more entries; cancelable.
 * @event {LoadEvent} spass-load - Fired when the organisations are rendered; does not bubble.
 * @event {LoadErrorEvent} spass-error - Fired when the organisations could not be loaded; does not bubble.
 * @csspart search - Search field.
 * @csspart group - Country or role with its actors.
 * @csspart actor - An actor.
 * @csspart link - Name of an actor, with its link.
 * @csspart title - Name of an actor without a link.
 * @csspart more - Button that shows more entries.
 * @csspart foot - Footer with source, licence and date.
 * @cssproperty [--spass-directory-gap=1.5em] - Space between two actors.
 */
export class SpassDirectory extends DataWidget {
  /** @internal */
  static override loadView: ViewLoader<SpassDirectory, WidgetView> = async () =>
    (await import('./directory-view.js')).DirectoryView;

  /** Grouping of the actors: `country`, `role` or `none`. */
  @property({attribute: 'group-by', converter: oneOf('country', 'role', 'none')})
  groupBy: GroupBy = 'country';

  /** @internal */
  override readonly collection = 'organisations';
}
