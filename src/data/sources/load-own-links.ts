import type * as ownLinks from './link-filter-source.js';

/** Loads the code that restricts links to allowed origins, when a page first needs it. */
export const loadLinkFilter = (): Promise<typeof ownLinks> => import('./link-filter-source.js');
