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
  /** Make a load of all that a question finds. */
  projects(ask: () => Query | undefined, most: number): Load<Project>;
  portals(ask: () => Query | undefined): Load<Portal>;
  question(): Query | undefined;
  /** Metres; undefined where all projects are shown. */
  distance(): number | undefined;
}

/** The records on a map: its own, all or those of the view; those of its layers; and what of them is near what. */
export class MapRecords {
  readonly layers: Layers;
  readonly shown: ShownRecords;
  readonly #asked: Asked;
  readonly #projects: ViewRecords<Project>;
  /** Only where a project's family is its portal's. */
  readonly #portals: Load<Portal>;
  readonly #nearness: Nearness;
  /** What the map looks at, and how near; undefined as long as there is none. */
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

  /** The map's own records that are to be shown. */
  get state(): LoadState<Answer<Project>> {
    return this.#nearness.state;
  }

  /** What is under way. */
  get pending(): Promise<unknown>[] {
    return [...this.#projects.pending, ...this.layers.pending, ...this.#nearness.pending];
  }

  /** What went wrong with the records of the view; those at hand are there all the same. */
  get viewFailure(): unknown {
    return this.#projects.failure;
  }

  retryView(): Promise<void> {
    return this.#projects.retry();
  }

  /** Hears what the map looks at; answers whether that is something else than before. */
  look(box: Bbox, zoom: number): boolean {
    const isElsewhere = box.join() !== this.#view?.box.join();
    this.#view = {box, zoom};
    this.#projects.look(box);
    return isElsewhere;
  }

  /** Whether there are records, and none of them is as near as was asked. */
  get isNoneNear(): boolean {
    return this.#asked.distance() !== undefined && !!this.#all?.total && this.#nearness.isMeasured;
  }

  /** Whether distances are asked for that can't be told. */
  get isUnmeasured(): boolean {
    return this.#asked.distance() !== undefined && this.layers.any && !this.#nearness.isMeasured;
  }

  /** Whether distances are asked for, and there is no layer to measure them from. */
  get hasNoMeasure(): boolean {
    const {distance} = this.#asked;
    return distance() !== undefined && this.#projects.state.status === 'ready' && !this.layers.any;
  }

  get #all(): Answer<Project> | undefined {
    return shownValue(this.#projects.state);
  }
}
