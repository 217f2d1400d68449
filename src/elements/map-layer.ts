import type {keepNear} from '../data/near-list.js';
import type {Answer} from '../data/source.js';
import type {Bbox} from '../model/geo.js';
import type {RecordList} from '../model/record-list.js';
import type {Resource} from '../model/records.js';

/** A `<spass-layer>` as the map around it knows it. */
export interface LayerElement extends HTMLElement {
  /** Tells its records from those of others. */
  readonly key: string;
  readonly label: string;
  readonly minZoom?: number | undefined;
  readonly near?: number | undefined;
  /** The colour of its marks: what the letters on them are legible on, in the light and in the dark. */
  fill(fallback: string): string;
  /** What was answered; undefined as long as nothing was. */
  readonly answer: Answer<Resource> | undefined;
  readonly hasFailed: boolean;
  /** Those of its records that are to be shown. */
  readonly shown: RecordList | undefined;
  /** What tells where its records are at all, where these are but those of the view. */
  readonly home: RecordList | undefined;
  /** Whether something is under way that will change what it shows. */
  readonly isBusy: boolean;
  readonly loadComplete: Promise<void>;
  /** What a map measures with; the code comes with the layer. */
  readonly keepNear: typeof keepNear;
  /** What the map needs of it now: whether its records are, and near what they are to be. */
  follow(isWanted: boolean, projects: RecordList | undefined): void;
  /** Hears what the map looks at. */
  look(view: Bbox): void;
  retry(): void;
  reload(): Promise<void>;
}

/** A map as a layer inside it knows it. */
export interface LayeredMap extends Element {
  /** A layer has come, changed or gone. */
  layerChanged(): void;
}
