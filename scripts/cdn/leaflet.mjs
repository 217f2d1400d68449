// Leaflet 1.9.4 for third-party pages, from the modules that its package publishes beside the bundle: overlays, vectors
// and controls, which have most of its HTML sinks, are left out. To be removed with Leaflet 2, which has none of these
// problems but is not released.

/**
 * Names that the map imports from the bundle. An import of another name fails. Of Leaflet's handlers, only the pinch is
 * included: the map has its own for all else.
 */
const BUNDLE = `
export {Map} from '../src/map/Map.js';
import '../src/map/handler/Map.TouchZoom.js';
export {GridLayer} from '../src/layer/tile/GridLayer.js';
export {TileLayer} from '../src/layer/tile/TileLayer.js';
export * as DomUtil from '../src/dom/DomUtil.js';
`;

const PATCHES = {
  // Feature tests for old browsers. Trusted Types refuse the first, so that Leaflet would not load.
  'src/core/Browser.js': [
    [`div.innerHTML = '<svg/>';`, ''],
    [`div.innerHTML = '<v:shape adj="1"/>';`, ''],
  ],
  // Listeners of `document` are kept in a property with this name and numbered by each copy of Leaflet: a map of the
  // page would lose its listeners to ours.
  'src/dom/DomEvent.js': [[`'_leaflet_events'`, 'Symbol()']],
};

/**
 * Loops over an object, except a native event, whose properties are inherited. They must read own keys only: Leaflet
 * would treat properties that a page added to `Object.prototype` as tiles.
 */
const FOR_IN = /\bfor \((var \w+|\w+) in (?!event\b)([\w.[\]]+)\)/g;

/** Returns the code of a module of Leaflet's package for the CDN build. */
export const leafletModule = (path, code) => {
  if (path === 'dist/leaflet-src.esm.js') return BUNDLE;
  for (const [text, replacement] of PATCHES[path] ?? []) {
    if (code.split(text).length !== 2)
      throw new Error(`Leaflet changed: ${path} does not have this text once: ${text}`);
    code = code.replace(text, () => replacement);
  }
  return code.replace(FOR_IN, 'for ($1 of Object.keys($2 || {}))');
};

/** Rollup plugin: uses Leaflet's modules instead of its bundle. */
export const leafletModules = () => ({
  name: 'leaflet-modules',
  transform(code, id) {
    const path = /\/node_modules\/leaflet\/(.+)$/.exec(id)?.[1];
    return path ? {code: leafletModule(path, code), map: null} : null;
  },
});
