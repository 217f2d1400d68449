import type {Geo} from './geo.js';
import {safeFetchUrl} from '../schemas/safe-urls.js';

/** Names of the preset basemaps. */
export const PRESET_NAMES = ['ign', 'ign-ortho', 'osm-be'] as const;
export type PresetName = (typeof PRESET_NAMES)[number];

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

/** Returns the kind of a basemap of one's own, by its URL; undefined for any other value. */
export function tilesKind(value: string, baseUrl: string): 'archive' | 'template' | undefined {
  const url = safeFetchUrl(value, baseUrl);
  if (url && new URL(url).pathname.endsWith('.pmtiles')) return 'archive';
  const isTemplate = ['{z}', '{x}', '{y}'].every(placeholder => value.includes(placeholder));
  return url && isTemplate ? 'template' : undefined;
}
