/** Loads the code of `.pmtiles` basemaps on first use: archive reader and vector tile decoder. */
export const loadPmtilesBasemap = (): Promise<typeof import('./pmtiles-basemap.js')> =>
  import('./pmtiles-basemap.js');
