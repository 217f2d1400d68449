import type * as merged from '../shared/merged-source.js';

export const loadMerged = (): Promise<typeof merged> => import('../shared/merged-source.js');
