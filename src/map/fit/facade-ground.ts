import {adoptMapStyles} from '../map.styles.js';
import {worldSize} from '../mercator.js';
import {OutlinesLayer} from '../outlines/outlines-layer.js';
import type {FitSize, FitView} from './fit-view.js';

const layers = new WeakMap<Element, OutlinesLayer>();

/** Draws coasts and borders below the placeholder of a map, as the map will draw them. */
export function drawGround(
  container: HTMLElement,
  {x, y, zoom}: FitView,
  {width, height}: FitSize,
): void {
  const root = container.getRootNode();
  if (root instanceof Document || root instanceof ShadowRoot) adoptMapStyles(root);
  container.classList.add('spass-map');
  const layer = layers.get(container) ?? new OutlinesLayer(container);
  layers.set(container, layer);
  const size = worldSize(zoom);
  const [halfX, halfY] = [width / size / 2, height / size / 2];
  const box = {west: x - halfX, north: y - halfY, east: x + halfX, south: y + halfY};
  const pixel = {
    x: (at: number): number => Math.round((at - box.west) * size),
    y: (at: number): number => Math.round((at - box.north) * size),
  };
  layer.draw({box, zoom, size, width, height, centerX: x, centerY: y, ...pixel}, true);
}
