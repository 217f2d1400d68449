import {LoadController, type LoadState, latestValue} from '../../controllers/load-controller.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {EMPTY_RESULT} from '../../controllers/records-controller.js';
import {ViewportRecords} from '../../controllers/viewport-records.js';
import {afterPaint} from '../../data/scheduling.js';
import type {QueryResult} from '../../data/source.js';
import {ItemsSource} from '../../data/sources/document/document.js';
import type {RecordList} from '../../model/collection/record-list.js';
import type {ShapeMode} from '../../map/map-view.js';
import type {Bbox} from '../../model/geo/geo.js';
import type {Portal, Project} from '../../model/records.js';
import type {WidgetHost} from '../base/widget-view.js';
import {FundingController, MAX_FUNDED_PROJECTS} from '../parts/funding/funding-controller.js';
import {type LayeredMapState, LayersController} from './layers-controller.js';
import {type LoadedRecords, ShownRecords} from './shown-records.js';

export interface MapRecordsHost extends WidgetHost {
  /** Maximum distance in metres to the records of the layers; undefined if all projects are shown. */
  readonly near?: number | undefined;
  readonly shapes: ShapeMode;
  readonly noList: boolean;
}

type Projects = QueryResult<Project>;

/** Source of a map without records of its own. */
export const EMPTY_SOURCE = new ItemsSource({projects: []}, () => {});

/** State of a map that shows only its layers. */
const NO_PROJECTS: LoadState<Projects> = {status: 'ready', value: EMPTY_RESULT};

/** True if one of the first projects has a programme or a budget. */
const mayBeFunded = (projects: RecordList<Project> | undefined): boolean => {
  for (let i = 0; i < Math.min(projects?.length ?? 0, MAX_FUNDED_PROJECTS); i++) {
    const {programme, budget} = projects?.at(i) ?? {};
    if (programme !== undefined || budget) return true;
  }
  return false;
};

/** Records of a map: its own (all, or the viewport's), the records of its layers, and the distances between them. */
export class MapRecords implements LayeredMapState, LoadedRecords {
  readonly layers: LayersController;
  readonly shown: ShownRecords;
  readonly funding: FundingController;
  /** Viewport and zoom; undefined before the map has loaded. */
  viewport: {readonly box: Bbox; readonly zoom: number} | undefined;
  readonly #host: MapRecordsHost;
  readonly #i18n: LocalizeController<'layers' | 'map' | 'projectMap'>;
  readonly #projects: ViewportRecords<'projects'>;
  /** Loaded only if projects take their family from their portal. */
  readonly #portals: LoadController<readonly unknown[], QueryResult<Portal>>;
  /** Filters the projects by distance, whenever they or the records of the layers change. */
  readonly #distanceFilter: LoadController<readonly unknown[], Projects>;
  /** Projects whose funding is stated. */
  #funded: RecordList<Project> | undefined;
  /** Resolves once the projects are painted whose funding is read next. */
  #painting: Promise<void> | undefined;

  constructor(host: MapRecordsHost, i18n: LocalizeController<'layers' | 'map' | 'projectMap'>) {
    this.#host = host;
    this.#i18n = i18n;
    this.#projects = new ViewportRecords(host, 'projects', () => host.query);
    this.#portals = host.records.load(
      'portals',
      () => (this.shown.places?.needsPortals ? {lang: i18n.language} : undefined),
      'all',
    );
    this.layers = new LayersController(host, i18n, this);
    this.#distanceFilter = new LoadController<readonly unknown[], Projects>(host, {
      args: () => {
        const lists = this.layers.referenceLists;
        const result = this.#unfilteredResult;
        return this.#isFiltered && lists && result ? [host.near, result, ...lists] : undefined;
      },
      load: async ([metres, result, ...lists], signal) => {
        const unfiltered = result as Projects;
        const near = await this.layers.keepNear(
          unfiltered.items,
          lists as RecordList[],
          metres as number,
          signal,
        );
        return {...unfiltered, items: near, total: near.length};
      },
    });
    this.shown = new ShownRecords(host, i18n, this);
    this.funding = new FundingController(host, {projects: () => this.#paintedProjects});
  }

  /**
   * State of the map's own records. If they cannot be loaded, but layers are, the map is shown without them: see
   * `ownError`.
   */
  get state(): LoadState<Projects> {
    return this.ownError === undefined ? this.#ownState : NO_PROJECTS;
  }

  /** Error of the map's own records, if its layers are shown nevertheless. */
  get ownError(): unknown {
    const state = this.#ownState;
    const isLayerLoaded = this.layers.all.some(({records}) => records !== undefined);
    return state.status === 'failed' && isLayerLoaded ? state.error : undefined;
  }

  /** State of the map's own records, filtered by distance once projects and distances are available. */
  get #ownState(): LoadState<Projects> {
    const {state} = this.#projects;
    if (!this.#isFiltered || !latestValue(state)) return state;
    const filtered = this.#distanceFilter.state;
    if (filtered.status === 'failed' || (state.status === 'ready' && filtered.status === 'ready'))
      return filtered;
    return {status: 'loading', previous: latestValue(filtered)};
  }

  /** True while records of the map, or of its viewport, are loading. */
  get isLoading(): boolean {
    return this.#projects.pending.length > 0 || this.state.status === 'loading';
  }

  /** Loads in progress. */
  get pending(): Promise<unknown>[] {
    const parts = [this.#projects, this.layers, this.funding, this.#distanceFilter];
    return parts.flatMap(({pending}) => pending).concat(this.#painting ?? []);
  }

  get projects(): RecordList<Project> | undefined {
    return this.#i18n.isReady ? latestValue(this.state)?.items : undefined;
  }

  /**
   * Projects for the statements about their funding, once they are painted: looking for a programme or a budget validates
   * hundreds of records.
   */
  get #paintedProjects(): Iterable<Project> {
    if (this.projects !== this.#funded) this.#painting ??= this.#readFunding();
    return this.#funded ?? [];
  }

  async #readFunding(): Promise<void> {
    await afterPaint();
    this.#painting = undefined;
    const before = this.#funded;
    this.#funded = this.projects;
    if (mayBeFunded(before) || mayBeFunded(this.#funded)) this.#host.requestUpdate();
  }

  get allProjects(): RecordList<Project> | undefined {
    return this.#unfilteredResult?.items;
  }

  get portals(): RecordList<Portal> | undefined {
    return latestValue(this.#portals.state)?.items;
  }

  get visibleLayers(): LayersController['visible'] {
    return this.layers.visible;
  }

  get autoFitRecords(): RecordList<Project> | undefined {
    return this.#projects.autoFitRecords;
  }

  get shapeMode(): ShapeMode {
    return this.#host.shapes || this.defaultShapeMode;
  }

  /** Without a list, only marks can be reached by keyboard. */
  get defaultShapeMode(): ShapeMode {
    return this.#host.noList ? 'both' : '';
  }

  get hasDistance(): boolean {
    return this.#host.near !== undefined;
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
    const hasChanged = box.join() !== this.viewport?.box.join();
    this.viewport = {box, zoom};
    this.#projects.setViewport(box);
    return hasChanged;
  }

  /** True if there are records, but none within the distance. */
  get hasNoneWithinDistance(): boolean {
    return this.#isFiltered && !!this.#unfilteredResult?.total;
  }

  /** True if the distance filter is set but cannot be applied. */
  get isDistanceUnavailable(): boolean {
    return this.hasDistance && this.layers.hasLayers && !this.#isFiltered;
  }

  /** True if the distance filter is set on a map without layers. */
  get lacksLayersForDistance(): boolean {
    return this.hasDistance && this.#projects.state.status === 'ready' && !this.layers.hasLayers;
  }

  /** True if the distance filter applies. Otherwise all projects are shown. */
  get #isFiltered(): boolean {
    // Points that represent several records have no exact position to measure from.
    const isThinned = this.#unfilteredResult?.thinned !== undefined;
    return this.hasDistance && !isThinned && this.layers.referenceLists?.length !== 0;
  }

  get #unfilteredResult(): Projects | undefined {
    return latestValue(this.#projects.state);
  }
}
