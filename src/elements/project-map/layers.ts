import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {LayerLook} from '../../map/map-view.js';
import type {Bbox} from '../../model/geo.js';
import type {RecordList} from '../../model/record-list.js';
import type {LayerElement} from '../map-layer.js';

/** A layer as the map shows it. */
export interface MapLayer {
  readonly element: LayerElement;
  readonly name: string;
  readonly look: LayerLook;
  /** Its records, once they are there. */
  readonly records: RecordList | undefined;
  /** Whether the reader sees it, and if not, whether that is because the map is too far away. */
  readonly isShown: boolean;
  readonly isTooFar: boolean;
}

/** What layers are drawn in that name no colour: told apart in any order, by eyes that see less red or green too. */
const COLOURS = ['#7b3294', '#00676e', '#8a5a00', '#a1275a', '#3d5a1e', '#444f8c'];
interface Map {
  /** How near the map looks; undefined as long as there is none. */
  zoom(): number | undefined;
  /** Whether records of the map are measured from those of its layers. */
  measures(): boolean;
  /** What the map looks at; undefined as long as there is none. */
  view(): Bbox | undefined;
  /** All the map's own records, near or not. */
  projects(): RecordList | undefined;
}

/** What has layers inside. */
export type LayerHost = ReactiveControllerHost & Element;

/** The `<spass-layer>` children of a map, in their order: what they are to load, what is shown of them. */
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

  /** Those whose records are on the map. */
  get shown(): readonly (MapLayer & {readonly records: RecordList})[] {
    return this.all.filter(
      (layer): layer is MapLayer & {readonly records: RecordList} =>
        layer.isShown && layer.records !== undefined,
    );
  }

  get failed(): readonly MapLayer[] {
    return this.all.filter(({element}) => element.hasFailed);
  }

  /** Whether the map has layers, defined or not. */
  get any(): boolean {
    return this.#host.querySelector('spass-layer') !== null;
  }

  /** What the map's own records are measured from; undefined until every layer has it, or has failed. */
  get measured(): readonly RecordList[] | undefined {
    if (this.any && this.all.length === 0) return undefined;
    const lists: RecordList[] = [];
    for (const {element} of this.all) {
      // Marks that stand for many records are near nothing by themselves.
      const {answer} = element;
      if (answer && answer.thinned === undefined) lists.push(answer.items);
      else if (!answer && !element.hasFailed) return undefined;
    }
    return lists;
  }

  /** Measures with the code of the layers, which a map without them has no use for. */
  keepNear: LayerElement['keepNear'] = (list, others, metres, signal) => {
    const [layer] = this.all;
    return layer
      ? layer.element.keepNear(list, others, metres, signal)
      : Promise.reject(new Error('no layer'));
  };

  /** What is under way. */
  get pending(): Promise<void>[] {
    return this.all.flatMap(({element}) => (element.isBusy ? [element.loadComplete] : []));
  }

  /** Those whose class is there; the others tell when it is. */
  get #elements(): readonly LayerElement[] {
    return [...this.#host.querySelectorAll<LayerElement>('spass-layer')].filter(
      element => 'follow' in element,
    );
  }
}

/** The first letter of a name that no layer before it has: colour alone must not tell them apart. */
function letterOf(name: string, taken: Set<string>): string {
  const letters: readonly string[] = name.toUpperCase().match(/[\p{L}\p{N}]/gu) ?? [];
  const letter = letters.find(one => !taken.has(one)) ?? letters[0] ?? '';
  taken.add(letter);
  return letter;
}
