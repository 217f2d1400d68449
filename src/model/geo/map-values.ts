import type {Geo} from './geo.js';
import {safeFetchUrl} from '../schemas/safe-urls.js';

/** Parses a position as `lat,lon` in degrees. */
export function parseLatLon(text: string): Geo | undefined {
  const parts = text.split(',');
  const [lat = NaN, lon = NaN] = parts.map(part => (part.trim() ? Number(part) : NaN));
  return parts.length === 2 && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? {lat, lon} : undefined;
}

/** Parses a CSS length above 0; a number without unit means pixels. Empty if invalid. */
export function parseCssLength(value: string): string {
  const text = value.trim();
  const withUnit = /^\d+$/.test(text) ? `${text}px` : text;
  return /^(?=.*[1-9])\d*\.?\d+(px|em|rem|d?vh|svh|lvh|vw|cqi|ch)$/.test(withUnit) ? withUnit : '';
}

/** Address of a basemap. */
interface TilesUrl {
  readonly url: string;
  /** True for an archive, false for a template with `{z}`, `{x}` and `{y}`. */
  readonly isArchive: boolean;
}

/** Parses the URL template or archive of a basemap; undefined for any other value. */
export function parseTiles(value: string, baseUrl: string): TilesUrl | undefined {
  const url = safeFetchUrl(value, baseUrl);
  if (url && new URL(url).pathname.endsWith('.pmtiles')) return {url, isArchive: true};
  const isTemplate = ['{z}', '{x}', '{y}'].every(placeholder => value.includes(placeholder));
  return url && isTemplate
    ? {url: url.replace(/%7B([zxy])%7D/gi, '{$1}'), isArchive: false}
    : undefined;
}
