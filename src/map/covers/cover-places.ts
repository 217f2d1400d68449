import {centerOf, distance, type Bbox, type Geo} from '../../model/geo/geo.js';
import type {Position} from '../../model/geo/geometry.js';
import type {Portal, Project, Resource, Territory} from '../../model/records.js';

/** Place with the name of the partner that is there, if any. */
export interface NamedPlace extends Geo {
  readonly name?: string | undefined;
}

/** Places drawn on the cover of a portal. */
export interface CoverPlaces {
  /** Commune that the portal is about; circles around it mark the kilometres. */
  readonly centre: Geo | undefined;
  /** Members of a network, or the projects of the portal. */
  readonly nodes: readonly NamedPlace[];
  /** Lead partner, linked to the members of its network. */
  readonly hub: Geo | undefined;
  /** Resources of the portal. */
  readonly dots: readonly Geo[];
  /** Other places nearby, drawn around a commune. */
  readonly neighbours: readonly Geo[];
  /** Box of the territory. */
  readonly area: Bbox | undefined;
  /** Rings of the territory's outline, `[longitude, latitude, …]` in degrees. */
  readonly territory: readonly Float64Array[];
}

/** Records that places are taken from. */
export interface CoverRecords {
  readonly projects: readonly Project[];
  /** Projects of all portals, whose places are the neighbours of a commune. */
  readonly otherProjects: readonly Project[];
  readonly resources: readonly Resource[];
}

/** Distance in metres below which two places are drawn as one. */
const SAME_PLACE = 700;

/** Size of a cell of the grid of places in degrees: at least as high as `SAME_PLACE`, and as wide up to 82° north. */
const [CELL_WIDTH, CELL_HEIGHT] = [0.05, 0.0065] as const;

/** Returns the places without those that are next to an earlier one. */
export function distinctPlaces<P extends Geo>(
  places: readonly (P | null | undefined)[],
  taken: readonly Geo[] = [],
): readonly P[] {
  // A grid, since a region may have thousands of places.
  const cells = new Map<string, Geo[]>();
  const cellOf = ({lat, lon}: Geo): [number, number] => [
    Math.floor(lon / CELL_WIDTH),
    Math.floor(lat / CELL_HEIGHT),
  ];
  const add = (place: Geo): void => {
    const key = cellOf(place).join();
    cells.set(key, [...(cells.get(key) ?? []), place]);
  };
  const isTaken = (place: Geo): boolean => {
    const [column, row] = cellOf(place);
    return [-1, 0, 1].some(across =>
      [-1, 0, 1].some(up =>
        cells
          .get([column + across, row + up].join())
          ?.some(other => distance(place, other) < SAME_PLACE),
      ),
    );
  };
  taken.forEach(add);
  const kept: P[] = [];
  for (const place of places) {
    if (!place || isTaken(place)) continue;
    add(place);
    kept.push(place);
  }
  return kept;
}

/** Latitude in degrees up to which Web Mercator has values. */
const MAX_LATITUDE = 85;

/** Returns the rings of the outline of a territory; none of one whose positions are invalid. */
function ringsOf(territory: Territory | undefined): readonly Float64Array[] {
  const {type, coordinates = []} = territory?.outline ?? {};
  // The schema checks the type and the size of an outline.
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as readonly unknown[];
  return polygons
    .flat()
    .map(ring => {
      const positions = Array.isArray(ring) ? (ring as readonly (Position | null)[]) : [];
      return Float64Array.from(
        positions.flatMap(position => [Number(position?.[0]), Number(position?.[1])]),
      );
    })
    .filter(
      ring => ring.length > 6 && ring.every((n, i) => Math.abs(n) <= (i % 2 ? MAX_LATITUDE : 180)),
    );
}

/** Returns the box of rings; undefined if there are none. */
function boxOf(rings: readonly Float64Array[]): Bbox | undefined {
  if (rings.length === 0) return undefined;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings)
    for (let i = 0; i < ring.length; i += 2) {
      const [lon = NaN, lat = NaN] = ring.subarray(i, i + 2);
      [west, east] = [Math.min(west, lon), Math.max(east, lon)];
      [south, north] = [Math.min(south, lat), Math.max(north, lat)];
    }
  return [west, south, east, north];
}

/** Returns the place of the lead partner of a network: the partner with that name. */
const hubOf = ({lead, partners = []}: Project): Geo | undefined =>
  partners.find(({name, geo}) => geo && name === lead)?.geo ?? undefined;

/** Returns the place of a project, with the name of its commune if that is the same in each language. */
const placeOf = ({geo, commune}: Project): NamedPlace | null | undefined =>
  geo && typeof commune?.name === 'string' ? {...geo, name: commune.name} : geo;

const byNetworkSize = (a: Project, b: Project): number =>
  (b.partners?.length ?? 0) - (a.partners?.length ?? 0);

/** Returns the places of a portal; undefined if it has none, nor a box of its territory. */
export function coverPlaces(portal: Portal, records: CoverRecords): CoverPlaces | undefined {
  const {family} = portal;
  const {projects} = records;
  const territory = ringsOf(portal.territory);
  const area = boxOf(territory) ?? portal.territory?.bbox;
  const own = records.resources.filter(({portals = []}) =>
    portals.some(id => String(id) === String(portal.id)),
  );
  const resources = own.map(({geo}) => geo);
  if (portal.territory?.level === 'commune') {
    const places = [...projects.map(({geo}) => geo), area && centerOf(area)];
    const centre = [...places, ...resources].find(place => place);
    if (!centre) return undefined;
    const dots = distinctPlaces(resources, [centre]);
    const others = records.otherProjects.flatMap(({geo, partners = []}) => [
      geo,
      ...partners.map(partner => partner.geo),
    ]);
    const neighbours = distinctPlaces(others, [centre, ...dots]);
    return {centre, nodes: [], hub: undefined, dots, neighbours, area, territory};
  }
  // Partners are a geography of their own only in a network of people.
  const [network] = family === 'acteur' ? [...projects].sort(byNetworkSize) : [];
  const partners = network?.partners?.map(({name, geo}) => geo && {...geo, name}) ?? [];
  const nodes = distinctPlaces<NamedPlace>([...partners, ...projects.map(placeOf)]);
  const dots = distinctPlaces(resources, nodes);
  if (nodes.length + dots.length === 0 && !area) return undefined;
  const lead = network && nodes.length > 2 ? hubOf(network) : undefined;
  const hub = lead && nodes.find(node => distance(node, lead) < SAME_PLACE);
  return {centre: undefined, nodes, hub, dots, neighbours: [], area, territory};
}
