/** Imports the chapter view. Called if the `chapters` attribute is set. */
export const loadChapters = (): Promise<typeof import('./chapters.js')> => import('./chapters.js');
