/** Returns a function that recomputes its value only if one of its dependencies has changed, compared by `===`. */
export function memo<T>(dependencies: () => readonly unknown[], compute: () => T): () => T {
  let cached: {readonly causes: readonly unknown[]; readonly value: T} | undefined;
  return () => {
    const current = dependencies();
    const isSame =
      cached?.causes.length === current.length &&
      cached.causes.every((dependency, i) => dependency === current[i]);
    if (!cached || !isSame) cached = {causes: current, value: compute()};
    return cached.value;
  };
}
