import type {NamedPlace} from '../model/geo/geo.js';
import {sameItems} from '../model/memo.js';
import {Interaction} from './interaction/interaction.js';
import {AutoFit} from './leaflet/auto-fit.js';
import {LeafletView} from './leaflet/leaflet-view.js';
import {geoAtPixel, isSameArea, type Viewport, visibleArea} from './leaflet/viewport.js';
import {MapLayers} from './map-layers.js';
import type {
  BasemapSource,
  CreateMap,
  MapMessages,
  MapOptions,
  MapPoints,
  MapView,
  RecordTest,
} from './map-view.js';
import {adoptMapStyles} from './map.styles.js';
import {gridOptionsFor} from './markers/clusters.js';
import type {GridOptions} from './markers/grid.js';
import type {Group} from './markers/group-set.js';
import {PointSet, findSamePoint, NO_POINTS} from './markers/point-set.js';
import {worldX, worldY} from '../model/geo/mercator.js';

/** Loads the drawing of maps for paper. */
export const loadPaper = () => import('./print/paper-map.js');

let instanceCount = 0;

/** Map: Leaflet for panes, projection, pinch zoom and tiles; own code for all else. */
class MapEngine implements MapView {
  readonly #container: HTMLElement;
  readonly #options: MapOptions;
  readonly #leafletView: LeafletView;
  readonly #layers: MapLayers;
  readonly #autoFit: AutoFit;
  readonly #interaction: Interaction;
  readonly #helpText = document.createElement('p');
  #messages: MapMessages;
  #pointSet = new PointSet(NO_POINTS);
  /** View and points of the last `onViewChange`, to skip unchanged ones. */
  #reported: readonly [view?: Viewport, ...points: unknown[]] = [];
  #isDestroyed = false;
  #highlighted: number | undefined;
  #openIndex: number | undefined;

  constructor(container: HTMLElement, options: MapOptions) {
    adoptMapStyles(options.root);
    this.#container = container;
    this.#options = options;
    this.#messages = options.messages;
    container.classList.add('spass-map');
    this.#leafletView = new LeafletView(container);
    this.#layers = new MapLayers(container, this.#leafletView, options, {
      onLabelsChange: () => this.#drawLabels(),
      onPartLoad: () => this.#draw(),
      onRest: () => this.#handleRest(),
      onCreditChange: credit => options.listener.onCreditChange?.(credit),
    });

    this.#helpText.id = `spass-map-help-${++instanceCount}`;
    this.#helpText.className = 'help';
    container.append(this.#helpText);
    container.tabIndex = 0;
    container.setAttribute('role', 'region');
    container.setAttribute('aria-describedby', this.#helpText.id);
    this.#updateMessages();
    this.#interaction = new Interaction(container, this.#leafletView, this.#layers, {
      onUserMove: () => this.#autoFit.handleUserMove(),
      onGroupActivate: group => this.#handleActivate(group),
      onShapeActivate: index => options.listener.onActivate(index),
      onBackgroundClick: (left, top) => this.#handlePlaceClick(left, top),
      onHighlight: index => options.listener.onHighlight(index),
    });
    this.#leafletView.watch(
      () => this.#handleMove(),
      isJump => this.#draw(!isJump),
    );
    this.#autoFit = new AutoFit(this.#leafletView, options);
  }

  get basemap() {
    return this.#layers.basemap.painted;
  }

  get hasGround() {
    return this.#layers.hasGround;
  }

  get isFitted() {
    return this.#autoFit.isFitted;
  }

  setPoints(points: MapPoints): void {
    const previous = this.#pointSet;
    const isFirst = !this.#hasPoints;
    const focusedIndex = this.#layers.markers.focused?.group.firstPoint;
    previous.shapes.stop();
    this.#pointSet = new PointSet(points);
    // New names or families alone do not move the map away from the view given by the page.
    if (!isFirst && !previous.hasSameFit(this.#pointSet)) this.#autoFit.handleNewData();
    if (!this.#fitData()) this.#draw();
    this.#pointSet.shapes.readInSlices(() => this.#draw());
    // The focused button has been removed or represents another record now.
    if (!isFirst && focusedIndex !== undefined)
      this.focusMarker(findSamePoint(previous.points, focusedIndex, points));
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

  readonly emphasize = (test: RecordTest | undefined): void => this.#layers.setEmphasis(test);

  setPopup(element: HTMLElement | undefined, index = -1): void {
    const isNew = index !== this.#openIndex;
    this.#openIndex = element ? index : undefined;
    const getAnchor = () => this.#layers.anchorOf(index, this.#leafletView.view, this.#pointSet);
    this.#layers.popup.set(element, getAnchor, isNew);
    this.#updateHighlight();
  }

  showRecord(index: number, focus: boolean): void {
    const {x, y} = this.#pointSet.positionOf(index);
    if (Number.isNaN(x)) return;
    this.clearPlace();
    this.#autoFit.handleUserMove();
    const {zoom} = this.#leafletView.view;
    const maxZoom = this.#leafletView.clampZoom(Infinity);
    const {clusters} = this.#pointSet;
    this.#leafletView.setView(x, y, clusters.soloZoom(index, zoom, maxZoom, this.#gridOptions()));
    if (focus) this.focusMarker(index);
  }

  readonly focusMarker = (index: number): void =>
    this.#layers.markers.focusRecords(Uint32Array.of(index));

  zoomBy(steps: number): void {
    if (this.#leafletView.zoomBy(steps)) this.#autoFit.handleUserMove();
  }

  fitAll(keepsOutliers = false): void {
    this.clearPlace();
    this.#autoFit.fitAll(this.#pointSet, this.#layers.basemap.isVisible, keepsOutliers);
  }

  moveTo(place: NamedPlace, zoom: number): void {
    this.#autoFit.handleUserMove();
    this.#layers.placeMark.set(place);
    this.#leafletView.setView(worldX(place.lon), worldY(place.lat), zoom);
  }

  readonly clearPlace = (): void => this.#layers.placeMark.set();

  setBasemap(source: BasemapSource | undefined): void {
    this.#layers.basemap.set(source);
    if (source) this.#autoFit.handleNewBasemap();
    this.#drawLabels();
  }

  resize(): void {
    const {map} = this.#leafletView;
    const before = map.getSize();
    // Leaflet fires `moveend` if the size has changed, which redraws everything.
    map.invalidateSize({animate: false, pan: true});
    if (!before.equals(map.getSize())) this.#fitData();
    this.#layers.measureOverlays();
    this.#drawLabels();
  }

  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    this.#pointSet.shapes.stop();
    this.#interaction.destroy();
    this.#layers.destroy();
    this.#leafletView.destroy();
    this.#helpText.remove();
    for (const name of ['role', 'tabindex', 'aria-label', 'aria-describedby'])
      this.#container.removeAttribute(name);
    this.#container.classList.remove('spass-map', 'dragging');
  }

  get #hasPoints(): boolean {
    return this.#pointSet.points !== NO_POINTS;
  }

  #updateMessages(): void {
    this.#container.setAttribute('aria-label', this.#messages.map);
    this.#helpText.textContent = this.#messages.help;
  }

  #gridOptions(): GridOptions {
    const {width, height} = this.#leafletView.view;
    return gridOptionsFor(width, height, this.#pointSet.clusters.locatedCount);
  }

  /** Fits the data, unless the user or the page has set the view. Returns true if the view has changed. */
  #fitData(): boolean {
    return this.#autoFit.fit(this.#pointSet, this.#layers.basemap.isVisible);
  }

  #handleMove(): void {
    const {view} = this.#leafletView;
    this.#layers.drawGround(view, 'moving');
    // Dragging moves the panes as a whole. Only a pinch has a fractional zoom.
    if (!Number.isInteger(view.zoom)) {
      this.#autoFit.handleUserMove();
      this.#layers.updatePositions(view);
    }
    this.#layers.popup.updatePosition();
    this.#layers.handleMove();
  }

  #handleRest(): void {
    // A part that loads late asks for another rest.
    if (this.#isDestroyed) return;
    const {view} = this.#leafletView;
    if (Number.isInteger(view.zoom)) this.#layers.drawAtRest(view, this.#messages.language);
    this.#options.listener.onRest?.();
  }

  /** Draws all layers and reports the visible area. New labels may wait until the map rests. */
  #draw(keepsLabels = false): void {
    const {view} = this.#leafletView;
    // Nothing is drawn before the first points: they determine the view.
    if (!this.#hasPoints || !(view.width && view.height)) return;
    const {points, clusters, shapes} = this.#pointSet;
    shapes.placeMarks(view.box);
    const groups = clusters.groupsInView(view.box, view.zoom, this.#gridOptions());
    this.#layers.draw(view, this.#pointSet, groups, this.#messages);
    this.#updateHighlight();
    this.#drawLabels(keepsLabels);
    this.#layers.popup.updatePosition();
    this.#interaction.handleDraw();
    const [lastView, ...lastInputs] = this.#reported;
    if (isSameArea(view, lastView) && sameItems([points, shapes.all.length], lastInputs)) return;
    this.#reported = [view, points, shapes.all.length];
    const indices = this.#pointSet.indicesInView(groups, view.box);
    this.#options.listener.onViewChange(visibleArea(view, indices));
  }

  #drawLabels(keeps = false): void {
    const {view} = this.#leafletView;
    if (this.#isDestroyed || !this.#hasPoints || !Number.isInteger(view.zoom)) return;
    this.#layers.drawLabels(view, this.#messages.language, keeps);
  }

  #updateHighlight(): void {
    this.#layers.setHighlight(this.#highlighted, this.#openIndex);
  }

  /** Reports the coordinates of a click; from then on the map does not move by itself. */
  #handlePlaceClick(left: number, top: number): void {
    const {listener} = this.#options;
    if (!listener.onBackgroundClick) return;
    this.#autoFit.handleUserMove();
    listener.onBackgroundClick(geoAtPixel(this.#leafletView.view, left, top));
  }

  /** Opens a marker, zooms into a cluster, or lists a stack, whose records share one position. */
  #handleActivate(group: Group): void {
    const {firstPoint, pointCount, recordCount, x, y} = group;
    const {listener} = this.#options;
    if (recordCount === 1) {
      listener.onActivate(firstPoint);
      return;
    }
    const maxZoom = this.#leafletView.clampZoom(Infinity);
    const {zoom} = this.#leafletView.view;
    if (recordCount > pointCount && zoom < maxZoom) {
      // The source has merged these records and returns them at a deeper zoom.
      this.#autoFit.handleUserMove();
      this.#leafletView.setView(x, y, this.#leafletView.clampZoom(zoom + 2));
      return;
    }
    const {clusters} = this.#pointSet;
    const splitZoom = clusters.expansionZoom(group, zoom, maxZoom, this.#gridOptions());
    if (splitZoom === undefined) {
      listener.onStackActivate([...group.members]);
      return;
    }
    this.#autoFit.handleUserMove();
    // One zoom level more than needed if the records still fit: otherwise a large cluster takes many clicks.
    const box = clusters.boxOf(group.members, x);
    const fitZoom = Math.min(splitZoom + 1, this.#leafletView.zoomToFit(box));
    if (fitZoom >= splitZoom) this.#leafletView.fit(box, fitZoom);
    else this.#leafletView.setView(x, y, splitZoom);
    this.#layers.markers.focusRecords(group.members);
  }
}

export const createMap: CreateMap = (container, options) => new MapEngine(container, options);
