/** What the browser itself says of the document: an image named "head" or "currentScript" hides it otherwise. */
export const ofDocument = (name: 'currentScript' | 'documentElement' | 'head'): unknown =>
  Reflect.get(Document.prototype, name, document);

/** The classic script that runs now. */
export const currentScript = (): HTMLScriptElement | undefined => {
  const script = ofDocument('currentScript');
  return script instanceof HTMLScriptElement ? script : undefined;
};
