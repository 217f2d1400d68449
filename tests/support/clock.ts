/** The page's timers, held in the hand of a test. */
export class Clock {
  readonly #set = globalThis.setTimeout;
  readonly #clear = globalThis.clearTimeout;
  readonly #timers = new Map<number, {at: number; run: () => void}>();
  #now = 0;
  #last = 1_000_000;

  constructor() {
    const set = (run: () => void, ms = 0): number => {
      this.#timers.set(++this.#last, {at: this.#now + ms, run});
      return this.#last;
    };
    Object.assign(globalThis, {
      setTimeout: set,
      clearTimeout: (id: number) => void this.#timers.delete(id),
    });
  }

  /** How many timers are running. */
  get running(): number {
    return this.#timers.size;
  }

  /** Lets time pass. */
  pass(ms: number): void {
    this.#now += ms;
    for (const [id, {at, run}] of [...this.#timers]) {
      if (at > this.#now) continue;
      this.#timers.delete(id);
      run();
    }
  }

  /** Gives the page its own timers back. */
  end(): void {
    Object.assign(globalThis, {setTimeout: this.#set, clearTimeout: this.#clear});
  }
}
