import type {Defaults} from '../data/sources/foreign/fields.js';
import type {Row} from '../data/sources/foreign/rows.js';
import type {PairOrder} from '../data/sources/foreign/values.js';
import type {Place} from './finding.js';

/** One record as it was given, before it is one of ours. */
export interface Entry extends Row {
  /** Where it starts. */
  readonly place: Place;
  /** Returns the location of a field; absent if unknown. */
  readonly placeOf?: (name: string) => Place;
}

/** Content of a file or a response, parsed but not mapped. */
export interface Entries {
  readonly entries: readonly Entry[];
  /** Names of the fields, each with the location of its heading. */
  readonly names: readonly {readonly name: string; readonly place: Place}[];
  readonly order: PairOrder;
  /** Field mapping known from the format, without the headings. */
  readonly defaults?: Defaults;
  /** True if the format has many fields that no portal needs, so that unused ones are not reported. */
  readonly isVerbose?: boolean;
}
