/** Imports the English messages. */
export const loadEn = (): Promise<typeof import('./en.js')> => import('./en.js');
