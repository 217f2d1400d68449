import {closestMatch} from '../../../model/collection/closest-match.js';
import {fieldNameKey} from '../../../model/fold.js';
import type {OwnField} from '../../../model/query.js';
import {nameOf} from './own-fields.js';

// Loaded on demand: the warning is a rare one.

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
