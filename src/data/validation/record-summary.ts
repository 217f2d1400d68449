import type {CollectionName, Collections} from '../../model/records.js';
import type {LazyRecordList} from './lazy-record-list.js';
import {RECORD_SCHEMAS} from '../../model/schemas/record-schemas.js';
import {ownValue} from '../../model/schemas/schema-builder.js';

/**
 * Returns a function that reads a record field by field, to read a few fields of many records. A field is validated
 * when it is accessed, as in full validation, and nothing is cached. Invalid fields are undefined and not reported: the
 * list's own validation reports them.
 */
export function createSummaryReader<K extends CollectionName>(
  list: LazyRecordList<K>,
): (index: number) => Collections[K] {
  const {base, collection} = list;
  class RecordSummary {
    readonly raw: Readonly<Record<string, unknown>>;
    constructor(index: number) {
      this.raw = list.rawAt(index);
    }
  }
  for (const [key, schema] of Object.entries(RECORD_SCHEMAS[collection].properties))
    Object.defineProperty(RecordSummary.prototype, key, {
      get(this: RecordSummary) {
        const value = ownValue(this.raw, key);
        return value === undefined ? undefined : schema.parse(value, {base, path: [], errors: []});
      },
    });
  return index => new RecordSummary(index) as unknown as Collections[K];
}
