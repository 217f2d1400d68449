import type * as filtering from './sources/filtering.js';

/** What filters, sorts and counts a complete collection, fetched when a question first asks for any of that. */
export const loadShelf = (): Promise<typeof filtering> => import('./sources/filtering.js');
