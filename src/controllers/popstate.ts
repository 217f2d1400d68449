const listeners = new Set<() => void>();

const notify = (): void => {
  for (const listener of listeners) listener();
};

/**
 * Calls a listener on `popstate`. All listeners run in one task: between two browser listeners a widget would render,
 * and write to a URL that it has read only in part.
 */
export function addPopStateListener(listener: () => void): void {
  globalThis.addEventListener('popstate', notify);
  listeners.add(listener);
}

export function removePopStateListener(listener: () => void): void {
  listeners.delete(listener);
  if (listeners.size === 0) globalThis.removeEventListener('popstate', notify);
}
