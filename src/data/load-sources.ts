import type * as sources from './sources/registry.js';

/** Loads the code for foreign and merged sources, when a page first uses one. */
export const loadSources = (): Promise<typeof sources> => import('./sources/registry.js');
