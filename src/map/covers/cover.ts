import {html, nothing, svg, type SVGTemplateResult, type TemplateResult} from 'lit';
import {outlines} from '../outlines/outlines.js';
import type {Geo} from '../../model/geo/geo.js';
import type {Portal} from '../../model/records.js';
import {renderPattern} from './cover-pattern.js';
import {
  areaPath,
  circlePath,
  dotPath,
  hatchPath,
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
import {type LabelOptions, renderLabels} from './cover-labels.js';
import {roundLength} from '../scale-bar.js';
import {
  coverProjection,
  type CoverProjection,
  FLAT_CUT,
  HEIGHT,
  isInView,
  WIDTH,
} from './cover-view.js';

/** Maximum number of names on a small cover, and of towns among which they are chosen. */
const [MAX_SMALL_LABELS, MAX_ORIENTATION_TOWNS] = [2, 12] as const;

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
const CIRCLES = 18;
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

/** Radius of a neighbour of a commune, in units: one that the edge would cut is left out. */
const NEIGHBOUR_RADIUS = 10.5;

/** Returns the neighbours and the other towns in the view. */
const townsAndNeighbours = (places: CoverPlaces, projection: CoverProjection): readonly Geo[] => {
  const taken = [places.centre, ...places.dots, ...places.neighbours].flatMap(one => one ?? []);
  const isInside = (place: Geo): boolean => isInView(projection, place, -NEIGHBOUR_RADIUS);
  const towns = outlines().towns.filter(isInside);
  return [...places.neighbours.filter(isInside), ...distinctPlaces(towns, taken)];
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
  isOutlined: boolean,
): unknown {
  const {kilometre} = projection;
  const discs = isOutlined ? [] : [2 * kilometre, kilometre];
  const radii = new Array(CIRCLES).fill(kilometre).map((km: number, i) => (i + 1) * km);
  return [
    discs.map(radius => path('disc', circlePath([centre], [radius], projection))),
    path('circle', circlePath([centre], radii.slice(0, STRONG_CIRCLES), projection)),
    path('circle far', circlePath([centre], radii.slice(STRONG_CIRCLES), projection)),
    path('neighbour', circlePath(neighbours, [7, NEIGHBOUR_RADIUS], projection)),
    path('dot', dotPath(neighbours, projection)),
  ];
}

/** Sizes of larger names, and of those on a small cover, as multiples of the normal one; see the style sheet. */
const [LARGE_LABELS, SMALL_COVER_LABELS] = [1.5, 1.58] as const;

interface CoverOptions {
  /** Shows the names of the places, for covers that are large enough. */
  readonly hasLabels: boolean;
  /** Shows larger names, for a drawing that is narrow or printed. Default: false. */
  readonly hasLargeLabels?: boolean;
  /** Shows a scale bar and north, in a frame that is flat. Default: false. */
  readonly hasScale?: boolean;
  /** Language of the names. */
  readonly language: string;
}

/** Maximum width of a scale bar, in units. */
const MAX_SCALE = 60;

/** Letter of the north arrow: the same in each language of the library. */
const NORTH = 'N';

/** Renders a scale bar and an arrow to the north in the lower right corner. */
function renderScale({kilometre}: CoverProjection): SVGTemplateResult {
  const length = Math.max(1, roundLength(MAX_SCALE / kilometre));
  const [right, bottom] = [WIDTH - 22, HEIGHT - 44];
  const left = Math.round(right - length * kilometre);
  return svg`<path class="link" d="M${left} ${bottom - 3}v3H${right}v-3M${right + 10} ${bottom}v-14m-3 5l3-5l3 5"></path>
    <text x=${left} y=${bottom - 5}>${`${length}\u00a0km`}</text>
    <text x=${right + 10} y=${bottom - 17} text-anchor="middle">${NORTH}</text>`;
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
  {hasLabels, hasLargeLabels = false, hasScale, language}: CoverOptions,
): TemplateResult {
  const projection = coverProjection(places, hasScale);
  const {centre, hub, dots, territory} = places;
  const radius = centre ? 10 : places.nodes.length > 8 ? 5.5 : 7;
  const radiusOf = (node: Geo): number => (node === hub ? HUB_RATIO : 1) * radius;
  const pointOf = ({lat, lon}: Geo) => [projection.x(lon), projection.y(lat)] as const;
  // Marks that would overlap are one, that of the hub if it is among them.
  const nodes: NamedPlace[] = [];
  for (const node of hub ? [hub, ...places.nodes] : places.nodes) {
    const [x, y] = pointOf(node);
    const isOver = (other: Geo): boolean => {
      const [otherX, otherY] = pointOf(other);
      return Math.hypot(x - otherX, y - otherY) < radiusOf(other);
    };
    if (!nodes.some(isOver)) nodes.push(node);
  }
  const members = hub ? nodes.filter(node => node !== hub) : nodes;
  const marks = centre ? [centre] : members;
  const neighbours = centre ? townsAndNeighbours(places, projection) : [];
  const isSmall = !hasLabels;
  // A small cover has names for orientation only: the hub, members, or the largest towns.
  const orientation = (): readonly NamedPlace[] => [
    ...neighbours,
    ...(hub ? [hub] : []),
    ...members,
    ...distinctPlaces(
      outlines()
        .towns.filter(town => isInView(projection, town))
        .sort((a, b) => a.minZoom - b.minZoom)
        .slice(0, MAX_ORIENTATION_TOWNS),
      nodes,
    ),
  ];
  const labelled = isSmall ? orientation() : centre ? [centre, ...neighbours] : nodes;
  const isBare = (place: NamedPlace): boolean =>
    isSmall && !nodes.includes(place) && !neighbours.includes(place);
  const labelOptions: LabelOptions = {
    isBare,
    radiusOf: place =>
      isBare(place) ? 2 : neighbours.includes(place) ? NEIGHBOUR_RADIUS : radiusOf(place),
    language,
    projection,
    scale: isSmall ? SMALL_COVER_LABELS : hasLargeLabels ? LARGE_LABELS : 1,
    links: hub ? members.map(node => [...pointOf(hub), ...pointOf(node)] as const) : [],
    dots: centre ? [centre, ...dots] : dots,
    max: isSmall ? MAX_SMALL_LABELS : Infinity,
    cut: hasScale ? FLAT_CUT : 0,
  };
  return html`<svg
    class="cover drawn ${isSmall ? 'few' : hasLargeLabels ? 'large' : ''}"
    part="cover"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    preserveAspectRatio="xMidYMid slice"
    aria-hidden="true"
  >
    ${renderGround(projection)} ${path('territory', areaPath(territory, projection))}
    ${path('hatch', hatchPath(territory, projection))}
    ${
      centre
        ? renderCommune(centre, neighbours, projection, territory.length > 0)
        : renderTowns(places, projection)
    }
    ${hub ? path('link', linkPath(hub, members, projection)) : nothing}
    ${pathPair('field', 'dot', dotPath(dots, projection))}
    ${pathPair('halo', 'mark', shapePath(family, marks, radius, projection))}
    ${hub ? pathPair('halo', 'mark', shapePath(family, [hub], radius * HUB_RATIO, projection)) : nothing}
    ${hasLabels || isSmall ? renderLabels(labelled, labelOptions) : nothing}
    ${hasScale ? renderScale(projection) : nothing}
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
