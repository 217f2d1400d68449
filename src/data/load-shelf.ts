import type * as filtering from './sources/filtering.js';

/** Loads the code that filters, sorts and counts complete collections, on the first query that needs it. */
export const loadShelf = (): Promise<typeof filtering> => import('./sources/filtering.js');
