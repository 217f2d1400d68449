import {fieldNameKey} from '../../../model/fold.js';
import {type OwnField, ownFieldsOf, type Query} from '../../../model/query.js';

/** Returns the name of an own field without its prefix. */
export const nameOf = (field: OwnField): string => field.slice('extra.'.length);

/** Returns the name of a list that equals another but for case, diacritics and spaces. */
export const findName = (names: readonly string[], wanted: string): string | undefined =>
  names.includes(wanted) ? wanted : names.find(name => fieldNameKey(name) === fieldNameKey(wanted));

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
