import {property} from 'lit/decorators.js';
import {anyText, oneOf} from '../base/attribute-converters.js';
import {DataWidget} from '../base/data-widget.js';
import type {ViewLoader, WidgetView} from '../base/widget-view.js';

/**
 * Shows portals as cards that link to them, in a grid, in rows or as a front page, optionally grouped by family.
 *
 * The portals come from `api`, from the surrounding `<spass-portal>`, or from `items`.
 *
 * @customElement spass-portal-cards
 * @slot - Fallback content, shown until the data are rendered, and if they cannot be loaded.
 * @slot heading - Heading, at the level that fits the page.
 * @event {RecordSelectEvent} spass-record-select - Fired when a reader follows the link of a card; cancelable.
 * @event {PageChangeEvent} spass-page-change - Fired when a reader requests more entries; cancelable.
 * @event {FilterChangeEvent} spass-filter-change - Fired when a reader clears a selection without results; cancelable.
 * @event {LoadEvent} spass-load - Fired when the portals are rendered; does not bubble.
 * @event {LoadErrorEvent} spass-error - Fired when the portals could not be loaded; does not bubble.
 * @csspart card - A card.
 * @csspart cover - Picture of a card: its own, a drawing of its places, or a pattern.
 * @csspart link - Title of a card, with its link.
 * @csspart title - Title of a card without a link.
 * @csspart facts - Facts about a portal, below its text.
 * @csspart group - Family with its cards.
 * @csspart more - Button that shows more entries.
 * @csspart foot - Footer with source, licence, date and funding.
 * @cssproperty [--spass-card-gap=1.25em] - Space between two cards.
 * @cssproperty [--spass-card-size=16em] - Minimum width of a card in several columns.
 */
export class SpassPortalCards extends DataWidget {
  /** @internal */
  static override loadView: ViewLoader<SpassPortalCards, WidgetView> = async () =>
    (await import('./portal-cards-view.js')).PortalCardsView;

  /** Grouping of the cards: `family` makes one section per family. */
  @property({attribute: 'group-by', converter: oneOf('', 'family')}) groupBy: '' | 'family' = '';

  /** Arrangement: `grid` of cards, `list` of rows, or `une`, a front page with a lead, two seconds and an index. */
  @property({converter: oneOf('grid', 'list', 'une')}) layout: 'grid' | 'list' | 'une' = 'grid';

  /** Id of the only record to show, without search, filters and paging. Default: all. */
  @property({converter: anyText}) record = '';

  /** @internal */
  override readonly collection = 'portals';

  /**
   * Load of the portals, which starts before the code of the view has arrived.
   *
   * @internal
   */
  readonly portals = this.records.load('portals', () => this.query);
}
