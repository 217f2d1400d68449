import {html, type LitElement, type ReactiveController, type TemplateResult} from 'lit';

/** Delay before loading is announced, in milliseconds. */
const LOADING_DELAY_MS = 1000;
/** True while a widget announces loading: only one per page does. */
let isLoadingAnnounced = false;

interface StatusOptions {
  /** Work in progress. */
  pending(): readonly unknown[];
  loadingMessage(): string;
}

/** Status line of a widget: announces messages to screen readers, and loading that takes long. */
export class StatusController implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: StatusOptions;
  #text = '';
  #loadingTimer: ReturnType<typeof setTimeout> | undefined;
  #announcesLoading = false;

  constructor(host: LitElement, options: StatusOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Announces a message. A repeated message is announced again. */
  announce(message: string): void {
    this.#text = message === this.#text ? `${message}\u00a0` : message;
    this.#host.requestUpdate();
  }

  /** Moves the focus to the status line before the focused control is removed. */
  keepFocus(): void {
    this.#host.renderRoot.querySelector<HTMLElement>('[role=status]')?.focus();
  }

  /** Renders the status line. It comes first: after `keepFocus`, Tab continues into the widget. */
  render(): TemplateResult {
    return html`<p class="sr" role="status" tabindex="-1">${this.#text}</p>`;
  }

  hostUpdate(): void {
    if (this.#options.pending().length === 0) this.#clearLoading();
  }

  hostUpdated(): void {
    if (this.#options.pending().length > 0)
      this.#loadingTimer ??= setTimeout(() => this.#announceLoading(), LOADING_DELAY_MS);
  }

  hostDisconnected(): void {
    this.#clearLoading();
  }

  #announceLoading(): void {
    if (isLoadingAnnounced) return;
    isLoadingAnnounced = this.#announcesLoading = true;
    this.announce(this.#options.loadingMessage());
  }

  #clearLoading(): void {
    clearTimeout(this.#loadingTimer);
    this.#loadingTimer = undefined;
    if (!this.#announcesLoading) return;
    isLoadingAnnounced = this.#announcesLoading = false;
    this.#text = '';
  }
}
