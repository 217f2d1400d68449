import {
  areaPath,
  circlePath,
  dotPath,
  linePath,
  shapePath,
} from '../../../../src/map/covers/cover-paths.js';
import {
  coverProjection,
  type CoverProjection,
  HEIGHT as COVER_HEIGHT,
  projectionAt,
  WIDTH,
} from '../../../../src/map/covers/cover-view.js';
import {outlines} from '../../../../src/map/outlines/outlines.js';
import {distance, type Geo} from '../../../../src/model/geo/geo.js';
import {entryOf, placeOf} from '../site/record-parts.js';
import type {SiteModel} from '../site/site-model.js';
import {PAGE_COLLECTIONS, type PageCollection, type PageRecord} from '../source/records.js';
import {SHARE_SIZE} from './pictures.js';

/** Height of the drawing, in the units of a cover; the line in the portal's colour is below. */
const [HEIGHT, LINE] = [206, 4];
/** Families by collection, with their ink; other records are grey circles. */
const FAMILIES: Readonly<Partial<Record<PageCollection, readonly [family: string, ink: string]>>> =
  {
    organisations: ['acteur', '#1f5fa6'],
    resources: ['theme', '#2a7048'],
    projects: ['projet', '#a3470f'],
  };
const OTHER = ['', '#4d5a5f'] as const;
const [PAPER, LAND, SEA, SHORE, BORDER] = ['#fbfaf6', '#f6f3ea', '#dbe5e8', '#a9c3cc', '#8d938f'];
/** Places that are drawn at most. */
const MAX_PLACES = 2000;
/** Distance in metres from the first place within which all places count as one commune. */
const COMMUNE_RADIUS = 8000;
/** Radius of the smallest commune that is drawn, in metres. */
const MIN_RADIUS = 300;
/** Circles around a commune: their number, distances in kilometres, and the smallest one in units. */
const [CIRCLES, STEPS, MIN_STEP] = [28, [0.1, 0.2, 0.5, 1], 11] as const;

/** Draws the picture that social networks show for pages without one: the places of the records on the outlines. */
export async function drawShare(site: SiteModel): Promise<Uint8Array> {
  const {default: sharp} = await import('sharp');
  const {width, height} = SHARE_SIZE;
  const accent = site.config.accent ?? '#a3470f';
  const places = placesOf(site);
  const drawing = places.size === 0 ? families() : drawPlaces(places);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${WIDTH} ${HEIGHT + LINE}" fill="none" stroke-linejoin="round" stroke-linecap="round"><rect width="100%" height="100%" fill="${PAPER}"/>${drawing}<rect y="${HEIGHT}" width="100%" height="${LINE}" fill="${accent}"/></svg>`;
  return sharp(Buffer.from(svg)).jpeg({quality: 86, mozjpeg: true}).toBuffer();
}

/** Returns the places of the records of each collection. */
function placesOf({records}: SiteModel): ReadonlyMap<PageCollection, readonly Geo[]> {
  const places = new Map<PageCollection, readonly Geo[]>();
  let left = MAX_PLACES;
  for (const collection of PAGE_COLLECTIONS) {
    const found = (records[collection] as readonly PageRecord[])
      .flatMap(record => placeOf(entryOf(collection, record)) ?? [])
      .slice(0, left);
    left -= found.length;
    if (found.length > 0) places.set(collection, found);
  }
  return places;
}

const path = (d: string, attributes: string): string => (d ? `<path d="${d}" ${attributes}/>` : '');

function drawPlaces(places: ReadonlyMap<PageCollection, readonly Geo[]>): string {
  const all = [...places.values()].flat();
  const [first] = all;
  const isCommune = first !== undefined && all.every(one => distance(first, one) < COMMUNE_RADIUS);
  const radius = all.length > 200 ? 2.5 : all.length > 40 ? 3.5 : isCommune ? 8 : 5;
  const projection = isCommune ? communeProjection(all) : regionProjection(all);
  const marks = [...places].flatMap(([collection, geos]) => {
    const [family, ink] = FAMILIES[collection] ?? OTHER;
    const shapes = shapePath(family, geos, radius, projection);
    return [path(shapes, `stroke="${PAPER}" stroke-width="3"`), path(shapes, `fill="${ink}"`)];
  });
  // The outlines are too coarse for a commune.
  const below = isCommune ? circles(middleOf(all), projection) : ground(projection);
  return [below, ...marks].join('');
}

const regionProjection = (nodes: readonly Geo[]): CoverProjection =>
  coverProjection({
    nodes,
    centre: undefined,
    hub: undefined,
    dots: [],
    neighbours: [],
    area: undefined,
  });

/** Returns the projection in which the places of a commune fill the middle of the drawing. */
function communeProjection(places: readonly Geo[]): CoverProjection {
  const {lat, lon} = middleOf(places);
  const radius = Math.max(...places.map(place => distance({lat, lon}, place)), MIN_RADIUS);
  const metres = 3 * radius * (COVER_HEIGHT / HEIGHT);
  return projectionAt({lat, lon}, [WIDTH / 2, HEIGHT / 2], metres);
}

/** Draws sea, land and borders. */
function ground(projection: CoverProjection): string {
  const {land, regions, countries} = outlines();
  const coast = areaPath(land.flat(), projection);
  const lines = [17, 11, 6].flatMap(width => [
    path(coast, `stroke="${SHORE}" stroke-width="${width + 1.2}"`),
    path(coast, `stroke="${SEA}" stroke-width="${width}"`),
  ]);
  return [
    path(`M0 0H${WIDTH}V${HEIGHT}H0z`, `fill="${SEA}"`),
    ...lines,
    path(coast, `fill="${LAND}" stroke="${SHORE}"`),
    path(linePath(regions, projection), 'stroke="#d9d5c7"'),
    path(linePath(countries, projection), `stroke="${BORDER}" stroke-dasharray="4 2.5"`),
    path(dotPath(outlines().towns, projection), `stroke="${BORDER}" stroke-width="2.4"`),
  ].join('');
}

/** Draws distances around a commune as circles. */
function circles(centre: Geo, projection: CoverProjection): string {
  const step = STEPS.map(km => km * projection.kilometre).find(one => one >= MIN_STEP) ?? MIN_STEP;
  const radii = Array.from({length: CIRCLES}, (_, i) => (i + 1) * step);
  return [
    path(`M0 0H${WIDTH}V${HEIGHT}H0z`, `fill="${LAND}"`),
    path(circlePath([centre], radii, projection), 'stroke="#d9d5c7" stroke-width=".7"'),
  ].join('');
}

const middleOf = (places: readonly Geo[]): Geo => {
  const [lats, lons] = [places.map(({lat}) => lat), places.map(({lon}) => lon)];
  const middle = (values: readonly number[]): number =>
    (Math.min(...values) + Math.max(...values)) / 2;
  return {lat: middle(lats), lon: middle(lons)};
};

/** Draws the mark of the families, for a site without places. */
const families = (): string =>
  '<circle cx="140" cy="103" r="24" fill="#1f5fa6"/><path fill="#2a7048" d="M200 79l20.8 12v24L200 127l-20.8-12V91z"/><path fill="#a3470f" d="M239 82h42v42h-42z"/>';
