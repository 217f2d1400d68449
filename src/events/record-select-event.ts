import type {PortalRecord} from '../model/records.js';

/** Fired when a user selects a record. Cancel it to prevent the browser from following the link. */
export class RecordSelectEvent extends Event {
  static readonly type = 'spass-record-select';
  readonly record: PortalRecord;

  constructor(record: PortalRecord) {
    super(RecordSelectEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.record = record;
  }
}
