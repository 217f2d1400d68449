import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {MapLabels, MapListener, MapPoints, MapTiles, MapView} from '../map/map-view.js';
import type {Geo} from '../model/geo.js';
import {loadEngine} from './load-engine.js';

/** What the map is to show; each part is compared by identity with what it shows. */
export interface MapScene {
  readonly container: HTMLElement | null;
  readonly points: MapPoints | undefined;
  readonly labels: MapLabels;
  readonly tiles: MapTiles | undefined;
  readonly center: Geo | undefined;
  readonly zoom: number | undefined;
  readonly fit: 'data' | 'none';
  /** Whether the map may come as soon as it nears the screen, or has been asked for. */
  readonly load: 'visible' | 'asked' | 'wait';
}

export type MapStatus = 'waiting' | 'loading' | 'ready' | 'failed';

type Host = ReactiveControllerHost & Element;

/** How near the screen a map must come to be worth its engine. */
const NEAR = '300px';

/** Brings the map engine when the map nears the screen, keeps it in step, and ends it when the host leaves. */
export class EngineController implements ReactiveController {
  status: MapStatus = 'waiting';
  view: MapView | undefined;
  readonly #host: Host;
  readonly #scene: () => MapScene;
  readonly #listener: MapListener;
  readonly #load: typeof loadEngine;
  /** What the view shows. */
  #shown: Partial<MapScene> = {};
  /** What is in view, and the points that its numbers are about. */
  #seen: {readonly points: MapPoints; readonly indices: Uint32Array} | undefined;
  #goal: readonly [center: Geo, zoom: number] | undefined;
  #isNear = false;
  #near: IntersectionObserver | undefined;
  #size: ResizeObserver | undefined;
  /** Until it is known whether the map is in view. */
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

  /** What is to wait for until the map is drawn, where it is in view. */
  get pending(): Promise<void>[] {
    return [this.#looked, this.#loading].filter(promise => promise !== undefined);
  }

  /** Which of some points are in view; undefined as long as no map shows them. */
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

  /** The map changes before the host draws, so that its list is already that of the new view. */
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
    // One that has no place in the page yet has no size either.
    if (wanted && scene.container?.isConnected && scene.points && this.status === 'waiting')
      this.#begin();
  }

  hostDisconnected(): void {
    this.#near?.disconnect();
    this.#look();
    this.#isNear = false;
    this.#end();
  }

  /** Tries again after a failure to load. */
  retry(): void {
    if (this.status === 'failed') this.status = 'waiting';
    this.#host.requestUpdate();
  }

  /** Looks at a place, as soon as there is a map. */
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
        // The host may have left, or lost what the map is for, in the meantime.
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
