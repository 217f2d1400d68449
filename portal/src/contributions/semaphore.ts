/** Limits the number of tasks that run at the same time. Further tasks wait in order. */
export class Semaphore {
  #permits: number;
  readonly #queue: (() => void)[] = [];

  constructor(permits: number) {
    this.#permits = permits;
  }

  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.#permits > 0) this.#permits--;
    else await new Promise<void>(next => this.#queue.push(next));
    try {
      return await task();
    } finally {
      const next = this.#queue.shift();
      if (next) next();
      else this.#permits++;
    }
  }
}
