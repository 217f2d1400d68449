/** Loads the code for placeholders, needed only on pages that have one. */
export const loadPlaceholders = (): Promise<typeof import('./placeholders.js')> =>
  import('./placeholders.js');
