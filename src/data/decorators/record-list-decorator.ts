import {
  DerivedRecordList,
  type ListReader,
  type RecordList,
} from '../../model/collection/record-list.js';
import type {PortalRecord} from '../../model/records.js';

/** List around another one, in the same order. */
export class RecordListDecorator<R extends PortalRecord> extends DerivedRecordList<R> {
  readonly #list: RecordList<R>;

  constructor(list: RecordList<R>) {
    super();
    this.#list = list;
  }

  get length(): number {
    return this.#list.length;
  }

  protected read<T>(index: number, read: ListReader<R, T>): T {
    return read(this.#list, index);
  }
}
