import type * as territorial from './territorial.js';

/** What answers questions about territories, fetched when a widget first asks one. */
export const loadTerritorial = (): Promise<typeof territorial> => import('./territorial.js');
