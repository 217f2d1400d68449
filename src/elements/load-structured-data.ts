/** What tells machines of what a widget has drawn, fetched for the first widget that is to. */
export const loadStructuredData = (): Promise<typeof import('./structured-data.js')> =>
  import('./structured-data.js');
