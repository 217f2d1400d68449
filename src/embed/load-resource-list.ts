/** The class of `<spass-resource-list>`, fetched when the first one is on the page. */
export const loadResourceList = (): Promise<
  typeof import('../elements/resource-list/resource-list.js')
> => import('../elements/resource-list/resource-list.js');
