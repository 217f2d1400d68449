type Listener = EventListenerOrEventListenerObject;

const isOnce = (options: unknown): boolean =>
  (options as {once?: boolean} | undefined)?.once === true;

/**
 * Records what may hold an element in memory after its removal, until `restore`: listeners on the window, the document
 * and media queries, timers, frames, and observers of nodes that are still in the page.
 */
export class HeldResources {
  readonly #held = new Map<unknown, string>();
  readonly #observed = new Map<object, Set<Node>>();
  readonly #restore: (() => void)[] = [];

  constructor() {
    for (const target of [window, document, MediaQueryList.prototype]) this.#watchListeners(target);
    this.#watchTimer('setTimeout', 'clearTimeout', true);
    this.#watchTimer('setInterval', 'clearInterval', false);
    this.#watchTimer('requestAnimationFrame', 'cancelAnimationFrame', true);
    for (const observer of [IntersectionObserver, ResizeObserver, MutationObserver])
      this.#watchObserver(observer);
  }

  /** Returns the names of the resources held. */
  names(): string[] {
    const observers = [...this.#observed].flatMap(([observer, targets]) =>
      [...targets].some(({isConnected}) => isConnected) ? [observer.constructor.name] : [],
    );
    return [...this.#held.values(), ...observers];
  }

  restore(): void {
    for (const restore of this.#restore) restore();
  }

  #replace<T extends object, K extends keyof T>(
    target: T,
    key: K,
    create: (real: T[K]) => T[K],
  ): void {
    const own = Object.getOwnPropertyDescriptor(target, key);
    const real = target[key];
    Object.defineProperty(target, key, {configurable: true, writable: true, value: create(real)});
    this.#restore.push(() => {
      if (own) Object.defineProperty(target, key, own);
      else Reflect.deleteProperty(target, key);
    });
  }

  #watchListeners(target: EventTarget): void {
    const held = this.#held;
    const keys = new Map<Listener, Map<string, object>>();
    const keyOf = (type: string, listener: Listener): object => {
      const types = keys.get(listener) ?? new Map<string, object>();
      keys.set(listener, types);
      const key = types.get(type) ?? {};
      types.set(type, key);
      return key;
    };
    this.#replace(
      target,
      'addEventListener',
      real =>
        function (this: EventTarget, type: string, listener: Listener | null, options?: unknown) {
          if (listener && !isOnce(options)) {
            const key = keyOf(type, listener);
            held.set(key, `listener of ${type}`);
            const {signal} = (options ?? {}) as {signal?: AbortSignal};
            signal?.addEventListener('abort', () => held.delete(key));
          }
          real.call(this, type, listener, options as AddEventListenerOptions);
        },
    );
    this.#replace(
      target,
      'removeEventListener',
      real =>
        function (this: EventTarget, type: string, listener: Listener | null, options?: unknown) {
          if (listener) held.delete(keyOf(type, listener));
          real.call(this, type, listener, options as EventListenerOptions);
        },
    );
  }

  #watchTimer(
    set: 'setTimeout' | 'setInterval' | 'requestAnimationFrame',
    clear: 'clearTimeout' | 'clearInterval' | 'cancelAnimationFrame',
    runsOnce: boolean,
  ): void {
    const held = this.#held;
    type Run = (...args: unknown[]) => void;
    const timers = window as unknown as Record<string, (...args: unknown[]) => number>;
    this.#replace(timers, set, real => (run, ...rest) => {
      const once = (...args: unknown[]): void => {
        if (runsOnce) held.delete(`${set} ${String(id)}`);
        (run as Run)(...args);
      };
      const id = real!(once, ...rest);
      held.set(`${set} ${String(id)}`, set);
      return id;
    });
    this.#replace(timers, clear, real => id => {
      held.delete(`${set} ${String(id)}`);
      return real!(id);
    });
  }

  #watchObserver({prototype}: {prototype: {observe: unknown; disconnect(): void}}): void {
    const observed = this.#observed;
    const real = prototype as unknown as ResizeObserver;
    this.#replace(
      real,
      'observe',
      observe =>
        function (this: ResizeObserver, ...args) {
          observed.set(this, (observed.get(this) ?? new Set()).add(args[0]));
          observe.apply(this, args);
        },
    );
    this.#replace(
      real,
      'disconnect',
      disconnect =>
        function (this: ResizeObserver) {
          observed.delete(this);
          disconnect.call(this);
        },
    );
  }
}
