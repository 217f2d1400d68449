import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {LayerStyle} from '../../map/map-view.js';
import type {Bbox} from '../../model/geo/geo.js';
import type {RecordList} from '../../model/collection/record-list.js';
import type {LayerData, LayerElement} from '../parts/map/map-layer.js';

/** Layer as shown on the map. */
export interface MapLayer {
  readonly element: LayerElement;
  readonly data: LayerData;
  readonly name: string;
  readonly style: LayerStyle;
  /** Records, once loaded. */
  readonly records: RecordList | undefined;
  /** Visibility to the reader; `isBelowMinZoom` is true if only the zoom hides the layer. */
  readonly isVisible: boolean;
  readonly isBelowMinZoom: boolean;
}

/** Default colours of layers, distinguishable in any order and with red-green colour blindness. */
const DEFAULT_COLOURS = ['#7b3294', '#00676e', '#8a5a00', '#a1275a', '#3d5a1e', '#444f8c'];

/** State of the map that its layers depend on. */
export interface LayeredMapState {
  /** Undefined before the map has loaded. */
  readonly viewport: {readonly box: Bbox; readonly zoom: number} | undefined;
  /** True if records are to be filtered by their distance to records of the layers. */
  readonly hasDistance: boolean;
  /** All records of the map itself, regardless of distance. */
  readonly allProjects: RecordList | undefined;
}

/**
 * Controller of the `<spass-layer>` children of a map, in document order: starts their loads, and provides the records
 * shown of each.
 */
export class LayersController implements ReactiveController {
  all: readonly MapLayer[] = [];
  readonly #host: ReactiveControllerHost & Element;
  readonly #i18n: LocalizeController<'layers'>;
  readonly #map: LayeredMapState;

  constructor(
    host: ReactiveControllerHost & Element,
    i18n: LocalizeController<'layers'>,
    map: LayeredMapState,
  ) {
    this.#host = host;
    this.#i18n = i18n;
    this.#map = map;
    host.addController(this);
  }

  hostUpdate(): void {
    const {viewport, hasDistance, allProjects} = this.#map;
    const zoom = viewport?.zoom ?? 0;
    const letters = new Set<string>();
    this.all = this.#loadedLayers.map(([element, data], index) => {
      const {minZoom = 0, hidden} = element;
      const isBelowMinZoom = !hidden && zoom < minZoom;
      const isVisible = !hidden && !isBelowMinZoom;
      data.setMapState(isVisible || hasDistance, allProjects);
      if (viewport) data.setViewport(viewport.box);
      const {messages, number} = this.#i18n;
      const name = element.label || messages.layer(number(index + 1));
      const colour = DEFAULT_COLOURS[index % DEFAULT_COLOURS.length] as string;
      const style = {fill: data.fillColour(colour), letter: uniqueLetter(name, letters)};
      return {element, data, name, style, records: data.records, isVisible, isBelowMinZoom};
    });
  }

  get visible(): readonly (MapLayer & {readonly records: RecordList})[] {
    return this.all.filter(
      (layer): layer is MapLayer & {readonly records: RecordList} =>
        layer.isVisible && layer.records !== undefined,
    );
  }

  get failed(): readonly MapLayer[] {
    return this.all.filter(({data}) => data.hasFailed);
  }

  /** True if the map has layers, upgraded or not. */
  get hasLayers(): boolean {
    return this.#host.querySelector('spass-layer') !== null;
  }

  /** Records that distances are measured from; undefined until every layer has loaded or failed. */
  get referenceLists(): readonly RecordList[] | undefined {
    if (this.hasLayers && this.all.length === 0) return undefined;
    const lists: RecordList[] = [];
    for (const {data} of this.all) {
      // Points that represent several records have no exact position to measure from.
      const {result} = data;
      if (result && result.thinned === undefined) lists.push(result.items);
      else if (!result && !data.hasFailed) return undefined;
    }
    return lists;
  }

  /** Filters by distance with the code of the layers, so that maps without layers do not load it. */
  keepNear: LayerData['keepNear'] = (list, others, metres, signal) => {
    const [layer] = this.all;
    return layer
      ? layer.data.keepNear(list, others, metres, signal)
      : Promise.reject(new Error('no layer'));
  };

  /** Loads in progress. */
  get pending(): Promise<void>[] {
    return this.all.flatMap(({element, data}) => (data.isLoading ? [element.loadComplete] : []));
  }

  /** Layers whose code is loaded; the others call `handleLayerChange` when it is. */
  get #loadedLayers(): readonly (readonly [LayerElement, LayerData])[] {
    const elements = [...this.#host.querySelectorAll<LayerElement>('spass-layer')];
    return elements.flatMap(element => (element.view ? [[element, element.view]] : []));
  }
}

/**
 * Returns the first letter of a name that no other layer uses: colour must not be the only distinction (WCAG 1.4.1).
 */
function uniqueLetter(name: string, taken: Set<string>): string {
  const letters: readonly string[] = name.toUpperCase().match(/[\p{L}\p{N}]/gu) ?? [];
  const letter = letters.find(one => !taken.has(one)) ?? letters[0] ?? '';
  taken.add(letter);
  return letter;
}
