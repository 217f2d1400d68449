import type {Geo} from '../model/geo.js';
import {Camera} from './camera.js';
import {cellSize, Clusters, type Group} from './clusters.js';
import {fitBox} from './fit.js';
import {listenToGestures} from './gestures.js';
import {nearestTowards, pressKey} from './keyboard.js';
import {adoptMapStyles} from './map.styles.js';
import type {CreateMap, MapLabels, MapOptions, MapPoints, MapView, TileLayer} from './map-view.js';
import {MarkerLayer} from './markers.js';
import {homeBox, OutlinesLayer} from './outlines-layer.js';
import {latAt, lonAt, type WorldBox, worldX, worldY} from './mercator.js';
import {Popup} from './popup.js';
import {Tiles} from './tiles.js';
import {TownsLayer} from './towns-layer.js';
import {nearestCopy} from './viewport.js';

/** How far in the map goes by itself, and from where it looks at a place it is given. */
const FIT_DEEPEST = 11;
const START_ZOOM = 9;
/** How far an arrow key moves the view, in pixels. */
const PAN = 96;

const NO_POINTS: MapPoints = {
  length: 0,
  lat: new Float64Array(),
  lon: new Float64Array(),
  family: new Uint8Array(),
  name: () => '',
};

let serial = 0;

/** The map: Leaflet for panes, projection, pinch and tiles; markers, clusters, outlines, keys and gestures are ours. */
class MapEngine implements MapView {
  readonly #container: HTMLElement;
  readonly #options: MapOptions;
  readonly #camera: Camera;
  readonly #outlines: OutlinesLayer;
  readonly #towns: TownsLayer;
  readonly #markers: MarkerLayer;
  readonly #popup: Popup;
  readonly #tiles: Tiles;
  readonly #help = document.createElement('p');
  readonly #end = new AbortController();

  #labels: MapLabels;
  #points: MapPoints | undefined;
  #clusters = new Clusters(NO_POINTS);
  /** Whether the view was set to data, and whether a person has taken it over since. */
  #placed = false;
  #moved = false;
  #lit: number | undefined;
  #open: number | undefined;
  #hovered: number | undefined;
  #focused: number | undefined;
  #pointed: number | undefined;

  constructor(container: HTMLElement, options: MapOptions) {
    adoptMapStyles(options.root);
    this.#container = container;
    this.#options = options;
    this.#labels = options.labels;
    container.classList.add('spass-map');
    this.#camera = new Camera(container);
    const {map} = this.#camera;
    this.#tiles = new Tiles(map);
    const ground = map.createPane('outlines');
    ground.parentElement?.prepend(ground);
    this.#outlines = new OutlinesLayer(ground);
    this.#towns = new TownsLayer(map.createPane('towns'));
    this.#markers = new MarkerLayer(map.createPane('marks'));
    this.#popup = new Popup(container);

    this.#help.id = `spass-map-help-${++serial}`;
    this.#help.className = 'help';
    container.append(this.#help);
    container.tabIndex = 0;
    container.setAttribute('role', 'region');
    container.setAttribute('aria-describedby', this.#help.id);
    this.#writeLabels();
    this.#listen();
    this.#camera.watch(
      () => this.#moving(),
      () => this.#settle(),
    );
    const {center, zoom = START_ZOOM} = options;
    if (center) this.#camera.go(worldX(center.lon), worldY(center.lat), zoom);
    else this.#camera.fit(homeBox(), FIT_DEEPEST);
  }

  setPoints(points: MapPoints): void {
    const focused = this.#markers.focused;
    const held = focused && this.#markers.groupAt(focused)?.members[0];
    const same = held === undefined ? -1 : this.#indexIn(points, held);
    this.#points = points;
    this.#clusters = new Clusters(points);
    if (!this.#follow()) this.#settle();
    // The focused button is gone, or another record's by now.
    if (focused) this.focusMarker(same);
  }

  setLabels(labels: MapLabels): void {
    this.#labels = labels;
    this.#writeLabels();
    this.#settle();
  }

  highlight(index: number | undefined): void {
    this.#lit = index;
    this.#markers.mark(this.#lit, this.#open);
  }

  setPopup(node: HTMLElement | undefined, index = -1): void {
    this.#open = node ? index : undefined;
    this.#popup.set(node, () => this.#pixel(index));
    this.#markers.mark(this.#lit, this.#open);
  }

  show(index: number, focus: boolean): void {
    const x = this.#clusters.x[index] ?? NaN;
    if (Number.isNaN(x)) return;
    this.#moved = true;
    const deepest = this.#camera.bound(Infinity);
    let {zoom} = this.#camera.view;
    while (zoom < deepest && this.#groupOf(index, zoom)?.members.length !== 1) zoom++;
    this.#camera.go(x, this.#clusters.y[index]!, zoom);
    if (focus) this.focusMarker(index);
  }

  focusMarker(index: number): void {
    const button = this.#markers.find(index);
    if (button) this.#markers.focus(button);
    else this.#container.focus({preventScroll: true});
  }

  zoomBy(steps: number): void {
    const {width, height} = this.#camera.view;
    this.#zoomAt(width / 2, height / 2, steps);
  }

  fitAll(): void {
    this.#moved = false;
    const box = fitBox(this.#clusters.x, this.#clusters.y);
    if (box) this.#camera.fit(box, FIT_DEEPEST);
  }

  moveTo({lat, lon}: Geo, zoom: number): void {
    this.#moved = true;
    this.#camera.go(worldX(lon), worldY(lat), zoom);
  }

  setTiles(tiles: TileLayer | undefined): void {
    this.#tiles.set(tiles);
  }

  resize(): void {
    const {map} = this.#camera;
    const before = map.getSize();
    // Leaflet tells `moveend`, and so all is drawn, if the size is another one.
    map.invalidateSize({animate: false, pan: true});
    if (!before.equals(map.getSize())) this.#follow();
  }

  destroy(): void {
    this.#end.abort();
    this.#popup.set(undefined);
    this.#tiles.set(undefined);
    this.#camera.map.off().remove();
    this.#help.remove();
    for (const name of ['role', 'tabindex', 'aria-label', 'aria-describedby'])
      this.#container.removeAttribute(name);
    const {classList} = this.#container;
    for (const name of [...classList])
      if (/^(?:leaflet-|spass-map$|tiled$|dragging$)/.test(name)) classList.remove(name);
  }

  #writeLabels(): void {
    this.#container.setAttribute('aria-label', this.#labels.map);
    this.#help.textContent = this.#labels.help;
  }

  /** Moves to the data, if the view is still theirs; answers whether it did. */
  #follow(): boolean {
    const {center, zoom, fit} = this.#options;
    const {width, height} = this.#camera.view;
    if (center || this.#moved || (this.#placed && fit === 'none') || !(width && height))
      return false;
    const box = fitBox(this.#clusters.x, this.#clusters.y);
    if (!box) return false;
    this.#placed = true;
    this.#camera.fit(box, FIT_DEEPEST, zoom);
    return true;
  }

  #zoomAt(left: number, top: number, steps: number): void {
    if (this.#camera.zoomAt(left, top, steps)) this.#moved = true;
  }

  #moving(): void {
    const {view} = this.#camera;
    this.#outlines.draw(view, false);
    // A drag moves the panes as a whole; a pinch changes the pixels of every place.
    if (!Number.isInteger(view.zoom)) {
      this.#moved = true;
      this.#markers.place(view);
      this.#towns.place(view);
    }
    this.#popup.draw();
  }

  /** Draws all, once the view is at rest, and tells what is in it. */
  #settle(): void {
    const {view} = this.#camera;
    const {box, zoom, width, height} = view;
    if (!(width && height)) return;
    const groups = this.#clusters.view(box, zoom, cellSize(width, height));
    this.#outlines.draw(view, true);
    this.#markers.draw(groups, view, this.#points ?? NO_POINTS, this.#labels);
    this.#markers.mark(this.#lit, this.#open);
    this.#towns.draw(view, this.#labels.language, this.#markers.boxes(view));
    this.#popup.draw();
    this.#point();
    if (!this.#points) return;
    const [wide, middle] = [box.east - box.west >= 1, (box.west + box.east) / 2];
    this.#options.listener.viewed({
      bbox: [
        wide ? -180 : lonAt(box.west),
        latAt(Math.min(1, box.south)),
        wide ? 180 : lonAt(box.east),
        latAt(Math.max(0, box.north)),
      ],
      zoom,
      center: {lat: latAt((box.north + box.south) / 2), lon: lonAt(middle)},
      indices: this.#shown(groups),
    });
  }

  /** The records of all groups, in their order. */
  #shown(groups: readonly Group[]): Uint32Array {
    const shown = new Uint8Array(this.#clusters.x.length);
    let count = 0;
    for (const {members} of groups) {
      count += members.length;
      for (const index of members) shown[index] = 1;
    }
    const indices = new Uint32Array(count);
    for (let index = 0, at = 0; at < count; index++) if (shown[index]) indices[at++] = index;
    return indices;
  }

  #groupOf(index: number, zoom: number): Group | undefined {
    const {width, height} = this.#camera.view;
    return this.#clusters.groupOf(index, zoom, cellSize(width, height));
  }

  /** Where a record's place is in the container. */
  #pixel(index: number): {x: number; y: number} {
    const {box, size} = this.#camera.view;
    const x = nearestCopy(this.#clusters.x[index] ?? NaN, box);
    const y = this.#clusters.y[index] ?? NaN;
    return {x: (x - box.west) * size, y: (y - box.north) * size};
  }

  /** Which record of other points is the same as one of these: there is no id to tell, but its place and name. */
  #indexIn(points: MapPoints, index: number): number {
    const old = this.#points;
    if (!old) return -1;
    for (let i = 0; i < points.length; i++)
      if (
        points.lat[i] === old.lat[index] &&
        points.lon[i] === old.lon[index] &&
        points.name(i) === old.name(index)
      )
        return i;
    return -1;
  }

  /** A marker opens, a cluster zooms in, a stack becomes a list. */
  #activate({x, y, members}: Group): void {
    const {listener} = this.#options;
    const first = members[0]!;
    if (members.length === 1) return listener.activated(first);
    const deepest = this.#camera.bound(Infinity);
    const parted = (at: number) => this.#groupOf(first, at)?.members.length !== members.length;
    let {zoom} = this.#camera.view;
    if (zoom >= deepest || !parted(deepest)) return listener.stacked([...members]);
    do zoom++;
    while (zoom < deepest && !parted(zoom));
    this.#moved = true;
    const box = this.#boxOf(members);
    const fitting = this.#camera.zoomToFit(box);
    // One step more than needed where its records still fit: else a large cluster takes many.
    if (fitting >= zoom) this.#camera.fit(box, Math.min(zoom + 1, fitting));
    else this.#camera.go(x, y, zoom);
    const inside = new Set(members);
    const child = this.#markers.all.find(button =>
      this.#markers.groupAt(button)?.members.some(index => inside.has(index)),
    );
    if (child) this.#markers.focus(child);
    else this.#container.focus({preventScroll: true});
  }

  #boxOf(members: Uint32Array): WorldBox {
    const box = {west: Infinity, north: Infinity, east: -Infinity, south: -Infinity};
    const {view} = this.#camera;
    for (const index of members) {
      const x = nearestCopy(this.#clusters.x[index]!, view.box);
      const y = this.#clusters.y[index]!;
      box.west = Math.min(box.west, x);
      box.east = Math.max(box.east, x);
      box.north = Math.min(box.north, y);
      box.south = Math.max(box.south, y);
    }
    return box;
  }

  #listen(): void {
    const container = this.#container;
    const {signal} = this.#end;
    const on = <K extends keyof HTMLElementEventMap>(
      type: K,
      listener: (event: HTMLElementEventMap[K]) => void,
    ) => container.addEventListener(type, listener, {signal});
    const apart = (target: EventTarget | null) => this.#popup.holds(target);

    listenToGestures(
      container,
      {
        drag: (right, down) => {
          this.#moved = true;
          this.#camera.shift(right, down);
        },
        dragged: () => this.#camera.rest(),
        zoomAt: (x, y, steps) => this.#zoomAt(x, y, steps),
      },
      apart,
      signal,
    );
    on('click', ({target}) => {
      const group = this.#markers.groupAt(target);
      if (group) this.#activate(group);
    });
    on('keydown', event => {
      const meant = pressKey(event, apart(event.target), {
        pan: (right, down) => {
          this.#moved = true;
          this.#camera.shift(-right * PAN, -down * PAN);
          this.#camera.rest();
        },
        step: (right, down) => this.#step(right, down),
        jump: last => this.#jump(last),
        zoom: steps => this.#zoomAtFocus(steps),
        escape: () => this.#options.listener.escaped(),
      });
      if (meant) event.preventDefault();
    });
    on('pointerover', ({target}) => {
      this.#hovered = this.#single(target);
      this.#point();
    });
    on('pointerleave', () => {
      this.#hovered = undefined;
      this.#point();
    });
    on('focusin', ({target}) => {
      const button = this.#markers.focused;
      if (button) this.#markers.stopAt(button);
      this.#focused = this.#single(target);
      this.#point();
    });
    on('focusout', () => {
      this.#focused = undefined;
      this.#point();
    });
  }

  /** The record of a marker, if an event is on one. */
  #single(target: EventTarget | null): number | undefined {
    const members = this.#markers.groupAt(target)?.members;
    return members?.length === 1 ? members[0] : undefined;
  }

  #point(): void {
    const pointed = this.#hovered ?? this.#focused;
    if (pointed === this.#pointed) return;
    this.#pointed = pointed;
    this.#options.listener.pointed(pointed);
  }

  #step(right: number, down: number): boolean {
    const from = this.#markers.focused;
    if (!from) return false;
    const next = nearestTowards(
      from,
      this.#markers.all,
      button => this.#markers.groupAt(button)!,
      right,
      down,
    );
    if (next) this.#markers.focus(next);
    return true;
  }

  #jump(last: boolean): boolean {
    const {all, focused} = this.#markers;
    const goal = all.at(last ? -1 : 0);
    if (!focused || !goal) return false;
    this.#markers.focus(goal);
    return true;
  }

  /** Zooms about the marker that has the focus, so that it isn't lost from sight; else about the middle. */
  #zoomAtFocus(steps: number): void {
    const focused = this.#markers.focused;
    const group = focused && this.#markers.groupAt(focused);
    if (!group) return this.zoomBy(steps);
    const {box, size} = this.#camera.view;
    this.#zoomAt((group.x - box.west) * size, (group.y - box.north) * size, steps);
  }
}

export const createMap: CreateMap = (container, options) => new MapEngine(container, options);
