/** The class of `<spass-compare>`, fetched when the first one is on the page. */
export const loadCompare = (): Promise<typeof import('../elements/compare/compare.js')> =>
  import('../elements/compare/compare.js');
