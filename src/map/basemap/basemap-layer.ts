import type {Map as LeafletMap, TileLayer as LeafletTiles} from 'leaflet';
import {TileLayer as TileLayerClass} from 'leaflet/dist/leaflet-src.esm.js';
import {MAX_BASEMAP_ZOOM, MAX_OUTLINES_ZOOM} from '../fit/fit-view.js';
import type {PmtilesBasemap} from './pmtiles-basemap.js';
import type {
  BasemapSource,
  PaintedBasemap,
  PmtilesArchive,
  RasterTiles,
  LabelSource,
} from '../map-view.js';

/** Basemap of a map, if any. Makes no request before `set` is called. */
export class BasemapLayer {
  readonly #map: LeafletMap;
  readonly #onLabelsChange: () => void;
  #rasterLayer: LeafletTiles | undefined;
  #pmtilesBasemap: PmtilesBasemap | undefined;
  #source: BasemapSource | undefined;

  /** @param onLabelsChange Called when the place labels of the basemap have changed. */
  constructor(map: LeafletMap, onLabelsChange: () => void) {
    this.#map = map;
    this.#onLabelsChange = onLabelsChange;
    map.setMaxZoom(MAX_OUTLINES_ZOOM);
  }

  get isVisible(): boolean {
    return this.#source !== undefined;
  }

  /** Archive, once a tile of it is drawn. */
  get painted(): PaintedBasemap | undefined {
    return this.#pmtilesBasemap?.hasTiles ? this.#pmtilesBasemap : undefined;
  }

  /** Labels of a `.pmtiles` basemap; undefined for raster tiles, which contain their labels. */
  get labels(): LabelSource | undefined {
    return this.#pmtilesBasemap;
  }

  set(source: BasemapSource | undefined): void {
    this.#rasterLayer?.off('tileload').remove();
    this.#pmtilesBasemap?.destroy();
    this.#rasterLayer = this.#pmtilesBasemap = undefined;
    this.#source = source;
    this.#map.getContainer().classList.remove('tiled');
    this.#map.setMaxZoom(source ? MAX_BASEMAP_ZOOM : MAX_OUTLINES_ZOOM);
    if (!source) return;
    if ('archive' in source) void this.#showArchive(source);
    else this.#showRasterTiles(source);
  }

  #showRasterTiles(tiles: RasterTiles): void {
    this.#rasterLayer = new TileLayerClass(tiles.template, {
      maxZoom: MAX_BASEMAP_ZOOM,
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
    this.#rasterLayer.once('tileload', () => classList.add('tiled'));
    this.#rasterLayer.addTo(this.#map);
  }

  /** Shows an archive. The outlines below it stay, for areas without tiles. */
  async #showArchive(layer: PmtilesArchive): Promise<void> {
    const onStatus: PmtilesArchive['onStatus'] = news => {
      if (news.status === 'failed') this.#setMaxZoom(MAX_OUTLINES_ZOOM);
      layer.onStatus(news);
    };
    try {
      const {PmtilesBasemap} = await import('./pmtiles-basemap.js');
      if (this.#source !== layer) return;
      const setMaxZoom = (zoom: number): void => this.#setMaxZoom(zoom);
      this.#pmtilesBasemap = new PmtilesBasemap(
        this.#map,
        {...layer, onStatus},
        setMaxZoom,
        this.#onLabelsChange,
      );
    } catch (error) {
      if (this.#source === layer) onStatus({status: 'failed', reason: String(error)});
    }
  }

  #setMaxZoom(zoom: number): void {
    this.#map.setMaxZoom(Math.max(MAX_OUTLINES_ZOOM, Math.min(MAX_BASEMAP_ZOOM, zoom)));
  }
}
