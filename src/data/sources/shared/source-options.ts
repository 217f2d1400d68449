import type {CollectionName} from '../../../model/records.js';
import type {Client} from '../../client/client.js';
import type {WarningHandler} from './warning-log.js';
import {
  parseFields,
  createFieldMappings,
  type FieldDefaults,
  type FieldMapping,
} from './field-mapping.js';
import type {Row} from './foreign-rows.js';
import type {CoordinateOrder} from './value-readers.js';

/** Options of a foreign source. */
export interface SourceOptions {
  /** Absolute URL, already checked as safe. */
  readonly url: string;
  /** Value of the `fields` attribute. */
  readonly fields: string;
  readonly client: Client;
  readonly warn: WarningHandler;
}

/** Number of records whose field names are examined. */
const SAMPLE_SIZE = 50;

/** Creates the field mappings of a collection. */
export type MappingFactory = (
  collection: CollectionName,
  rows: readonly Row[],
  defaults?: FieldDefaults,
  coordinateOrder?: CoordinateOrder,
) => readonly FieldMapping[];

/**
 * Returns a function that creates field mappings. The `fields` attribute takes precedence, and is parsed once, so that
 * its errors are reported once.
 */
export function createMappingFactory({fields, warn}: SourceOptions): MappingFactory {
  const parsedFields = parseFields(fields, warn);
  return (collection, rows, defaults, order) =>
    createFieldMappings({
      collection,
      fields: parsedFields,
      defaults,
      coordinateOrder: order,
      samples: rows.slice(0, SAMPLE_SIZE).map(row => row.fields),
    });
}
