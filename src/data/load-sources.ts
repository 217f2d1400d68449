import type * as sources from './sources/foreign/sources.js';

/** What reads and merges foreign sources, fetched when a page first names one. */
export const loadSources = (): Promise<typeof sources> => import('./sources/foreign/sources.js');
