import type {CollectionName, Collections} from '../model/records.js';
import type {CheckedList} from './checked-list.js';
import {RECORDS} from './schema.js';
import {own} from './shape.js';

/**
 * Reads records of a list for who looks at a few fields of each of many: a field is checked when it is looked at, as
 * the whole check would, and nothing is kept. What doesn't fit is not there; the list's own check is what names it.
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
