import {representativePoint} from '../../../data/sources/shared/rows/representative-point.js';
import type {Geometry} from '../../../model/geo/geometry.js';

/** Line or area in well-known text, as QGIS and PostGIS export it. */
const SHAPE =
  /^\s*(?:SRID=\d+;)?\s*(MULTI)?(LINESTRING|POLYGON)\s*[ZM]{0,2}\s*(\([\d\s().,e+-]+\))\s*$/i;

/** Returns a point on a line or area in well-known text, also as well-known text; undefined for any other value. */
export function pointOnShape(cell: unknown): string | undefined {
  const [, multi = '', kind = '', body = ''] = (typeof cell === 'string' && SHAPE.exec(cell)) || [];
  if (body === '') return undefined;
  const type = `${multi && 'Multi'}${/line/i.test(kind) ? 'LineString' : 'Polygon'}`;
  // Further numbers of a position are its altitude and measure.
  const lists = body
    .replace(/([^\s(),]+)\s+([^\s(),]+)[^(),]*/g, '[$1,$2]')
    .replaceAll('(', '[')
    .replaceAll(')', ']');
  try {
    const coordinates = JSON.parse(lists) as Geometry['coordinates'];
    const {lat, lon} = representativePoint({type, coordinates} as Geometry);
    return `POINT (${lon} ${lat})`;
  } catch {
    return undefined;
  }
}
