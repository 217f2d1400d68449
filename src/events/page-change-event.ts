/** A reader asked for another page, or for more. Cancel it to stay. */
export class PageChangeEvent extends Event {
  static readonly type = 'spass-page-change';
  /** From 1; with "more", the last page that is shown. */
  readonly page: number;

  constructor(page: number) {
    super(PageChangeEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.page = page;
  }
}

declare global {
  interface HTMLElementEventMap {
    'spass-page-change': PageChangeEvent;
  }
}
