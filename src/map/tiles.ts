import type {Map as LeafletMap, TileLayer as LeafletTiles} from 'leaflet';
import {TileLayer as TileLayerClass} from 'leaflet/dist/leaflet-src.esm.js';
import type {BaseMap} from './base-map.js';
import {loadBaseMap} from './load-base-map.js';
import type {ArchiveLayer, MapTiles, TileLayer} from './map-view.js';
import type {Names} from './names.js';

/** Deepest zoom: with tiles at the level of houses, without them at the level at which outlines are still useful. */
const DEEPEST = 19;
const DEEPEST_WITHOUT = 14;

/** Basemap of a map, if any. Makes no request before `set` is called. */
export class Tiles {
  readonly #map: LeafletMap;
  readonly #changed: () => void;
  #layer: LeafletTiles | undefined;
  #base: BaseMap | undefined;
  #set: MapTiles | undefined;

  /** @param onLabelsChange Called when the place labels of the basemap have changed. */
  constructor(map: LeafletMap, changed: () => void) {
    this.#map = map;
    this.#changed = changed;
    map.setMaxZoom(DEEPEST_WITHOUT);
  }

  get areShown(): boolean {
    return this.#set !== undefined;
  }

  /** Labels of a `.pmtiles` basemap; undefined for raster tiles, which contain their labels. */
  get names(): Names | undefined {
    return this.#base;
  }

  set(tiles: MapTiles | undefined): void {
    this.#layer?.off('tileload').remove();
    this.#base?.end();
    this.#layer = this.#base = undefined;
    this.#set = tiles;
    this.#map.getContainer().classList.remove('tiled');
    this.#map.setMaxZoom(tiles ? DEEPEST : DEEPEST_WITHOUT);
    if (!tiles) return;
    if ('archive' in tiles) void this.#draw(tiles);
    else this.#show(tiles);
  }

  #show(tiles: TileLayer): void {
    this.#layer = new TileLayerClass(tiles.template, {
      maxZoom: DEEPEST,
      maxNativeZoom: tiles.maxZoom,
      referrerPolicy: tiles.referrerPolicy || false,
      // Only tiles in view, after the movement, at standard resolution: tiles are larger than the rest of the page.
      keepBuffer: 1,
      updateWhenIdle: true,
      updateWhenZooming: false,
      detectRetina: false,
    });
    // The outlines stay until the first tile has loaded: they are the fallback if none does.
    const {classList} = this.#map.getContainer();
    this.#layer.once('tileload', () => classList.add('tiled'));
    this.#layer.addTo(this.#map);
  }

  /** Shows an archive. The outlines below it stay, for areas without tiles. */
  async #draw(layer: ArchiveLayer): Promise<void> {
    const told: ArchiveLayer['told'] = news => {
      if (news.status === 'failed') this.#limit(DEEPEST_WITHOUT);
      layer.told(news);
    };
    try {
      const {BaseMap} = await loadBaseMap();
      if (this.#set !== layer) return;
      const limit = (zoom: number): void => this.#limit(zoom);
      this.#base = new BaseMap(this.#map, {...layer, told}, limit, this.#changed);
    } catch (error) {
      if (this.#set === layer) told({status: 'failed', reason: String(error)});
    }
  }

  #limit(zoom: number): void {
    this.#map.setMaxZoom(Math.max(DEEPEST_WITHOUT, Math.min(DEEPEST, zoom)));
  }
}
