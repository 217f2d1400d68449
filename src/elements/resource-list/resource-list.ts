import {property} from 'lit/decorators.js';
import type {ShownFacet} from '../../model/query.js';
import {anyText, oneOf} from '../base/attribute-converters.js';
import {DataWidget} from '../base/data-widget.js';
import {
  detailMode,
  type DetailMode,
  facetNames,
  nameList,
  consentMode,
  geocoderName,
} from '../base/shared-attributes.js';
import type {ViewLoader, WidgetView} from '../base/widget-view.js';

/**
 * Shows resources as a list with search, facets, sort order, pages and export.
 *
 * The resources come from `api`, from the surrounding `<spass-portal>`, or from `items`. Complete collections are
 * searched in memory at each keystroke; a server is queried when the user pauses.
 *
 * @customElement spass-resource-list
 * @slot - Fallback content, shown until the data are rendered, and if they cannot be loaded.
 * @slot heading - Heading, at the level that fits the page.
 * @event {FilterChangeEvent} spass-filter-change - Fired when a reader changes a filter or the search; cancelable.
 * @event {PageChangeEvent} spass-page-change - Fired when a reader requests more entries or a page; cancelable.
 * @event {ConsentRequestEvent} spass-consent-request - Fired when a reader requests the geocoder; cancelable.
 * @event {RecordSelectEvent} spass-record-select - Fired when a reader follows or opens a resource; cancelable.
 * @event {LoadEvent} spass-load - Fired when the resources are rendered; does not bubble.
 * @event {LoadErrorEvent} spass-error - Fired when the resources could not be loaded; does not bubble.
 * @csspart search - Search field.
 * @csspart facets - Facets.
 * @csspart chips - Active filters, each with a button to remove it.
 * @csspart list - List of resources.
 * @csspart chapter - Chapter with its resources.
 * @csspart row - A resource.
 * @csspart link - Title of a resource, with its link.
 * @csspart title - Title of a resource without a link.
 * @csspart facts - Files, place and date of a resource.
 * @csspart file - Link to a file.
 * @csspart detail - Details of a resource, opened in place.
 * @csspart more - Button that shows more entries.
 * @csspart pages - Links to the other pages.
 * @csspart foot - Footer with source, licence, date and export.
 * @cssproperty [--spass-list-gap=1.125em] - Space above and below a resource.
 * @cssproperty [--spass-facets-width=14em] - Width of the facets beside the list.
 */
export class SpassResourceList extends DataWidget {
  /** @internal */
  static override loadView: ViewLoader<SpassResourceList, WidgetView> = async () =>
    (await import('./resource-list-view.js')).ResourceListView;

  /** Facets in display order, separated by commas; `date` is a range of dates. Empty for none. */
  @property({converter: facetNames}) facets: readonly ShownFacet[] = facetNames.fromAttribute(null);
  /** Further facets: names of own fields, or of columns of a foreign source, separated by commas. */
  @property({attribute: 'facet-fields', converter: nameList})
  facetFields: readonly string[] = [];
  /** Paging: `more` appends with a button; `pages` replaces one page by another. */
  @property({converter: oneOf('more', 'pages')}) paging: 'more' | 'pages' = 'more';
  /** Shows the publisher of each resource. */
  @property({type: Boolean, attribute: 'show-publisher'}) showPublisher = false;

  /** Groups the resources by the chapters of their portal. */
  @property({type: Boolean}) chapters = false;

  /** Opens the details of a resource in place: `dialog` (also with an empty value) or `inline`. */
  @property({converter: detailMode}) detail: DetailMode | undefined;

  /**
   * Search for an address beside "Autour de moi": `ban`, the national French address database, after consent to IGN.
   * Default: none.
   */
  @property({converter: geocoderName}) geocoder: '' | 'ban' = '';
  /** Consent to the geocoder: `ask` shows a button; `granted` or `denied` if the page manages consent. */
  @property({converter: consentMode}) consent: string = 'ask';

  /** Id of the only record to show, without search, filters and paging. Default: all. */
  @property({converter: anyText}) record = '';

  /** @internal */
  override readonly collection = 'resources';
}
