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
