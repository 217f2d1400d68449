const loggedMessages = new Set<string>();
/** Warnings of each element, which `diagnostics` shows in place. */
const messagesOf = new WeakMap<Element, Set<string>>();

/** Logs a warning that names the tag. Each message is logged once per page. */
export function warnOnce(element: Element, message: string): void {
  messagesOf.set(element, (messagesOf.get(element) ?? new Set()).add(message));
  updateDiagnostics(element);
  const text = `<${element.localName}>: ${message}`;
  if (loggedMessages.has(text)) return;
  loggedMessages.add(text);
  console.warn(text);
}

/** Shows the warnings of an element, and of those inside it, in place if `diagnostics` on one around it asks for it. */
export function updateDiagnostics(element: Element): void {
  // The loader logs the reason of a failure.
  if (element.closest('[diagnostics]'))
    void import('../parts/diagnostics/diagnostics-box.js').then(
      box => box.apply(element, messagesOf),
      String,
    );
}
