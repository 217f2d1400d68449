import {centerOf, distance, type Bbox, type Geo} from '../../model/geo/geo.js';
import type {Position} from '../../model/geo/geometry.js';
import type {Portal, Project, Resource, Territory} from '../../model/records.js';
import {pickText, type Text} from '../../model/text.js';

/** Place with a name, if it has one. */
export interface NamedPlace extends Geo {
  /** Name of the partner that is there: that of the town nearby is clearer. */
  readonly name?: string | undefined;
  /** Name of its commune, or title of what is there. */
  readonly label?: string | undefined;
}

/** Places drawn on the cover of a portal. */
export interface CoverPlaces {
  /** Commune that the portal is about; circles around it mark the kilometres. */
  readonly centre: NamedPlace | undefined;
  /** Members of a network, or the projects of the portal. */
  readonly nodes: readonly NamedPlace[];
  /** Lead partner, linked to the members of its network. */
  readonly hub: Geo | undefined;
  /** Resources of the portal. */
  readonly dots: readonly NamedPlace[];
  /** Other places nearby, drawn around a commune. */
  readonly neighbours: readonly NamedPlace[];
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
  /** Language of names. Default: French. */
  readonly language?: string;
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

const placedPartners = ({partners = []}: Project): number => partners.filter(({geo}) => geo).length;

/** Minimum number of partners with a place that are drawn without resources. */
const MIN_NETWORK = 3;

/**
 * Returns the largest network of a portal of actors. A project that several portals list is the network of its own one:
 * the others show what they have themselves.
 */
const largestProject = ({id, family}: Portal, projects: readonly Project[]): Project | undefined =>
  family === 'acteur'
    ? projects
        .filter(({portal = id}) => String(portal) === String(id))
        .sort((a, b) => placedPartners(b) - placedPartners(a))[0]
    : undefined;

/** True if the cover of a portal shows a network, and none of its resources. */
export function isNetwork(portal: Portal, projects: readonly Project[]): boolean {
  const project = largestProject(portal, projects);
  return !!project && placedPartners(project) >= MIN_NETWORK;
}

/** Returns the places of a portal; undefined if it has none, nor a box of its territory. */
export function coverPlaces(portal: Portal, records: CoverRecords): CoverPlaces | undefined {
  const {projects, language = 'fr'} = records;
  const textOf = (text: Text): string => pickText(text, language).value;
  const territory = ringsOf(portal.territory);
  const area = boxOf(territory) ?? portal.territory?.bbox;
  const own = records.resources.filter(({portals = []}) =>
    portals.some(id => String(id) === String(portal.id)),
  );
  /** Returns the place of a record with the name of its commune. */
  const placeOf = ({geo, commune}: Project | Resource): NamedPlace | null | undefined =>
    geo && commune?.name ? {...geo, label: textOf(commune.name)} : geo;
  if (portal.territory?.level === 'commune') {
    const name = portal.territory.name && textOf(portal.territory.name);
    const places = [...projects, ...own].map(({geo}) => geo);
    const place = places.find(geo => geo) ?? (area && centerOf(area));
    if (!place) return undefined;
    const centre = {...place, label: name};
    // All are in one commune: the title tells them apart, without the name of the commune after it.
    const titled = own.map(
      ({geo, title}) => geo && {...geo, label: title && textOf(title).replace(`, ${name}`, '')},
    );
    const dots = distinctPlaces<NamedPlace>(titled, [centre]);
    const others = records.otherProjects.flatMap(project => [
      placeOf(project),
      ...(project.partners ?? []).map(({geo, name}) => geo && {...geo, name}),
    ]);
    const neighbours = distinctPlaces<NamedPlace>(
      [...others, ...records.resources.filter(one => !own.includes(one)).map(placeOf)],
      [centre, ...dots],
    );
    return {centre, nodes: [], hub: undefined, dots, neighbours, area, territory};
  }
  // Partners are a geography of their own only in a network of people.
  const network = largestProject(portal, projects);
  const partners = network?.partners?.map(({name, geo}) => geo && {...geo, name}) ?? [];
  const resources = isNetwork(portal, projects) ? [] : own.map(placeOf);
  const named = [...records.resources, ...records.otherProjects].flatMap(record => {
    const place = placeOf(record);
    return place?.label ? [place] : [];
  });
  // The place of a project without a commune has the name of a record that is there.
  const nodes = distinctPlaces<NamedPlace>([...partners, ...projects.map(placeOf)]).map(node => {
    const label = node.label ?? named.find(one => distance(one, node) < SAME_PLACE)?.label;
    return label ? {...node, label} : node;
  });
  const dots = distinctPlaces(resources, nodes);
  if (nodes.length + dots.length === 0 && !area) return undefined;
  const lead = network && nodes.length > 2 ? hubOf(network) : undefined;
  const hub = lead && nodes.find(node => distance(node, lead) < SAME_PLACE);
  return {centre: undefined, nodes, hub, dots, neighbours: [], area, territory};
}
