import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {MapLabels, MapListener, MapPoints, MapView, TileLayer} from '../../map/map-view.js';
import type {Geo} from '../../model/geo.js';
import {loadEngine} from './load-engine.js';

/** What the map is to show; each part is compared by identity with what it shows. */
export interface MapScene {
  readonly container: HTMLElement | null;
  readonly points: MapPoints | undefined;
  readonly labels: MapLabels;
  readonly tiles: TileLayer | undefined;
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
  #shown: Partial<MapScene> = {};
  #isNear = false;
  #near: IntersectionObserver | undefined;
  #size: ResizeObserver | undefined;
  #looked: Promise<void> | undefined;
  #loading: Promise<void> | undefined;

  constructor(host: Host, scene: () => MapScene, listener: MapListener) {
    this.#host = host;
    this.#scene = scene;
    this.#listener = listener;
    host.addController(this);
  }

  /** What is to wait for until the map is drawn, where it is in view. */
  get pending(): Promise<void>[] {
    return [this.#looked, this.#loading].filter(promise => promise !== undefined);
  }

  hostConnected(): void {
    this.#looked = new Promise(resolve => {
      this.#near = new IntersectionObserver(
        entries => {
          this.#isNear = entries.some(entry => entry.isIntersecting);
          this.#looked = undefined;
          if (this.#isNear) this.#host.requestUpdate();
          resolve();
        },
        {rootMargin: NEAR},
      );
      this.#near.observe(this.#host);
    });
  }

  hostUpdated(): void {
    const scene = this.#scene();
    if (!scene.container || scene.container !== this.#shown.container) this.#end();
    if (!scene.container || !scene.points) return;
    const wanted = scene.load === 'asked' || (scene.load === 'visible' && this.#isNear);
    if (!this.view && wanted && this.status === 'waiting') this.#begin();
    if (this.view) this.#follow(this.view, scene);
  }

  hostDisconnected(): void {
    this.#near?.disconnect();
    this.#looked = undefined;
    this.#isNear = false;
    this.#end();
  }

  /** Tries again after a failure to load. */
  retry(): void {
    if (this.status !== 'failed') return;
    this.status = 'waiting';
    this.#host.requestUpdate();
  }

  #begin(): void {
    this.status = 'loading';
    this.#loading = loadEngine().then(
      ({createMap}) => {
        this.#loading = undefined;
        // The host may have left, or lost its container, in the meantime.
        if (this.status !== 'loading') return;
        const {container, labels, center, zoom, fit, points} = this.#scene();
        if (!this.#host.isConnected || !container || !points) {
          this.status = 'waiting';
          return;
        }
        const root = this.#host.shadowRoot ?? document;
        const view = createMap(container, {
          labels,
          center,
          zoom,
          fit,
          listener: this.#listener,
          root,
        });
        this.view = view;
        this.status = 'ready';
        this.#shown = {container, labels};
        this.#size = new ResizeObserver(() => this.view?.resize());
        this.#size.observe(container);
        this.#follow(view, this.#scene());
        this.#host.requestUpdate();
      },
      () => {
        this.#loading = undefined;
        if (this.status === 'loading') this.status = 'failed';
        this.#host.requestUpdate();
      },
    );
    this.#host.requestUpdate();
  }

  #follow(view: MapView, scene: MapScene): void {
    const shown = this.#shown;
    this.#shown = scene;
    if (scene.labels !== shown.labels) view.setLabels(scene.labels);
    if (scene.tiles !== shown.tiles) view.setTiles(scene.tiles);
    if (scene.points && scene.points !== shown.points) view.setPoints(scene.points);
  }

  #end(): void {
    this.#size?.disconnect();
    this.view?.destroy();
    this.view = undefined;
    this.#shown = {};
    this.#loading = undefined;
    if (this.status !== 'failed') this.status = 'waiting';
  }
}
