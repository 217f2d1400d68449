const warned = new Set<string>();

/** Writes a line for the webmaster that names the tag, once a page. */
export function warnOnce({localName}: Element, line: string): void {
  const sentence = `<${localName}>: ${line}`;
  if (warned.has(sentence)) return;
  warned.add(sentence);
  console.warn(sentence);
}
