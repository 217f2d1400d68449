import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {isAbortError} from '../data/client/errors.js';
import {sameItems} from '../model/memo.js';

/** State of a load. While a value is reloading, the previous one is available. */
export type LoadState<T> =
  | {readonly status: 'idle'}
  | {readonly status: 'loading'; readonly previous?: T | undefined}
  | {readonly status: 'ready'; readonly value: T}
  | {readonly status: 'failed'; readonly error: unknown; readonly previous?: T | undefined};

/** Returns the value of a load, or the previous one while the next is loading. */
export const latestValue = <T>(state: LoadState<T>): T | undefined =>
  state.status === 'ready' ? state.value : state.status === 'loading' ? state.previous : undefined;

interface LoadOptions<A extends readonly unknown[], T> {
  /** Arguments of the load, read on each update; undefined if there is nothing to load. */
  args(): A | undefined;
  load(args: A, signal: AbortSignal, reload: boolean): Promise<T>;
  /** Called when a load has ended, after the host was asked to update. */
  onLoadEnd?(state: LoadState<T>): void;
}

/**
 * Loads a value whenever one of its arguments changes (`Object.is`). Aborts the request when the host is disconnected,
 * and repeats it on reconnection. Outdated responses are discarded.
 */
export class LoadController<const A extends readonly unknown[], T> implements ReactiveController {
  state: LoadState<T> = {status: 'idle'};
  readonly #host: ReactiveControllerHost;
  readonly #options: LoadOptions<A, T>;
  #args: A | undefined;
  #abort: AbortController | undefined;
  readonly #work = new PendingWork();

  constructor(host: ReactiveControllerHost, options: LoadOptions<A, T>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Load in progress, if any; resolves when none is left. */
  get pending(): Promise<void>[] {
    return this.#work.pending;
  }

  get isPending(): boolean {
    return this.pending.length > 0;
  }

  /** Aborts the load in progress; call `reload` afterwards. */
  abort(): void {
    this.#abort?.abort();
  }

  /** Loads again, bypassing caches. */
  async reload(): Promise<void> {
    if (this.#args) this.#start(this.#args, true);
    await Promise.all(this.#work.pending);
  }

  hostUpdate(): void {
    const args = this.#options.args();
    if (args === this.#args || (args && this.#args && sameItems(args, this.#args))) return;
    this.#args = args;
    if (args) this.#start(args, false);
    else {
      this.#stop();
      this.state = {status: 'idle'};
    }
  }

  hostDisconnected(): void {
    if (!this.isPending) return;
    this.#stop();
    // Without arguments the next update detects a change, so that the load restarts on reconnection.
    this.#args = undefined;
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  #start(args: A, reload: boolean): void {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#work.start();
    this.state = {status: 'loading', previous: latestValue(this.state)};
    this.#host.requestUpdate();
    const finish = (state: LoadState<T>): void => {
      if (this.#abort !== abort) return;
      this.#abort = undefined;
      this.#work.end();
      this.state = state;
      this.#host.requestUpdate();
      this.#options.onLoadEnd?.(state);
    };
    this.#run(args, abort.signal, reload).then(
      value => finish({status: 'ready', value}),
      (error: unknown) => {
        if (!isAbortError(error)) finish({status: 'failed', error});
      },
    );
  }

  async #run(args: A, signal: AbortSignal, reload: boolean): Promise<T> {
    return this.#options.load(args, signal, reload);
  }

  #stop(): void {
    this.#abort?.abort();
    this.#abort = undefined;
    this.#work.end();
  }
}

/** Work in progress, as a promise for those who wait for its end. */
export class PendingWork {
  #promise: Promise<void> | undefined;
  #resolve: (() => void) | undefined;

  /** Promise of the work; empty if there is none. */
  get pending(): Promise<void>[] {
    return this.#promise ? [this.#promise] : [];
  }

  start(): void {
    this.#promise ??= new Promise(resolve => (this.#resolve = resolve));
  }

  end(): void {
    this.#resolve?.();
    this.#promise = this.#resolve = undefined;
  }
}
