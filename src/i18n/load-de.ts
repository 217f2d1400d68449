/** Imports the German messages. */
export const loadDe = (): Promise<typeof import('./de.js')> => import('./de.js');
