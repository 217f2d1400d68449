/** What shows a resource in place, fetched when the first one opens. */
export const loadDetail = (): Promise<typeof import('./detail.js')> => import('./detail.js');
