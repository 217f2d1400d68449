/** A reader asked for something that a third party serves. Cancel it to decide elsewhere, by the `consent` attribute. */
export class ConsentRequestEvent extends Event {
  static readonly type = 'spass-consent-request';
  /** Who would learn the reader's IP address, as shown to the reader. */
  readonly provider: string;

  constructor(provider: string) {
    super(ConsentRequestEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.provider = provider;
  }
}

declare global {
  interface HTMLElementEventMap {
    'spass-consent-request': ConsentRequestEvent;
  }
}
