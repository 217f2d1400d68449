import {
  type LoadController,
  type LoadState,
  shownValue,
} from '../../controllers/load-controller.js';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import {ViewRecords} from '../../controllers/view-records.js';
import type {Answer} from '../../data/source.js';
import type {Bbox} from '../../model/geo.js';
import type {Query} from '../../model/query.js';
import type {Portal, PortalRecord, Project} from '../../model/records.js';
import {type LayerHost, Layers} from './layers.js';
import {Nearness} from './nearness.js';
import {ShownRecords} from './shown-records.js';

type Load<R extends PortalRecord> = LoadController<readonly unknown[], Answer<R>>;

interface Asked {
  /** Creates a load of all records that match a query. */
  projects(ask: () => Query | undefined, most: number): Load<Project>;
  portals(ask: () => Query | undefined): Load<Portal>;
  question(): Query | undefined;
  /** Returns the distance in metres; undefined if all projects are shown. */
  distance(): number | undefined;
}

/** Records of a map: its own, all or those of the viewport; those of its layers; and the distances between them. */
export class MapRecords {
  readonly layers: Layers;
  readonly shown: ShownRecords;
  readonly #asked: Asked;
  readonly #projects: ViewRecords<Project>;
  /** Loaded only if projects take their family from their portal. */
  readonly #portals: Load<Portal>;
  readonly #nearness: Nearness;
  /** Viewport and zoom; undefined before the map has loaded. */
  #view: {readonly box: Bbox; readonly zoom: number} | undefined;

  constructor(
    host: LayerHost,
    i18n: LocalizeController<'layers' | 'map' | 'projectMap'>,
    asked: Asked,
  ) {
    this.#asked = asked;
    const {distance, question} = asked;
    this.#projects = new ViewRecords(host, asked.projects, question);
    this.#portals = asked.portals(() =>
      this.shown.needPortals ? {lang: i18n.language} : undefined,
    );
    this.layers = new Layers(host, i18n, {
      zoom: () => this.#view?.zoom,
      view: () => this.#view?.box,
      measures: () => distance() !== undefined,
      projects: () => this.#all?.items,
    });
    this.#nearness = new Nearness(host, {
      distance,
      state: () => this.#projects.state,
      layers: this.layers,
    });
    this.shown = new ShownRecords(i18n, {
      projects: () => (i18n.isReady ? shownValue(this.state)?.items : undefined),
      portals: () => shownValue(this.#portals.state)?.items,
      layers: () => this.layers.shown,
      home: () => this.#projects.home,
    });
  }

  /** State of the map's own records, filtered by distance. */
  get state(): LoadState<Answer<Project>> {
    return this.#nearness.state;
  }

  /** Loads in progress. */
  get pending(): Promise<unknown>[] {
    return [...this.#projects.pending, ...this.layers.pending, ...this.#nearness.pending];
  }

  /** Error of the last viewport request; records loaded before remain shown. */
  get viewFailure(): unknown {
    return this.#projects.failure;
  }

  retryView(): Promise<void> {
    return this.#projects.retry();
  }

  /** Sets the viewport. Returns true if it has changed. */
  look(box: Bbox, zoom: number): boolean {
    const isElsewhere = box.join() !== this.#view?.box.join();
    this.#view = {box, zoom};
    this.#projects.look(box);
    return isElsewhere;
  }

  /** True if there are records, but none within the distance. */
  get isNoneNear(): boolean {
    return this.#asked.distance() !== undefined && !!this.#all?.total && this.#nearness.isMeasured;
  }

  /** True if the distance filter is set but cannot be applied. */
  get isUnmeasured(): boolean {
    return this.#asked.distance() !== undefined && this.layers.any && !this.#nearness.isMeasured;
  }

  /** True if the distance filter is set on a map without layers. */
  get hasNoMeasure(): boolean {
    const {distance} = this.#asked;
    return distance() !== undefined && this.#projects.state.status === 'ready' && !this.layers.any;
  }

  get #all(): Answer<Project> | undefined {
    return shownValue(this.#projects.state);
  }
}
