import type * as shelf from '../model/shelf.js';

/** What filters, sorts and counts a complete collection, fetched when a question first asks for any of that. */
export const loadShelf = (): Promise<typeof shelf> => import('../model/shelf.js');
