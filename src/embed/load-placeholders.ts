/** What fills placeholders, fetched when a page has one. */
export const loadPlaceholders = (): Promise<typeof import('./placeholders.js')> =>
  import('./placeholders.js');
