import type * as merged from './merged-source.js';

export const loadMerged = (): Promise<typeof merged> => import('./merged-source.js');
