/** The chapters of a list, fetched when a page asks for them. */
export const loadChapters = (): Promise<typeof import('./chapters.js')> => import('./chapters.js');
