/** Imports the CSV writer. Called at the first export. */
export const loadCsv = (): Promise<typeof import('./csv.js')> => import('./csv.js');
