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
  readonly #onClose: () => void;
  /** True if the dialog has been opened as modal for its current content. */
  #isModal = false;

  constructor(host: ReactiveElement, onClose: () => void) {
    this.#host = host;
    this.#onClose = onClose;
    host.addController(this);
  }

  hostConnected(): void {
    globalThis.addEventListener('beforeprint', this.#handleBeforePrint);
    globalThis.addEventListener('afterprint', this.#handleAfterPrint);
  }

  hostDisconnected(): void {
    globalThis.removeEventListener('beforeprint', this.#handleBeforePrint);
    globalThis.removeEventListener('afterprint', this.#handleAfterPrint);
    this.#isModal = false;
  }

  hostUpdated(): void {
    // Moving the focus may request another update.
    void this.#host.updateComplete.then(() => this.#syncOpen());
  }

  /** Called when the content is replaced or removed. */
  reset(): void {
    this.#isModal = false;
  }

  readonly close = (): void => this.#dialog?.close();

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }

  #syncOpen(): void {
    const dialog = this.#dialog;
    // Depends on the rendered content: an empty dialog has nothing to focus.
    const close = dialog?.querySelector<HTMLElement>('.close');
    const hasContent = !!close;
    // The `close` event of a dialog that the user has closed may still be pending.
    if (hasContent === this.#isModal) return;
    // An invisible modal dialog would make the page unusable.
    if (hasContent && this.#host.getClientRects().length === 0) return;
    this.#isModal = hasContent;
    // A dialog that was removed from the page with its widget is still open, but no longer modal.
    if (dialog?.open) dialog.close();
    if (!dialog || !close) return;
    dialog.showModal();
    close.focus();
    dialog.scrollTop = 0;
  }

  readonly #handleClose = (): void => {
    // The dialog may have been opened again since the event was queued.
    if (!this.#dialog?.open) this.#onClose();
  };

  /** Reopens the dialog as non-modal for printing: a modal one would cover the page on paper. */
  readonly #handleBeforePrint = (): void => {
    const dialog = this.#dialog;
    if (!dialog?.matches(':modal')) return;
    dialog.close();
    dialog.show();
  };

  readonly #handleAfterPrint = (): void => {
    this.#isModal = false;
    this.#syncOpen();
  };

  /**
   * @param labelId Id of the element that labels the dialog.
   */
  render(content: unknown, labelId: string): TemplateResult {
    return html`<dialog
      class="detail"
      part="detail"
      closedby="any"
      aria-labelledby=${content === nothing ? nothing : labelId}
      @close=${this.#handleClose}
    >
      ${content}
    </dialog>`;
  }
}
