/** The map engine, fetched when a map is first seen: Leaflet is heavier than all the widgets. */
// eslint-disable-next-line @typescript-eslint/consistent-type-imports -- The type of a module has no other name.
export const loadEngine = (): Promise<typeof import('../../map/engine.js')> =>
  import('../../map/engine.js');
