import {
  type LoadController,
  type LoadState,
  latestValue,
} from '../../controllers/load-controller.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {ViewportRecords} from '../../controllers/viewport-records.js';
import type {QueryResult} from '../../data/source.js';
import type {Bbox} from '../../model/geo/geo.js';
import type {Query} from '../../model/query.js';
import type {Portal, PortalRecord, Project} from '../../model/records.js';
import {type LayerHost, LayersController} from './layers-controller.js';
import {DistanceFilter} from './distance-filter.js';
import {ShownRecords} from './shown-records.js';

type Load<R extends PortalRecord> = LoadController<readonly unknown[], QueryResult<R>>;

interface MapRecordsOptions {
  /** Creates a load of all records that match a query. */
  loadProjects(query: () => Query | undefined, maxRecords: number): Load<Project>;
  loadPortals(query: () => Query | undefined): Load<Portal>;
  query(): Query | undefined;
  /** Returns the distance in metres; undefined if all projects are shown. */
  distance(): number | undefined;
}

/** Records of a map: its own, all or those of the viewport; those of its layers; and the distances between them. */
export class MapRecords {
  readonly layers: LayersController;
  readonly shown: ShownRecords;
  readonly #options: MapRecordsOptions;
  readonly #projects: ViewportRecords<Project>;
  /** Loaded only if projects take their family from their portal. */
  readonly #portals: Load<Portal>;
  readonly #distanceFilter: DistanceFilter;
  /** Viewport and zoom; undefined before the map has loaded. */
  #viewport: {readonly box: Bbox; readonly zoom: number} | undefined;

  constructor(
    host: LayerHost,
    i18n: LocalizeController<'layers' | 'map' | 'projectMap'>,
    options: MapRecordsOptions,
  ) {
    this.#options = options;
    const {distance, query} = options;
    this.#projects = new ViewportRecords(host, options.loadProjects, query);
    this.#portals = options.loadPortals(() =>
      this.shown.needsPortals ? {lang: i18n.language} : undefined,
    );
    this.layers = new LayersController(host, i18n, {
      zoom: () => this.#viewport?.zoom,
      viewport: () => this.#viewport?.box,
      filtersByDistance: () => distance() !== undefined,
      projects: () => this.#projectResult?.items,
    });
    this.#distanceFilter = new DistanceFilter(host, {
      distance,
      state: () => this.#projects.state,
      layers: this.layers,
    });
    this.shown = new ShownRecords(i18n, {
      projects: () => (i18n.isReady ? latestValue(this.state)?.items : undefined),
      portals: () => latestValue(this.#portals.state)?.items,
      layers: () => this.layers.visible,
      autoFitRecords: () => this.#projects.autoFitRecords,
    });
  }

  /** State of the map's own records, filtered by distance. */
  get state(): LoadState<QueryResult<Project>> {
    return this.#distanceFilter.state;
  }

  /** Loads in progress. */
  get pending(): Promise<unknown>[] {
    return [...this.#projects.pending, ...this.layers.pending, ...this.#distanceFilter.pending];
  }

  /** Error of the last viewport request; records loaded before remain shown. */
  get viewportError(): unknown {
    return this.#projects.viewportError;
  }

  reloadViewport(): Promise<void> {
    return this.#projects.reloadViewport();
  }

  /** Sets the viewport. Returns true if it has changed. */
  setViewport(box: Bbox, zoom: number): boolean {
    const hasChanged = box.join() !== this.#viewport?.box.join();
    this.#viewport = {box, zoom};
    this.#projects.setViewport(box);
    return hasChanged;
  }

  /** True if there are records, but none within the distance. */
  get hasNoneWithinDistance(): boolean {
    return (
      this.#options.distance() !== undefined &&
      !!this.#projectResult?.total &&
      this.#distanceFilter.isActive
    );
  }

  /** True if the distance filter is set but cannot be applied. */
  get isDistanceUnavailable(): boolean {
    return (
      this.#options.distance() !== undefined &&
      this.layers.hasLayers &&
      !this.#distanceFilter.isActive
    );
  }

  /** True if the distance filter is set on a map without layers. */
  get lacksLayersForDistance(): boolean {
    const {distance} = this.#options;
    return (
      distance() !== undefined && this.#projects.state.status === 'ready' && !this.layers.hasLayers
    );
  }

  get #projectResult(): QueryResult<Project> | undefined {
    return latestValue(this.#projects.state);
  }
}
