import type {Geo} from '../model/geo/geo.js';
import {Camera} from './leaflet/camera.js';
import {Clusters, gridOptionsFor} from './markers/clusters.js';
import {fitBox, maxFitZoom} from './leaflet/fit-box.js';
import {type GridOptions, markRadius} from './markers/grid.js';
import type {Group} from './markers/group-set.js';
import {Interaction} from './interaction/interaction.js';
import {adoptMapStyles} from './map.styles.js';
import type {
  CreateMap,
  MapMessages,
  MapOptions,
  MapPoints,
  BasemapSource,
  MapView,
} from './map-view.js';
import {fillOf} from './markers/mark.js';
import {MarkerLayer} from './markers/marker-layer.js';
import {nearestCopy, type WorldBox, worldX, worldY} from './mercator.js';
import {defaultBox, OutlinesLayer} from './outlines/outlines-layer.js';
import {findSamePoint, NO_POINTS} from './markers/points.js';
import {type Anchor, Popup} from './interaction/popup.js';
import {Shapes} from './shapes/shapes.js';
import {ShapesLayer} from './shapes/shapes-layer.js';
import {BasemapLayer} from './basemap/basemap-layer.js';
import {LabelLayer} from './labels/label-layer.js';
import {geoAtPixel, visibleArea} from './leaflet/viewport.js';

const DEFAULT_ZOOM = 9;

/** Up to this number of records, shapes are read at once; with more, after the marks are drawn. */
const MAX_EAGER_SHAPES = 2000;
/** Longest task in milliseconds; a longer one makes the page stutter. */
const SLICE_MS = 10;

let instanceCount = 0;

/**
 * Map: Leaflet for panes, projection, pinch zoom and tiles; own code for marks, clusters, outlines, keyboard and
 * gestures.
 */
class MapEngine implements MapView {
  readonly #container: HTMLElement;
  readonly #options: MapOptions;
  readonly #camera: Camera;
  readonly #outlines: OutlinesLayer;
  readonly #shapesLayer: ShapesLayer;
  readonly #labelLayer: LabelLayer;
  readonly #markerLayer: MarkerLayer;
  readonly #popup: Popup;
  readonly #basemapLayer: BasemapLayer;
  readonly #interaction: Interaction;
  readonly #helpText = document.createElement('p');

  #messages: MapMessages;
  #points: MapPoints | undefined;
  #clusters = new Clusters(NO_POINTS);
  /** Points used for auto-fit. */
  #autoFitClusters = this.#clusters;
  #shapes = new Shapes(NO_POINTS, this.#clusters);
  #shapeTimer: ReturnType<typeof setTimeout> | undefined;
  /** True once a view has been set, and once the user has moved the map. */
  #hasView: boolean;
  #isMovedByUser = false;
  /** True while the map keeps the view given by the page; false once other data arrive. */
  #isAtStart: boolean;
  /** Inputs of the last `onViewChange`, to skip unchanged ones. */
  #reportedInputs: readonly unknown[] = [];
  #isDestroyed = false;
  #highlighted: number | undefined;
  #openIndex: number | undefined;

  constructor(container: HTMLElement, options: MapOptions) {
    adoptMapStyles(options.root);
    this.#container = container;
    this.#options = options;
    this.#messages = options.messages;
    container.classList.add('spass-map');
    this.#camera = new Camera(container);
    const {map} = this.#camera;
    this.#basemapLayer = new BasemapLayer(map, () => this.#drawLabels());
    const outlinesPane = map.createPane('outlines');
    map.getPanes().mapPane.prepend(outlinesPane);
    this.#outlines = new OutlinesLayer(outlinesPane);
    this.#shapesLayer = new ShapesLayer(map.createPane('shapes'));
    this.#labelLayer = new LabelLayer(map.createPane('towns'));
    const marksPane = map.createPane('marks');
    marksPane.classList.add('marks');
    this.#markerLayer = new MarkerLayer(marksPane, container);
    this.#popup = new Popup(container);

    this.#helpText.id = `spass-map-help-${++instanceCount}`;
    this.#helpText.className = 'help';
    container.append(this.#helpText);
    container.tabIndex = 0;
    container.setAttribute('role', 'region');
    container.setAttribute('aria-describedby', this.#helpText.id);
    this.#updateMessages();
    this.#interaction = new Interaction(
      container,
      this.#camera,
      this.#markerLayer,
      this.#shapesLayer,
      this.#popup,
      {
        onUserMove: () => {
          this.#isMovedByUser = true;
        },
        onGroupActivate: group => this.#handleActivate(group),
        onShapeActivate: index => options.listener.onActivate(index),
        onBackgroundClick: (left, top) => this.#handlePlaceClick(left, top),
        onHighlight: index => options.listener.onHighlight(index),
        onEscape: () => {
          const open = this.#openIndex !== undefined;
          options.listener.onEscape();
          return open;
        },
      },
    );
    this.#camera.watch(
      () => this.#handleMove(),
      () => this.#draw(),
    );
    this.#hasView = this.#isAtStart = options.center !== undefined;
    this.#setStartView();
  }

  setPoints(points: MapPoints): void {
    const previous = this.#points;
    const focused = this.#markerLayer.focused;
    const focusedIndex = focused?.group.firstPoint;
    const previousClusters = this.#autoFitClusters;
    this.#shapes.resetMarks();
    this.#points = points;
    this.#clusters = new Clusters(points);
    this.#autoFitClusters = points.autoFitPoints
      ? new Clusters(points.autoFitPoints)
      : this.#clusters;
    this.#shapes = new Shapes(points, this.#clusters);
    if (points.length <= MAX_EAGER_SHAPES) this.#shapes.read(() => true);
    // New names or families alone do not move the map away from the view given by the page.
    if (previous && !previousClusters.hasSamePoints(this.#autoFitClusters)) this.#isAtStart = false;
    if (!this.#autoFit()) this.#draw();
    this.#readShapes();
    // The focused button has been removed or represents another record now.
    if (previous && focusedIndex !== undefined)
      this.focusMarker(findSamePoint(previous, focusedIndex, points));
  }

  setMessages(messages: MapMessages): void {
    this.#messages = messages;
    this.#updateMessages();
    this.#draw();
  }

  highlight(index: number | undefined): void {
    if (index === this.#highlighted) return;
    this.#highlighted = index;
    this.#updateHighlight();
  }

  setPopup(element: HTMLElement | undefined, index = -1): void {
    this.#openIndex = element ? index : undefined;
    this.#popup.set(element, () => this.#anchorOf(index));
    this.#updateHighlight();
  }

  showRecord(index: number, focus: boolean): void {
    this.#shapes.resetMarks();
    const [x, y] = [this.#clusters.x[index] ?? NaN, this.#clusters.y[index] ?? NaN];
    if (Number.isNaN(x)) return;
    this.#isMovedByUser = true;
    const groupSize = (at: number) =>
      this.#clusters.groupOf(index, at, this.#gridOptions())?.pointCount ?? 0;
    let {zoom} = this.#camera.view;
    const maxZoom = this.#camera.clampZoom(Infinity);
    const minSize = groupSize(maxZoom);
    while (zoom < maxZoom && groupSize(zoom) > minSize) zoom++;
    this.#camera.setView(x, y, zoom);
    if (focus) this.focusMarker(index);
  }

  focusMarker(index: number): void {
    this.#markerLayer.focusRecords(Uint32Array.of(index));
  }

  zoomBy(steps: number): void {
    if (this.#camera.zoomBy(steps)) this.#isMovedByUser = true;
  }

  fitAll(): void {
    this.#isMovedByUser = false;
    const box = this.#autoFitBox();
    if (box) this.#camera.fit(box, maxFitZoom(box, this.#basemapLayer.isVisible));
  }

  moveTo({lat, lon}: Geo, zoom: number): void {
    this.#isMovedByUser = true;
    this.#camera.setView(worldX(lon), worldY(lat), zoom);
  }

  setBasemap(source: BasemapSource | undefined): void {
    this.#basemapLayer.set(source);
    // The zoom given by the page may be deeper than the maximum without a basemap.
    if (source && this.#isAtStart && !this.#isMovedByUser) this.#setStartView();
    this.#drawLabels();
  }

  resize(): void {
    const {map} = this.#camera;
    const before = map.getSize();
    // Leaflet fires `moveend` if the size has changed, which redraws everything.
    map.invalidateSize({animate: false, pan: true});
    if (!before.equals(map.getSize())) this.#autoFit();
  }

  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    clearTimeout(this.#shapeTimer);
    this.#interaction.destroy();
    this.#popup.set(undefined);
    this.#basemapLayer.set(undefined);
    this.#camera.destroy();
    this.#helpText.remove();
    for (const name of ['role', 'tabindex', 'aria-label', 'aria-describedby'])
      this.#container.removeAttribute(name);
    this.#container.classList.remove('spass-map', 'dragging');
  }

  #setStartView(): void {
    const {center, zoom = DEFAULT_ZOOM} = this.#options;
    if (center) this.#camera.setView(worldX(center.lon), worldY(center.lat), zoom);
    else this.#camera.setView(0.5, 0.5, 0);
  }

  #updateMessages(): void {
    this.#container.setAttribute('aria-label', this.#messages.map);
    this.#helpText.textContent = this.#messages.help;
  }

  #gridOptions(): GridOptions {
    const {width, height} = this.#camera.view;
    return gridOptionsFor(width, height, this.#clusters.locatedCount);
  }

  /**
   * Returns the bounding box used for auto-fit: that of the first `autoFitCount` points, or of all if those have no
   * coordinates.
   */
  #autoFitBox(): WorldBox | undefined {
    this.#shapes.resetMarks();
    const {x, y} = this.#autoFitClusters;
    const count = (this.#points?.autoFitPoints ?? this.#points)?.autoFitCount ?? x.length;
    const leadingBox = fitBox(x.subarray(0, count), y.subarray(0, count));
    const box = leadingBox ?? fitBox(x, y);
    // Shapes belong to the points shown, which may differ from those used for auto-fit.
    if (!box || this.#autoFitClusters !== this.#clusters) return box;
    return this.#shapes.extendBox(box, leadingBox ? count : x.length);
  }

  /** Fits the data, unless the user or the page has set the view. Returns true if the view has changed. */
  #autoFit(): boolean {
    const {center, zoom, fit} = this.#options;
    const {width, height} = this.#camera.view;
    if (this.#isAtStart || this.#isMovedByUser || (this.#hasView && fit === 'none')) return false;
    if (!(width && height)) return false;
    const box = this.#autoFitBox();
    if (!box && this.#hasView) return false;
    this.#hasView ||= box !== undefined;
    // With a `center`, `zoom` is the start zoom; without one, the zoom at which any data are shown.
    const target = box ?? defaultBox();
    const maxZoom = maxFitZoom(target, this.#basemapLayer.isVisible);
    this.#camera.fit(target, maxZoom, center ? undefined : zoom);
    return true;
  }

  /** Returns the position of a popup: that of the record's mark, or of its coordinates if it is out of view. */
  #anchorOf(index: number): Anchor {
    const {box, size, centerX} = this.#camera.view;
    const {x, y, recordCount} = this.#markerLayer.markOf(index)?.group ?? {
      x: nearestCopy(this.#clusters.x[index] ?? NaN, centerX),
      y: this.#clusters.y[index] ?? NaN,
      recordCount: 1,
    };
    const half = markRadius(recordCount);
    return {x: (x - box.west) * size, y: (y - box.north) * size, radius: half};
  }

  #handleMove(): void {
    const {view} = this.#camera;
    this.#outlines.draw(view, false);
    // Dragging moves the panes as a whole. A pinch changes the pixel position of every place; only a pinch has a
    // fractional zoom.
    if (!Number.isInteger(view.zoom)) {
      this.#isMovedByUser = true;
      this.#markerLayer.updatePositions(view);
      this.#shapesLayer.updatePosition(view);
      this.#labelLayer.updatePositions(view);
    }
    this.#popup.updatePosition();
  }

  /** Draws all layers after a movement and reports the visible area. */
  #draw(): void {
    const {view} = this.#camera;
    // Nothing is drawn before the first points: they determine the view.
    if (!this.#points || !(view.width && view.height)) return;
    const points = this.#points;
    this.#shapes.placeMarks(view.box);
    const groups = this.#clusters.groupsInView(view.box, view.zoom, this.#gridOptions());
    this.#outlines.draw(view, true);
    this.#shapesLayer.draw(this.#shapes.all, view, index =>
      fillOf(points.family[index] ?? 0, points),
    );
    this.#markerLayer.draw(groups, view, points, this.#messages);
    this.#updateHighlight();
    this.#drawLabels();
    this.#popup.updatePosition();
    this.#interaction.handleDraw();
    const {west, north, east, south} = view.box;
    const inputs = [points, this.#shapes.all.length, view.zoom, west, north, east, south];
    if (inputs.every((part, i) => part === this.#reportedInputs[i])) return;
    this.#reportedInputs = inputs;
    this.#options.listener.onViewChange(visibleArea(view, groups.recordIndices()));
  }

  /** Draws the place labels, of towns or of the basemap, around the marks. */
  #drawLabels(): void {
    const {view} = this.#camera;
    if (this.#isDestroyed || !this.#points || !Number.isInteger(view.zoom)) return;
    const {language} = this.#messages;
    this.#labelLayer.draw(
      view,
      language,
      this.#markerLayer.markBoxes(view),
      this.#basemapLayer.labels,
    );
  }

  /** Reads and draws the shapes of many records in slices. */
  #readShapes(): void {
    clearTimeout(this.#shapeTimer);
    if (this.#shapes.isComplete) return;
    this.#shapeTimer = setTimeout(() => {
      const shapeCount = this.#shapes.all.length;
      const end = performance.now() + SLICE_MS;
      this.#shapes.read(() => performance.now() < end);
      if (this.#shapes.all.length > shapeCount) this.#draw();
      this.#readShapes();
    });
  }

  #updateHighlight(): void {
    this.#markerLayer.setHighlight(this.#highlighted, this.#openIndex);
    this.#shapesLayer.setHighlight(this.#highlighted, this.#openIndex);
  }

  /** Reports the coordinates of a click; from then on the map does not move by itself. */
  #handlePlaceClick(left: number, top: number): void {
    const {listener} = this.#options;
    if (!listener.onBackgroundClick) return;
    this.#isMovedByUser = true;
    listener.onBackgroundClick(geoAtPixel(this.#camera.view, left, top));
  }

  /** Opens a marker, zooms into a cluster, or lists a stack, whose records share one position. */
  #handleActivate(group: Group): void {
    const {firstPoint, pointCount, recordCount, x, y} = group;
    const {listener} = this.#options;
    if (recordCount === 1) {
      listener.onActivate(firstPoint);
      return;
    }
    const maxZoom = this.#camera.clampZoom(Infinity);
    const {zoom} = this.#camera.view;
    if (recordCount > pointCount && zoom < maxZoom) {
      // The source has merged these records and returns them at a deeper zoom.
      this.#isMovedByUser = true;
      this.#camera.setView(x, y, this.#camera.clampZoom(zoom + 2));
      return;
    }
    const splitZoom = this.#clusters.expansionZoom(group, zoom, maxZoom, this.#gridOptions());
    if (splitZoom === undefined) {
      listener.onStackActivate([...group.members]);
      return;
    }
    this.#isMovedByUser = true;
    // One zoom level more than needed if the records still fit: otherwise a large cluster takes many clicks.
    const box = this.#clusters.boxOf(group.members, x);
    const fitZoom = Math.min(splitZoom + 1, this.#camera.zoomToFit(box));
    if (fitZoom >= splitZoom) this.#camera.fit(box, fitZoom);
    else this.#camera.setView(x, y, splitZoom);
    this.#markerLayer.focusRecords(group.members);
  }
}

export const createMap: CreateMap = (container, options) => new MapEngine(container, options);
