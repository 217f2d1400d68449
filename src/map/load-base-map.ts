/** What draws a `.pmtiles` background, fetched when one is asked for: it reads archives and vector tiles. */
export const loadBaseMap = (): Promise<typeof import('./base-map.js')> => import('./base-map.js');
