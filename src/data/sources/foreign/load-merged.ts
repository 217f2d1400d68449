import type * as merged from './merged.js';

export const loadMerged = (): Promise<typeof merged> => import('./merged.js');
