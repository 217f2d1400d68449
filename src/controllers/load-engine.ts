/** The map engine, fetched when a map is first seen: Leaflet is heavier than all the widgets. */
export const loadEngine = (): Promise<typeof import('../map/engine.js')> =>
  import('../map/engine.js');
