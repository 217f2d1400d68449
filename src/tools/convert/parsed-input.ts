import type {FieldDefaults} from '../../data/sources/shared/field-mapping.js';
import type {Row} from '../../data/sources/shared/foreign-rows.js';
import type {CoordinateOrder} from '../../data/sources/shared/value-readers.js';
import type {SourceLocation} from './diagnostic.js';

/** One record as it was given, before it is one of ours. */
export interface Entry extends Row {
  /** Where it starts. */
  readonly place: SourceLocation;
  /** Returns the location of a field; absent if unknown. */
  readonly placeOf?: (name: string) => SourceLocation;
}

/** Content of a file or a response, parsed but not mapped. */
export interface ParsedInput {
  readonly entries: readonly Entry[];
  /** Names of the fields, each with the location of its heading. */
  readonly names: readonly {readonly name: string; readonly place: SourceLocation}[];
  readonly order: CoordinateOrder;
  /** Field mapping known from the format, without the headings. */
  readonly defaults?: FieldDefaults;
  /** True if the format has many fields that no portal needs, so that unused ones are not reported. */
  readonly isVerbose?: boolean;
}
