import type {CollectionName, Collections} from '../model/records.js';
import type {CheckedList} from './checked-list.js';
import {RECORDS} from './schema.js';
import {own} from './shape.js';

/**
 * Returns a function that reads a record field by field, to read a few fields of many records. A field is validated
 * when it is accessed, as in full validation, and nothing is cached. Invalid fields are undefined and not reported: the
 * list's own validation reports them.
 */
export function glancesOf<K extends CollectionName>(
  list: CheckedList<K>,
): (index: number) => Collections[K] {
  const {base, collection} = list;
  class Glance {
    readonly raw: Readonly<Record<string, unknown>>;
    constructor(index: number) {
      this.raw = list.rawAt(index);
    }
  }
  for (const [key, shape] of Object.entries(RECORDS[collection].shapes))
    Object.defineProperty(Glance.prototype, key, {
      get(this: Glance) {
        const value = own(this.raw, key);
        return value === undefined ? undefined : shape.read(value, {base, path: [], faults: []});
      },
    });
  return index => new Glance(index) as unknown as Collections[K];
}
