import {property} from 'lit/decorators.js';
import {DataWidget} from '../base/data-widget.js';
import type {ViewLoader, WidgetView} from '../base/widget-view.js';
import {oneOf} from '../base/attribute-converters.js';

/**
 * Shows the three families ACTEUR, THÈME and PROJET as toggle buttons with counts; linked widgets follow the selection.
 *
 * The counts come from `api`, from the surrounding `<spass-portal>`, or from the portals in `items`. The filter also
 * works without counts.
 *
 * @customElement spass-family-filter
 * @slot - Fallback content, shown until the data are rendered, and if they cannot be loaded.
 * @slot heading - Heading, at the level that fits the page.
 * @event {FilterChangeEvent} spass-filter-change - Fired when a reader selects a family, or all; cancelable.
 * @event {LoadEvent} spass-load - Fired when the counts are rendered; does not bubble.
 * @event {LoadErrorEvent} spass-error - Fired when the counts could not be loaded; does not bubble.
 * @csspart toggle - Toggle button of a family.
 * @csspart foot - Footer with source, licence and date.
 */
export class SpassFamilyFilter extends DataWidget {
  /** @internal */
  static override loadView: ViewLoader<SpassFamilyFilter, WidgetView> = async () =>
    (await import('./family-filter-view.js')).FamilyFilterView;

  /** Records to count: `portals`, `resources` or `projects`. */
  @property({converter: oneOf('portals', 'resources', 'projects')}) of:
    'portals' | 'resources' | 'projects' = 'portals';
  /** Allows several families to be selected. */
  @property({type: Boolean}) multiple = false;

  /** @internal */
  override readonly collection = 'portals';

  protected override createFallback(): undefined {}
}
