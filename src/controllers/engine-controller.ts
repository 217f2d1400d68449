import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {MapLabels, MapListener, MapPoints, MapTiles, MapView} from '../map/map-view.js';
import type {Geo} from '../model/geo.js';
import {loadEngine} from './load-engine.js';

/** Desired state of the map. Properties are compared by identity with those applied last. */
export interface MapScene {
  readonly container: HTMLElement | null;
  readonly points: MapPoints | undefined;
  readonly labels: MapLabels;
  readonly tiles: MapTiles | undefined;
  readonly center: Geo | undefined;
  readonly zoom: number | undefined;
  readonly fit: 'data' | 'none';
  /** `visible` starts the map near the viewport, `asked` immediately, `wait` not yet. */
  readonly load: 'visible' | 'asked' | 'wait';
}

export type MapStatus = 'waiting' | 'loading' | 'ready' | 'failed';

type Host = ReactiveControllerHost & Element;

/** Distance from the viewport at which the map engine is loaded. */
const NEAR = '300px';

/**
 * Loads the map engine when the map nears the viewport, applies state changes, and destroys the map when the host is
 * disconnected.
 */
export class EngineController implements ReactiveController {
  status: MapStatus = 'waiting';
  view: MapView | undefined;
  readonly #host: Host;
  readonly #scene: () => MapScene;
  readonly #listener: MapListener;
  readonly #load: typeof loadEngine;
  /** State applied to the map. */
  #shown: Partial<MapScene> = {};
  /** Points visible on the map, with the data that the indices refer to. */
  #seen: {readonly points: MapPoints; readonly indices: Uint32Array} | undefined;
  #goal: readonly [center: Geo, zoom: number] | undefined;
  #isNear = false;
  #near: IntersectionObserver | undefined;
  #size: ResizeObserver | undefined;
  /** Resolves when it is known if the map is near the viewport. */
  #looked: Promise<void> | undefined;
  #endLook: (() => void) | undefined;
  #loading: Promise<void> | undefined;

  constructor(host: Host, scene: () => MapScene, listener: MapListener, load = loadEngine) {
    this.#host = host;
    this.#scene = scene;
    this.#load = load;
    this.#listener = {
      ...listener,
      viewed: view => {
        const {points} = this.#shown;
        this.#seen = points && {points, indices: view.indices};
        listener.viewed(view);
        host.requestUpdate();
      },
    };
    host.addController(this);
  }

  /** Promises to wait for until the map is drawn, if it is near the viewport. */
  get pending(): Promise<void>[] {
    return [this.#looked, this.#loading].filter(promise => promise !== undefined);
  }

  /** Returns the indices of the visible points; undefined while no map shows these points. */
  inView(points: MapPoints): Uint32Array | undefined {
    return this.#seen?.points === points ? this.#seen.indices : undefined;
  }

  hostConnected(): void {
    this.#looked = new Promise(resolve => (this.#endLook = resolve));
    this.#near = new IntersectionObserver(
      entries => {
        this.#isNear = entries.some(entry => entry.isIntersecting);
        this.#look();
        if (this.#isNear) this.#host.requestUpdate();
      },
      {rootMargin: NEAR},
    );
    this.#near.observe(this.#host);
  }

  /** Updates the map before the host renders, so that the list already matches the new viewport. */
  hostUpdate(): void {
    if (!this.view) return;
    const scene = this.#scene();
    const shown = this.#shown;
    const isElsewhere = (['center', 'zoom', 'fit'] as const).some(
      name => scene[name] !== shown[name],
    );
    if (isElsewhere) this.#end();
    else this.#follow(this.view, scene);
  }

  hostUpdated(): void {
    const scene = this.#scene();
    if (this.view && scene.container !== this.#shown.container) this.#end();
    const wanted = scene.load === 'asked' || (scene.load === 'visible' && this.#isNear);
    // A container that is not yet in the document has no size.
    if (wanted && scene.container?.isConnected && scene.points && this.status === 'waiting')
      this.#begin();
  }

  hostDisconnected(): void {
    this.#near?.disconnect();
    this.#look();
    this.#isNear = false;
    this.#end();
  }

  /** Loads the engine again after a failure. */
  retry(): void {
    if (this.status === 'failed') this.status = 'waiting';
    this.#host.requestUpdate();
  }

  /** Moves the map to a place, now or once it is ready. */
  go(center: Geo, zoom: number): void {
    if (this.view) this.view.moveTo(center, zoom);
    else this.#goal = [center, zoom];
    this.retry();
  }

  #look(): void {
    this.#endLook?.();
    this.#looked = this.#endLook = undefined;
  }

  #begin(): void {
    this.status = 'loading';
    const loading = this.#load().then(
      ({createMap}) => {
        // The host may have been disconnected, or lost its data, in the meantime.
        if (this.#loading !== loading) return;
        this.#loading = undefined;
        const scene = this.#scene();
        const {container, points, labels, center, zoom, fit} = scene;
        this.status = 'waiting';
        if (!this.#host.isConnected || !container || !points) return;
        const root = this.#host.shadowRoot ?? document;
        const listener = this.#listener;
        const view = createMap(container, {labels, center, zoom, fit, listener, root});
        this.view = view;
        this.status = 'ready';
        this.#shown = {container, labels, center, zoom, fit};
        this.#size = new ResizeObserver(() => this.view?.resize());
        this.#size.observe(container);
        this.#follow(view, scene);
        if (this.#goal) view.moveTo(...this.#goal);
        this.#goal = undefined;
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

  #follow(view: MapView, {points, labels, tiles}: MapScene): void {
    const shown = this.#shown;
    this.#shown = {...shown, labels, tiles, points: points ?? shown.points};
    if (labels !== shown.labels) view.setLabels(labels);
    if (tiles !== shown.tiles) view.setTiles(tiles);
    if (points && points !== shown.points) view.setPoints(points);
  }

  #end(): void {
    this.#size?.disconnect();
    this.view?.destroy();
    this.view = this.#seen = this.#loading = this.#goal = undefined;
    this.#shown = {};
    this.status = 'waiting';
  }
}
