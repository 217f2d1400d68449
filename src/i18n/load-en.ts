/** The sentences of one language, fetched when a page speaks it. */
export const loadEn = (): Promise<typeof import('./en.js')> => import('./en.js');
