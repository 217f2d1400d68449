import {property} from 'lit/decorators.js';
import {LazyWidget} from '../base/lazy-widget.js';
import type {GroupBy} from './groups.js';
import type {ViewLoader, WidgetView} from '../base/widget-view.js';
import {oneOf} from '../base/attribute-converters.js';

/**
 * Shows the actors and partners of portals and projects, with their roles and countries.
 *
 * They are the organisations of `api`, of the surrounding `<spass-portal>` or of `items`. If there are none, or if the
 * attributes name a portal or a project, they are the actors of portals and the partners of projects. Selecting an
 * actor narrows linked widgets to its projects, or else to its portals.
 *
 * @customElement spass-directory
 * @slot - Shown as long as there are no data.
 * @slot heading - The page's own heading.
 * @event {RecordSelectEvent} spass-record-select - A reader follows an actor's link; cancel to route it yourself.
 * @event {FilterChangeEvent} spass-filter-change - A reader chose an actor, or none; cancel to stay.
 * @event {PageChangeEvent} spass-page-change - A reader asks for more; cancel to stay.
 * @event {LoadEvent} spass-load - The organisations are there.
 * @event {LoadErrorEvent} spass-error - The organisations could not be loaded.
 * @csspart search - The field of the search.
 * @csspart group - A country or a role with its actors.
 * @csspart actor - One actor.
 * @csspart link - Its name, which is the link.
 * @csspart title - Its name where there is nothing to link to.
 * @csspart more - The button that shows more.
 * @csspart foot - Source, licence and date.
 * @cssproperty [--spass-directory-gap=1.5em] - The space between two actors.
 */
export class SpassDirectory extends LazyWidget {
  /** @internal */
  static override loadView: ViewLoader<SpassDirectory, WidgetView> = async () =>
    (await import('./directory-view.js')).DirectoryView;

  /** Grouping of the actors: `country`, `role` or `none`. */
  @property({attribute: 'group-by', converter: oneOf('country', 'role', 'none')})
  groupBy: GroupBy = 'country';

  /** @internal */
  override readonly collection = 'organisations';
}
