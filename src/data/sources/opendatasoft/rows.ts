import {isObject} from '../../shape.js';
import type {Row} from '../foreign/rows.js';

/** Returns the row of a record, of API version 2, or of version 1 with its separate `fields`. */
export function rowOf(record: unknown): Row {
  if (!isObject(record)) return {fields: {}};
  const {fields, geometry, recordid} = record;
  if (isObject(fields) && (recordid !== undefined || 'datasetid' in record))
    return {fields, geometry, shape: shapeIn(fields), id: recordid};
  return {fields: record, shape: shapeIn(record)};
}

/** Returns a line or area among the fields. API version 2 returns it as a GeoJSON feature. */
function shapeIn(fields: Readonly<Record<string, unknown>>): unknown {
  for (const value of Object.values(fields)) {
    if (!isObject(value)) continue;
    const shape = value['type'] === 'Feature' ? value['geometry'] : value;
    if (isObject(shape) && shape['type'] !== 'Point' && Array.isArray(shape['coordinates']))
      return shape;
  }
  return undefined;
}
