import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveElement,
  type TemplateResult,
} from 'lit';

/** Modal dialog that is open while its content has a close button. */
export class DetailDialog implements ReactiveController {
  readonly #host: ReactiveElement;
  /** Called after any close: button, Escape, or a click outside. */
  readonly #closed: () => void;
  /** True if the dialog has been opened as modal for its current content. */
  #isOnTop = false;

  constructor(host: ReactiveElement, closed: () => void) {
    this.#host = host;
    this.#closed = closed;
    host.addController(this);
  }

  hostConnected(): void {
    globalThis.addEventListener('beforeprint', this.#print);
    globalThis.addEventListener('afterprint', this.#printed);
  }

  hostDisconnected(): void {
    globalThis.removeEventListener('beforeprint', this.#print);
    globalThis.removeEventListener('afterprint', this.#printed);
    this.#isOnTop = false;
  }

  hostUpdated(): void {
    // Moving the focus may request another update.
    void this.#host.updateComplete.then(() => this.#show());
  }

  /** Called when the content is replaced or removed. */
  change(): void {
    this.#isOnTop = false;
  }

  readonly close = (): void => this.#dialog?.close();

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }

  #show(): void {
    const dialog = this.#dialog;
    // Depends on the rendered content: an empty dialog has nothing to focus.
    const close = dialog?.querySelector<HTMLElement>('.close');
    const isWanted = !!close;
    // The `close` event of a dialog that the user has closed may still be pending.
    if (isWanted === this.#isOnTop) return;
    // An invisible modal dialog would make the page unusable.
    if (isWanted && this.#host.getClientRects().length === 0) return;
    this.#isOnTop = isWanted;
    // A dialog that was removed from the page with its widget is still open, but no longer modal.
    if (dialog?.open) dialog.close();
    if (!dialog || !close) return;
    dialog.showModal();
    close.focus();
    dialog.scrollTop = 0;
  }

  readonly #told = (): void => {
    // The dialog may have been opened again since the event was queued.
    if (!this.#dialog?.open) this.#closed();
  };

  /** Reopens the dialog as non-modal for printing: a modal one would cover the page on paper. */
  readonly #print = (): void => {
    const dialog = this.#dialog;
    if (!dialog?.matches(':modal')) return;
    dialog.close();
    dialog.show();
  };

  readonly #printed = (): void => {
    this.#isOnTop = false;
    this.#show();
  };

  /**
   * @param labelId Id of the element that labels the dialog.
   */
  render(content: unknown, label: string): TemplateResult {
    return html`<dialog
      class="detail"
      part="detail"
      closedby="any"
      aria-labelledby=${content === nothing ? nothing : label}
      @close=${this.#told}
    >
      ${content}
    </dialog>`;
  }
}
