/** Fired when a widget fails to load its data. Does not bubble. */
export class LoadErrorEvent extends Event {
  static readonly type = 'spass-error';
  /** `network`, `timeout`, `http`, `busy`, `schema` or `unsupported`. */
  readonly kind: string;
  /** Message for the webmaster. Never contains a response body. */
  readonly message: string;

  constructor(kind: string, message: string) {
    super(LoadErrorEvent.type);
    this.kind = kind;
    this.message = message;
  }
}
