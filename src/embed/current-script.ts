/** The classic script that runs now, by the browser's own getter: an image named "currentScript" hides it. */
export const currentScript = (): HTMLScriptElement | undefined => {
  const script: unknown = Reflect.get(Document.prototype, 'currentScript', document);
  return script instanceof HTMLScriptElement ? script : undefined;
};
