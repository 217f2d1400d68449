import type {Bbox, Geo, NamedPlace} from '../model/geo/geo.js';
import type {Geometry} from '../model/geo/geometry.js';
import type {WorldBox} from '../model/geo/mercator.js';

/** Number of families, including "other". */
export const FAMILY_COUNT = 4;

/** Style that distinguishes the records of a layer. */
export interface LayerStyle {
  /** CSS colour with sufficient contrast to the letter of a marker. */
  readonly fill: string;
  readonly letter: string;
}

/**
 * Representation of lines and areas: `outline` draws them without marks, `marks` draws only marks, `both` draws both.
 * Default (empty): `both` up to 500 lines and areas of a category, else `outline`.
 */
export type ShapeMode = '' | 'outline' | 'marks' | 'both';

/** Test of a record, by its index. */
export type RecordTest = (index: number) => boolean;

/** Text beside a mark. */
export interface Caption {
  readonly title: string;
  /** Language of the title, if it differs from the reader's. */
  readonly lang?: string | undefined;
  /** Dates, in the reader's language. */
  readonly note?: string | undefined;
}

/** Points to draw, in typed arrays: index `i` is the i-th record of the widget's list. */
export interface MapPoints {
  readonly length: number;
  /** World coordinates (Web Mercator), as of `worldX` and `worldY`; NaN for records without coordinates. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** 0 ACTEUR, 1 THÈME, 2 PROJET, 3 other; from 4 on, a layer. */
  readonly family: Uint8Array;
  /** Number of records represented by each point. Default: one. */
  readonly recordCounts?: Uint32Array | undefined;
  /** Layers in addition to the widget's own records. Default: none. */
  readonly layers?: readonly LayerStyle[];
  /** Points used for auto-fit if these are only the viewport subset. */
  readonly autoFitPoints?: Omit<MapPoints, 'nameAt'> | undefined;
  /** Deepest zoom of auto-fit. Default: 11, or 8 for a single place without a basemap. */
  readonly maxFitZoom?: number | undefined;
  /** Number of leading points used for auto-fit, with the others if they lie around these. Default: all. */
  readonly autoFitCount?: number;
  /** True if a marker navigates to another page instead of opening a popup. */
  readonly opensPage?: boolean;
  /** Returns the line or area of a record, drawn below its mark. */
  geometryAt?(index: number): Geometry | undefined;
  /** Returns the representation of a line or area. */
  shapeModeAt?(index: number): ShapeMode;
  /** Returns the accessible name of a marker: title and place of the record. */
  nameAt(index: number): string;
  /** Returns the language of the name, if it differs from the reader's. */
  langAt?(index: number): string | undefined;
  /** Returns the text beside the mark of a record in close views. Default: none. */
  captionAt?(index: number): Caption;
  /** Returns text appended to the accessible name, in the reader's language: the family, or the name of the layer. */
  nameSuffixAt?(index: number): string | undefined;
}

/** Localized texts and number format of the map. */
export interface MapMessages {
  /** BCP 47 language of the map and of town names. */
  readonly language: string;
  /** Accessible name of the map region. */
  readonly map: string;
  /** Keyboard instructions. */
  readonly help: string;
  /** Letters of the four families, `['A', 'T', 'P', '']`. */
  readonly letters: readonly string[];
  /**
   * Returns the accessible name of a cluster, such as `12 projets, zoomer`.
   *
   * @param families Number of records by family and layer.
   */
  clusterName(count: number, families: readonly number[]): string;
  /** Returns the text of a cluster, if marks have numbers of their own. Default: the number of records. */
  clusterText?(families: readonly number[]): string;
  /** Formats the number shown in a cluster. */
  formatNumber(count: number): string;
}

/** Area of the map that is visible. */
export interface VisibleArea {
  readonly bbox: Bbox;
  readonly zoom: number;
  readonly center: Geo;
  /** Indices of the records within the area, in the order of the points. */
  readonly indices: Uint32Array;
}

/** Callbacks of the map; all follow user actions, except `onViewChange` and `onRest`. */
export interface MapListener {
  /** A marker was activated by click, Enter or Space. */
  onActivate(index: number): void;
  /** Pointer or focus has entered a marker, or left it. */
  onHighlight(index: number | undefined): void;
  /** A stack was activated: points that no zoom can separate. */
  onStackActivate(indices: readonly number[]): void;
  /** The visible area or its records have changed. */
  onViewChange(area: VisibleArea): void;
  /** The map has not moved for a while since its last drawing. */
  onRest?(): void;
  /** The credit of the drawn coasts and borders has changed; undefined for the credit of the outlines. */
  onCreditChange?(credit: Credit | undefined): void;
  /** The background was clicked, at these coordinates. */
  onBackgroundClick?(place: Geo): void;
}

/** Raster tiles of a third party; requested only after consent. */
export interface RasterTiles {
  /** URL with `{z}`, `{x}`, `{y}`. */
  readonly template: string;
  readonly maxZoom: number;
  /** Some providers reject requests without a referrer. */
  readonly referrerPolicy: ReferrerPolicy;
}

/** Credit of a basemap. */
export interface Credit {
  readonly text: string;
  /** URL as stated in the archive; not validated yet. */
  readonly url?: string | undefined;
}

/** Result of opening an archive; `reason` is meant for the site operator. */
export type ArchiveStatus =
  | {readonly status: 'shown'; readonly credit: Credit}
  | {readonly status: 'failed' | 'gaps'; readonly reason: string};

/** Basemap of one `.pmtiles` file, drawn in the page; third-party files are requested only after consent. */
export interface PmtilesArchive {
  readonly archive: string;
  onStatus(status: ArchiveStatus): void;
}

/** Area of a map, drawn at some size. */
export interface DrawnArea {
  readonly box: WorldBox;
  readonly zoom: number;
  /** Width in CSS pixels. */
  readonly width: number;
}

/** Archive that a map shows, to be drawn on paper too. */
export interface PaintedBasemap extends LabelSource {
  /** Draws the tiles of the screen where an area of paper has them, in colours of print. */
  paint(canvas: HTMLCanvasElement, area: DrawnArea): void;
}

export type BasemapSource = RasterTiles | PmtilesArchive;

export interface MapOptions {
  readonly messages: MapMessages;
  readonly listener: MapListener;
  /** Start position, regardless of the first data. Default: auto-fit. */
  readonly center?: Geo | undefined;
  /** Start zoom, 2 to 19; without a `center`, the zoom at which any data are shown. */
  readonly zoom?: number | undefined;
  /** `data`: the map follows the data, within the `scroll-padding` of its container. `none`: it stays. */
  readonly fit: 'data' | 'none';
  /** Returns the controls over the map, which a popup must not cover. Default: none. */
  readonly overlays?: (() => Iterable<Element>) | undefined;
  /** Draws circles of distance around the highlighted record, and a small map of where the view is. Default: false. */
  readonly hasSurroundings?: boolean | undefined;
  /** Resolves once the marks are painted, when the ground is drawn. Default: the ground is drawn together with the marks. */
  readonly afterPaint?: (() => Promise<void>) | undefined;
  /** Document or shadow root that adopts the style sheet of the map. */
  readonly root: Document | ShadowRoot;
}

/** Map in a container: the interface between widgets and map engine. */
export interface MapView {
  /** Archive whose tiles are on the screen. */
  readonly basemap?: PaintedBasemap | undefined;
  /** True once coasts and borders are drawn, a frame after the first marks. */
  readonly hasGround: boolean;
  /** True if the view is the one that fits the points: neither the page nor the user has set another. */
  readonly isFitted: boolean;
  /** Replaces the points. The view follows if `fit` is `data` and the user has not moved the map. */
  setPoints(points: MapPoints): void;
  setMessages(messages: MapMessages): void;
  /** Highlights the mark of a record. */
  highlight(index: number | undefined): void;
  /** Emphasizes some records, and fades the others; undefined shows all alike. */
  emphasize(isEmphasized: RecordTest | undefined): void;
  /** Shows an element above the position of a record, within the view; undefined removes it. */
  setPopup(element: HTMLElement | undefined, index?: number): void;
  /**
   * Zooms in until the record has its own marker, or is part of a stack.
   *
   * @param focus Focuses the mark.
   */
  showRecord(index: number, focus: boolean): void;
  /** Focuses the mark of a record. */
  focusMarker(index: number): void;
  zoomBy(steps: number): void;
  /** Fits all points, by default except outliers. */
  fitAll(keepsOutliers?: boolean): void;
  /** Moves to a place. A named one is marked, until the map moves to another, shows a record, or fits all points. */
  moveTo(place: NamedPlace, zoom: number): void;
  /** Removes the mark of the place that the map has moved to. */
  clearPlace(): void;
  setBasemap(basemap: BasemapSource | undefined): void;
  /** Must be called when the size of the container has changed. */
  resize(): void;
  /** Removes all listeners, nodes and timers. */
  destroy(): void;
}

export type CreateMap = (container: HTMLElement, options: MapOptions) => MapView;

/** Place name drawn on the map. */
export interface PlaceLabel {
  readonly text: string;
  /** Style of the label; a class of the style sheet. */
  readonly kind:
    | 'country'
    | 'city'
    | 'town'
    | 'village'
    | 'hood'
    | 'water'
    | 'sea'
    | 'strait'
    | 'area'
    | 'street'
    | 'grid';
  /** True if a dot marks the place; otherwise the label is centred on it. */
  readonly hasDot: boolean;
  /** Omits the label if others are close. Default: only if they overlap. */
  readonly needsRoom?: boolean;
  /** World coordinates. */
  readonly x: number;
  readonly y: number;
  /** Direction of a road, a river or a sea in radians and available length in world coordinates. */
  readonly road?: {readonly angle: number; readonly length: number} | undefined;
}

/** Labels of a basemap, and the area that it covers. */
export interface LabelSource {
  /** Returns labels by priority; the same object for the same label at every call. */
  labelsAt(zoom: number, language: string): readonly PlaceLabel[];
  covers(x: number, y: number): boolean;
}
