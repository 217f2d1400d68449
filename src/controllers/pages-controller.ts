import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {LoadController} from './load-controller.js';

interface Options<R> {
  /** Identity of the list. If one of its values changes, the page being loaded is discarded. */
  key(): readonly unknown[];
  /** Loads a page, from the second on. */
  load(page: number, signal: AbortSignal): Promise<Iterable<R>>;
  /** Called when a requested page is available. */
  turned(): void;
}

/** Loads further pages of a list on request and keeps them. The first page comes with the query result. */
export class PagesController<R> implements ReactiveController {
  /** Current page, from 1. */
  page = 1;
  /** Error of the last page request. */
  failure: unknown;
  readonly #host: ReactiveControllerHost;
  readonly #options: Options<R>;
  readonly #load: LoadController<readonly unknown[], Iterable<R>>;
  #first: Iterable<R> | undefined;
  #held: (readonly R[])[] = [];
  #wanted: number | undefined;
  #key: readonly unknown[] = [];

  constructor(host: ReactiveControllerHost, options: Options<R>) {
    this.#host = host;
    this.#options = options;
    // Added before the load controller, which depends on the key read in `hostUpdate`.
    host.addController(this);
    this.#load = new LoadController<readonly unknown[], Iterable<R>>(host, {
      args: () => (this.#wanted === undefined ? undefined : [this.#wanted, ...this.#key]),
      load: (_args, signal) => options.load(this.#wanted ?? 1, signal),
      done: state => {
        const page = this.#wanted ?? 1;
        this.#wanted = undefined;
        if (state.status === 'ready') this.#held[page] = [...state.value];
        else if (state.status === 'failed') this.failure = state.error;
        if (this.#held[page]) this.#turn(page);
      },
    });
  }

  /** Load in progress, if any. */
  get pending(): Promise<void>[] {
    return this.#load.isPending ? [this.#load.settled] : [];
  }

  /** Starts again with a new first page. */
  follow(first: Iterable<R> | undefined): void {
    if (first === this.#first) return;
    this.#first = first;
    this.#held = first ? [[], [...first]] : [];
    this.#wanted = this.failure = undefined;
    this.page = 1;
  }

  /** Returns the items of a page. */
  only(page: number): readonly R[] {
    return this.#held[page] ?? [];
  }

  /** Returns the items of all pages up to the given one. */
  upTo(page: number): readonly R[] {
    return this.#held.slice(0, page + 1).flat();
  }

  /** Goes to a page, now if it is loaded, else when it is. */
  go(page: number): void {
    this.failure = undefined;
    this.#host.requestUpdate();
    if (this.#held[page]) this.#turn(page);
    else this.#wanted = page;
  }

  hostUpdate(): void {
    const key = this.#options.key();
    if (key.some((part, i) => part !== this.#key[i])) this.#wanted = undefined;
    this.#key = key;
  }

  #turn(page: number): void {
    this.page = page;
    this.#options.turned();
  }
}
