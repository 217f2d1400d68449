import {feature, merge} from 'topojson-client';
import {topology} from 'topojson-server';
import {filter, filterWeight, presimplify, simplify} from 'topojson-simplify';
import type {
  GeometryCollection,
  MultiPolygon as TopologyArea,
  Topology,
} from 'topojson-specification';
import {
  type MultiPolygon,
  parseGeometry,
  type Polygon,
  type Position,
  type Ring,
} from '../../model/geo/geometry.js';
import {MAX_GEOMETRY_LENGTH} from '../../model/schemas/scalar-schemas.js';
import {isObject} from '../../model/schemas/schema-builder.js';
import {type Command, parseArguments, UsageError, writeResult} from './command.js';
import {readJson} from './read-json.js';

/** API Découpage administratif (Etalab). */
const DEFAULT_API = 'https://geo.api.gouv.fr';

const usage = `Usage: spass-widgets outline <code, file or URL> [--api <URL>] [--out outline.json]

Writes the outline of a territory for "territory.outline" of a portal: one GeoJSON polygon, in which neighbours are
merged, simplified to what a cover shows, and of at most 20 kB.

  code    INSEE code of a French commune (59450), or SIREN of an EPCI (200030633), requested from the geo API
  file    GeoJSON file, URL, or "-" for standard input: polygons, in WGS 84

  --api   address of the geo API. Default: ${DEFAULT_API}
  --out   output file, replaced only by a complete outline. Default: standard output
`;

/** Command `outline`: writes a territory's outline. */
export const outline: Command = {
  summary: 'writes the outline of a territory for "territory.outline"',
  usage,
  async run(args, io) {
    const {values, positionals} = parseArguments({
      args: [...args],
      allowPositionals: true,
      options: {api: {type: 'string'}, out: {type: 'string'}},
    });
    const [input] = positionals;
    if (input === undefined || positionals.length > 1)
      throw new UsageError('one code, file or URL is needed');
    const areas = areasIn(await readJson(sourceOf(input, values.api ?? DEFAULT_API), io), input);
    if (areas.length === 0) throw new Error(`${input} contains no polygon`);
    const text = JSON.stringify(simplifiedOutline(areas));
    await writeResult(`${text}\n`, values.out, io);
    io.err(`${text.length} bytes`);
    return 0;
  },
};

/** Addresses of the codes that the geo API has outlines for. */
const CODES: readonly (readonly [RegExp, (code: string) => string])[] = [
  [/^(?:\d{2}|2[AB])\d{3}$/i, code => `communes/${code.toUpperCase()}`],
  [/^\d{9}$/, code => `epcis/${code}`],
];

/** Returns the address of the outline of a code; any other input unchanged. */
function sourceOf(input: string, api: string): string {
  const path = CODES.find(([code]) => code.test(input))?.[1](input);
  return path ? `${api.replace(/\/$/, '')}/${path}?format=geojson&geometry=contour` : input;
}

/**
 * Returns the polygons of a GeoJSON document.
 *
 * @throws if one is invalid.
 */
function areasIn(value: unknown, input: string): (Polygon | MultiPolygon)[] {
  if (!isObject(value)) return [];
  const {type, geometry} = value;
  if (type === 'Feature') return areasIn(geometry, input);
  const parts = value[type === 'FeatureCollection' ? 'features' : 'geometries'];
  if (Array.isArray(parts)) return parts.flatMap(part => areasIn(part, input));
  if (type !== 'Polygon' && type !== 'MultiPolygon') return [];
  const area = parseGeometry(value);
  if (typeof area === 'string') throw new Error(`${input}: ${area}`);
  return [area as Polygon | MultiPolygon];
}

/** Detail that is kept, as a fraction of the larger side of the outline: a unit of a cover. */
const DETAIL = 1 / 400;
/** Decimals of the coordinates: about 10 m, and 1 m for an outline smaller than this, in degrees. */
const [DECIMALS, SMALL_DECIMALS, SMALL] = [4, 5, 0.2];

/**
 * Returns the union of areas, simplified by Visvalingam's algorithm to at most `MAX_GEOMETRY_LENGTH`. Borders that the
 * areas share point by point disappear, and so do islands and holes smaller than the detail.
 *
 * @throws if that cannot be reached.
 */
function simplifiedOutline(areas: readonly (Polygon | MultiPolygon)[]): Polygon | MultiPolygon {
  // The types of the libraries are those of GeoJSON, whose lists can be written to.
  const joined = topology({
    areas: {type: 'GeometryCollection', geometries: areas} as unknown as GeometryCollection,
  });
  const parts = (joined.objects['areas'] as GeometryCollection<object>).geometries;
  const merged = merge(joined, parts as TopologyArea[]);
  const weighted = presimplify(topology({outline: merged}) as Topology<{outline: TopologyArea}>);
  const [west, south, east, north] = weighted.bbox ?? [0, 0, 0, 0];
  const size = Math.max(east - west, north - south);
  const scale = 10 ** (size < SMALL ? SMALL_DECIMALS : DECIMALS);
  for (let weight = (size * DETAIL) ** 2; weight < size ** 2; weight *= 2) {
    const simple = simplify(weighted, weight);
    const shape = filter(simple, filterWeight(simple, weight));
    // Null once every area is smaller than the detail.
    const {geometry} = feature(shape, shape.objects.outline as TopologyArea);
    const kept = (geometry as unknown as MultiPolygon | null)?.coordinates;
    if (!kept) break;
    const polygons = kept.map(rings => rings.map((ring, i) => roundRing(ring, scale, i === 0)));
    const outlined: Polygon | MultiPolygon =
      polygons.length === 1 && polygons[0]
        ? {type: 'Polygon', coordinates: polygons[0]}
        : {type: 'MultiPolygon', coordinates: polygons};
    if (JSON.stringify(outlined.coordinates).length <= MAX_GEOMETRY_LENGTH) return outlined;
  }
  throw new Error('its polygons are too many for an outline of 20 kB');
}

/** Returns a ring with rounded coordinates, counterclockwise if it is an outer one (RFC 7946, section 3.1.6). */
function roundRing(ring: Ring, scale: number, isOuter: boolean): Ring {
  const round = (degrees: number): number => Math.round(degrees * scale) / scale;
  const rounded = ring
    .map(([lon, lat]): Position => [round(lon), round(lat)])
    .filter(([lon, lat], i, all) => i === 0 || lon !== all[i - 1]?.[0] || lat !== all[i - 1]?.[1]);
  const twiceArea = rounded.reduce((sum, [lon, lat], i) => {
    const [nextLon, nextLat] = rounded[i + 1] ?? [lon, lat];
    return sum + lon * nextLat - nextLon * lat;
  }, 0);
  return twiceArea > 0 === isOuter ? rounded : rounded.toReversed();
}
