import {adoptMapStylesAround} from '../map.styles.js';
import type {Viewport} from '../leaflet/viewport.js';
import {FAMILY_COUNT, type MapPoints} from '../map-view.js';
import {nearestCopy, worldSize, worldX, worldY} from '../../model/geo/mercator.js';
import {OutlinesLayer} from '../outlines/outlines-layer.js';
import {
  type FitSize,
  type FitView,
  clampCenter,
  DEFAULT_ZOOM,
  fitView,
  MAX_BASEMAP_ZOOM,
  MAX_OUTLINES_ZOOM,
  MIN_ZOOM,
  zoomToFit,
} from './fit-view.js';
import type {Geo} from '../../model/geo/geo.js';
import {fitBoxWithLayers, homeView, maxFitZoom} from './fit-box.js';

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
  const {x, y, autoFitCount = x.length} = points.autoFitPoints ?? points;
  const {box: own} = fitBoxWithLayers(x, y, autoFitCount);
  const [box, maxZoom] = own ? [own, maxFitZoom(own, hasBasemap)] : homeView();
  const deepest = Math.min(maxZoom, zoomToFit(box, size, style));
  return fitView(box, size, clampZoom(zoom ?? deepest, hasBasemap), style);
}

/** Maximum number of dots in the preview. */
const MAX_DOTS = 400;
/** Number of marks from which they are smaller, so that those of a town do not merge. */
const MANY_DOTS = 100;
/** Radius of a mark in pixels, and of one of many. */
const [RADIUS, SMALL_RADIUS] = [6, 3.5];

/** Returns the outlines of the marks of the families around a point: a circle, a hexagon, a square. */
function markShapes(r: number): string[] {
  const [half, side, height] = [r / 2, 0.86 * r, 1.72 * r];
  const circle = `m${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
  return [
    circle,
    `m${-r} 0l${half} ${-side}h${r}l${half} ${side}l${-half} ${side}h${-r}z`,
    `m${-side} ${-side}h${height}v${height}h${-height}z`,
    circle,
  ];
}
/** Height in pixels of the button over the preview, with its margins, and half its width. */
const [BUTTON_HEIGHT, BUTTON_HALF] = [72, 110];

const layers = new WeakMap<Element, OutlinesLayer>();

/** Returns a view with its size in pixels, as the layers of the map use it. */
function viewportOf({x, y, zoom}: FitView, {width, height}: FitSize): Viewport {
  const size = worldSize(zoom);
  const [halfX, halfY] = [width / size / 2, height / size / 2];
  const box = {west: x - halfX, north: y - halfY, east: x + halfX, south: y + halfY};
  return {
    ...{box, zoom, size, width, height, centerX: x, centerY: y},
    x: at => Math.round((at - box.west) * size),
    y: at => Math.round((at - box.north) * size),
  };
}

/** Draws coasts and borders, as the map will draw them. */
function drawGround(container: HTMLElement, viewport: Viewport): void {
  adoptMapStylesAround(container);
  container.classList.add('spass-map');
  const layer = layers.get(container) ?? new OutlinesLayer(container);
  layers.set(container, layer);
  layer.draw(viewport, 'moved');
}

/**
 * Draws the placeholder of a map: coasts into `.ground`, and the places into the paths of the families. The element has
 * the class `top` if places are where its button would be.
 *
 * @param map Container of the map, with its `scroll-padding`.
 */
export function drawFacade(
  facade: HTMLElement,
  map: Element,
  points: MapPoints,
  options: FacadeOptions,
): void {
  const size = {width: facade.clientWidth, height: facade.clientHeight};
  if (!(size.width && size.height)) return;
  const {length, x, y, family} = points;
  const view = facadeView(points, size, getComputedStyle(map), options);
  if (!view) return;
  const viewport = viewportOf(view, size);
  const shapes = markShapes(length > MANY_DOTS ? SMALL_RADIUS : RADIUS);
  const paths = new Array(FAMILY_COUNT).fill('') as string[];
  const step = Math.ceil(length / MAX_DOTS);
  let isBottomTaken = false;
  for (let i = 0; i < length; i += step) {
    const left = viewport.x(nearestCopy(x[i] ?? NaN, view.x));
    const top = viewport.y(y[i] ?? NaN);
    if (!Number.isFinite(left + top)) continue;
    // All layers share one style.
    const index = Math.min(family[i] ?? Infinity, FAMILY_COUNT - 1);
    paths[index] = `${paths[index] ?? ''}M${left} ${top}${shapes[index] ?? ''}`;
    isBottomTaken ||=
      top > size.height - BUTTON_HEIGHT && Math.abs(left - size.width / 2) < BUTTON_HALF;
  }
  facade.classList.toggle('top', isBottomTaken);
  facade
    .querySelectorAll(':scope > svg > path')
    .forEach((path, i) => path.setAttribute('d', paths[i] ?? ''));
  const ground = facade.querySelector<HTMLElement>('.ground');
  if (ground) drawGround(ground, viewport);
}
