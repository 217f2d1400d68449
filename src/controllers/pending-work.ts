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
