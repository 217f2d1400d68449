import type * as ownLinks from './own-links.js';

/** Loads the code that restricts links to allowed origins, when a page first needs it. */
export const loadOwnLinks = (): Promise<typeof ownLinks> => import('./own-links.js');
