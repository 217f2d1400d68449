import type {selectNearby} from '../../../data/nearby-record-list.js';
import type {QueryResult} from '../../../data/source.js';
import type {ShapeMode} from '../../../map/map-view.js';
import type {Bbox} from '../../../model/geo/geo.js';
import type {RecordList} from '../../../model/collection/record-list.js';
import type {Resource} from '../../../model/records.js';

/** Interface of `<spass-layer>` used by the surrounding map. */
export interface LayerElement extends HTMLElement {
  readonly label: string;
  readonly minZoom?: number | undefined;
  readonly near?: number | undefined;
  readonly shapes: ShapeMode;
  readonly loadComplete: Promise<void>;
  reload(): Promise<void>;
  /** Undefined while its code is loading. */
  readonly view: LayerData | undefined;
}

/** Records of a layer, and their style. */
export interface LayerData {
  /** Identifies the records of this layer. */
  readonly key: string;
  /** Returns the marker colour. Letters on it are legible in light and dark mode. */
  fillColour(fallback: string): string;
  /** Last result; undefined until the first one. */
  readonly result: QueryResult<Resource> | undefined;
  readonly hasFailed: boolean;
  /** Records to show on the map. */
  readonly records: RecordList | undefined;
  /** Records used for auto-fit while `records` has only the records of the viewport; undefined if it has all. */
  readonly autoFitRecords: RecordList | undefined;
  /** True while a load or a computation may still change the records. */
  readonly isLoading: boolean;
  /** Distance filter, passed on so that the map need not import it. */
  readonly keepNear: typeof selectNearby;
  /**
   * Called by the map when it needs the layer's records, or no longer does, and with the projects for the `near`
   * distance.
   */
  setMapState(isNeeded: boolean, projects: RecordList | undefined): void;
  /** Sets the visible area of the map. */
  setViewport(viewport: Bbox): void;
  retry(): void;
}

/** Interface of a map used by the layers inside it. */
export interface LayeredMap extends Element {
  /**
   * Called when a layer is added, changed or removed.
   *
   * @internal
   */
  handleLayerChange(): void;
}
