import {networkPrefix} from './rate-limit.js';

interface Waiter {
  readonly client: string;
  start(): void;
}

/**
 * Limits the number of uploads at the same time, in total and from one address. Further ones wait in order, so that slow
 * uploads of one address delay only uploads of the same address.
 */
export class UploadSlots {
  readonly #max: number;
  readonly #maxPerClient: number;
  readonly #counts = new Map<string, number>();
  readonly #waiters = new Set<Waiter>();
  #total = 0;

  constructor(max: number, maxPerClient: number) {
    this.#max = max;
    this.#maxPerClient = maxPerClient;
  }

  /**
   * Waits for a slot.
   *
   * @returns The function that releases it, or undefined if the signal was aborted before.
   */
  async take(address: string, signal: AbortSignal): Promise<(() => void) | undefined> {
    const client = networkPrefix(address);
    if (this.#isFree(client)) this.#reserve(client);
    else if (!(await this.#wait(client, signal))) return undefined;
    return () => this.#release(client);
  }

  #reserve(client: string): void {
    this.#total++;
    this.#counts.set(client, this.#countOf(client) + 1);
  }

  #wait(client: string, signal: AbortSignal): Promise<boolean> {
    return new Promise(resolve => {
      const waiter: Waiter = {client, start: () => resolve(true)};
      this.#waiters.add(waiter);
      signal.addEventListener('abort', () => {
        if (this.#waiters.delete(waiter)) resolve(false);
      });
    });
  }

  #release(client: string): void {
    this.#total--;
    const left = this.#countOf(client) - 1;
    if (left > 0) this.#counts.set(client, left);
    else this.#counts.delete(client);
    for (const waiter of this.#waiters) {
      if (!this.#isFree(waiter.client)) continue;
      this.#waiters.delete(waiter);
      this.#reserve(waiter.client);
      waiter.start();
      return;
    }
  }

  #isFree(client: string): boolean {
    return this.#total < this.#max && this.#countOf(client) < this.#maxPerClient;
  }

  #countOf(client: string): number {
    return this.#counts.get(client) ?? 0;
  }
}
