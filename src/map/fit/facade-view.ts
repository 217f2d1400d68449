import type {MapPoints} from '../map-view.js';
import {worldX, worldY} from '../../model/geo/mercator.js';
import type {Geo} from '../../model/geo/geo.js';
import {defaultBox} from '../outlines/outlines-layer.js';
import {fitBoxWithLayers, maxFitZoom} from './fit-box.js';
import {
  clampCenter,
  DEFAULT_ZOOM,
  type FitSize,
  type FitView,
  fitView,
  MAX_BASEMAP_ZOOM,
  MAX_OUTLINES_ZOOM,
  MIN_ZOOM,
  zoomToFit,
} from './fit-view.js';

/** Start view set by the page. */
export interface FacadeOptions {
  readonly center?: Geo | undefined;
  readonly zoom?: number | undefined;
  readonly hasBasemap: boolean;
}

const clampZoom = (zoom: number, hasBasemap: boolean): number =>
  Math.max(MIN_ZOOM, Math.min(hasBasemap ? MAX_BASEMAP_ZOOM : MAX_OUTLINES_ZOOM, Math.round(zoom)));

/** Returns the view with which a map will start; undefined if lines and areas take part in it. */
export function facadeView(
  points: MapPoints,
  size: FitSize,
  style: CSSStyleDeclaration,
  {center, zoom, hasBasemap}: FacadeOptions,
): FitView | undefined {
  if (center) {
    const valid = clampZoom(zoom ?? DEFAULT_ZOOM, hasBasemap);
    return {
      x: worldX(center.lon),
      y: clampCenter(worldY(center.lat), size.height, valid),
      zoom: valid,
    };
  }
  for (let i = 0; i < points.length; i++) if (points.geometryAt?.(i)) return undefined;
  const {lon, lat, autoFitCount = lon.length} = points.autoFitPoints ?? points;
  const {box = defaultBox()} = fitBoxWithLayers(lon.map(worldX), lat.map(worldY), autoFitCount);
  const deepest = Math.min(maxFitZoom(box, hasBasemap), zoomToFit(box, size, style));
  return fitView(box, size, clampZoom(zoom ?? deepest, hasBasemap), style);
}
