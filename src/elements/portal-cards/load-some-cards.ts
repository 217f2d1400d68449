/** What only some cards show, fetched when the first of them is on screen. */
export const loadSomeCards = (): Promise<typeof import('./some-cards.js')> =>
  import('./some-cards.js');
