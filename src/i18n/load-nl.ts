/** The sentences of one language, fetched when a page speaks it. */
export const loadNl = (): Promise<typeof import('./nl.js')> => import('./nl.js');
