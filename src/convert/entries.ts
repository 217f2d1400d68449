import type {Defaults, Foreign} from '../data/sources/foreign/fields.js';
import type {PairOrder} from '../data/sources/foreign/values.js';
import type {Place} from './finding.js';

/** Input record before it is mapped to a record of the portal. */
export interface Entry {
  readonly fields: Foreign;
  /** GeoJSON geometry, not validated. */
  readonly geometry?: unknown;
  readonly id?: unknown;
  /** Start of the record. */
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
