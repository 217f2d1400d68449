import {areaLabels, NameLabel} from '../labels/name-labels.js';
import type {PlaceLabel} from '../labels/place-label.js';
import {worldX, worldY} from '../../model/geo/mercator.js';
import {readNames, type Town} from '../outlines/read-towns.js';
import type {River, SheetData} from './sheet.js';
import {SHEET_NAMES} from './sheet-names.js';

/** Last first zoom of places that count as towns; the others are villages. */
const MAX_TOWN_ZOOM = 10;
/** Last zoom at which villages are not named, and the zoom at which only those are that have room around. */
const [MAX_NAMELESS_ZOOM, LOOSE_ZOOM] = [9, 10] as const;
/** Last first zoom of towns whose names are placed before the names of lands. */
const MAX_FIRST_ZOOM = 9;
/** Length in degrees of the stretch of a river that carries its name once. */
const RIVER_STRETCH = 0.12;
const [MIN_RIVER_ZOOM, MAX_ZOOM] = [9, 14];

const townLabel = ({lat, lon, minZoom, names}: Town): NameLabel =>
  new NameLabel(names, [minZoom, MAX_ZOOM], {
    kind: minZoom <= MAX_TOWN_ZOOM ? 'town' : 'village',
    hasDot: true,
    x: worldX(lon),
    y: worldY(lat),
  });

/** Returns the labels of a river, one for each stretch, along its direction. */
function riverLabels({path, name}: River): NameLabel[] {
  if (!name) return [];
  const labels: NameLabel[] = [];
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
    labels.push(new NameLabel(readNames(name), [MIN_RIVER_ZOOM, MAX_ZOOM], place));
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
  readonly #labels: readonly NameLabel[];

  constructor(sheet: SheetData) {
    const names = areaLabels(SHEET_NAMES);
    const towns = sheet.towns.map(townLabel);
    const rivers = sheet.rivers.flatMap(riverLabels);
    const isFirst = ({minZoom}: NameLabel) => minZoom <= MAX_FIRST_ZOOM;
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
      .map(label => label.labelIn(language, zoom, Math.floor(zoom) === LOOSE_ZOOM));
  }
}
