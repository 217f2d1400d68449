import type * as filtering from './sources/query-runner.js';

/** Loads the code that filters, sorts and counts complete collections, on the first query that needs it. */
export const loadQueryRunner = (): Promise<typeof filtering> => import('./sources/query-runner.js');
