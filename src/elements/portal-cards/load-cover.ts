/** What draws the face of a portal without a picture, fetched when the first of them is on screen. */
export const loadCover = (): Promise<typeof import('./cover.js')> => import('./cover.js');
