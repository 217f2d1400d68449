/** Imports the structured-data code. Called by the first widget with the `structured-data` attribute. */
export const loadStructuredData = (): Promise<typeof import('./structured-data.js')> =>
  import('./structured-data.js');
