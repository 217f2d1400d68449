import type {keepNear} from '../data/near-list.js';
import type {Answer} from '../data/source.js';
import type {Bbox} from '../model/geo.js';
import type {RecordList} from '../model/record-list.js';
import type {Resource} from '../model/records.js';

/** Interface of `<spass-layer>` used by the surrounding map. */
export interface LayerElement extends HTMLElement {
  /** Identifies the records of this layer. */
  readonly key: string;
  readonly label: string;
  readonly minZoom?: number | undefined;
  readonly near?: number | undefined;
  /** Returns the marker colour. Letters on it are legible in light and dark mode. */
  fill(fallback: string): string;
  /** Last result; undefined until the first one. */
  readonly answer: Answer<Resource> | undefined;
  readonly hasFailed: boolean;
  /** Records to show on the map. */
  readonly shown: RecordList | undefined;
  /** Records used for auto-fit while `records` holds only those of the viewport; undefined if it holds all. */
  readonly home: RecordList | undefined;
  /** True while a load or a computation may still change the records. */
  readonly isBusy: boolean;
  readonly loadComplete: Promise<void>;
  /** Distance filter, passed on so that the map need not import it. */
  readonly keepNear: typeof keepNear;
  /**
   * Called by the map when it needs the layer's records, or no longer does, and with the projects for the `near`
   * distance.
   */
  follow(isWanted: boolean, projects: RecordList | undefined): void;
  /** Sets the visible area of the map. */
  look(view: Bbox): void;
  retry(): void;
  reload(): Promise<void>;
}

/** Interface of a map used by the layers inside it. */
export interface LayeredMap extends Element {
  /** Called when a layer is added, changed or removed. */
  layerChanged(): void;
}
