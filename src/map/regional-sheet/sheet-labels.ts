import type {PlaceLabel} from '../labels/place-label.js';
import {worldX, worldY} from '../mercator.js';
import {type LocalNames, nameIn, readNames, type Town} from '../outlines/read-towns.js';
import type {River, SheetData} from './sheet.js';
import {SHEET_NAMES} from './sheet-names.js';

/** Last first zoom of places that count as towns; the others are villages. */
const MAX_TOWN_ZOOM = 10;
/** Number of zooms after its first one at which a town is drawn as a city. */
const CITY_LEAD = 3;
/** Last zoom at which not all villages are named. */
const MAX_NAMELESS_ZOOM = 10;
/** Last first zoom of towns whose names are placed before the names of lands. */
const MAX_FIRST_ZOOM = 9;
/** Length in degrees of the stretch of a river that carries its name once. */
const RIVER_STRETCH = 0.12;
const [MIN_RIVER_ZOOM, MAX_ZOOM] = [9, 14];

/** Label with its zoom range; the text depends on the language. */
class SheetLabel {
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

  /** Returns the label in a language; the same object for the same text and size. */
  labelIn(language: string, zoom: number): PlaceLabel {
    const text = nameIn(this.#names, language);
    const kind = this.#kindAt(zoom);
    const key = `${kind} ${text}`;
    const label = this.#labels.get(key) ?? {...this.#place, kind, text};
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

const nameLabels = (): SheetLabel[] =>
  SHEET_NAMES.flatMap(({kind, minZoom, maxZoom, names}) =>
    names.split('|').map(entry => {
      const [, name = '', lat, lon, turn] =
        /^(.+?) ([\d.]+) ([\d.]+)(?: (-?\d+))?$/.exec(entry) ?? [];
      return new SheetLabel(readNames(name), [minZoom, maxZoom], {
        kind,
        hasDot: false,
        x: worldX(Number(lon)),
        y: worldY(Number(lat)),
        road: turn ? {angle: (Number(turn) * Math.PI) / 180, length: Infinity} : undefined,
      });
    }),
  );

const townLabel = ({lat, lon, minZoom, names}: Town): SheetLabel =>
  new SheetLabel(names, [minZoom, MAX_ZOOM], {
    kind: minZoom <= MAX_TOWN_ZOOM ? 'town' : 'village',
    hasDot: true,
    x: worldX(lon),
    y: worldY(lat),
  });

/** Returns the labels of a river, one for each stretch, along its direction. */
function riverLabels({path, name}: River): SheetLabel[] {
  if (!name) return [];
  const labels: SheetLabel[] = [];
  const pointAt = (i: number) => ({x: worldX(path[i] ?? NaN), y: worldY(path[i + 1] ?? NaN)});
  for (let start = 0, end = 2; end < path.length; end += 2) {
    const across = (path[end] ?? NaN) - (path[start] ?? NaN);
    const up = (path[end + 1] ?? NaN) - (path[start + 1] ?? NaN);
    if (Math.hypot(across, up) < RIVER_STRETCH && end < path.length - 2) continue;
    const [from, to] = [pointAt(start), pointAt(end)].sort((a, b) => a.x - b.x) as [
      WorldPoint,
      WorldPoint,
    ];
    const middle = pointAt(start + 2 * Math.round((end - start) / 4));
    const angle = Math.atan2(to.y - from.y, to.x - from.x);
    const road = {angle, length: Math.hypot(to.x - from.x, to.y - from.y)};
    const place = {kind: 'water', hasDot: false, ...middle, road} as const;
    labels.push(new SheetLabel(readNames(name), [MIN_RIVER_ZOOM, MAX_ZOOM], place));
    start = end;
  }
  return labels;
}

interface WorldPoint {
  readonly x: number;
  readonly y: number;
}

/** Names of seas, towns, lands and rivers of the regional sheet, by priority. */
export class SheetLabels {
  readonly #labels: readonly SheetLabel[];

  constructor(sheet: SheetData) {
    const names = nameLabels();
    const towns = sheet.towns.map(townLabel);
    const rivers = sheet.rivers.flatMap(riverLabels);
    const isFirst = ({minZoom}: SheetLabel) => minZoom <= MAX_FIRST_ZOOM;
    this.#labels = [
      ...towns.filter(isFirst),
      ...names,
      ...towns.filter(town => !isFirst(town)),
      ...rivers,
    ];
  }

  labelsAt(zoom: number, language: string): readonly PlaceLabel[] {
    return this.#labels
      .filter(
        ({minZoom, maxZoom}) => (zoom >= minZoom || zoom > MAX_NAMELESS_ZOOM) && zoom <= maxZoom,
      )
      .map(label => label.labelIn(language, zoom));
  }
}
