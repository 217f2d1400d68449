import {html, nothing, type TemplateResult} from 'lit';
import {outlines} from '../outlines/outlines.js';
import type {Geo} from '../../model/geo/geo.js';
import type {Portal} from '../../model/records.js';
import {path, pathPair, renderGround} from './cover-ground.js';
import {renderPattern} from './cover-pattern.js';
import {
  areaPath,
  circlePath,
  dotPath,
  hatchPath,
  type Link,
  linkPath,
  prepareShapes,
  shapePath,
} from './cover-paths.js';
import {
  coverPlaces,
  type CoverPlaces,
  type CoverRecords,
  distinctPlaces,
  isNetwork,
  type NamedPlace,
} from './cover-places.js';
import {
  type Box,
  crosses,
  type Cut,
  DOT_RADIUS,
  type LabelOptions,
  overlap,
  renderLabels,
} from './cover-labels.js';
import {renderNorth, renderScale, scaleIn} from './cover-scale.js';
import {
  coverProjection,
  type CoverProjection,
  FLAT_CUT,
  HEIGHT,
  isInView,
  WIDTH,
} from './cover-view.js';

/** Maximum number of towns among which names are chosen, and of dots that have names. */
const [MAX_ORIENTATION_TOWNS, MAX_NAMED_DOTS] = [12, 24] as const;

export {coverPlaces, HEIGHT, isNetwork, WIDTH};

/**
 * Preparation for the first cover, in separate steps: in one task they would block a slow device longer than all later
 * covers together.
 */
export const PREPARATION: readonly (() => unknown)[] = [
  outlines,
  () => prepareShapes(outlines().land.flat()),
  () => prepareShapes([...outlines().rivers, ...outlines().regions, ...outlines().countries]),
];

/** Number of circles: the outermost leave the cover. Closer than so many units, they are two kilometres apart. */
const [CIRCLES, MIN_STEP] = [24, 9] as const;
/** Radius of the mark of a lead partner, or of the project on its poster, as a multiple of the others. */
const HUB_RATIO = 1.5;
/** Number of circles drawn in a stronger colour. */
const STRONG_CIRCLES = 4;

/** Radius of a neighbour of a commune, in units: one that the edge would cut is left out. */
const NEIGHBOUR_RADIUS = 10.5;

/** Returns the neighbours and the other towns in the view. */
const townsAndNeighbours = (
  places: CoverPlaces,
  projection: CoverProjection,
): readonly NamedPlace[] => {
  const taken = [places.centre, ...places.dots, ...places.neighbours].flatMap(one => one ?? []);
  const isInside = (place: Geo): boolean => isInView(projection, place, -NEIGHBOUR_RADIUS);
  const towns = outlines().towns.filter(isInside);
  return [...places.neighbours.filter(isInside), ...distinctPlaces<Geo>(towns, taken)];
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

/** Renders a commune with a circle for each kilometre, or for each second one, and its neighbours with two. */
function renderCommune(
  centre: Geo,
  neighbours: readonly Geo[],
  projection: CoverProjection,
  isOutlined: boolean,
): unknown {
  const step = projection.kilometre * (projection.kilometre < MIN_STEP ? 2 : 1);
  const discs = isOutlined ? [] : [2 * step, step];
  const radii = new Array(CIRCLES).fill(step).map((km: number, i) => (i + 1) * km);
  return [
    discs.map(radius => path('disc', circlePath([centre], [radius], projection))),
    path('circle', circlePath([centre], radii.slice(0, STRONG_CIRCLES), projection)),
    path('circle far', circlePath([centre], radii.slice(STRONG_CIRCLES), projection)),
    path('neighbour', circlePath(neighbours, [7, NEIGHBOUR_RADIUS], projection)),
    path('dot', dotPath(neighbours, projection)),
  ];
}

/** Network of a poster: its links and marks are drawn by another part. */
export interface PosterNetwork {
  /** Place of the project, with its title. */
  readonly own: NamedPlace | undefined;
  /** Returns the lines that names avoid, and the path data of links, of which the straight ones are given. */
  readonly bend: (links: readonly Link[]) => {lines: readonly Link[]; data: string};
  /** Renders the marks of places in view. */
  readonly renderMarks: (nodes: readonly NamedPlace[], options: MarkOptions) => unknown;
}

export interface MarkOptions {
  /** Returns the mark of a place, or the one that it would overlap. */
  readonly markAt: (place: Geo) => NamedPlace | undefined;
  /** Returns the radius of the mark of a place, in units. */
  readonly radiusOf: (place: Geo) => number;
  readonly projection: CoverProjection;
}

interface CoverOptions {
  /** Size of the letters, in units. */
  readonly fontSize: number;
  /** Maximum number of names. Default: all places of the records, and no towns. */
  readonly maxNames?: number;
  /** Shows a scale bar. Default: only in a flat frame. */
  readonly hasScale?: boolean;
  /** Draws for the flat frame of a poster: with north, and the names of all places. */
  readonly network?: PosterNetwork;
  /** Width and height that the frame cuts off at each side, in units. Default: none. */
  readonly cut?: Cut;
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
  {
    fontSize,
    maxNames,
    network,
    hasScale = !!network,
    cut = [0, network ? FLAT_CUT : 0],
    language,
  }: CoverOptions,
): TemplateResult {
  const isFlat = !!network;
  const own = network?.own;
  const projection = coverProjection(places, isFlat, outlines().towns);
  const {centre, dots, territory} = places;
  const radius = centre ? 10 : places.nodes.length > 8 ? 5.5 : isFlat ? 6 : 7;
  // On a poster, only the project itself has a larger mark.
  const main = isFlat ? own : places.hub;
  const radiusOf = (node: Geo): number => (node === main ? HUB_RATIO : 1) * radius;
  const pointOf = ({lat, lon}: Geo) => [projection.x(lon), projection.y(lat)] as const;
  // Marks that would overlap are one, that of the hub if it is among them.
  const nodes: NamedPlace[] = [];
  const markAt = (place: Geo): NamedPlace | undefined => {
    const [x, y] = pointOf(place);
    return nodes.find(other => {
      const [otherX, otherY] = pointOf(other);
      return Math.hypot(x - otherX, y - otherY) < radiusOf(place) + radiusOf(other);
    });
  };
  for (const node of [own, places.hub, ...places.nodes])
    if (node && !markAt(node)) nodes.push(node);
  const hub = places.hub && markAt(places.hub);
  const members = hub ? nodes.filter(node => node !== hub) : nodes;
  const marks = centre ? [centre] : members;
  const neighbours = centre ? townsAndNeighbours(places, projection) : [];
  // The name of a town would seem to be that of a mark beside it.
  const isBesideMark = (town: Geo): boolean => {
    const [x, y] = pointOf(town);
    return [...nodes, ...dots].some(place => {
      const [markX, markY] = pointOf(place);
      return Math.hypot(x - markX, y - markY) < 1.5 * fontSize;
    });
  };
  // Towns for orientation, where no record is.
  const towns: readonly NamedPlace[] =
    centre || !maxNames
      ? []
      : outlines()
          .towns.filter(town => isInView(projection, town) && !isBesideMark(town))
          .sort((a, b) => a.minZoom - b.minZoom)
          .slice(0, MAX_ORIENTATION_TOWNS);
  const isTown = (place: NamedPlace): boolean => towns.includes(place);
  // A crowd of dots has no names.
  const named = dots.length > MAX_NAMED_DOTS || !maxNames ? [] : dots;
  const straight = hub ? members.map(node => [...pointOf(hub), ...pointOf(node)] as const) : [];
  const {lines: links, data: linkData} = network?.bend(straight) ?? {
    lines: straight,
    data: linkPath(straight),
  };
  const marked = [...(centre ? [centre, ...neighbours] : nodes), ...dots].map(pointOf);
  const isFree = (box: Box): boolean =>
    isFlat ||
    (!links.some(link => crosses(link, box)) &&
      !marked.some(([x, y]) =>
        overlap(box, {left: x - radius, top: y - radius, width: 2 * radius, height: 2 * radius}),
      ));
  const scale = hasScale ? scaleIn(projection, fontSize, cut, isFree) : undefined;
  const labelled: readonly NamedPlace[] = [
    ...(centre ? [centre] : nodes),
    ...named,
    ...neighbours,
    ...towns,
  ];
  const labelOptions: LabelOptions = {
    isBare: isTown,
    radiusOf: place =>
      isTown(place)
        ? 2
        : neighbours.includes(place)
          ? NEIGHBOUR_RADIUS
          : named.includes(place)
            ? DOT_RADIUS
            : radiusOf(place),
    language,
    projection,
    fontSize,
    links,
    hub,
    dots: centre ? [centre, ...dots] : dots,
    scaleBox: scale?.box,
    max: maxNames ?? Infinity,
    cut,
    isFlat,
    own,
  };
  return html`<svg
    class="cover drawn"
    part="cover"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    preserveAspectRatio="xMidYMid slice"
    font-size=${fontSize.toFixed(1)}
    aria-hidden="true"
  >
    ${renderGround(projection, territory)} ${path('territory', areaPath(territory, projection))}
    ${path('hatch', hatchPath(territory, projection))}
    ${
      centre
        ? renderCommune(centre, neighbours, projection, territory.length > 0)
        : renderTowns(places, projection)
    }
    ${path('link', linkData)} ${pathPair('field', 'dot', dotPath(dots, projection))}
    ${
      network
        ? network.renderMarks(nodes, {markAt, radiusOf, projection})
        : [
            pathPair('halo', 'mark', shapePath(family, marks, radius, projection)),
            hub &&
              pathPair('halo', 'mark', shapePath(family, [hub], radius * HUB_RATIO, projection)),
          ]
    }
    ${scale ? [renderScale(scale), isFlat ? renderNorth(scale) : nothing] : nothing}
    ${maxNames === 0 ? nothing : renderLabels(labelled, labelOptions)}
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
