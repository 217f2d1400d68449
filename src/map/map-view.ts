import type {Bbox, Geo} from '../model/geo.js';
import type {Geometry} from '../model/geometry.js';

/** How many families a record may be of: three, and any other. */
export const FAMILY_COUNT = 4;

/** What tells the records of a layer from the others. */
export interface LayerLook {
  /** A CSS colour on which the letter of a marker is legible. */
  readonly fill: string;
  readonly letter: string;
}

/** The places to draw, in typed arrays: index `i` is the i-th record of the widget's list. */
export interface MapPoints {
  readonly length: number;
  /** Degrees; NaN where a record has no place. */
  readonly lat: Float64Array;
  readonly lon: Float64Array;
  /** 0 ACTEUR, 1 THÈME, 2 PROJET, 3 any other; from 4 on, one of the layers. */
  readonly family: Uint8Array;
  /** How many records each stands for; one, where it is not there. */
  readonly counts?: Uint32Array | undefined;
  /** Layers beyond the widget's own records; none by default. */
  readonly layers?: readonly LayerLook[];
  /** What decides where the map looks by itself, where the points themselves are but those of the view. */
  readonly home?: MapPoints | undefined;
  /** So many records, the first, decide where the map looks by itself; by default all. */
  readonly leading?: number;
  /** Whether a marker leads elsewhere; by default it opens something at its place. */
  readonly leadElsewhere?: boolean;
  /** The line or area of a record that has one, drawn under its mark. */
  geometryAt?(index: number): Geometry | undefined;
  /** What a marker is called by a screen reader: the record's title, its place. */
  name(index: number): string;
  /** In which language that is, where it is not the reader's. */
  langOf?(index: number): string | undefined;
  /** What is said after the name, in the reader's language: the layer that the record is of. */
  asideOf?(index: number): string | undefined;
}

/** The words and numbers of the map in the reader's language. */
export interface MapLabels {
  /** The language of town names and of the map itself, BCP 47. */
  readonly language: string;
  /** Accessible name of the map's region. */
  readonly map: string;
  /** How the keyboard moves it. */
  readonly help: string;
  /** The letters of the four families, `['A', 'T', 'P', '']`. */
  readonly letters: readonly string[];
  /** `12 projets, zoomer`; `families` says how many are of each family and layer. */
  cluster(count: number, families: readonly number[]): string;
  /** The number in a cluster as it is written. */
  number(count: number): string;
}

/** What the reader sees of the map. */
export interface MapWindow {
  readonly bbox: Bbox;
  readonly zoom: number;
  readonly center: Geo;
  /** The records inside, in the order of the points. */
  readonly indices: Uint32Array;
}

/** What the map tells its widget; all are a person's acts but `viewed`. */
export interface MapListener {
  /** A marker was activated by click, Enter or Space. */
  activated(index: number): void;
  /** A pointer or the focus is on a marker, or has left it. */
  pointed(index: number | undefined): void;
  /** Points that no zoom can part were activated: to be shown as a list. */
  stacked(indices: readonly number[]): void;
  /** The part of the world in view has changed, or what is in it. */
  viewed(view: MapWindow): void;
  /** Escape was pressed on the map. */
  escaped(): void;
  /** The ground of the map was clicked, no mark on it: the place under the pointer. */
  placed?(place: Geo): void;
}

/** A raster background of a third party; drawn only once the reader has agreed. */
export interface TileLayer {
  /** With `{z}`, `{x}`, `{y}`. */
  readonly template: string;
  readonly maxZoom: number;
  /** Some providers refuse tiles without it. */
  readonly referrerPolicy: ReferrerPolicy;
}

/** Whom a background is to be credited to. */
export interface Credit {
  readonly text: string;
  /** Where that leads, as the archive has it: not yet an address that may be followed. */
  readonly url?: string | undefined;
}

/** What became of an archive; `reason` is for whoever runs the page. */
export type ArchiveNews =
  | {readonly status: 'shown'; readonly credit: Credit}
  | {readonly status: 'failed' | 'gaps'; readonly reason: string};

/** A background of one `.pmtiles` file, drawn here; of a third party only once the reader has agreed. */
export interface ArchiveLayer {
  readonly archive: string;
  told(news: ArchiveNews): void;
}

export type MapTiles = TileLayer | ArchiveLayer;

export interface MapOptions {
  readonly labels: MapLabels;
  readonly listener: MapListener;
  /** Where to start, whatever the first data; without it, on them. */
  readonly center?: Geo | undefined;
  /** 2…19: how near the map starts; without a `center`, how near it looks at any data. */
  readonly zoom?: number | undefined;
  /** Whether the map moves to other data, within the `scroll-padding` of its container. */
  readonly fit: 'data' | 'none';
  /** A tree (document or shadow root) that takes the map's style sheet. */
  readonly root: Document | ShadowRoot;
}

/** A map in a container. All that its widget knows of the engine. */
export interface MapView {
  /** Draws other points. The view follows when `fit` is `data` and the person has not moved the map. */
  setPoints(points: MapPoints): void;
  setLabels(labels: MapLabels): void;
  /** Marks the marker (or the cluster that holds it) of a record that is pointed at elsewhere. */
  highlight(index: number | undefined): void;
  /** Holds a node of the widget above a record's place, inside the view; undefined takes it away. */
  setPopup(node: HTMLElement | undefined, index?: number): void;
  /** Moves so far in that the record has a marker of its own (or a stack), and gives that the focus if asked. */
  show(index: number, focus: boolean): void;
  /** Puts the focus back on the marker of a record, or on the cluster that holds it. */
  focusMarker(index: number): void;
  zoomBy(steps: number): void;
  /** Shows all the points, a stray one apart. */
  fitAll(): void;
  moveTo(center: Geo, zoom: number): void;
  setTiles(tiles: MapTiles | undefined): void;
  /** To be called when the container's size has changed. */
  resize(): void;
  /** Ends it: no listener, node or timer stays. */
  destroy(): void;
}

export type CreateMap = (container: HTMLElement, options: MapOptions) => MapView;
