import {
  css,
  html,
  nothing,
  type ReactiveController,
  type ReactiveElement,
  type TemplateResult,
} from 'lit';

export const modalDialogStyles = css`
  dialog {
    inline-size: min(46em, 100% - 1em);
    max-inline-size: none;
    max-block-size: calc(100dvh - 1em);
    padding: 0 clamp(0.75em, 4vw, 2em) 1.5em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    /* A dialog needs an opaque background, also with the plain skin. */
    --_ground: var(--spass-surface, var(--spass-background, Canvas));
    background-color: var(--_ground);
    color: var(--spass-ink, CanvasText);
    overscroll-behavior: contain;
    overflow-wrap: anywhere;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 50%);
  }
  .close svg {
    inline-size: 0.875em;
    block-size: 0.875em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
  }
  dialog > .close {
    position: sticky;
    /* Firefox would scroll the page for the scroll margin of focused elements. */
    scroll-margin-block: 0;
    inset-block-start: 0.5em;
    float: inline-end;
    margin-block: 0.5em 1em;
    background-color: var(--_ground);
  }
  dialog > .title {
    padding-block-start: 0.75em;
  }
  /* Beside the button, long words would be broken. */
  @media (max-width: 30em) {
    dialog > .title {
      clear: both;
      padding: 0;
    }
  }
  @media print {
    dialog {
      position: static;
      inline-size: 100%;
      max-block-size: none;
      padding: 0;
      border: 0;
      overflow: visible;
    }
    .root:has(> dialog[open]) > :not(dialog) {
      display: none;
    }
  }
`;

/** Keeps Escape, with which the browser closes the dialog, from scripted dialogs of the page around the widget. */
const keepEscape = (event: KeyboardEvent): void => {
  if (event.key === 'Escape') event.stopPropagation();
};

/** Modal dialog that is open while its content has a close button. */
export class ModalDialog implements ReactiveController {
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

  /** Renders the dialog, which the element `detail-title` in its content labels. */
  render(content: unknown): TemplateResult {
    return html`<dialog
      class="detail"
      part="detail"
      closedby="any"
      @keydown=${keepEscape}
      aria-labelledby=${content === nothing ? nothing : 'detail-title'}
      @close=${this.#handleClose}
    >
      ${content}
    </dialog>`;
  }
}
