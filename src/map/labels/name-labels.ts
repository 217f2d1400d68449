import {worldX, worldY} from '../../model/geo/mercator.js';
import {type LocalNames, nameIn, readNames} from '../outlines/read-towns.js';
import type {PlaceLabel} from './place-label.js';

/** Number of zooms after its first one at which a town is drawn as a city. */
const CITY_LEAD = 3;

/** Label with its zoom range; the text depends on the language. */
export class NameLabel {
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly #names: LocalNames;
  readonly #place: Omit<PlaceLabel, 'text'>;
  readonly #labels = new Map<string, PlaceLabel>();

  constructor(
    names: LocalNames,
    [minZoom, maxZoom]: readonly [number, number],
    place: Omit<PlaceLabel, 'text'>,
  ) {
    [this.minZoom, this.maxZoom] = [minZoom, maxZoom];
    this.#names = names;
    this.#place = place;
  }

  /**
   * Returns the label in a language; the same object for the same text and size.
   *
   * @param isLoose Requires room around the name of a village.
   */
  labelIn(language: string, zoom: number, isLoose = false): PlaceLabel {
    const text = nameIn(this.#names, language);
    const kind = this.#kindAt(zoom);
    const needsRoom = isLoose && kind === 'village';
    const key = `${kind} ${needsRoom} ${text}`;
    const label = this.#labels.get(key) ?? {...this.#place, kind, text, needsRoom};
    this.#labels.set(key, label);
    return label;
  }

  /** Returns the style of the label, which grows as the names of larger places leave the view. */
  #kindAt(zoom: number): PlaceLabel['kind'] {
    const {kind} = this.#place;
    const lead = zoom - this.minZoom;
    if (kind === 'village' && lead > 0) return 'town';
    return kind === 'town' && lead >= CITY_LEAD ? 'city' : kind;
  }
}

/**
 * Names of seas and lands of a range of zooms, separated by bars: French, Dutch, English and German, latitude,
 * longitude, then for the seas the angle in degrees, clockwise from the east. A missing name falls back to French. A
 * name has several positions, the best first: others are for views that do not show it, or where a mark covers it.
 */
export interface AreaNames {
  readonly kind: PlaceLabel['kind'];
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly names: string;
}

/** Returns the labels of seas and lands. */
export const areaLabels = (lists: readonly AreaNames[]): NameLabel[] =>
  lists.flatMap(({kind, minZoom, maxZoom, names}) =>
    names.split('|').map(entry => {
      const [, name = '', lat, lon, turn] =
        /^(.+?) (-?[\d.]+) (-?[\d.]+)(?: (-?\d+))?$/.exec(entry) ?? [];
      return new NameLabel(readNames(name), [minZoom, maxZoom], {
        kind,
        hasDot: false,
        x: worldX(Number(lon)),
        y: worldY(Number(lat)),
        road: turn ? {angle: (Number(turn) * Math.PI) / 180, length: Infinity} : undefined,
      });
    }),
  );
