/**
 * Reads a property of `document` with the getter of its prototype: an image named "head" or "currentScript" shadows
 * the property, and MooTools replaces the global `Document`.
 */
export const documentProperty = (name: 'currentScript' | 'documentElement' | 'head'): unknown =>
  Reflect.get(Object.getPrototypeOf(document) as object, name, document);

/** Returns the classic script being executed. */
export const currentScript = (): HTMLScriptElement | undefined => {
  const script = documentProperty('currentScript');
  return script instanceof HTMLScriptElement ? script : undefined;
};
