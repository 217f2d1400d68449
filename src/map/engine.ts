import type {Geo} from '../model/geo.js';
import {Camera} from './camera.js';
import {Clusters, meshFor} from './clusters.js';
import {fitBox} from './fit.js';
import {type Mesh, radius} from './grid.js';
import type {Group} from './grouping.js';
import {Interaction} from './interaction.js';
import {adoptMapStyles} from './map.styles.js';
import type {CreateMap, MapLabels, MapOptions, MapPoints, MapTiles, MapView} from './map-view.js';
import {fillOf} from './mark.js';
import {MarkerLayer} from './markers.js';
import {latAt, lonAt, nearestCopy, type WorldBox, worldX, worldY} from './mercator.js';
import {homeBox, OutlinesLayer} from './outlines-layer.js';
import {findAgain, NO_POINTS} from './points.js';
import {type Anchor, Popup} from './popup.js';
import {Shapes} from './shapes.js';
import {ShapesLayer} from './shapes-layer.js';
import {Tiles} from './tiles.js';
import {TownsLayer} from './towns-layer.js';
import type {Viewport} from './viewport.js';

/** Deepest zoom of auto-fit. */
const FIT_DEEPEST = 11;
/**
 * Deepest zoom of auto-fit for a single place without a basemap: nearer, no coast or town would be in view for
 * orientation.
 */
const LONE_DEEPEST = 8;
const START_ZOOM = 9;

/** Up to this number of records, shapes are read at once; with more, after the marks are drawn. */
const FEW = 2000;
/** Longest task in milliseconds; a longer one makes the page stutter. */
const SLICE = 10;

let serial = 0;

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
  readonly #towns: TownsLayer;
  readonly #markers: MarkerLayer;
  readonly #popup: Popup;
  readonly #tiles: Tiles;
  readonly #people: Interaction;
  readonly #help = document.createElement('p');

  #labels: MapLabels;
  #points: MapPoints | undefined;
  #clusters = new Clusters(NO_POINTS);
  /** Points used for auto-fit. */
  #home = this.#clusters;
  #shapes = new Shapes(NO_POINTS, this.#clusters);
  #reading: ReturnType<typeof setTimeout> | undefined;
  /** True once a view has been set, and once the user has moved the map. */
  #placed: boolean;
  #moved = false;
  /** True while the map keeps the view given by the page; false once other data arrive. */
  #pinned: boolean;
  /** Inputs of the last `onViewChange`, to skip unchanged ones. */
  #told: readonly unknown[] = [];
  #ended = false;
  #lit: number | undefined;
  #open: number | undefined;

  constructor(container: HTMLElement, options: MapOptions) {
    adoptMapStyles(options.root);
    this.#container = container;
    this.#options = options;
    this.#labels = options.labels;
    container.classList.add('spass-map');
    this.#camera = new Camera(container);
    const {map} = this.#camera;
    this.#tiles = new Tiles(map, () => this.#writeNames());
    const ground = map.createPane('outlines');
    map.getPanes().mapPane.prepend(ground);
    this.#outlines = new OutlinesLayer(ground);
    this.#shapesLayer = new ShapesLayer(map.createPane('shapes'));
    this.#towns = new TownsLayer(map.createPane('towns'));
    const marks = map.createPane('marks');
    marks.classList.add('marks');
    this.#markers = new MarkerLayer(marks, container);
    this.#popup = new Popup(container);

    this.#help.id = `spass-map-help-${++serial}`;
    this.#help.className = 'help';
    container.append(this.#help);
    container.tabIndex = 0;
    container.setAttribute('role', 'region');
    container.setAttribute('aria-describedby', this.#help.id);
    this.#writeLabels();
    this.#people = new Interaction(
      container,
      this.#camera,
      this.#markers,
      this.#shapesLayer,
      this.#popup,
      {
        moved: () => {
          this.#moved = true;
        },
        activate: group => this.#activate(group),
        activateShape: index => options.listener.activated(index),
        placed: (left, top) => this.#place(left, top),
        pointed: index => options.listener.pointed(index),
        escape: () => {
          const open = this.#open !== undefined;
          options.listener.escaped();
          return open;
        },
      },
    );
    this.#camera.watch(
      () => this.#moving(),
      () => this.#settle(),
    );
    this.#placed = this.#pinned = options.center !== undefined;
    this.#start();
  }

  setPoints(points: MapPoints): void {
    const old = this.#points;
    const focused = this.#markers.focused;
    const held = focused?.group.first;
    const known = this.#home;
    this.#shapes.reset();
    this.#points = points;
    this.#clusters = new Clusters(points);
    this.#home = points.home ? new Clusters(points.home) : this.#clusters;
    this.#shapes = new Shapes(points, this.#clusters);
    if (points.length <= FEW) this.#shapes.read(() => true);
    // New names or families alone do not move the map away from the view given by the page.
    if (old && !known.sameAs(this.#home)) this.#pinned = false;
    if (!this.#follow()) this.#settle();
    this.#readShapes();
    // The focused button has been removed or represents another record now.
    if (old && held !== undefined) this.focusMarker(findAgain(old, held, points));
  }

  setLabels(labels: MapLabels): void {
    this.#labels = labels;
    this.#writeLabels();
    this.#settle();
  }

  highlight(index: number | undefined): void {
    if (index === this.#lit) return;
    this.#lit = index;
    this.#showMarked();
  }

  setPopup(node: HTMLElement | undefined, index = -1): void {
    this.#open = node ? index : undefined;
    this.#popup.set(node, () => this.#anchorOf(index));
    this.#showMarked();
  }

  show(index: number, focus: boolean): void {
    this.#shapes.reset();
    const [x, y] = [this.#clusters.x[index] ?? NaN, this.#clusters.y[index] ?? NaN];
    if (Number.isNaN(x)) return;
    this.#moved = true;
    const among = (at: number) => this.#clusters.groupOf(index, at, this.#mesh())?.size ?? 0;
    let {zoom} = this.#camera.view;
    const deepest = this.#camera.bound(Infinity);
    const fewest = among(deepest);
    while (zoom < deepest && among(zoom) > fewest) zoom++;
    this.#camera.go(x, y, zoom);
    if (focus) this.focusMarker(index);
  }

  focusMarker(index: number): void {
    this.#markers.focusOn(Uint32Array.of(index));
  }

  zoomBy(steps: number): void {
    if (this.#camera.zoomBy(steps)) this.#moved = true;
  }

  fitAll(): void {
    this.#moved = false;
    const box = this.#dataBox();
    if (box) this.#camera.fit(box, this.#deepest(box));
  }

  moveTo({lat, lon}: Geo, zoom: number): void {
    this.#moved = true;
    this.#camera.go(worldX(lon), worldY(lat), zoom);
  }

  setTiles(tiles: MapTiles | undefined): void {
    this.#tiles.set(tiles);
    // The zoom given by the page may be deeper than the maximum without a basemap.
    if (tiles && this.#pinned && !this.#moved) this.#start();
    this.#writeNames();
  }

  resize(): void {
    const {map} = this.#camera;
    const before = map.getSize();
    // Leaflet fires `moveend` if the size has changed, which redraws everything.
    map.invalidateSize({animate: false, pan: true});
    if (!before.equals(map.getSize())) this.#follow();
  }

  destroy(): void {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#reading);
    this.#people.end();
    this.#popup.set(undefined);
    this.#tiles.set(undefined);
    this.#camera.destroy();
    this.#help.remove();
    for (const name of ['role', 'tabindex', 'aria-label', 'aria-describedby'])
      this.#container.removeAttribute(name);
    this.#container.classList.remove('spass-map', 'dragging');
  }

  #start(): void {
    const {center, zoom = START_ZOOM} = this.#options;
    if (center) this.#camera.go(worldX(center.lon), worldY(center.lat), zoom);
    else this.#camera.go(0.5, 0.5, 0);
  }

  #writeLabels(): void {
    this.#container.setAttribute('aria-label', this.#labels.map);
    this.#help.textContent = this.#labels.help;
  }

  #mesh(): Mesh {
    const {width, height} = this.#camera.view;
    return meshFor(width, height, this.#clusters.size);
  }

  /**
   * Returns the bounding box used for auto-fit: that of the first `autoFitCount` points, or of all if those have no
   * coordinates.
   */
  #dataBox(): WorldBox | undefined {
    this.#shapes.reset();
    const {x, y} = this.#home;
    const leading = (this.#points?.home ?? this.#points)?.leading ?? x.length;
    const own = fitBox(x.subarray(0, leading), y.subarray(0, leading));
    const box = own ?? fitBox(x, y);
    // Shapes belong to the points shown, which may differ from those used for auto-fit.
    if (!box || this.#home !== this.#clusters) return box;
    return this.#shapes.around(box, own ? leading : x.length);
  }

  /** Fits the data, unless the user or the page has set the view. Returns true if the view has changed. */
  #follow(): boolean {
    const {center, zoom, fit} = this.#options;
    const {width, height} = this.#camera.view;
    if (this.#pinned || this.#moved || (this.#placed && fit === 'none')) return false;
    if (!(width && height)) return false;
    const box = this.#dataBox();
    if (!box && this.#placed) return false;
    this.#placed ||= box !== undefined;
    // With a `center`, `zoom` is the start zoom; without one, the zoom at which any data are shown.
    const to = box ?? homeBox();
    this.#camera.fit(to, this.#deepest(to), center ? undefined : zoom);
    return true;
  }

  #deepest({west, north, east, south}: WorldBox): number {
    const isLone = west === east && north === south;
    return isLone && !this.#tiles.areShown ? LONE_DEEPEST : FIT_DEEPEST;
  }

  /** Returns the position of a popup: that of the record's mark, or of its coordinates if it is out of view. */
  #anchorOf(index: number): Anchor {
    const {box, size, middleX} = this.#camera.view;
    const {x, y, count} = this.#markers.find(index)?.group ?? {
      x: nearestCopy(this.#clusters.x[index] ?? NaN, middleX),
      y: this.#clusters.y[index] ?? NaN,
      count: 1,
    };
    const half = radius(count);
    return {x: (x - box.west) * size, y: (y - box.north) * size, half};
  }

  #moving(): void {
    const {view} = this.#camera;
    this.#outlines.draw(view, false);
    // Dragging moves the panes as a whole. A pinch changes the pixel position of every place; only a pinch has a
    // fractional zoom.
    if (!Number.isInteger(view.zoom)) {
      this.#moved = true;
      this.#markers.place(view);
      this.#shapesLayer.place(view);
      this.#towns.place(view);
    }
    this.#popup.draw();
  }

  /** Draws all layers after a movement and reports the visible area. */
  #settle(): void {
    const {view} = this.#camera;
    // Nothing is drawn before the first points: they determine the view.
    if (!this.#points || !(view.width && view.height)) return;
    const points = this.#points;
    this.#shapes.place(view.box);
    const grouping = this.#clusters.view(view.box, view.zoom, this.#mesh());
    this.#outlines.draw(view, true);
    this.#shapesLayer.draw(this.#shapes.all, view, index =>
      fillOf(points.family[index] ?? 0, points),
    );
    this.#markers.draw(grouping, view, points, this.#labels);
    this.#showMarked();
    this.#writeNames();
    this.#popup.draw();
    this.#people.drawn();
    const {west, north, east, south} = view.box;
    const told = [points, this.#shapes.all.length, view.zoom, west, north, east, south];
    if (told.every((part, i) => part === this.#told[i])) return;
    this.#told = told;
    this.#tell(view, grouping.records());
  }

  /** Draws the place labels, of towns or of the basemap, around the marks. */
  #writeNames(): void {
    const {view} = this.#camera;
    if (this.#ended || !this.#points || !Number.isInteger(view.zoom)) return;
    const {language} = this.#labels;
    this.#towns.draw(view, language, this.#markers.boxes(view), this.#tiles.names);
  }

  /** Reads and draws the shapes of many records in slices. */
  #readShapes(): void {
    clearTimeout(this.#reading);
    if (this.#shapes.isRead) return;
    this.#reading = setTimeout(() => {
      const known = this.#shapes.all.length;
      const end = performance.now() + SLICE;
      this.#shapes.read(() => performance.now() < end);
      if (this.#shapes.all.length > known) this.#settle();
      this.#readShapes();
    });
  }

  #showMarked(): void {
    this.#markers.show(this.#lit, this.#open);
    this.#shapesLayer.show(this.#lit, this.#open);
  }

  #tell({box, zoom, middleX, middleY}: Viewport, indices: Uint32Array): void {
    const whole = box.east - box.west >= 1;
    this.#options.listener.viewed({
      bbox: [
        whole ? -180 : lonAt(box.west),
        latAt(Math.min(1, box.south)),
        whole ? 180 : lonAt(box.east),
        latAt(Math.max(0, box.north)),
      ],
      zoom,
      center: {lat: latAt(middleY), lon: lonAt(middleX)},
      indices,
    });
  }

  /** Reports the coordinates of a click; from then on the map does not move by itself. */
  #place(left: number, top: number): void {
    const {listener} = this.#options;
    if (!listener.placed) return;
    this.#moved = true;
    const {box, size} = this.#camera.view;
    listener.placed({lat: latAt(box.north + top / size), lon: lonAt(box.west + left / size)});
  }

  /** Opens a marker, zooms into a cluster, or lists a stack, whose records share one position. */
  #activate(group: Group): void {
    const {first, size, count, x, y} = group;
    const {listener} = this.#options;
    if (count === 1) {
      listener.activated(first);
      return;
    }
    const deepest = this.#camera.bound(Infinity);
    const {zoom} = this.#camera.view;
    if (count > size && zoom < deepest) {
      // The source has merged these records and returns them at a deeper zoom.
      this.#moved = true;
      this.#camera.go(x, y, this.#camera.bound(zoom + 2));
      return;
    }
    const parting = this.#clusters.partingZoom(group, zoom, deepest, this.#mesh());
    if (parting === undefined) {
      listener.stacked([...group.members]);
      return;
    }
    this.#moved = true;
    // One zoom level more than needed if the records still fit: otherwise a large cluster takes many clicks.
    const box = this.#clusters.boxOf(group.members, x);
    const fitting = Math.min(parting + 1, this.#camera.zoomToFit(box));
    if (fitting >= parting) this.#camera.fit(box, fitting);
    else this.#camera.go(x, y, parting);
    this.#markers.focusOn(group.members);
  }
}

export const createMap: CreateMap = (container, options) => new MapEngine(container, options);
