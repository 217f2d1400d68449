import {property} from 'lit/decorators.js';
import type {Geo} from '../../model/geo/geo.js';
import {sameItems} from '../../model/memo.js';
import type {StandardFacet} from '../../model/query.js';
import {anyText, oneOf, type OpenList} from '../base/attribute-converters.js';
import {DataWidget} from '../base/data-widget.js';
import {
  detailMode,
  type DetailMode,
  nameList,
  consentMode,
  cssLength,
  geocoderName,
  latLon,
  shapeMode,
  type Tiles,
  tilesValue,
  zoomLevel,
} from '../base/shared-attributes.js';
import type {ViewLoader} from '../base/widget-view.js';
import type {ExplorerView} from './explorer-view.js';
import {type View, viewNames, VIEWS} from './views.js';

/**
 * Shows a complete portal in one tag: family filter, cards, resource list, project map and timeline. Side by side if
 * there is room, otherwise as tabs.
 *
 * All views read one `api`, the surrounding `<spass-portal>`, or `items`: an array of portals, each an object with one
 * list per collection, like a one-document API. They share one selection. Hidden views load nothing.
 *
 * @customElement spass-explorer
 * @slot - Fallback content, shown until the data are rendered, and if they cannot be loaded.
 * @slot heading - Heading, at the level that fits the page.
 * @event {FilterChangeEvent} spass-filter-change - Fired when a reader changes a filter or the search; cancelable.
 * @event {PageChangeEvent} spass-page-change - Fired when a reader requests more entries or a page; cancelable.
 * @event {RecordSelectEvent} spass-record-select - Fired when a reader follows the link of a record; cancelable.
 * @event {ConsentRequestEvent} spass-consent-request - Fired when a reader requests third-party tiles; cancelable.
 * @event {LoadEvent} spass-load - Fired when all visible views are rendered; does not bubble.
 * @event {LoadErrorEvent} spass-error - Fired when a visible view could not be loaded; does not bubble.
 * @csspart filter - Filter by family.
 * @csspart tabs - Row of tabs.
 * @csspart tab - Tab of a view.
 * @csspart view - View with its name.
 * @csspart foot - Footer with source, licence and date.
 * @cssproperty [--spass-explorer-gap=2.5em] - Space between two views.
 */
export class SpassExplorer extends DataWidget {
  static {
    // A map inside the explorer registers with the selection, which requests an update during an update.
    this.disableWarning?.('change-in-update');
  }

  /** @internal */
  static override loadView: ViewLoader<SpassExplorer, ExplorerView> = async () =>
    (await import('./explorer-view.js')).ExplorerView;

  /** Views in display order, separated by spaces: `cards`, `list`, `map`, `timeline`. */
  @property({converter: viewNames}) views: readonly View[] = VIEWS;
  /** Grouping of the cards: `family` makes one section per family. */
  @property({attribute: 'group-by', converter: oneOf('', 'family')}) groupBy: '' | 'family' = '';
  /** Facets of the list in display order, separated by commas; `date` is a range of dates. Empty for none. */
  @property() facets?: OpenList<StandardFacet | 'date'> | null;
  /** Further facets: names of own fields, or of columns of a foreign source, separated by commas. */
  @property({attribute: 'facet-fields', converter: nameList})
  facetFields: readonly string[] = [];
  /** Paging of the list: `more` appends with a button; `pages` replaces one page by another. */
  @property({converter: oneOf('more', 'pages')}) paging: 'more' | 'pages' = 'more';
  /** Opens the details of a resource in place: `dialog` (also with an empty value) or `inline`. */
  @property({converter: detailMode}) detail: DetailMode | undefined;
  /** Shows the publisher of each resource. */
  @property({type: Boolean, attribute: 'show-publisher'}) showPublisher = false;
  /** Groups the resources by the chapters of their portal. */
  @property({type: Boolean}) chapters = false;
  /** Basemap: `none`, `ign`, `ign-ortho`, `osm-be`, or a URL template with `{z}`, `{x}`, `{y}`. */
  @property({converter: tilesValue}) tiles: Tiles = 'none';
  /** Attribution of a basemap given by a URL template. */
  @property({converter: anyText}) attribution = '';
  /** Consent to third-party tiles: `ask` the user, or `granted` or `denied` by the page. */
  @property({converter: consentMode}) consent: string = 'ask';
  /** Search for an address, in the list and on the map: `ban`, after consent to IGN. Default: none. */
  @property({converter: geocoderName}) geocoder: '' | 'ban' = '';
  /** Initial centre of the map, `lat,lon` in degrees. */
  @property({converter: latLon}) center?: Geo | undefined;
  /** Initial zoom level of the map, 2 to 19. */
  @property({converter: zoomLevel}) zoom?: number | undefined;
  /** Fitting of the map: `data` moves it to its records; `none` leaves it. */
  @property({converter: oneOf('data', 'none')}) fit: 'data' | 'none' = 'data';
  /**
   * Lines and areas of the records: `outline` draws them alone, `marks` only their marks, `both` both. Default: `both`
   * up to 500, else `outline`.
   */
  @property({converter: shapeMode}) shapes: '' | 'outline' | 'marks' | 'both' = '';
  /** Height of the map, as CSS length or in pixels. */
  @property({converter: cssLength}) height = '';
  /** Loading of the map engine: `visible` when the map is near the screen; `click` on request. */
  @property({converter: oneOf('visible', 'click')}) load: string = 'visible';

  /** @internal */
  override readonly collection = 'portals';

  override get loadComplete(): Promise<void> {
    return this.#waitForLoad();
  }

  async #waitForLoad(): Promise<void> {
    while (this.isConnected) {
      await super.loadComplete;
      const elements = this.#widgets;
      await Promise.all(elements.map(element => element.loadComplete));
      await this.updateComplete;
      if (this.isUpdatePending) continue;
      if (sameItems(this.#widgets, elements) && !this.#explorerView?.replacePrerendered?.()) return;
    }
  }

  protected override startReload(): Promise<void> {
    return this.#explorerView?.reload?.() ?? super.startReload();
  }

  /** View of the explorer, or the fallback view, which contains no widgets. */
  get #explorerView(): Partial<ExplorerView> | undefined {
    return this.view;
  }

  /** Visible widgets inside the explorer. */
  get #widgets(): ExplorerView['widgets'] {
    return this.#explorerView?.widgets ?? [];
  }
}
