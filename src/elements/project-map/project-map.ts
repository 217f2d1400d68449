import {property} from 'lit/decorators.js';
import type {Geo} from '../../model/geo.js';
import {anyText, oneOf} from '../base/attribute-converters.js';
import {LazyWidget} from '../base/lazy-widget.js';
import {cssLength, latLon, metres, zoomLevel} from '../base/map-attributes.js';
import type {ViewLoader, WidgetView} from '../base/widget-view.js';
import {tilesValue} from '../parts/basemaps.js';
import type {LayeredMap} from '../parts/map-layer.js';

/**
 * Projects on a map, with a list of those in view and of those without coordinates.
 *
 * Loads all the projects of its `api`, of the `<spass-portal>` around it, or its `items`. Each `<spass-layer>` inside
 * adds the records of another source. Outlines are included in the code of the map; tiles of a third party are
 * requested only with consent.
 *
 * @customElement spass-project-map
 * @slot - What is read before the data are there, and where they can't be had; and `<spass-layer>`s.
 * @slot heading - A heading, at the level that fits the page.
 * @event {RecordSelectEvent} spass-record-select - A reader opened a marker or followed a link; cancelable.
 * @event {ConsentRequestEvent} spass-consent-request - A reader asked for a third party's tiles; cancelable.
 * @event {FilterChangeEvent} spass-filter-change - A reader clears a selection that leaves nothing; cancel to keep it.
 * @event {LoadEvent} spass-load - The projects are drawn; does not bubble.
 * @event {LoadErrorEvent} spass-error - They could not be loaded; does not bubble.
 * @csspart map - The map itself.
 * @csspart marker - A project's mark.
 * @csspart cluster - The mark of projects that lie too close together.
 * @csspart layer - The switch of a layer.
 * @csspart popup - What a marker opens.
 * @csspart list - The list beside the map.
 * @csspart link - A project's link.
 * @csspart title - The title of a project that has no link.
 * @csspart foot - Source, licence and date.
 * @cssproperty [--spass-map-water] - Sea and lakes.
 * @cssproperty [--spass-map-land] - Land.
 * @cssproperty [--spass-map-border] - Coasts and borders.
 */
export class SpassProjectMap extends LazyWidget implements LayeredMap {
  /** @internal */
  static override loadView: ViewLoader<SpassProjectMap, WidgetView> = async () =>
    (await import('./project-map-view.js')).ProjectMapView;

  /** Basemap: `none`, `ign`, `ign-ortho`, `osm-be`, a URL template with `{z}`, `{x}`, `{y}`, or a `.pmtiles` file. */
  @property({converter: tilesValue}) tiles = 'none';
  /** Attribution of a basemap given by a URL template. */
  @property({converter: anyText}) attribution = '';
  /** Consent to third-party tiles: `ask` the user, or `granted` or `denied` by the page. */
  @property({converter: oneOf('ask', 'granted', 'denied')}) consent: string = 'ask';
  /** Initial centre of the map, `lat,lon` in degrees. */
  @property({converter: latLon}) center?: Geo | undefined;
  /** Initial zoom level of the map, 2 to 19. */
  @property({converter: zoomLevel}) zoom?: number | undefined;
  /** Fitting of the map: `data` moves it to its records; `none` leaves it. */
  @property({converter: oneOf('data', 'none')}) fit: 'data' | 'none' = 'data';
  /** Distance in metres: only projects that have a record of a layer within it. */
  @property({converter: metres}) near?: number | undefined;
  /** Hides the list, for pages that show the same projects in another one. */
  @property({type: Boolean, attribute: 'no-list'}) noList = false;
  /** Height of the map, as CSS length or in pixels. */
  @property({converter: cssLength}) height = '';
  /** Loading of the map engine: `visible` when the map is near the screen; `click` on request. */
  @property({converter: oneOf('visible', 'click')}) load: string = 'visible';

  /** @internal */
  override readonly collection = 'projects';

  /** Reloads the data of the map and of its layers, and bypasses all caches. */
  override async reload(): Promise<void> {
    const layers = [...this.querySelectorAll('spass-layer')] as Partial<LazyWidget>[];
    await Promise.all([super.reload(), ...layers.map(layer => layer.reload?.())]);
  }

  /** @internal Called when a layer has been added, changed or removed. */
  handleLayerChange(): void {
    this.requestUpdate();
  }

  /** @internal */
  override get hasFallback(): boolean {
    return [...this.children].some(child => !child.slot && child.localName !== 'spass-layer');
  }
}
