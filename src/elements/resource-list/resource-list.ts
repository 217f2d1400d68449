import {property} from 'lit/decorators.js';
import type {FacetName} from '../../model/query.js';
import {oneOf} from '../base/attribute-converters.js';
import {LazyWidget} from '../base/lazy-widget.js';
import {detailMode, type DetailMode, facetNames} from '../base/list-attributes.js';
import type {ViewLoader, WidgetView} from '../base/widget-view.js';

/**
 * Shows resources as a list with search, facets, sort order, pages and export.
 *
 * Its data come from `api`, from the surrounding `<spass-portal>`, or from `items`. Complete collections are searched
 * in memory at each keystroke; a server is queried when the user pauses.
 *
 * @customElement spass-resource-list
 * @slot - Shown as long as there are no data.
 * @slot heading - The page's own heading.
 * @event {FilterChangeEvent} spass-filter-change - A reader searched, chose or cleared; cancel to stay.
 * @event {PageChangeEvent} spass-page-change - A reader asks for more, or for a page; cancel to stay.
 * @event {RecordSelectEvent} spass-record-select - A reader follows a resource or opens it; cancel to route it
 *   yourself.
 * @event {LoadEvent} spass-load - The resources are there.
 * @event {LoadErrorEvent} spass-error - The resources could not be loaded.
 * @csspart search - The field of the search.
 * @csspart facets - The facets.
 * @csspart chips - What was chosen.
 * @csspart list - The list.
 * @csspart chapter - A chapter with its resources.
 * @csspart row - One resource.
 * @csspart link - Its title, which is the link.
 * @csspart title - Its title where there is nothing to link to.
 * @csspart facts - Its files, where, when.
 * @csspart file - The link of one file.
 * @csspart detail - A resource in place, with all that is known of it.
 * @csspart more - The button that shows more.
 * @csspart pages - The pages to turn to.
 * @csspart foot - Source, licence, date and export.
 * @cssproperty [--spass-list-gap=1.125em] - The space above and below a resource.
 * @cssproperty [--spass-facets-width=14em] - How wide the facets are beside the list.
 */
export class SpassResourceList extends LazyWidget {
  /** @internal */
  static override loadView: ViewLoader<SpassResourceList, WidgetView> = async () =>
    (await import('./resource-list-view.js')).ResourceListView;

  /** Facets in display order, separated by commas. Empty for none. */
  @property({converter: facetNames}) facets: readonly FacetName[] = facetNames.fromAttribute(null);
  /** Paging: `more` appends with a button; `pages` replaces one page by another. */
  @property({converter: oneOf('more', 'pages')}) paging: 'more' | 'pages' = 'more';
  /** Shows the publisher of each resource. */
  @property({type: Boolean, attribute: 'show-publisher'}) showPublisher = false;

  /** Groups the resources by the chapters of their portal. */
  @property({type: Boolean}) chapters = false;

  /** Opens the details of a resource in place: `dialog` (also with an empty value) or `inline`. */
  @property({converter: detailMode}) detail: DetailMode | undefined;

  /** @internal */
  override readonly collection = 'resources';
}
