import type {LitElement} from 'lit';
import {PageChangeEvent} from '../events/page-change-event.js';
import {type AddedEntries, announceAdded} from './status/announce-added.js';
import type {StatusController} from './status/status-controller.js';

interface MoreHost extends LitElement {
  readonly pageSize: number;
  readonly status: StatusController;
}

/** Shows more entries of a list in memory on request, announces their number and focuses the first new one. */
export class MoreController {
  readonly #host: MoreHost;
  readonly #added: AddedEntries;
  #page = 1;

  constructor(host: MoreHost, added: AddedEntries) {
    this.#host = host;
    this.#added = added;
  }

  /** Number of entries to show. */
  get limit(): number {
    return this.#page * this.#host.pageSize;
  }

  /** Shows the first page. */
  reset(): void {
    this.#page = 1;
  }

  /** Shows one page more, unless `spass-page-change` is cancelled. */
  readonly showNext = (): void => {
    if (!this.#host.dispatchEvent(new PageChangeEvent(this.#page + 1))) return;
    this.#page++;
    this.#host.requestUpdate();
    void announceAdded(this.#host, this.#added);
  };
}
