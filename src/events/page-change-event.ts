/** Fired when another page or more records are requested. Cancel it to stay on the page. */
export class PageChangeEvent extends Event {
  static readonly type = 'spass-page-change';
  /** Page number, from 1; with "more", the last page shown. */
  readonly page: number;

  constructor(page: number) {
    super(PageChangeEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.page = page;
  }
}
