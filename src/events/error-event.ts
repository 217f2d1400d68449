/** A widget could not load its data. It does not bubble. */
export class LoadErrorEvent extends Event {
  static readonly type = 'spass-error';
  /** `network`, `timeout`, `http`, `busy`, `schema` or `unsupported`. */
  readonly kind: string;
  /** For the webmaster; it holds no answer's body. */
  readonly message: string;

  constructor(kind: string, message: string) {
    super(LoadErrorEvent.type);
    this.kind = kind;
    this.message = message;
  }
}

declare global {
  interface HTMLElementEventMap {
    'spass-error': LoadErrorEvent;
  }
}
