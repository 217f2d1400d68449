import type * as territorial from './territorial-source.js';

/** Loads the code for territory filters, when a widget first needs it. */
export const loadTerritorial = (): Promise<typeof territorial> => import('./territorial-source.js');
