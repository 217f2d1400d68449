import {nothing, svg, type SVGTemplateResult} from 'lit';
import {distance, type Geo} from '../../model/geo/geo.js';
import {outlines} from '../outlines/outlines.js';
import {nameIn, type Town} from '../outlines/read-towns.js';
import {dotPath, type Link} from './cover-paths.js';
import type {NamedPlace} from './cover-places.js';
import {type CoverProjection, HEIGHT, WIDTH} from './cover-view.js';

/** Distance in metres within which a place has the name of a town. */
const TOWN_RADIUS = 3500;
/** Maximum length of the name of a partner that is drawn; longer names are not names of towns. */
export const MAX_NAME = 20;
/** Height of a label and average width of a character, as multiples of the size of its letters. */
const [LABEL_HEIGHT, CHARACTER_WIDTH] = [1.16, 0.53];
/** Minimum space between two labels, and between a label and the marks of other places, in units. */
const [GAP, MARK_GAP] = [2, 3] as const;
/** Kind of a body before the name of its territory: of « Gemeente Heuvelland », the place is « Heuvelland ». */
const BODY =
  /^(?:ville|commune|communauté (?:de communes|d’agglomération|urbaine)|gemeente|stad|regionaal landschap) (?:de la |de |des |du |d’)?/i;

/** Rectangle in units of the cover. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const overlap = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width + GAP &&
  b.left < a.left + a.width + GAP &&
  a.top < b.top + b.height &&
  b.top < a.top + a.height;

/** Returns a box with the room between a name and the mark of another place, for which it would seem to be. */
const grow = ({left, top, width, height}: Box): Box => ({
  left: left - MARK_GAP,
  top: top - MARK_GAP,
  width: width + 2 * MARK_GAP,
  height: height + 2 * MARK_GAP,
});

/** Space of a name beside and above other names, so that two are not read as one, as multiples of the letters' size. */
const [BESIDE, ABOVE] = [0.6, 0.25] as const;

/** True if a line crosses a box. */
export function crosses([x1, y1, x2, y2]: Link, {left, top, width, height}: Box): boolean {
  let [start, end] = [0, 1];
  for (const [from, to, min, size] of [
    [x1, x2, left, width],
    [y1, y2, top, height],
  ] as const) {
    const [a, b] = [(min - from) / (to - from), (min + size - from) / (to - from)];
    // NaN, for a line along an axis through an edge, crosses nothing.
    start = Math.max(start, Math.min(a, b));
    end = Math.min(end, Math.max(a, b));
  }
  return start < end;
}

const isInside = ({left, top, width, height}: Box, [across, up]: Cut): boolean =>
  left > across + 5 &&
  top > up + 3 &&
  left + width < WIDTH - across - 5 &&
  top + height < HEIGHT - up - 3;

/** Radius of the field around a dot, in units. */
export const DOT_RADIUS = 8;

/** Returns the name of a place, or that of the town there in the user's language, else the short name of its partner. */
function nameOf(place: NamedPlace, language: string): string | undefined {
  const [nearest] = outlines()
    .towns.map((town): [number, Town] => [distance(town, place), town])
    .filter(([metres]) => metres < TOWN_RADIUS)
    .sort(([a], [b]) => a - b);
  const {label} = place;
  if (nearest && (label ?? nearest[1].names.fr) === nearest[1].names.fr)
    return nameIn(nearest[1].names, language);
  const name = label ?? (place.name ?? '').replace(BODY, '');
  return name.length <= MAX_NAME ? name : undefined;
}

export interface LabelOptions {
  /** True if a place has no mark: its name is given a dot. */
  readonly isBare: (place: NamedPlace) => boolean;
  /** Returns the radius of the mark of a place, in units. */
  readonly radiusOf: (place: NamedPlace) => number;
  readonly language: string;
  readonly projection: CoverProjection;
  /** Size of the letters, in units. */
  readonly fontSize: number;
  /** Lines that no name covers. */
  readonly links: readonly Link[];
  /** Lead partner, which has a name even over lines. */
  readonly hub: Geo | undefined;
  /** Places without names, whose marks no name covers. */
  readonly dots: readonly Geo[];
  /** Box of the scale bar. */
  readonly scaleBox: Box | undefined;
  /** Maximum number of names: half of them for places without a mark, or what the others leave. */
  readonly max: number;
  readonly cut: Cut;
  /** Names all places, at their sides, even over lines. */
  readonly isFlat: boolean;
  /** Place whose name is in bold. */
  readonly own: Geo | undefined;
}

/** Width that the frame cuts off at each side, and height at the top and at the bottom, in units. */
export type Cut = readonly [across: number, up: number];

/** Renders the names of places beside their marks. A name without room is left out. */
export function renderLabels(
  places: readonly NamedPlace[],
  {
    isBare,
    radiusOf,
    language,
    projection,
    fontSize,
    links,
    hub,
    dots,
    scaleBox,
    max,
    cut,
    isFlat,
    own,
  }: LabelOptions,
): readonly SVGTemplateResult[] {
  const boxAt = (place: NamedPlace, radius: number): Box => {
    const [x, y] = [projection.x(place.lon), projection.y(place.lat)];
    return {left: x - radius, top: y - radius, width: 2 * radius, height: 2 * radius};
  };
  const marks = places.map(place => boxAt(place, radiusOf(place)));
  const taken: Box[] = [...marks, ...dots.map(dot => boxAt(dot, DOT_RADIUS))];
  const [beside, above] = isFlat ? [0, 0] : [BESIDE * fontSize, ABOVE * fontSize];
  const withSpace = ({left, top, width, height}: Box): Box => ({
    left: left - beside,
    top: top - above,
    width: width + 2 * beside,
    height: height + 2 * above,
  });
  if (scaleBox) taken.push(withSpace(scaleBox));
  const height = LABEL_HEIGHT * fontSize;
  const names = new Set<string>();
  // Few marks leave more names to towns.
  const bareMax = Math.max(max / 2, max - places.filter(place => !isBare(place)).length);
  return places.flatMap((place, i) => {
    const mark = marks[i];
    // A town whose mark the edge cuts is not named.
    if (!mark || !isInside(mark, cut) || names.size >= (isBare(place) ? bareMax : max)) return [];
    const name = nameOf(place, language);
    // Several partners of one town: it is named once.
    if (!name || names.has(name)) return [];
    const isFree = ({box}: {readonly box: Box}): boolean =>
      isInside(box, cut) &&
      !taken.some(other => overlap(box, other)) &&
      !marks.some(other => other !== mark && overlap(grow(box), other));
    const width = name.length * CHARACTER_WIDTH * fontSize * (place === own ? 1.15 : 1);
    const free = positionsAround(mark, width, height).filter(isFree);
    const position =
      free.find(
        ({box, isCorner}) => !(isFlat && isCorner) && !links.some(link => crosses(link, box)),
      ) ?? (isFlat || place === hub ? free[0] : undefined);
    if (!position) return [];
    const {anchor, box} = position;
    taken.push(withSpace(box));
    names.add(name);
    const x = box.left + {start: 0, middle: box.width / 2, end: box.width}[anchor];
    const y = box.top + height * 0.78;
    const dot = isBare(place)
      ? svg`<path class="named" d=${dotPath([place], projection)} />`
      : nothing;
    return svg`${dot}<text class=${place === own ? 'own' : nothing} x=${x.toFixed(1)} y=${y.toFixed(1)} text-anchor=${anchor}>${name}</text>`;
  });
}

interface Position {
  readonly anchor: 'start' | 'middle' | 'end';
  readonly box: Box;
  readonly isCorner?: boolean;
}

/** Returns the positions of a label beside a mark, the best first. */
function positionsAround(
  {left, top, width: side}: Box,
  width: number,
  height: number,
): readonly Position[] {
  const middle = top + side / 2 - height / 2;
  const centre = left + side / 2 - width / 2;
  const box = (x: number, y: number): Box => ({left: x, top: y, width, height});
  return [
    {anchor: 'start', box: box(left + side + 4, middle)},
    {anchor: 'end', box: box(left - 4 - width, middle)},
    {anchor: 'middle', box: box(centre, top + side + 1)},
    {anchor: 'middle', box: box(centre, top - height - 1)},
    {anchor: 'start', box: box(left + side + GAP, top - height / 2), isCorner: true},
    {anchor: 'end', box: box(left - width - GAP, top - height / 2), isCorner: true},
    {anchor: 'start', box: box(left + side + GAP, top + side - height / 2), isCorner: true},
    {anchor: 'end', box: box(left - width - GAP, top + side - height / 2), isCorner: true},
  ];
}
