/** Imports the map engine. It is loaded on demand because Leaflet is larger than all widgets together. */
export const loadEngine = (): Promise<typeof import('../map/engine.js')> =>
  import('../map/engine.js');
