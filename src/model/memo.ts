/** Returns true if two lists have the same items in the same order, compared by `Object.is`. */
export const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, i) => Object.is(item, b[i]));

/** Returns a function that recomputes its value only if one of its dependencies has changed (`sameItems`). */
export function memo<T>(dependencies: () => readonly unknown[], compute: () => T): () => T {
  let cached: {readonly causes: readonly unknown[]; readonly value: T} | undefined;
  return () => {
    const current = dependencies();
    if (!cached || !sameItems(cached.causes, current)) cached = {causes: current, value: compute()};
    return cached.value;
  };
}

/** Map with a maximum total weight; when it is exceeded, the least recently used entries are removed. */
export class LruCache<V> {
  readonly #entries = new Map<string, V>();
  readonly #capacity: number;
  readonly #weigh: (value: V) => number;
  #weight = 0;

  /** @param weigh Weight of an entry. Default: 1. */
  constructor(capacity: number, weigh: (value: V) => number = () => 1) {
    this.#capacity = capacity;
    this.#weigh = weigh;
  }

  get(key: string): V | undefined {
    const value = this.#entries.get(key);
    if (value !== undefined) {
      this.#entries.delete(key);
      this.#entries.set(key, value);
    }
    return value;
  }

  set(key: string, value: V): void {
    this.#remove(key);
    this.#entries.set(key, value);
    this.#weight += this.#weigh(value);
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= this.#capacity) break;
      this.#remove(oldest);
    }
  }

  #remove(key: string): void {
    const value = this.#entries.get(key);
    if (value !== undefined) this.#weight -= this.#weigh(value);
    this.#entries.delete(key);
  }
}
