const warned = new Set<string>();

/** Tells the webmaster, once a sentence. */
export const warn = (sentence: string): void => {
  if (warned.has(sentence)) return;
  warned.add(sentence);
  console.warn(`[spass-widgets] ${sentence}`);
};
