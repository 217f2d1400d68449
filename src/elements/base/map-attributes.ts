import {PRESET_NAMES, type PresetName} from '../../model/basemap-names.js';
import {safeFetchUrl} from '../../model/schemas/safe-urls.js';
import {colour} from '../../model/schemas/scalar-schemas.js';
import type {Geo} from '../../model/geo/geo.js';
import {oneOf, type OpenList} from './attribute-converters.js';
import type {CheckedConverter} from './checked-converter.js';

/** Position as `lat,lon` in degrees. Default: none. */
export const latLon: CheckedConverter<Geo | undefined> = {
  accepts: value => latLon.fromAttribute(value) !== undefined,
  fromAttribute: value => {
    const parts = (value ?? '').split(',');
    const [lat = NaN, lon = NaN] = parts.map(part => (part.trim() ? Number(part) : NaN));
    return parts.length === 2 && Math.abs(lat) <= 90 && Math.abs(lon) <= 180
      ? {lat, lon}
      : undefined;
  },
};

/** Web map zoom level, 2 to 19. Default: none. */
export const zoomLevel: CheckedConverter<number | undefined> = {
  accepts: value => zoomLevel.fromAttribute(value) !== undefined,
  fromAttribute: value => {
    const zoom = value?.trim() ? Number(value) : NaN;
    return zoom >= 2 && zoom <= 19 ? zoom : undefined;
  },
};

/** Distance in metres, above 0 and up to 50 km. Default: none. */
export const metres: CheckedConverter<number | undefined> = {
  accepts: value => metres.fromAttribute(value) !== undefined,
  fromAttribute: value => {
    const distance = value?.trim() ? Number(value) : NaN;
    return distance > 0 && distance <= 50_000 ? distance : undefined;
  },
};

/** Consent to a third party: basemap and geocoder. Default: a button asks for it. */
export const consentMode = oneOf('ask', 'granted', 'denied');

/** Geocoder for the search of addresses. Default: none. */
export const geocoderName = oneOf('', 'ban');

/** Representation of lines and areas. Default: by their number. */
export const shapeMode = oneOf('', 'outline', 'marks', 'both');

/** Colour as `#rrggbb`. Default: none. */
export const hexColour: CheckedConverter<string> = {
  accepts: value => colour.tryParse(value) !== undefined,
  fromAttribute: value => colour.tryParse(value) ?? '',
};

/** CSS length above 0. A number without unit means pixels. */
export const cssLength: CheckedConverter<string> = {
  accepts: value => cssLength.fromAttribute(value) !== '',
  fromAttribute: value => {
    const text = (value ?? '').trim();
    const withUnit = /^\d+$/.test(text) ? `${text}px` : text;
    return /^(?=.*[1-9])\d*\.?\d+(px|em|rem|d?vh|svh|lvh|vw|cqi|ch)$/.test(withUnit)
      ? withUnit
      : '';
  },
};

/** Returns a valid URL template with its three placeholders, or undefined. */
export function parseTemplate(value: string): string | undefined {
  if (!['{z}', '{x}', '{y}'].every(placeholder => value.includes(placeholder))) return undefined;
  const url = safeFetchUrl(value, document.baseURI);
  return url?.replace(/%7B([zxy])%7D/gi, '{$1}');
}

/** Returns a valid archive URL, or undefined. */
export function parseArchiveUrl(value: string): string | undefined {
  const url = safeFetchUrl(value, document.baseURI);
  return url && new URL(url).pathname.endsWith('.pmtiles') ? url : undefined;
}

/** Value of `tiles`. */
export type Tiles = OpenList<'none' | PresetName>;

/** The `tiles` attribute: a preset, a URL template, an archive, or `none`. */
export const tilesValue: CheckedConverter<string> = {
  accepts: value =>
    ['none', ...PRESET_NAMES].includes(value) ||
    (parseArchiveUrl(value) ?? parseTemplate(value)) !== undefined,
  fromAttribute: value => value ?? 'none',
};
