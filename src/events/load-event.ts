/** Fired when a widget has rendered its data. Does not bubble. */
export class LoadEvent extends Event {
  static readonly type = 'spass-load';
  /** Number of matching records. */
  readonly total: number;
  /** Number of invalid records that were dropped. */
  readonly dropped: number;

  constructor(total: number, dropped: number) {
    super(LoadEvent.type);
    this.total = total;
    this.dropped = dropped;
  }
}

declare global {
  interface HTMLElementEventMap {
    'spass-load': LoadEvent;
  }
}
