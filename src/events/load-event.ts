/** A widget has drawn its data. It does not bubble. */
export class LoadEvent extends Event {
  static readonly type = 'spass-load';
  /** How many records match. */
  readonly total: number;
  /** How many records could not be used. */
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
