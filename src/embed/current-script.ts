/**
 * What the browser itself says of the document, by its own getter: an image named "head" or "currentScript" hides it
 * otherwise, and MooTools has a `Document` of its own.
 */
export const ofDocument = (name: 'currentScript' | 'documentElement' | 'head'): unknown =>
  Reflect.get(Object.getPrototypeOf(document) as object, name, document);

/** The classic script that runs now. */
export const currentScript = (): HTMLScriptElement | undefined => {
  const script = ofDocument('currentScript');
  return script instanceof HTMLScriptElement ? script : undefined;
};
