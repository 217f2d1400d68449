import type {LitElement} from 'lit';
import {PageChangeEvent} from '../events/events.js';
import type {StatusController} from './status-controller.js';

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

interface AddedHost extends LitElement {
  readonly status: StatusController;
}

/** Entries that a list adds on request. */
export interface AddedEntries {
  /** Selector of the rendered entries. */
  readonly entries: string;
  /** Returns the message for screen readers. */
  readonly message: (added: number, shown: number) => string;
}

/**
 * Announces new entries and focuses the link or button of the first, or the first itself. Called before they are
 * rendered.
 *
 * @param root Part of the element that contains the entries.
 */
export async function announceAdded(
  host: AddedHost,
  {entries, message}: AddedEntries,
  root: ParentNode = host.renderRoot,
): Promise<void> {
  const before = new Set(root.querySelectorAll<HTMLElement>(entries));
  await host.updateComplete;
  const shown = [...root.querySelectorAll<HTMLElement>(entries)];
  const added = shown.filter(entry => !before.has(entry));
  host.status.announce(message(added.length, shown.length));
  // The user may have moved the focus elsewhere in the meantime. A removed button leaves it on the body.
  const {activeElement, body} = document;
  if (activeElement !== body && !host.matches(':focus-within')) return;
  const [first] = added;
  const control = first?.querySelector<HTMLElement>('a, button');
  if (!first) host.status.keepFocus();
  else if (control) control.focus();
  else {
    first.tabIndex = -1;
    first.focus();
  }
}
