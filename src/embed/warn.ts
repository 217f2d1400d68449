const warned = new Set<string>();

/** Logs a warning for the webmaster, once per text. */
export const warn = (sentence: string): void => {
  if (warned.has(sentence)) return;
  warned.add(sentence);
  console.warn(`[spass-widgets] ${sentence}`);
};
