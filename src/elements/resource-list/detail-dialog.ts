import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveElement,
  type TemplateResult,
} from 'lit';

/** A dialog on top of the page, as long as there is something in it that can be closed. */
export class DetailDialog implements ReactiveController {
  readonly #host: ReactiveElement;
  /** Whatever has closed it: its button, Escape, a click beside it. */
  readonly #closed: () => void;
  /** Whether it was put on top of the page for what is in it. */
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
    // The focus moves, which may ask for another update.
    void this.#host.updateComplete.then(() => this.#show());
  }

  /** Something else is in it, or nothing is any more. */
  change(): void {
    this.#isOnTop = false;
  }

  readonly close = (): void => this.#dialog?.close();

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }

  #show(): void {
    const dialog = this.#dialog;
    // What is drawn in it, not what is to be: an empty one has nothing to take the focus.
    const close = dialog?.querySelector<HTMLElement>('.close');
    const isWanted = !!close;
    // One that the reader has closed may not have told so yet.
    if (isWanted === this.#isOnTop) return;
    // A dialog that nobody can see would leave the page without a way on.
    if (isWanted && this.#host.getClientRects().length === 0) return;
    this.#isOnTop = isWanted;
    // One that has left the page with its widget is open, and no longer on top.
    if (dialog?.open) dialog.close();
    if (!dialog || !close) return;
    dialog.showModal();
    close.focus();
    dialog.scrollTop = 0;
  }

  readonly #told = (): void => {
    // It may have been shown again since.
    if (!this.#dialog?.open) this.#closed();
  };

  /** On paper what lies on top of the page covers it: the dialog takes its place in it. */
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

  /** `label` is the id of what names it. */
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
