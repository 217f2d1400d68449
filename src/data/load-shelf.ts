import type * as filtering from './sources/shared/query-runner.js';

/** Loads the code that filters, sorts and counts complete collections, on the first query that needs it. */
export const loadQueryRunner = (): Promise<typeof filtering> =>
  import('./sources/shared/query-runner.js');
