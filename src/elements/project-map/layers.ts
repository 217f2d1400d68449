import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {LayerLook} from '../../map/map-view.js';
import type {Bbox} from '../../model/geo.js';
import type {RecordList} from '../../model/record-list.js';
import type {LayerElement} from '../map-layer.js';

/** Layer as shown on the map. */
export interface MapLayer {
  readonly element: LayerElement;
  readonly name: string;
  readonly look: LayerLook;
  /** Records, once loaded. */
  readonly records: RecordList | undefined;
  /** Visibility to the reader; `isTooFar` is true if only the zoom hides the layer. */
  readonly isShown: boolean;
  readonly isTooFar: boolean;
}

/** Default colours of layers, distinguishable in any order and with red-green colour blindness. */
const COLOURS = ['#7b3294', '#00676e', '#8a5a00', '#a1275a', '#3d5a1e', '#444f8c'];
interface Map {
  /** Returns the zoom; undefined before the map has loaded. */
  zoom(): number | undefined;
  /** Returns true if records are filtered by their distance to those of the layers. */
  measures(): boolean;
  /** Returns the viewport; undefined before the map has loaded. */
  view(): Bbox | undefined;
  /** Returns all records of the map itself, regardless of distance. */
  projects(): RecordList | undefined;
}

/** Element that contains layers. */
export type LayerHost = ReactiveControllerHost & Element;

/**
 * Controller of the `<spass-layer>` children of a map, in document order: tells them when to load, and provides what is
 * shown of them.
 */
export class Layers implements ReactiveController {
  all: readonly MapLayer[] = [];
  readonly #host: LayerHost;
  readonly #i18n: LocalizeController<'layers'>;
  readonly #map: Map;

  constructor(host: LayerHost, i18n: LocalizeController<'layers'>, map: Map) {
    this.#host = host;
    this.#i18n = i18n;
    this.#map = map;
    host.addController(this);
  }

  hostUpdate(): void {
    const zoom = this.#map.zoom() ?? 0;
    const view = this.#map.view();
    const letters = new Set<string>();
    this.all = this.#elements.map((element, index) => {
      const {minZoom = 0, hidden} = element;
      const isTooFar = !hidden && zoom < minZoom;
      const isShown = !hidden && !isTooFar;
      element.follow(isShown || this.#map.measures(), this.#map.projects());
      if (view) element.look(view);
      const {messages, number} = this.#i18n;
      const name = element.label || messages.layer(number(index + 1));
      const colour = COLOURS[index % COLOURS.length] as string;
      const look = {fill: element.fill(colour), letter: letterOf(name, letters)};
      return {element, name, look, records: element.shown, isShown, isTooFar};
    });
  }

  /** Layers with records on the map. */
  get shown(): readonly (MapLayer & {readonly records: RecordList})[] {
    return this.all.filter(
      (layer): layer is MapLayer & {readonly records: RecordList} =>
        layer.isShown && layer.records !== undefined,
    );
  }

  get failed(): readonly MapLayer[] {
    return this.all.filter(({element}) => element.hasFailed);
  }

  /** True if the map has layers, upgraded or not. */
  get any(): boolean {
    return this.#host.querySelector('spass-layer') !== null;
  }

  /** Records that distances are measured from; undefined until every layer has loaded or failed. */
  get measured(): readonly RecordList[] | undefined {
    if (this.any && this.all.length === 0) return undefined;
    const lists: RecordList[] = [];
    for (const {element} of this.all) {
      // Points that represent several records have no exact position to measure from.
      const {answer} = element;
      if (answer && answer.thinned === undefined) lists.push(answer.items);
      else if (!answer && !element.hasFailed) return undefined;
    }
    return lists;
  }

  /** Filters by distance with the code of the layers, so that maps without layers do not load it. */
  keepNear: LayerElement['keepNear'] = (list, others, metres, signal) => {
    const [layer] = this.all;
    return layer
      ? layer.element.keepNear(list, others, metres, signal)
      : Promise.reject(new Error('no layer'));
  };

  /** Loads in progress. */
  get pending(): Promise<void>[] {
    return this.all.flatMap(({element}) => (element.isBusy ? [element.loadComplete] : []));
  }

  /** Upgraded layers; the others call `layerChanged` when they are upgraded. */
  get #elements(): readonly LayerElement[] {
    return [...this.#host.querySelectorAll<LayerElement>('spass-layer')].filter(
      element => 'follow' in element,
    );
  }
}

/**
 * Returns the first letter of a name that no other layer uses: colour must not be the only distinction (WCAG 1.4.1).
 */
function letterOf(name: string, taken: Set<string>): string {
  const letters: readonly string[] = name.toUpperCase().match(/[\p{L}\p{N}]/gu) ?? [];
  const letter = letters.find(one => !taken.has(one)) ?? letters[0] ?? '';
  taken.add(letter);
  return letter;
}
