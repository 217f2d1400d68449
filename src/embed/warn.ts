const loggedMessages = new Set<string>();

/** Logs a warning for the webmaster, once per text. */
export const warn = (message: string): void => {
  if (loggedMessages.has(message)) return;
  loggedMessages.add(message);
  console.warn(`[spass-widgets] ${message}`);
};
