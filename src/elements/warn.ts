const warned = new Set<string>();

/** Logs a warning that names the tag. Each message is logged once per page. */
export function warnOnce({localName}: Element, line: string): void {
  const sentence = `<${localName}>: ${line}`;
  if (warned.has(sentence)) return;
  warned.add(sentence);
  console.warn(sentence);
}
