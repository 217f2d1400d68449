import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {LoadController} from './load-controller.js';

interface Options<R> {
  /** What the pages are pages of, compared one by one: a page that is under way when it changes is not wanted. */
  key(): readonly unknown[];
  /** One page from the second on. */
  load(page: number, signal: AbortSignal): Promise<Iterable<R>>;
  /** A page that the reader asked for is there, to be drawn. */
  turned(): void;
}

/** The pages of a list: the first comes with the answer, each of the others once, when it is asked for. */
export class PagesController<R> implements ReactiveController {
  /** The page that was turned to last, from 1. */
  page = 1;
  /** Why the page that was asked for last could not be had. */
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
    // Before the load, which looks at what this one has found changed.
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

  /** What is under way, for whoever waits for the list to be drawn. */
  get pending(): Promise<void>[] {
    return this.#load.isPending ? [this.#load.settled] : [];
  }

  /** Starts over with another first page. */
  follow(first: Iterable<R> | undefined): void {
    if (first === this.#first) return;
    this.#first = first;
    this.#held = first ? [[], [...first]] : [];
    this.#wanted = this.failure = undefined;
    this.page = 1;
  }

  /** The records of one page. */
  only(page: number): readonly R[] {
    return this.#held[page] ?? [];
  }

  /** The records of all pages up to one. */
  upTo(page: number): readonly R[] {
    return this.#held.slice(0, page + 1).flat();
  }

  /** Turns to a page, at once when it is held, else when it has come. */
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
