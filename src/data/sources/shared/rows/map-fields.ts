import type {Bbox} from '../../../../model/geo/geo.js';
import type {CollectionName} from '../../../../model/records.js';
import {mappingHints, projectedHint} from '../columns/mapping-hints.js';
import {createFieldMappings} from './field-mapping.js';
import {parseFields} from './fields-attribute.js';
import type {FieldMapping, SourceFormat} from './foreign-record.js';
import type {Row} from './foreign-rows.js';
import {swapPairs} from './pair-order.js';
import {pairHint} from './swapped-coordinates.js';

// Loaded on demand: only foreign sources map fields.
export {isKnownName} from '../columns/recognize-columns.js';

/** Places of rows, computed where they are needed anyway. */
export interface RowPlaces {
  readonly isPlaced: (row: Row) => boolean;
  readonly isProjected: (geometry: unknown) => boolean;
}

export interface MappedRows {
  readonly mappings: readonly FieldMapping[];
  /** Errors in the attribute `fields`. */
  readonly errors: readonly string[];
  /** Likely causes of unexpected data. */
  readonly hints: readonly string[];
}

/** Maps the fields of a collection to fields of foreign rows. */
export function mapFields(
  collection: CollectionName,
  rows: readonly Row[],
  fields: string,
  {defaults, coordinateOrder, ownFields}: SourceFormat,
  {isPlaced, isProjected}: RowPlaces,
  extent?: Bbox,
): MappedRows {
  const errors: string[] = [];
  const samples = rows.map(row => row.fields);
  const mapped = createFieldMappings({
    collection,
    fields: parseFields(fields, line => errors.push(line)),
    defaults,
    coordinateOrder,
    ownFields,
    samples,
  });
  const isLocated = rows.some(isPlaced);
  const hints = [...mappingHints(collection, mapped, samples, isLocated)];
  if (!isLocated && rows.some(({geometry}) => isProjected(geometry)))
    hints.push(projectedHint('geometry'));
  const swapped = swapPairs(mapped.mappings, rows, isPlaced, coordinateOrder, extent);
  if (swapped) hints.push(pairHint(swapped, extent !== undefined));
  return {mappings: swapped?.rules ?? mapped.mappings, errors, hints};
}
