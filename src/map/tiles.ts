import type {Map as LeafletMap, TileLayer as LeafletTiles} from 'leaflet';
import {TileLayer as TileLayerClass} from 'leaflet/dist/leaflet-src.esm.js';
import type {TileLayer} from './map-view.js';

/** How far in one can go: with tiles to the house, with outlines alone to where they still say something. */
const DEEPEST = 19;
const DEEPEST_WITHOUT = 14;

/** The raster background, if there is one. Nothing is asked of anybody before `set` names it. */
export class Tiles {
  readonly #map: LeafletMap;
  #layer: LeafletTiles | undefined;

  constructor(map: LeafletMap) {
    this.#map = map;
    map.setMaxZoom(DEEPEST_WITHOUT);
  }

  get areShown(): boolean {
    return this.#layer !== undefined;
  }

  set(tiles: TileLayer | undefined): void {
    const {classList} = this.#map.getContainer();
    this.#layer?.off('tileload').remove();
    this.#layer = undefined;
    classList.remove('tiled');
    this.#map.setMaxZoom(tiles ? DEEPEST : DEEPEST_WITHOUT);
    if (!tiles) return;
    this.#layer = new TileLayerClass(tiles.template, {
      maxZoom: DEEPEST,
      maxNativeZoom: tiles.maxZoom,
      referrerPolicy: tiles.referrerPolicy || false,
      // Only what is in view, once it rests, in the plain size: tiles weigh more than all the rest of the page.
      keepBuffer: 1,
      updateWhenIdle: true,
      updateWhenZooming: false,
      detectRetina: false,
    });
    // The outlines stay until the first tile is here: they are what is shown if none comes.
    this.#layer.once('tileload', () => classList.add('tiled'));
    this.#layer.addTo(this.#map);
  }
}
