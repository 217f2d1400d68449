/** The class of `<spass-project-map>`, fetched when the first one is on the page. */
export const loadProjectMap = (): Promise<
  typeof import('../elements/project-map/project-map.js')
> => import('../elements/project-map/project-map.js');
