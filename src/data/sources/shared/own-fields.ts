import {closestMatch} from '../../../model/collection/closest-match.js';
import {fieldNameKey} from '../../../model/fold.js';
import {isOwnField, type OwnField, type Query} from '../../../model/query.js';

/** Maximum number of fields that a warning lists. */
const MAX_LISTED = 30;

/** Returns the own fields that a query filters or counts. */
export const ownFieldsOf = ({facets = [], ...filter}: Query): readonly OwnField[] => [
  ...new Set([...facets, ...Object.keys(filter)].filter(isOwnField)),
];

/** Returns the name of an own field without its prefix. */
export const nameOf = (field: OwnField): string => field.slice('extra.'.length);

/** Returns the name of a list that equals another but for case, diacritics and spaces. */
export const findName = (names: readonly string[], wanted: string): string | undefined =>
  names.includes(wanted) ? wanted : names.find(name => fieldNameKey(name) === fieldNameKey(wanted));

/**
 * Returns a warning about an own field that no record has.
 *
 * @param names Names of the fields that exist.
 */
export function unknownFieldWarning(field: OwnField, names: readonly string[]): string {
  const name = nameOf(field);
  const folded = new Map(names.map(one => [fieldNameKey(one), one]));
  const suggestion = names.includes(name)
    ? undefined
    : folded.get(closestMatch(fieldNameKey(name), folded.keys()) ?? '');
  const question = suggestion === undefined ? '' : `: did you mean "${suggestion}"?`;
  const listed = names.slice(0, MAX_LISTED).join(', ') + (names.length > MAX_LISTED ? '…' : '');
  const existing = names.length > 0 ? `The fields are ${listed}` : 'No record has own fields';
  return `no record has a value of "${name.slice(0, 60)}"${question || '.'} ${existing}`;
}

/** Own fields that queries to a source have named so far. */
export class UsedOwnFields {
  readonly #fields = new Set<OwnField>();

  /** Adds the own fields of a query. Returns true if there is a new one. */
  add(query: Query): boolean {
    const {size} = this.#fields;
    for (const field of ownFieldsOf(query)) this.#fields.add(field);
    return this.#fields.size > size;
  }

  get all(): readonly OwnField[] {
    return [...this.#fields];
  }
}
