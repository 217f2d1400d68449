/** Imports the card extras. Called when the first card that needs them is on screen. */
export const loadSomeCards = (): Promise<typeof import('./some-cards.js')> =>
  import('./some-cards.js');
