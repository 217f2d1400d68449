const loggedMessages = new Set<string>();

/** Logs a warning that names the tag. Each message is logged once per page. */
export function warnOnce({localName}: Element, message: string): void {
  const text = `<${localName}>: ${message}`;
  if (loggedMessages.has(text)) return;
  loggedMessages.add(text);
  console.warn(text);
}
