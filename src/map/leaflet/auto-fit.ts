import type {MapOptions} from '../map-view.js';
import type {PointSet} from '../markers/point-set.js';
import {homeView, maxFitZoom} from '../fit/fit-box.js';
import {DEFAULT_ZOOM} from '../fit/fit-view.js';
import {worldX, worldY} from '../../model/geo/mercator.js';
import type {LeafletView} from './leaflet-view.js';

/** Fits the view to the data, unless the page or the user has set it. */
export class AutoFit {
  readonly #leafletView: LeafletView;
  readonly #options: MapOptions;
  /** Origin of the current view. */
  #origin: 'none' | 'page' | 'data' | 'user';
  /** Points of the last fit. */
  #fitted: PointSet | undefined;

  constructor(leafletView: LeafletView, options: MapOptions) {
    this.#leafletView = leafletView;
    this.#options = options;
    this.#origin = options.center ? 'page' : 'none';
    this.#setStartView();
  }

  /** True if the view is the one that fits the points. */
  get isFitted(): boolean {
    return this.#origin === 'data' && this.#options.fit !== 'none';
  }

  /** Keeps the view, which the user has moved. */
  handleUserMove(): void {
    this.#origin = 'user';
  }

  /** Allows the view given by the page to change, since other data have arrived. */
  handleNewData(): void {
    if (this.#origin === 'page') this.#origin = 'data';
  }

  /** Applies the zoom given by the page again: it may be deeper than the maximum without a basemap. */
  handleNewBasemap(): void {
    if (this.#origin === 'page') this.#setStartView();
  }

  /** Fits the points, if the view may follow the data. Returns true if the view has changed. */
  fit(points: PointSet, hasBasemap: boolean): boolean {
    const {center, zoom, fit} = this.#options;
    const {width, height} = this.#leafletView.view;
    if (this.#origin === 'page' || this.#origin === 'user' || !(width && height)) return false;
    if (this.#origin === 'data' && fit === 'none') return false;
    const fitted = this.#fitted;
    this.#fitted = points;
    // A reader who switches a layer off looks at the same place.
    if (fitted && points.lacksOnlyLayersOf(fitted)) return false;
    const box = points.fitBox();
    if (!box && this.#origin === 'data') return false;
    if (box) this.#origin = 'data';
    // With a `center`, `zoom` is the start zoom; without one, the zoom at which any data are shown.
    const [target, deepest] = box
      ? [box, points.points.maxFitZoom ?? maxFitZoom(box, hasBasemap)]
      : homeView();
    this.#leafletView.fit(target, deepest, center ? undefined : zoom);
    return true;
  }

  /**
   * Fits the points at the request of the user. From then on, the view follows the data again.
   *
   * @param keepsOutliers Fits all points, also those that the default view leaves out.
   */
  fitAll(points: PointSet, hasBasemap: boolean, keepsOutliers: boolean): void {
    const box = points.fitBox(keepsOutliers);
    if (this.#origin !== 'none') this.#origin = 'data';
    if (!box) return;
    this.#origin = 'data';
    this.#leafletView.fit(box, points.points.maxFitZoom ?? maxFitZoom(box, hasBasemap));
  }

  #setStartView(): void {
    const {center, zoom = DEFAULT_ZOOM} = this.#options;
    if (center) this.#leafletView.setView(worldX(center.lon), worldY(center.lat), zoom);
    else this.#leafletView.setView(0.5, 0.5, 0);
  }
}
