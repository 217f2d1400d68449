/** Returns a function that recomputes its value only if one of its dependencies has changed, compared by `===`. */
export function memo<T>(causes: () => readonly unknown[], make: () => T): () => T {
  let known: {readonly causes: readonly unknown[]; readonly value: T} | undefined;
  return () => {
    const now = causes();
    const isSame =
      known?.causes.length === now.length && known.causes.every((cause, i) => cause === now[i]);
    if (!known || !isSame) known = {causes: now, value: make()};
    return known.value;
  };
}
