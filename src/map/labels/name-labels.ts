import {worldX, worldY} from '../../model/geo/mercator.js';
import {type LocalNames, nameIn, readNames} from '../outlines/read-towns.js';
import type {PlaceLabel} from '../map-view.js';

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

/** Names in French, Dutch, English and German. The sheet, which is loaded later, names these two as well. */
export const NORTH_SEA = 'Mer du Nord/Noordzee/North Sea/Nordsee';
export const CHANNEL = 'Manche/Het Kanaal/English Channel/Ärmelkanal';
const BISCAY = 'Golfe de Gascogne/Golf van Biskaje/Bay of Biscay/Golf von Biskaya';
const ATLANTIC = 'Océan Atlantique/Atlantische Oceaan/Atlantic Ocean/Atlantischer Ozean';
const MEDITERRANEAN = 'Mer Méditerranée/Middellandse Zee/Mediterranean Sea/Mittelmeer';
const FRANCE = 'France/Frankrijk/France/Frankreich';
const BELGIUM = 'Belgique/België/Belgium/Belgien';
const GERMANY = 'Allemagne/Duitsland/Germany/Deutschland';
const BRITAIN = 'Royaume-Uni/Verenigd Koninkrijk/United Kingdom/Vereinigtes Königreich';

let labels: readonly NameLabel[] | undefined;

const farNames = (): readonly NameLabel[] =>
  (labels ??= areaLabels([
    {
      kind: 'strait',
      minZoom: 5,
      maxZoom: 6,
      names: `${NORTH_SEA} 53.4 3.1 -62|${CHANNEL} 49.95 -2.3 -12|${ATLANTIC} 46.9 -8.3|${MEDITERRANEAN} 37.9 4.8`,
    },
    {
      kind: 'strait',
      minZoom: 6,
      maxZoom: 6,
      names: `${NORTH_SEA} 52.1 2.75 -50|${CHANNEL} 50.2 -.3 -20|${BISCAY} 45.1 -4.2|${MEDITERRANEAN} 41.6 5.6`,
    },
    {
      kind: 'strait',
      minZoom: 4,
      maxZoom: 6,
      names: `${NORTH_SEA} 56.2 3.2 -75|${ATLANTIC} 49 -15|${ATLANTIC} 45.5 -17|${MEDITERRANEAN} 34 20`,
    },
    {
      kind: 'sea',
      minZoom: 7,
      maxZoom: 7,
      names: `${NORTH_SEA} 52.05 2.8 -52|${NORTH_SEA} 53.2 3.2 -62|${CHANNEL} 50.22 -.45 -18|${CHANNEL} 49.75 -2.9 -12|${BISCAY} 45.3 -3.4|${MEDITERRANEAN} 42.3 5.8`,
    },
    {
      kind: 'strait',
      minZoom: 7,
      maxZoom: 7,
      names: `${NORTH_SEA} 51.75 2.45 -48|${NORTH_SEA} 51.45 2.3 -30|${NORTH_SEA} 52.3 2.95 -55`,
    },
    {
      kind: 'strait',
      minZoom: 8,
      maxZoom: 10,
      names: `${CHANNEL} 49.75 -.6 -10|${CHANNEL} 49.95 .25 -20|${CHANNEL} 49.3 -3.2|${ATLANTIC} 47 -3.2|${ATLANTIC} 45.5 -1.8|${BISCAY} 44.3 -2|${MEDITERRANEAN} 42.9 4.2|${MEDITERRANEAN} 43.1 4.6`,
    },
    {
      kind: 'area',
      minZoom: 5,
      maxZoom: 7,
      names: `${FRANCE} 46.75 2.75|${FRANCE} 49.15 3.35|${FRANCE} 47.9 .9|${FRANCE} 45.1 1.9|${BELGIUM} 50.62 4.85|${BELGIUM} 50.2 5.3|Pays-Bas/Nederland/Netherlands/Niederlande 52.3 5.75|Pays-Bas/Nederland/Netherlands/Niederlande 51.6 4.6|${GERMANY} 50.7 9.6|${GERMANY} 49.9 7.6|${GERMANY} 51.8 10.6|${GERMANY} 48.3 8.6|${BRITAIN} 52.6 -1.2|${BRITAIN} 51.25 -1|Suisse/Zwitserland/Switzerland/Schweiz 46.85 8.1|Italie/Italië/Italy/Italien 44.9 9.3|Espagne/Spanje/Spain/Spanien 41.3 -2.6|Irlande/Ierland/Ireland/Irland 53.1 -7.8|Autriche/Oostenrijk/Austria/Österreich 47.3 14|Tchéquie/Tsjechië/Czechia/Tschechien 49.7 15.2|Pologne/Polen/Poland/Polen 52 18.5|Portugal 39.6 -8.1|Madagascar/Madagaskar/Madagascar/Madagaskar -20 46.6`,
    },
  ]));

/** Returns the labels of the seas and countries around France, for zooms before the regional sheet, by priority. */
export const farLabels = (zoom: number, language: string): readonly PlaceLabel[] =>
  farNames()
    .filter(({minZoom, maxZoom}) => zoom >= minZoom && zoom < maxZoom + 1)
    .map(name => name.labelIn(language, zoom));
