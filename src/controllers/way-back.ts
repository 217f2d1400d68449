const hearers = new Set<() => void>();

const tell = (): void => {
  for (const hear of hearers) hear();
};

/**
 * Calls whoever keeps something in the page's address when its reader goes back or on: all in one turn. Between two
 * listeners of the browser a widget would draw, and write into an address of which it has read a part only.
 */
export function hearWayBack(hear: () => void): void {
  globalThis.addEventListener('popstate', tell);
  hearers.add(hear);
}

export function unhearWayBack(hear: () => void): void {
  hearers.delete(hear);
  if (hearers.size === 0) globalThis.removeEventListener('popstate', tell);
}
