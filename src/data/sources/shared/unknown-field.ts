import type {LazyRecordList} from '../../validation.js';
import {isObject, ownValue} from '../../../model/schemas/schema-builder.js';
import type {CollectionName} from '../../../model/records.js';
import {closestMatch} from '../../../model/collection/closest-match.js';
import {fieldNameKey} from '../../../model/fold.js';
import type {OwnField} from '../../../model/query.js';
import {nameOf} from './own-fields.js';

// Loaded on demand: the warning is a rare one.

/** Number of records whose own fields are listed in warnings. */
const MAX_NAMED_RECORDS = 200;
/** Maximum number of fields that a warning lists. */
const MAX_LISTED = 30;

/**
 * Returns a warning about an own field that no record has.
 *
 * @param names Names of the fields that exist.
 */
export function unknownFieldWarning(field: OwnField, names: readonly string[]): string {
  const name = nameOf(field);
  const byKey = new Map(names.map(one => [fieldNameKey(one), one]));
  const suggestion = names.includes(name)
    ? undefined
    : byKey.get(closestMatch(fieldNameKey(name), byKey.keys()) ?? '');
  const question = suggestion === undefined ? '' : `: did you mean "${suggestion}"?`;
  const listed = names.slice(0, MAX_LISTED).join(', ') + (names.length > MAX_LISTED ? '…' : '');
  const existing = names.length > 0 ? `The fields are ${listed}` : 'No record has own fields';
  return `no record has a value of "${name.slice(0, 60)}"${question || '.'} ${existing}`;
}

/** Returns the names of the fields of a list that can be own fields. */
export function fieldNamesOf(list: LazyRecordList<CollectionName>): readonly string[] {
  const names = list.fieldNames();
  if (names) return names;
  const found = new Set<string>();
  for (let index = 0; index < Math.min(list.length, MAX_NAMED_RECORDS); index++) {
    const extra = ownValue(list.rawAt(index), 'extra');
    if (isObject(extra)) for (const name of Object.keys(extra)) found.add(name);
  }
  return [...found];
}
