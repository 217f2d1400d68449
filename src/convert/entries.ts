import type {Defaults, Foreign} from '../data/sources/foreign/fields.js';
import type {PairOrder} from '../data/sources/foreign/values.js';
import type {Place} from './finding.js';

/** One record as it was given, before it is one of ours. */
export interface Entry {
  readonly fields: Foreign;
  /** A GeoJSON geometry, unchecked. */
  readonly geometry?: unknown;
  readonly id?: unknown;
  /** Where it starts. */
  readonly place: Place;
  /** Where each of its fields is; absent where that is not known. */
  readonly placeOf?: (name: string) => Place;
}

/** What was read of a file or an answer. */
export interface Entries {
  readonly entries: readonly Entry[];
  /** The names of its fields, each where its heading stands. */
  readonly names: readonly {readonly name: string; readonly place: Place}[];
  readonly order: PairOrder;
  /** What is known of its fields without looking at their names. */
  readonly defaults?: Defaults;
  /** Set where most of what is sent is of no use to anybody, so that unused fields are not told. */
  readonly isVerbose?: boolean;
}
