import {svg, type SVGTemplateResult} from 'lit';
import {outlines} from '../outlines/outlines.js';
import {nameIn, type Town} from '../outlines/read-towns.js';
import {distance} from '../../model/geo/geo.js';
import type {NamedPlace} from './cover-places.js';
import {type CoverProjection, HEIGHT, WIDTH} from './cover-view.js';

/** Distance in metres within which a place has the name of a town. */
const TOWN_RADIUS = 3500;
/** Maximum length of the name of a partner that is drawn; longer names are not names of towns. */
const MAX_NAME = 20;
/** Height of a label and average width of a character, in units. */
const [LABEL_HEIGHT, CHARACTER_WIDTH] = [11, 5];
/** Minimum space between two labels, in units. */
const GAP = 2;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width + GAP &&
  b.left < a.left + a.width + GAP &&
  a.top < b.top + b.height &&
  b.top < a.top + a.height;

const isInside = ({left, top, width, height}: Box): boolean =>
  left > 3 && top > 3 && left + width < WIDTH - 3 && top + height < HEIGHT - 3;

/** Returns the name of the town at a place in the user's language, else the short name of its partner. */
function nameOf(place: NamedPlace, language: string): string | undefined {
  const [nearest] = outlines()
    .towns.map((town): [number, Town] => [distance(town, place), town])
    .filter(([metres]) => metres < TOWN_RADIUS)
    .sort(([a], [b]) => a - b);
  if (nearest) return nameIn(nearest[1].names, language);
  const name = place.name ?? '';
  return name.length <= MAX_NAME ? name : undefined;
}

/**
 * Renders the names of places beside their marks. A name without room is left out.
 *
 * @param radiusOf Returns the radius of the mark of a place, in units.
 * @param scale Size of the names, as a multiple of the normal one.
 */
export function renderLabels(
  places: readonly NamedPlace[],
  radiusOf: (place: NamedPlace) => number,
  language: string,
  projection: CoverProjection,
  scale: number,
): readonly SVGTemplateResult[] {
  const marks = places.map(place => {
    const radius = radiusOf(place);
    const [x, y] = [projection.x(place.lon), projection.y(place.lat)];
    return {left: x - radius, top: y - radius, width: 2 * radius, height: 2 * radius};
  });
  const taken: Box[] = [...marks];
  const height = LABEL_HEIGHT * scale;
  const names = new Set<string>();
  return places.flatMap((place, i) => {
    const name = nameOf(place, language);
    const mark = marks[i];
    // Several partners of one town: it is named once.
    if (!name || !mark || names.has(name)) return [];
    const position = positionsAround(mark, name.length * CHARACTER_WIDTH * scale, height).find(
      ({box}) => isInside(box) && !taken.some(other => overlap(box, other)),
    );
    if (!position) return [];
    const {anchor, box} = position;
    taken.push(box);
    names.add(name);
    const x = box.left + {start: 0, middle: box.width / 2, end: box.width}[anchor];
    const y = box.top + height * 0.78;
    return svg`<text x=${x.toFixed(1)} y=${y.toFixed(1)} text-anchor=${anchor}>${name}</text>`;
  });
}

/** Returns the positions of a label beside a mark, the best first. */
function positionsAround({left, top, width: side}: Box, width: number, height: number) {
  const middle = top + side / 2 - height / 2;
  const centre = left + side / 2 - width / 2;
  const box = (x: number, y: number): Box => ({left: x, top: y, width, height});
  return [
    {anchor: 'start', box: box(left + side + 4, middle)},
    {anchor: 'end', box: box(left - 4 - width, middle)},
    {anchor: 'middle', box: box(centre, top + side + 1)},
    {anchor: 'middle', box: box(centre, top - height - 1)},
  ] as const;
}
