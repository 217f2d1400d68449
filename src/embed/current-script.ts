/**
 * The classic script that runs now, by the browser's own getter: an image named "currentScript" hides it, and MooTools
 * has a `Document` of its own.
 */
export const currentScript = (): HTMLScriptElement | undefined => {
  const script: unknown = Reflect.get(
    Object.getPrototypeOf(document) as object,
    'currentScript',
    document,
  );
  return script instanceof HTMLScriptElement ? script : undefined;
};
