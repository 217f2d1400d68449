import type {Filter} from '../model/query.js';

/** Fired when a user changes a filter. Cancel it to keep the current filter. */
export class FilterChangeEvent extends Event {
  static readonly type = 'spass-filter-change';
  /** New filter. */
  readonly filter: Filter;

  constructor(filter: Filter) {
    super(FilterChangeEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.filter = filter;
  }
}
