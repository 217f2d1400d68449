import type {CollectionName} from '../model/records.js';

/** Numbers of records by collection. */
export type RecordCounts = Readonly<Partial<Record<CollectionName, number>>>;

/** Fired when a widget has rendered its data. Does not bubble. */
export class LoadEvent extends Event {
  static readonly type = 'spass-load';
  /** Number of matching records. */
  readonly total: number;
  /** Number of invalid records that were dropped. */
  readonly dropped: number;
  /**
   * Number of matching records by collection, added up by `<spass-explorer>`.
   *
   * @internal
   */
  readonly counts: RecordCounts;

  constructor(total: number, dropped: number, counts: RecordCounts = {}) {
    super(LoadEvent.type);
    this.total = total;
    this.dropped = dropped;
    this.counts = counts;
  }
}
