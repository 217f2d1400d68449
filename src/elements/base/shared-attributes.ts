import {DEFAULT_FACETS, FACETS, type ShownFacet, splitList} from '../../model/query.js';
import {type CheckedConverter, oneOf, type OpenList, parsed} from './attribute-converters.js';
import {
  PRESET_NAMES,
  type PresetName,
  parseCssLength,
  parseLatLon,
  tilesKind,
} from '../../model/geo/map-values.js';
import {colour} from '../../model/schemas/scalar-schemas.js';
import type {Geo} from '../../model/geo/geo.js';

const isFacet = (name: string): name is ShownFacet =>
  (FACETS as readonly string[]).includes(name) || name === 'date';

/** Facet names in display order. An empty list shows none. */
export const facetNames: CheckedConverter<readonly ShownFacet[]> = {
  accepts: value => splitList(value).every(isFacet),
  fromAttribute: value =>
    value !== null && facetNames.accepts(value) ? splitList(value).filter(isFacet) : DEFAULT_FACETS,
};

/** Names in display order, separated by commas. */
export const nameList: CheckedConverter<readonly string[]> = {
  accepts: () => true,
  fromAttribute: value => [...new Set(splitList(value ?? ''))],
};

/** Place where the details of a resource open. */
export type DetailMode = 'dialog' | 'inline';

/** An empty value means `dialog`. Missing or invalid: details do not open. */
export const detailMode: CheckedConverter<DetailMode | undefined> = {
  accepts: value => ['', 'dialog', 'inline'].includes(value),
  fromAttribute: value =>
    value !== null && detailMode.accepts(value) ? ((value || 'dialog') as DetailMode) : undefined,
};

/** Position as `lat,lon` in degrees. Default: none. */
export const latLon = parsed<Geo | undefined>(parseLatLon, undefined);

/** Returns a parser of numbers within limits. */
const numberWithin =
  (isWithin: (number: number) => boolean) =>
  (value: string): number | undefined => {
    const number = value.trim() ? Number(value) : NaN;
    return isWithin(number) ? number : undefined;
  };

/** Web map zoom level, 2 to 19. Default: none. */
export const zoomLevel = parsed(
  numberWithin(zoom => zoom >= 2 && zoom <= 19),
  undefined,
);

/** Distance in metres, above 0 and up to 50 km. Default: none. */
export const metres = parsed(
  numberWithin(distance => distance > 0 && distance <= 50_000),
  undefined,
);

/** Consent to a third party: basemap and geocoder. Default: a button asks for it. */
export const consentMode = oneOf('ask', 'granted', 'denied');

/** Geocoder for the search of addresses. Default: none. */
export const geocoderName = oneOf('', 'ban');

/** Representation of lines and areas. Default: by their number. */
export const shapeMode = oneOf('', 'outline', 'marks', 'both');

/** Colour as `#rrggbb`. Default: none. */
export const hexColour = parsed(value => colour.tryParse(value), '');

/** CSS length above 0. A number without unit means pixels. */
export const cssLength = parsed(value => parseCssLength(value) || undefined, '');

/** Value of `tiles`. */
export type Tiles = OpenList<'none' | PresetName>;

/** The `tiles` attribute: a preset, a URL template, an archive, or `none`. */
export const tilesValue: CheckedConverter<string> = {
  accepts: value =>
    ['none', ...PRESET_NAMES].includes(value) || tilesKind(value, document.baseURI) !== undefined,
  fromAttribute: value => value ?? 'none',
};
