/** Returns a function that calls `create` once and returns its result from then on. A rejected result is not kept. */
export function once<T>(create: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () =>
    (result ??= create().catch((error: unknown) => {
      result = undefined;
      throw error;
    }));
}

/** Returns a function that computes its result once for each object, and keeps it as long as the object. */
export function oncePer<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const results = new WeakMap<K, {readonly value: V}>();
  return key => {
    const known = results.get(key);
    if (known) return known.value;
    const value = compute(key);
    results.set(key, {value});
    return value;
  };
}
