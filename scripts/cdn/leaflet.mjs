// Leaflet 1.9.4 for third-party pages, from the modules that its package publishes beside the bundle: overlays, vectors
// and controls, which have most of its HTML sinks, are left out. To be removed with Leaflet 2, which has none of these
// problems but is not released.
import MagicString from 'magic-string';
import {patch} from './patch.mjs';
import {walk} from './walk.mjs';

/** Names that the map imports from the bundle. An import of another name fails. */
const BUNDLE = `
export {Map} from '../src/map/index.js';
export {GridLayer} from '../src/layer/tile/GridLayer.js';
export {TileLayer} from '../src/layer/tile/TileLayer.js';
export * as DomUtil from '../src/dom/DomUtil.js';
`;

const PATCHES = {
  // Feature tests for old browsers. Trusted Types refuse the first, so that Leaflet would not load.
  'core/Browser.js': [
    [`div.innerHTML = '<svg/>';`, ''],
    [`div.innerHTML = '<v:shape adj="1"/>';`, ''],
    // Options that an element with this id would set.
    ['!window.L_DISABLE_3D && ', ''],
    ['!window.L_NO_TOUCH && ', ''],
  ],
  // Listeners of `window` and `document` would be kept in a property with this name, even after their removal.
  'dom/DomEvent.js': [
    [`'_leaflet_events'`, 'Symbol()'],
    ['obj[eventsKey][id] = null;', 'delete obj[eventsKey][id];'],
  ],
};

/**
 * Restricts loops to own keys: Leaflet would treat properties that a page added to `Object.prototype` as tiles. Excepts
 * the loop over a native event, whose properties are inherited.
 */
const restrictToOwnKeys = (code, parse) => {
  const module = new MagicString(code);
  walk(parse(code), ({type, left, right}) => {
    if (type !== 'ForInStatement' || right.name === 'event') return;
    module.overwrite(left.end, right.start, ' of Object.keys(').appendLeft(right.end, ' || {})');
  });
  return module.toString();
};

/** Returns the code of a module of Leaflet's package for the CDN build; undefined for a module that is not changed. */
export const leafletModule = (id, code, parse) => {
  const path = /\/leaflet\/(?:src|dist)\/(.+)$/.exec(id)?.[1];
  if (!path) return undefined;
  if (path === 'leaflet-src.esm.js') return BUNDLE;
  return restrictToOwnKeys(patch('Leaflet', code, PATCHES[path] ?? []), parse);
};

/** Rollup plugin: uses Leaflet's modules instead of its bundle. */
export const leafletModules = () => ({
  name: 'leaflet-modules',
  transform(code, id) {
    const changed = leafletModule(id, code, this.parse);
    return changed === undefined ? null : {code: changed, map: null};
  },
});
