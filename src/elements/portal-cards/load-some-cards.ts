/** Imports the card extras. Called when the first card that needs them is on screen. */
export const loadCardExtras = (): Promise<typeof import('./card-extras.js')> =>
  import('./card-extras.js');
