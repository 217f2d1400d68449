/** Fired when a user requests content from a third party. Cancel it to decide elsewhere, by the `consent` attribute. */
export class ConsentRequestEvent extends Event {
  static readonly type = 'spass-consent-request';
  /** Third party that would receive the user's IP address, as shown to the user. */
  readonly provider: string;

  constructor(provider: string) {
    super(ConsentRequestEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.provider = provider;
  }
}
