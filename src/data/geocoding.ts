import {isObject, ownValue} from '../model/schemas/schema-builder.js';
import {lat, lon} from '../model/schemas/scalar-schemas.js';
import type {Geo} from '../model/geo/geo.js';
import type {Client} from './client/client.js';
import {SchemaError} from './client/errors.js';

/** Address or place that a geocoder has found. */
export interface FoundAddress {
  readonly label: string;
  readonly geo: Geo;
  /** Kind of place: `housenumber`, `street`, `locality`, `municipality`. */
  readonly kind: string;
}

/** Geocoder of the French Géoplateforme, which has the national address database (BAN). No key is needed. */
const ENDPOINT = 'https://data.geopf.fr/geocodage/search';
/** Maximum number of addresses. */
const LIMIT = 5;
const MAX_LABEL_LENGTH = 200;

/**
 * Finds French addresses.
 *
 * @throws {LoadError} if the geocoder does not answer, or not with GeocodeJSON.
 */
export async function findAddresses(
  text: string,
  client: Client,
  signal: AbortSignal,
): Promise<readonly FoundAddress[]> {
  const url = `${ENDPOINT}?${new URLSearchParams({q: text, limit: String(LIMIT)}).toString()}`;
  const {body} = await client.get(url, signal);
  const features = isObject(body) ? ownValue(body, 'features') : undefined;
  if (!Array.isArray(features)) throw new SchemaError(url, 'expected addresses as GeocodeJSON');
  return features.flatMap(readFeature).slice(0, LIMIT);
}

/** Returns the address of a feature; none if it has no label or no valid position. */
function readFeature(feature: unknown): readonly FoundAddress[] {
  const {geometry, properties} = Object(feature) as Readonly<Record<string, unknown>>;
  const {coordinates} = Object(geometry) as {coordinates?: unknown};
  const {label, type} = Object(properties) as Readonly<Record<string, unknown>>;
  const pair: readonly unknown[] = Array.isArray(coordinates) ? coordinates : [];
  const geo = {lat: lat.tryParse(pair[1]), lon: lon.tryParse(pair[0])};
  return typeof label === 'string' && label && geo.lat !== undefined && geo.lon !== undefined
    ? [{label: label.slice(0, MAX_LABEL_LENGTH), geo: geo as Geo, kind: String(type)}]
    : [];
}
