import {html, nothing, svg, type SVGTemplateResult, type TemplateResult} from 'lit';
import {outlines} from '../outlines/outlines.js';
import {type Geo, distance} from '../../model/geo/geo.js';
import type {Portal} from '../../model/records.js';
import {renderPattern} from './cover-pattern.js';
import {
  areaPath,
  circlePath,
  dotPath,
  linePath,
  linkPath,
  prepareShapes,
  shapePath,
} from './cover-paths.js';
import {
  coverPlaces,
  type CoverPlaces,
  type CoverRecords,
  distinctPlaces,
  type NamedPlace,
} from './cover-places.js';
import {coverProjection, type CoverProjection, HEIGHT, isInView, WIDTH} from './cover-view.js';
import {nameIn, type Town} from '../outlines/read-towns.js';

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
function renderLabels(
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
    // Several partners of one town: it is named once. A town whose mark the edge cuts is not named.
    if (!name || !mark || !isInside(mark) || names.has(name)) return [];
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

export {coverPlaces};

/**
 * Preparation for the first cover, in separate steps: in one task they would block a slow device longer than all later
 * covers together.
 */
export const PREPARATION: readonly (() => unknown)[] = [
  outlines,
  () => prepareShapes(outlines().land.flat()),
  () => prepareShapes([...outlines().regions, ...outlines().countries]),
];

/** Widths of the lines that follow a coast in the sea, from the outermost; each is drawn as a line and its inside. */
const WATERLINES = [17, 11, 6] as const;
/** Number of kilometre circles: the outermost leave the cover. */
const CIRCLES = 28;
/** Radius of the mark of a lead partner, as a multiple of the others. */
const HUB_RATIO = 1.5;
/** Number of circles drawn in a stronger colour. */
const STRONG_CIRCLES = 4;

const path = (name: string, d: string): SVGTemplateResult | typeof nothing =>
  d ? svg`<path class=${name} d=${d} />` : nothing;

/** Renders a shape twice: below in the colour of the ground or field, above in the colour of the mark. */
const pathPair = (below: string, above: string, d: string): readonly unknown[] => [
  path(below, d),
  path(above, d),
];

/** Renders sea, land and borders. */
function renderGround(projection: CoverProjection): readonly unknown[] {
  const {land, regions, countries} = outlines();
  const coast = areaPath(land.flat(), projection);
  const waterlines = WATERLINES.flatMap(width =>
    [width + 1.2, width].map(
      (line, i) => svg`<path class=${i ? 'sea' : 'waterline'} stroke-width=${line} d=${coast} />`,
    ),
  );
  // A cover without a coast shows only land.
  return [
    ...(isWithoutCoast(coast) ? [] : waterlines),
    path('land', coast),
    path('region', linePath(regions, projection)),
    path('border', linePath(countries, projection)),
  ];
}

/** True if the only land is the clipped box. */
const isWithoutCoast = (coast: string): boolean => (coast.match(/L/g) ?? []).length < 5;

/** Returns the neighbours and the other towns in or near the view. */
const townsAndNeighboursNear = (
  places: CoverPlaces,
  projection: CoverProjection,
): readonly Geo[] => {
  const taken = [places.centre, ...places.dots, ...places.neighbours].flatMap(one => one ?? []);
  const isNear = (place: Geo): boolean => isInView(projection, place, 20);
  const towns = outlines().towns.filter(isNear);
  return [...places.neighbours.filter(isNear), ...distinctPlaces(towns, taken)];
};

/** Renders other towns as faint points. */
const renderTowns = ({nodes, dots}: CoverPlaces, projection: CoverProjection): unknown =>
  path(
    'town',
    dotPath(
      distinctPlaces(
        outlines().towns.filter(town => isInView(projection, town)),
        [...nodes, ...dots],
      ),
      projection,
    ),
  );

/** Renders a commune with a circle for each kilometre, and its neighbours with two. */
function renderCommune(
  centre: Geo,
  neighbours: readonly Geo[],
  projection: CoverProjection,
): unknown {
  const {kilometre} = projection;
  const radii = new Array(CIRCLES).fill(kilometre).map((km: number, i) => (i + 1) * km);
  return [
    path('disc', circlePath([centre], [2 * kilometre], projection)),
    path('disc', circlePath([centre], [kilometre], projection)),
    path('circle', circlePath([centre], radii.slice(0, STRONG_CIRCLES), projection)),
    path('circle far', circlePath([centre], radii.slice(STRONG_CIRCLES), projection)),
    path('neighbour', circlePath(neighbours, [7, 10.5], projection)),
    path('dot', dotPath(neighbours, projection)),
  ];
}

/** Size of larger names, as a multiple of the normal one; see the style sheet. */
const LARGE_LABELS = 1.5;

interface CoverOptions {
  /** Shows the names of the places, for covers that are large enough. */
  readonly hasLabels: boolean;
  /** Shows larger names, for a drawing that is narrow or printed. Default: false. */
  readonly hasLargeLabels?: boolean;
  /** Language of the names. */
  readonly language: string;
}

/** Renders the places of a portal; undefined if they are too few. */
export function renderPlaces(
  portal: Portal,
  records: CoverRecords,
  options: CoverOptions,
): TemplateResult | undefined {
  const places = coverPlaces(portal, records);
  return places && drawPlaces(portal, places, options);
}

function drawPlaces(
  {family}: Portal,
  places: CoverPlaces,
  {hasLabels, hasLargeLabels = false, language}: CoverOptions,
): TemplateResult {
  const projection = coverProjection(places);
  const {centre, hub, dots, nodes} = places;
  const marks = centre ? [centre] : nodes;
  const radius = centre ? 10 : nodes.length > 8 ? 5.5 : 7;
  const radiusOf = (node: Geo): number => (node === hub ? HUB_RATIO : 1) * radius;
  const neighbours = centre ? townsAndNeighboursNear(places, projection) : [];
  const members = hub ? nodes.filter(node => node !== hub) : [];
  return html`<svg
    class="cover drawn ${hasLargeLabels ? 'large' : ''}"
    part="cover"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    preserveAspectRatio="xMidYMid slice"
    aria-hidden="true"
  >
    ${renderGround(projection)}
    ${centre ? renderCommune(centre, neighbours, projection) : renderTowns(places, projection)}
    ${hub ? path('link', linkPath(hub, members, projection)) : nothing}
    ${pathPair('field', 'dot', dotPath(dots, projection))}
    ${pathPair('halo', 'mark', shapePath(family, marks, radius, projection))}
    ${hub ? pathPair('halo', 'mark', shapePath(family, [hub], radius * HUB_RATIO, projection)) : nothing}
    ${hasLabels ? renderLabels(centre ? [centre, ...neighbours] : nodes, radiusOf, language, projection, hasLargeLabels ? LARGE_LABELS : 1) : nothing}
  </svg>`;
}

/** Renders the cover of a portal: its places, if there are enough, else its pattern. */
export const drawCover = (
  portal: Portal,
  places: CoverPlaces | undefined,
  options: CoverOptions,
): TemplateResult => (places ? drawPlaces(portal, places, options) : renderPattern(portal));

/** Renders the cover of a portal from its records. */
export const renderCover = (
  portal: Portal,
  records: CoverRecords,
  options: CoverOptions,
): TemplateResult => drawCover(portal, coverPlaces(portal, records), options);
