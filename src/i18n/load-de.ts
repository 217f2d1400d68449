/** The sentences of one language, fetched when a page speaks it. */
export const loadDe = (): Promise<typeof import('./de.js')> => import('./de.js');
