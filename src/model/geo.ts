/** A place on Earth in WGS 84 degrees: `lat` -90…90, `lon` -180…180. */
export interface Geo {
  readonly lat: number;
  readonly lon: number;
}

/** West, south, east, north in degrees; west is greater than east where the box crosses the antimeridian. */
export type Bbox = readonly [west: number, south: number, east: number, north: number];

export const inBbox = ({lat, lon}: Geo, [west, south, east, north]: Bbox): boolean =>
  lat >= south && lat <= north && (west <= east ? lon >= west && lon <= east : lon >= west || lon <= east);

/** IUGG mean radius of the Earth, in metres. */
const EARTH_RADIUS = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance in metres (haversine; a sphere, so right to 0.5 %). */
export function distance(a: Geo, b: Geo): number {
  const sinLat = Math.sin(radians(b.lat - a.lat) / 2);
  const sinLon = Math.sin(radians(b.lon - a.lon) / 2);
  const h = sinLat * sinLat + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * sinLon * sinLon;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The box that reaches `radius` metres north, east, south and west of a place. */
export function boxAround({lat, lon}: Geo, radius: number): Bbox {
  const dLat = (radius / EARTH_RADIUS) * (180 / Math.PI);
  const dLon = dLat / Math.max(0.01, Math.cos(radians(lat)));
  const wrap = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180;
  return [wrap(lon - dLon), Math.max(-90, lat - dLat), wrap(lon + dLon), Math.min(90, lat + dLat)];
}
