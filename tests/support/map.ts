import {createMap} from '../../src/map/engine.js';
import type {MapLabels, MapOptions, MapView, MapWindow} from '../../src/map/map-view.js';
import {tokens} from '../../src/styles/tokens.styles.js';
import {pointsAt, type TestPlace} from './map-points.js';

export const labels: MapLabels = {
  language: 'fr',
  map: 'Carte des projets',
  help: 'Les flèches déplacent la carte.',
  letters: ['A', 'T', 'P', ''],
  cluster: count => `${String(count)} projets, zoomer`,
  number: String,
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
  readonly told: string[];
  readonly views: MapWindow[];
  /** Returns the names of all markers in DOM order. */
  names(): string[];
  mark(name: string): HTMLButtonElement;
  /** Returns the name of the focused marker; `map` for the map itself. */
  focused(): string;
}

const shown: TestMap[] = [];

/** Renders a map in a shadow root, 800 by 450 pixels by default. */
export function showMap(
  places: readonly TestPlace[],
  options: Partial<MapOptions> = {},
  style = '',
): TestMap {
  const host = document.createElement('div');
  const root = host.attachShadow({mode: 'open'});
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${tokens.cssText} .map {inline-size: 800px; block-size: 450px; ${style}}`);
  root.adoptedStyleSheets = [sheet];
  const container = document.createElement('div');
  container.className = 'map';
  root.append(container);
  document.body.append(host);
  const told: string[] = [];
  const views: MapWindow[] = [];
  const view = createMap(container, {
    labels,
    fit: 'data',
    root,
    listener: {
      activated: index => told.push(`activated ${String(index)}`),
      pointed: index => told.push(`pointed ${String(index)}`),
      stacked: indices => told.push(`stacked ${indices.join()}`),
      viewed: window => views.push(window),
      escaped: () => told.push('escaped'),
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
    told,
    views,
    names: () => marks().map(mark => mark.ariaLabel ?? ''),
    mark: name => {
      const found = marks().find(mark => mark.ariaLabel === name);
      if (!found) throw new Error(`no mark is called ${name}, but ${map.names().join('; ')}`);
      return found;
    },
    focused: () => {
      const {activeElement} = root;
      return activeElement === container ? 'map' : (activeElement?.ariaLabel ?? 'nothing');
    },
  };
  shown.push(map);
  return map;
}

/** Removes all maps. */
export function hideMaps(): void {
  for (const {view, host} of shown.splice(0)) {
    view.destroy();
    host.remove();
  }
}
