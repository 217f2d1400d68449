import {property} from 'lit/decorators.js';
import type {Geo} from '../../model/geo/geo.js';
import type {LinkedMap, Selection} from '../../controllers/selection-controller.js';
import {anyText, oneOf} from '../base/attribute-converters.js';
import {DataWidget} from '../base/data-widget.js';
import {
  consentMode,
  cssLength,
  geocoderName,
  latLon,
  metres,
  shapeMode,
  type Tiles,
  tilesValue,
  zoomLevel,
} from '../base/shared-attributes.js';
import type {ViewLoader, WidgetView} from '../base/widget-view.js';
import type {LayeredMap} from '../parts/map/map-layer.js';
import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Registers a map with its selection while it is connected. Without a selection, it is not registered. */
class LinkedMapController implements ReactiveController {
  readonly #selection: () => Selection | undefined;
  readonly #map: LinkedMap;
  #registeredSelection: Selection | undefined;
  #unregister: (() => void) | undefined;

  constructor(
    host: ReactiveControllerHost,
    selection: () => Selection | undefined,
    map: LinkedMap,
  ) {
    this.#selection = selection;
    this.#map = map;
    host.addController(this);
  }

  hostUpdate(): void {
    const selection = this.#selection();
    if (selection === this.#registeredSelection) return;
    this.hostDisconnected();
    this.#registeredSelection = selection;
    this.#unregister = selection?.registerMap(this.#map);
  }

  hostDisconnected(): void {
    this.#unregister?.();
    this.#unregister = this.#registeredSelection = undefined;
  }
}

/** View of the map; without these methods if its code could not be loaded. */
type LinkedView = (WidgetView & Partial<LinkedMap>) | undefined;

/**
 * Shows projects on a map, with a list of those in view and of those without coordinates.
 *
 * The projects come from `api`, from the surrounding `<spass-portal>`, or from `items`. Each `<spass-layer>` child adds
 * the records of another source. Outlines are included in the code of the map; third-party tiles are requested only
 * with consent.
 *
 * @customElement spass-project-map
 * @slot - Layers (`<spass-layer>`), and fallback content, shown until the data are rendered, and if they cannot be
 *   loaded.
 * @slot heading - Heading, at the level that fits the page.
 * @event {RecordSelectEvent} spass-record-select - Fired when a reader opens a marker or follows a link; cancelable.
 * @event {ConsentRequestEvent} spass-consent-request - Fired when a reader requests third-party tiles or the search for
 *   addresses; cancelable.
 * @event {FilterChangeEvent} spass-filter-change - Fired when a reader clears a selection without results; cancelable.
 * @event {LoadEvent} spass-load - Fired when the projects are rendered; does not bubble.
 * @event {LoadErrorEvent} spass-error - Fired when the projects could not be loaded; does not bubble.
 * @csspart map - The map.
 * @csspart marker - Marker of a project.
 * @csspart cluster - Marker of several projects that lie close together.
 * @csspart layer - Switch of a layer.
 * @csspart popup - Popup of a marker.
 * @csspart list - List beside the map.
 * @csspart link - Title of a project, with its link.
 * @csspart title - Title of a project without a link.
 * @csspart foot - Footer with source, licence and date.
 * @cssproperty [--spass-map-water] - Colour of sea and lakes.
 * @cssproperty [--spass-map-land] - Colour of land.
 * @cssproperty [--spass-map-border] - Colour of coasts and borders.
 */
export class SpassProjectMap extends DataWidget implements LayeredMap {
  /** @internal */
  static override loadView: ViewLoader<SpassProjectMap, WidgetView> = async () =>
    (await import('./project-map-view.js')).ProjectMapView;

  /** Basemap: `none`, `ign`, `ign-ortho`, `osm-be`, a URL template with `{z}`, `{x}`, `{y}`, or a `.pmtiles` file. */
  @property({converter: tilesValue}) tiles: Tiles = 'none';
  /** Attribution of a basemap given by a URL template. */
  @property({converter: anyText}) attribution = '';
  /** Consent to third-party tiles: `ask` the user, or `granted` or `denied` by the page. */
  @property({converter: consentMode}) consent: string = 'ask';
  /**
   * Search for an address, which moves the map: `ban`, the national French address database, after consent to IGN as for
   * its basemap. Default: none.
   */
  @property({converter: geocoderName}) geocoder: '' | 'ban' = '';
  /** Initial centre of the map, `lat,lon` in degrees. */
  @property({converter: latLon}) center?: Geo | undefined;
  /** Initial zoom level of the map, 2 to 19. */
  @property({converter: zoomLevel}) zoom?: number | undefined;
  /** Fitting of the map: `data` moves it to its records; `none` leaves it. */
  @property({converter: oneOf('data', 'none')}) fit: 'data' | 'none' = 'data';
  /** Distance in metres, 1 to 50,000: only projects that have a record of a layer within it. */
  @property({converter: metres}) near?: number | undefined;
  /** Hides the list, for pages that show the same projects in another one. */
  @property({type: Boolean, attribute: 'no-list'}) noList = false;
  /**
   * Lines and areas of the records: `outline` draws them alone, `marks` only their marks, `both` both. Default: `both`
   * up to 500, else `outline`.
   */
  @property({converter: shapeMode}) shapes: '' | 'outline' | 'marks' | 'both' = '';
  /** Height of the map, as CSS length or in pixels. */
  @property({converter: cssLength}) height = '';
  /** Loading of the map engine: `visible` when the map is near the screen; `click` on request. */
  @property({converter: oneOf('visible', 'click')}) load: string = 'visible';

  /** Id of the only record to show, without search, filters and paging. Default: all. */
  @property({converter: anyText}) record = '';

  /** @internal */
  override readonly collection = 'projects';

  constructor() {
    super();
    // Registered before the view is loaded: a form would show a map of its own until then.
    new LinkedMapController(this, () => (this.hasViewFailed ? undefined : this.selection), {
      showPlace: place => void this.withView((view: LinkedView) => view?.showPlace?.(place)),
      showPeriod: period => {
        const view: LinkedView = this.view;
        view?.showPeriod?.(period);
      },
    });
  }

  /** Reloads the data of the map and of its layers, and bypasses all caches. */
  override async reload(): Promise<void> {
    const layers = [...this.querySelectorAll('spass-layer')] as Partial<DataWidget>[];
    await Promise.all([super.reload(), ...layers.map(layer => layer.reload?.())]);
  }

  /** @internal Called when a layer has been added, changed or removed. */
  handleLayerChange(): void {
    this.requestUpdate();
  }

  protected override get contentSelector(): string {
    return 'spass-layer, script, template';
  }
}
