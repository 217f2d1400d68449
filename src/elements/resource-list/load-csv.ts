/** What writes the file of an export, fetched when a reader asks for one. */
export const loadCsv = (): Promise<typeof import('./csv.js')> => import('./csv.js');
