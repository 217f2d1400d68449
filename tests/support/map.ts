import {createMap} from '../../src/map/engine.js';
import type {MapMessages, MapOptions, MapView, VisibleArea} from '../../src/map/map-view.js';
import {tokenStyles} from '../../src/styles/tokens.styles.js';
import {pointsAt, type TestPlace} from './map-points.js';

export const labels: MapMessages = {
  language: 'fr',
  map: 'Carte des projets',
  help: 'Les flèches déplacent la carte.',
  letters: ['A', 'T', 'P', ''],
  clusterName: count => `${String(count)} projets, zoomer`,
  formatNumber: String,
};

/** Five separate points in a cross on a map of 800 by 450 pixels at zoom 8: west, north, centre, south, east. */
export const CROSS: readonly TestPlace[] = [
  [50.5, 2, 0],
  [50.9, 3, 1],
  [50.5, 3, 2],
  [50.1, 3, 3],
  [50.5, 4, 0],
];
export const CENTER = {lat: 50.5, lon: 3};

export interface TestMap {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly container: HTMLElement;
  readonly view: MapView;
  /** Calls of the listener, without view changes. */
  readonly calls: string[];
  readonly views: VisibleArea[];
  /** Returns the number of times that the map has come to rest. */
  rests(): number;
  /** Returns the names of all markers in DOM order. */
  names(): string[];
  marker(name: string): HTMLButtonElement;
  /** Returns the name of the focused marker; `map` for the map itself. */
  focusedName(): string;
}

const openMaps: TestMap[] = [];

/** Renders a map in a shadow root, 800 by 450 pixels by default. */
export function renderMap(
  places: readonly TestPlace[],
  options: Partial<MapOptions> = {},
  style = '',
): TestMap {
  const host = document.createElement('div');
  const root = host.attachShadow({mode: 'open'});
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `${tokenStyles.cssText} .map {inline-size: 800px; block-size: 450px; ${style}}`,
  );
  root.adoptedStyleSheets = [sheet];
  const container = document.createElement('div');
  container.className = 'map';
  root.append(container);
  document.body.append(host);
  const told: string[] = [];
  const views: VisibleArea[] = [];
  let rests = 0;
  const view = createMap(container, {
    messages: labels,
    fit: 'data',
    // The ground is there at once.
    root,
    listener: {
      onActivate: index => told.push(`activated ${String(index)}`),
      onHighlight: index => told.push(`pointed ${String(index)}`),
      onStackActivate: indices => told.push(`stacked ${indices.join()}`),
      onViewChange: window => views.push(window),
      onRest: () => rests++,
    },
    ...options,
  });
  view.setPoints(pointsAt(places));
  const marks = () => [...root.querySelectorAll<HTMLButtonElement>('[part]')];
  const map: TestMap = {
    host,
    root,
    container,
    view,
    calls: told,
    views,
    rests: () => rests,
    names: () => marks().map(mark => mark.ariaLabel ?? ''),
    marker: name => {
      const found = marks().find(mark => mark.ariaLabel === name);
      if (!found) throw new Error(`no mark is called ${name}, but ${map.names().join('; ')}`);
      return found;
    },
    focusedName: () => {
      const {activeElement} = root;
      return activeElement === container ? 'map' : (activeElement?.ariaLabel ?? 'nothing');
    },
  };
  openMaps.push(map);
  return map;
}

/** Removes all maps. */
export function removeMaps(): void {
  for (const {view, host} of openMaps.splice(0)) {
    view.destroy();
    host.remove();
  }
}

/** Returns the box of an element; that of an SVG shape or text without its stroke, which Firefox adds. */
export function fillBox(element: Element): DOMRect {
  const matrix = element instanceof SVGGraphicsElement && element.getScreenCTM();
  if (!matrix) return element.getBoundingClientRect();
  const {x, y, width, height} = element.getBBox();
  const corners = [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ].map(([left, top]) => new DOMPoint(left, top).matrixTransform(matrix));
  const [xs, ys] = [corners.map(one => one.x), corners.map(one => one.y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return new DOMRect(left, top, Math.max(...xs) - left, Math.max(...ys) - top);
}

/** Returns the arcs around the only cluster of a map: the colour of each, and its share of the circumference in per cent. */
export function ringOf(cluster: HTMLElement): (readonly [colour: string, share: number])[] {
  const {left, right, top, bottom} = cluster.getBoundingClientRect();
  const circles = cluster.closest('.spass-map')?.querySelectorAll<SVGPathElement>('.clusters path');
  const lines = [...(circles ?? [])].filter(path => {
    const box = fillBox(path);
    const stroke = parseFloat(getComputedStyle(path).strokeWidth) / 2;
    const isAround =
      box.left - stroke >= left &&
      box.right + stroke <= right &&
      box.top - stroke >= top &&
      box.bottom + stroke <= bottom;
    return isAround && path.getTotalLength() > 0 && getComputedStyle(path).stroke !== 'none';
  });
  const radius = (right - left) / 2 - 1.5 - 4.75 / 2;
  return lines.map(path => [
    getComputedStyle(path).stroke,
    Math.round((100 * path.getTotalLength()) / (2 * Math.PI * radius)),
  ]);
}
