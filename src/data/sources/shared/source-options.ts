import type {CollectionName} from '../../../model/records.js';
import type {Client} from '../../client/client.js';
import type {WarningHandler, WarningLog, WarnOptions} from './warning-log.js';
import {
  parseFields,
  createFieldMappings,
  type FieldDefaults,
  type FieldMapping,
} from './rows/field-mapping.js';
import type {Row} from './rows/foreign-rows.js';
import type {CoordinateOrder} from './rows/value-readers.js';

/** Options of a foreign source. */
export interface SourceOptions {
  /** Absolute URL, already checked as safe. */
  readonly url: string;
  /** Value of the `fields` attribute. */
  readonly fields: string;
  readonly client: Client;
  /** Warning handler, if the source has a single caller. */
  readonly warn?: WarningHandler | undefined;
  /** Returns the time in milliseconds since 1970. Default: the clock of the browser. */
  readonly now?: (() => number) | undefined;
}

/** Number of records whose field names are examined. */
const SAMPLE_SIZE = 50;

/** Creates the field mappings of a collection. */
export type MappingFactory = (
  collection: CollectionName,
  rows: readonly Row[],
  options: WarnOptions,
  defaults?: FieldDefaults,
  coordinateOrder?: CoordinateOrder,
) => readonly FieldMapping[];

/**
 * Returns a function that creates field mappings. The `fields` attribute takes precedence; its errors go to the warning
 * handler of the query that needs the mappings.
 */
export function createMappingFactory(
  {fields}: SourceOptions,
  warnings: WarningLog,
): MappingFactory {
  const errors: string[] = [];
  const parsedFields = parseFields(fields, line => errors.push(line));
  return (collection, rows, options, defaults, order) => {
    for (const error of errors) warnings.warn(error, options);
    return createFieldMappings({
      collection,
      fields: parsedFields,
      defaults,
      coordinateOrder: order,
      samples: rows.slice(0, SAMPLE_SIZE).map(row => row.fields),
    });
  };
}
