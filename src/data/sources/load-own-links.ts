import type * as ownLinks from './own-links.js';

/** What keeps links to the hosts that a page names, fetched where one names some. */
export const loadOwnLinks = (): Promise<typeof ownLinks> => import('./own-links.js');
