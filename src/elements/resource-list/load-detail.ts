/** Imports the detail view. Called when the first resource is opened. */
export const loadDetail = (): Promise<typeof import('./detail.js')> => import('./detail.js');
