import {announceLongLoads} from './loading-delay.js';

/** Replaces the timers of the page until `restore`. */
export class FakeTimers {
  readonly #set = globalThis.setTimeout;
  readonly #clear = globalThis.clearTimeout;
  readonly #timers = new Map<number, {at: number; run: () => void}>();
  #now = 0;
  #last = 1_000_000;

  constructor() {
    announceLongLoads(true);
    const set = (run: () => void, ms = 0): number => {
      this.#timers.set(++this.#last, {at: this.#now + ms, run});
      return this.#last;
    };
    Object.assign(globalThis, {
      setTimeout: set,
      clearTimeout: (id: number) => void this.#timers.delete(id),
    });
  }

  /** Number of pending timers. */
  get pendingCount(): number {
    return this.#timers.size;
  }

  /** Advances the time and runs the timers that are due. */
  advance(ms: number): void {
    this.#now += ms;
    for (const [id, {at, run}] of [...this.#timers]) {
      if (at > this.#now) continue;
      this.#timers.delete(id);
      run();
    }
  }

  /** Restores the native timers. */
  restore(): void {
    announceLongLoads(false);
    Object.assign(globalThis, {setTimeout: this.#set, clearTimeout: this.#clear});
  }
}
