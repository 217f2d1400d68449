import type * as territorial from '../decorators/territorial-source.js';

/** Loads the code for territory filters, when a widget first needs it. */
export const loadTerritorial = (): Promise<typeof territorial> =>
  import('../decorators/territorial-source.js');
