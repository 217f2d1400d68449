import type * as ownLinks from '../decorators/link-filter-source.js';

/** Loads the code that restricts links to allowed origins, when a page first needs it. */
export const loadLinkFilter = (): Promise<typeof ownLinks> =>
  import('../decorators/link-filter-source.js');
