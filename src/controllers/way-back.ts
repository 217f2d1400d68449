const hearers = new Set<() => void>();

const tell = (): void => {
  for (const hear of hearers) hear();
};

/**
 * Calls a listener on `popstate`. All listeners run in one task: between two browser listeners a widget would render,
 * and write to a URL that it has read only in part.
 */
export function hearWayBack(hear: () => void): void {
  globalThis.addEventListener('popstate', tell);
  hearers.add(hear);
}

export function unhearWayBack(hear: () => void): void {
  hearers.delete(hear);
  if (hearers.size === 0) globalThis.removeEventListener('popstate', tell);
}
