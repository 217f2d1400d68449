/** Returns a function that calls `create` once and returns its result from then on. A rejected result is not kept. */
export function once<T>(create: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () =>
    (result ??= create().catch((error: unknown) => {
      result = undefined;
      throw error;
    }));
}
