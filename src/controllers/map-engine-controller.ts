import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {
  BasemapSource,
  Credit,
  MapListener,
  MapMessages,
  MapPoints,
  MapView,
} from '../map/map-view.js';
import {afterPaint, yieldToMain} from '../data/scheduling.js';
import type {Geo, NamedPlace} from '../model/geo/geo.js';
import {PendingWork} from './load-controller.js';

/** Desired state of the map. Properties are compared by identity with those applied last. */
export interface MapScene {
  readonly container: HTMLElement | null;
  readonly points: MapPoints | undefined;
  readonly labels: MapMessages;
  readonly tiles: BasemapSource | undefined;
  readonly center: Geo | undefined;
  readonly zoom: number | undefined;
  readonly fit: 'data' | 'none';
  readonly overlays?: () => Iterable<Element>;
  /** Draws circles of distance around the highlighted record, and a small map. Read once. */
  readonly hasSurroundings?: boolean;
  /** Start of the map: `visible` near the viewport, `immediate` at once, `on-request` not until the state changes. */
  readonly load: 'visible' | 'immediate' | 'on-request';
}

export type MapStatus = 'waiting' | 'loading' | 'ready' | 'failed';

type MapEngineHost = ReactiveControllerHost & Element;

type Engine = typeof import('../map/engine.js');
type EngineLoader = () => Promise<Pick<Engine, 'createMap'> & Partial<Engine>>;

/** Distance from the viewport at which the map engine is loaded, in pixels. */
const MARGIN = 300;

/** Maximum number of points of a map that is drawn in the task that renders its host; with more, in the next task. */
const MAX_EAGER_POINTS = 10_000;

/** True once a map of the page has loaded the engine. */
let isEngineLoaded = false;

/**
 * Loads the map engine when the map nears the viewport, applies state changes, and destroys the map when the host is
 * disconnected.
 */
export class MapEngineController implements ReactiveController {
  status: MapStatus = 'waiting';
  view: MapView | undefined;
  /** Drawing of maps for paper; undefined before it has loaded, after the engine. */
  paper: typeof import('../map/print/paper-map.js') | undefined;
  /** Credit of the coasts and borders that the map shows; undefined for the credit of the outlines. */
  groundCredit: Credit | undefined;
  readonly #host: MapEngineHost;
  readonly #scene: () => MapScene;
  readonly #listener: MapListener;
  readonly #load: EngineLoader;
  /** State applied to the map. */
  #applied: Partial<MapScene> = {};
  /** Points visible on the map, with the data that the indices refer to. */
  #visible: {readonly points: MapPoints; readonly indices: Uint32Array} | undefined;
  #pendingMove: readonly [place: NamedPlace, zoom: number] | undefined;
  #isNearViewport = false;
  #intersectionObserver: IntersectionObserver | undefined;
  #resizeObserver: ResizeObserver | undefined;
  /** Ends when it is known if the map is near the viewport. */
  readonly #visibilityCheck = new PendingWork();
  #loading: Promise<void> | undefined;
  /** Ends when the host is updated for the last view, and a new map has its ground. */
  readonly #movement = new PendingWork();

  /** @param load Imports the map engine, which is larger than all widgets together. */
  constructor(
    host: MapEngineHost,
    scene: () => MapScene,
    listener: MapListener,
    load: EngineLoader = () => import('../map/engine.js'),
  ) {
    this.#host = host;
    this.#scene = scene;
    this.#load = load;
    this.#listener = {
      ...listener,
      onViewChange: view => {
        const {points} = this.#applied;
        this.#visible = points && {points, indices: view.indices};
        listener.onViewChange(view);
        this.#movement.start();
      },
      // Zoom steps follow each other, and a list takes as long as the marks.
      onRest: () => {
        if (this.#movement.pending.length > 0) host.requestUpdate();
        this.#movement.end();
      },
      onCreditChange: credit => {
        this.groundCredit = credit;
        host.requestUpdate();
      },
    };
    host.addController(this);
  }

  /** Promises to wait for until the map is drawn, if it is near the viewport. */
  get pending(): Promise<void>[] {
    const work = [...this.#visibilityCheck.pending, ...this.#movement.pending];
    return this.#loading ? [...work, this.#loading] : work;
  }

  /** Returns the indices of the visible points; undefined while no map shows these points. */
  visibleIndices(points: MapPoints): Uint32Array | undefined {
    return this.#visible?.points === points ? this.#visible.indices : undefined;
  }

  hostConnected(): void {
    this.#host.addEventListener('fullscreenchange', this.#requestUpdate);
    this.#visibilityCheck.start();
    this.#intersectionObserver = new IntersectionObserver(
      entries => {
        this.#isNearViewport = entries.some(entry => entry.isIntersecting);
        this.#visibilityCheck.end();
        if (this.#isNearViewport) this.#host.requestUpdate();
      },
      {rootMargin: `${MARGIN}px`},
    );
    this.#intersectionObserver.observe(this.#host);
  }

  /** Updates the map before the host renders, so that the list already matches the new viewport. */
  hostUpdate(): void {
    const scene = this.#scene();
    if (!this.view) {
      this.#checkIsNear(scene.points);
      return;
    }
    const applied = this.#applied;
    const isViewReset = (['center', 'zoom', 'fit'] as const).some(
      name => scene[name] !== applied[name],
    );
    if (isViewReset) this.#destroyView();
    else this.#applyScene(this.view, scene);
  }

  hostUpdated(): void {
    const {container, points, load} = this.#scene();
    if (this.view && container !== this.#applied.container) this.#destroyView();
    // A container that is not yet in the document has no size.
    if (!container?.isConnected || !points || this.status !== 'waiting') return;
    if (load === 'immediate' || (load === 'visible' && this.#isNearViewport))
      this.#createView(points.length > MAX_EAGER_POINTS);
  }

  /**
   * Checks synchronously if the map is near the viewport, once the engine is loaded: an observer would wait for a
   * frame. Called before the host renders the records, since measuring later would force a layout of them.
   */
  #checkIsNear(points: MapPoints | undefined): void {
    if (!isEngineLoaded || this.#isNearViewport || !points) return;
    const {top, bottom, width} = this.#host.getBoundingClientRect();
    this.#isNearViewport = width > 0 && bottom > -MARGIN && top < innerHeight + MARGIN;
    if (this.#isNearViewport) this.#visibilityCheck.end();
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('fullscreenchange', this.#requestUpdate);
    this.#intersectionObserver?.disconnect();
    this.#visibilityCheck.end();
    this.#isNearViewport = false;
    this.#destroyView();
  }

  /** Loads the engine again after a failure. */
  retry(): void {
    if (this.status === 'failed') this.status = 'waiting';
    this.#host.requestUpdate();
  }

  /** Moves the map to a place, now or once it is ready. A named place is marked. */
  moveTo(place: NamedPlace, zoom: number): void {
    if (this.view) this.view.moveTo(place, zoom);
    else this.#pendingMove = [place, zoom];
    this.retry();
  }

  /** The controls on the map have another button in full screen. */
  readonly #requestUpdate = (): void => this.#host.requestUpdate();

  /** @param isDeferred Creates it in a task of its own. */
  #createView(isDeferred: boolean): void {
    this.status = 'loading';
    const engine = isDeferred ? yieldToMain().then(this.#load) : this.#load();
    const loading = engine.then(
      ({createMap, loadPaper}) => {
        void loadPaper?.().then(paper => (this.paper = paper), String);
        // The host may have been disconnected, or lost its data, in the meantime.
        isEngineLoaded = true;
        if (this.#loading !== loading) return;
        this.#loading = undefined;
        const scene = this.#scene();
        const {container, points, labels, center, zoom, fit, overlays, hasSurroundings} = scene;
        this.status = 'waiting';
        if (!this.#host.isConnected || !container || !points) return;
        const root = this.#host.shadowRoot ?? document;
        const listener = this.#listener;
        const view = createMap(container, {
          ...{messages: labels, center, zoom, fit, overlays, hasSurroundings},
          // A preview has shown marks and ground together.
          afterPaint: scene.load === 'immediate' ? undefined : afterPaint,
          listener,
          root,
        });
        this.view = view;
        this.status = 'ready';
        this.#applied = {container, labels, center, zoom, fit};
        this.#resizeObserver = new ResizeObserver(() => this.view?.resize());
        this.#resizeObserver.observe(container);
        this.#applyScene(view, scene);
        if (this.#pendingMove) view.moveTo(...this.#pendingMove);
        this.#pendingMove = undefined;
        this.#host.requestUpdate();
      },
      () => {
        if (this.#loading !== loading) return;
        this.#loading = undefined;
        this.status = 'failed';
        this.#host.requestUpdate();
      },
    );
    this.#loading = loading;
  }

  #applyScene(view: MapView, {points, labels, tiles}: MapScene): void {
    const applied = this.#applied;
    this.#applied = {...applied, labels, tiles, points: points ?? applied.points};
    if (labels !== applied.labels) view.setMessages(labels);
    if (tiles !== applied.tiles) view.setBasemap(tiles);
    if (points && points !== applied.points) view.setPoints(points);
    // The host is being updated.
    if (view.hasGround) this.#movement.end();
  }

  #destroyView(): void {
    this.#movement.end();
    this.#resizeObserver?.disconnect();
    this.view?.destroy();
    this.view = this.#visible = this.#loading = this.#pendingMove = undefined;
    this.groundCredit = undefined;
    this.#applied = {};
    this.status = 'waiting';
  }
}
