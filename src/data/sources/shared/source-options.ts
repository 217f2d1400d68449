import type {CollectionName} from '../../../model/records.js';
import type {Client} from '../../client/client.js';
import type {QueryOptions} from '../../source.js';
import type {WarningHandler, WarningLog} from './warning-log.js';
import type {SourceFormat} from './rows/foreign-record.js';
import {mapFields, type MappedRows} from './rows/map-fields.js';
import type {Row} from './rows/foreign-rows.js';

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

/**
 * Creates the field mappings of a collection, and logs hints for the webmaster about the columns. Returns them with the
 * rows, whose geometries are in degrees.
 */
export type MappingFactory = (
  collection: CollectionName,
  rows: readonly Row[],
  options: Pick<QueryOptions, 'extent' | 'warn'>,
  format?: SourceFormat,
) => Promise<Pick<MappedRows, 'rows' | 'mappings'>>;

/** Returns a function that creates field mappings. The `fields` attribute takes precedence. */
export function createMappingFactory(
  {fields, url}: SourceOptions,
  warnings: WarningLog,
): MappingFactory {
  return async (collection, rows, options, format = {}) => {
    const {errors, hints, ...mapped} = await mapFields(
      collection,
      rows,
      fields,
      format,
      options.extent,
    );
    for (const error of errors) warnings.warn(error, options);
    for (const hint of hints) warnings.warnHint(url, hint, options);
    return mapped;
  };
}
