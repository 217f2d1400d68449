/** Imports the Dutch messages. */
export const loadNl = (): Promise<typeof import('./nl.js')> => import('./nl.js');
