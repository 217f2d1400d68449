import {property} from 'lit/decorators.js';
import {LazyWidget} from '../base/lazy-widget.js';
import type {ViewLoader, WidgetView} from '../base/widget-view.js';
import {oneOf} from '../base/attribute-converters.js';

/**
 * Shows the three families ACTEUR, THÈME and PROJET as toggle buttons with counts; linked widgets follow the selection.
 *
 * Its counts come from `api`, from the surrounding `<spass-portal>`, or from the portals in `items`. It also works
 * without counts.
 *
 * @customElement spass-family-filter
 * @slot - Shown as long as there are no data.
 * @slot heading - The page's own heading.
 * @event {FilterChangeEvent} spass-filter-change - A reader chose a family, or all; cancel to stay.
 * @event {LoadEvent} spass-load - The counts are there.
 * @event {LoadErrorEvent} spass-error - The counts could not be loaded.
 * @csspart toggle - One toggle.
 * @csspart foot - Source, licence and date.
 */
export class SpassFamilyFilter extends LazyWidget {
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

  protected override createFallback(): undefined {
    return undefined;
  }
}
