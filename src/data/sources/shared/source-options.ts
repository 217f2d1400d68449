import type {CollectionName} from '../../../model/records.js';
import type {Client} from '../../client/client.js';
import type {WarningHandler, WarningLog, WarnOptions} from './warning-log.js';
import {parseFields} from './rows/fields-attribute.js';
import {createFieldMappings} from './rows/field-mapping.js';
import {type FieldDefaults, type FieldMapping} from './rows/foreign-record.js';
import type {CoordinateOrder} from './readers/coordinate-readers.js';
import {isPlaced, isProjected, type Row} from './rows/foreign-rows.js';
import {mappingHints, projectedHint} from './columns/mapping-hints.js';
import {swapPairs} from './rows/pair-order.js';
import {pairHint} from './rows/swapped-coordinates.js';

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

/** Known properties of a format or a server. */
export interface SourceFormat {
  /** Field mapping built into the format. */
  readonly defaults?: FieldDefaults | undefined;
  readonly coordinateOrder?: CoordinateOrder | undefined;
}

/** Creates the field mappings of a collection, and logs what the webmaster should know about the columns. */
export type MappingFactory = (
  collection: CollectionName,
  rows: readonly Row[],
  options: WarnOptions,
  format?: SourceFormat,
) => Promise<readonly FieldMapping[]>;

/**
 * Returns a function that creates field mappings. The `fields` attribute takes precedence; its errors go to the warning
 * handler of the query that needs the mappings.
 */
export function createMappingFactory(
  {fields, url}: SourceOptions,
  warnings: WarningLog,
): MappingFactory {
  const errors: string[] = [];
  const parsedFields = parseFields(fields, line => errors.push(line));
  return async (collection, rows, options, {defaults, coordinateOrder} = {}) => {
    for (const error of errors) warnings.warn(error, options);
    const samples = rows.map(row => row.fields);
    const mapped = await createFieldMappings({
      collection,
      fields: parsedFields,
      defaults,
      coordinateOrder,
      samples,
    });
    const isLocated = rows.some(isPlaced);
    if (!isLocated && rows.some(({geometry}) => isProjected(geometry)))
      warnings.warnHint(url, projectedHint('geometry'), options);
    for (const hint of mappingHints(collection, mapped, samples, isLocated))
      warnings.warnHint(url, hint, options);
    const swapped = swapPairs(mapped.mappings, rows, coordinateOrder);
    if (swapped) warnings.warnHint(url, pairHint(swapped), options);
    return swapped?.rules ?? mapped.mappings;
  };
}
