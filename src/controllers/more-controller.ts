import type {LitElement} from 'lit';
import {PageChangeEvent} from '../events/page-change-event.js';
import type {StatusController} from './status/status-controller.js';

interface MoreHost extends LitElement {
  readonly pageSize: number;
  readonly status: StatusController;
}

export interface MoreOptions {
  /** Selector of the rendered entries. */
  readonly entries: string;
  /** Returns the message for screen readers. */
  message(added: number, shown: number): string;
}

/** Shows more entries of a list on request, announces their number and focuses the first new one. */
export class MoreController {
  readonly #host: MoreHost;
  readonly #options: MoreOptions;
  #page = 1;

  constructor(host: MoreHost, options: MoreOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Number of entries to show of a list in memory. */
  get limit(): number {
    return this.#page * this.#host.pageSize;
  }

  /** Shows the first page of a list in memory. */
  reset(): void {
    this.#page = 1;
  }

  /** Shows one page more of a list in memory. */
  readonly showNext = (): void => {
    if (!this.request(this.#page + 1)) return;
    this.#page++;
    this.#host.requestUpdate();
    void this.handleAdded();
  };

  /** Dispatches `spass-page-change`. Returns true if it was not cancelled. */
  request(page: number): boolean {
    return this.#host.dispatchEvent(new PageChangeEvent(page));
  }

  /** Announces new entries and focuses the first. Called before they are rendered. */
  async handleAdded(): Promise<void> {
    const {status, updateComplete} = this.#host;
    const before = new Set(this.#entries);
    await updateComplete;
    const entries = this.#entries;
    const added = entries.filter(entry => !before.has(entry));
    status.announce(this.#options.message(added.length, entries.length));
    // The user may have moved the focus elsewhere in the meantime. A removed button leaves it on the body.
    const {activeElement, body} = document;
    if (activeElement !== body && !this.#host.matches(':focus-within')) return;
    const next = added[0]?.querySelector<HTMLElement>('a, button');
    if (next) next.focus();
    else status.keepFocus();
  }

  get #entries(): readonly Element[] {
    return [...this.#host.renderRoot.querySelectorAll(this.#options.entries)];
  }
}
