/** Loads the code of `.pmtiles` basemaps on first use: archive reader and vector tile decoder. */
export const loadBaseMap = (): Promise<typeof import('./base-map.js')> => import('./base-map.js');
