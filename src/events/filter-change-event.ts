import type {Filter} from '../model/query.js';

/** A reader changed what is shown. Cancel it to leave the selection as it was. */
export class FilterChangeEvent extends Event {
  static readonly type = 'spass-filter-change';
  /** The filter as it would be. */
  readonly filter: Filter;

  constructor(filter: Filter) {
    super(FilterChangeEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.filter = filter;
  }
}

declare global {
  interface HTMLElementEventMap {
    'spass-filter-change': FilterChangeEvent;
  }
}
