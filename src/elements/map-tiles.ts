import {safeLink, safeResource} from '../data/links.js';
import type {ArchiveNews, MapTiles, TileLayer} from '../map/map-view.js';
import type {CheckedConverter} from './attributes.js';

/** Provider of a basemap. */
interface Provider {
  /** Short name for buttons, for example `IGN`. */
  readonly provider: string;
  /** Attribution text, shown with the tiles. */
  readonly attribution: string;
  readonly attributionUrl?: string | undefined;
  /** Privacy policy of the provider. */
  readonly policyUrl?: string | undefined;
  /** True if consent is needed. Tiles of the page's own origin need none. */
  readonly isThirdParty: boolean;
}

/** Basemap and its provider. */
export type TileChoice = MapTiles & Provider;

const ign = (layer: string, format: string): TileLayer & Provider => ({
  template: `https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${layer}&STYLE=normal&FORMAT=image/${format}&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}`,
  maxZoom: 19,
  referrerPolicy: 'strict-origin-when-cross-origin',
  provider: 'IGN',
  attribution: '© IGN',
  attributionUrl: 'https://www.ign.fr/',
  policyUrl: 'https://www.ign.fr/politique-confidentialite-et-donnees-personnelles',
  isThirdParty: true,
});

/** Basemaps by name. Their terms of use: IGN Géoplateforme, and the tile usage policy of OpenStreetMap Belgium. */
const PRESETS: Readonly<Record<string, TileChoice>> = {
  ign: ign('GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2', 'png'),
  'ign-ortho': ign('ORTHOIMAGERY.ORTHOPHOTOS', 'jpeg'),
  'osm-be': {
    template: 'https://tile.openstreetmap.be/osmbe/{z}/{x}/{y}.png',
    maxZoom: 18,
    referrerPolicy: 'strict-origin-when-cross-origin',
    provider: 'OpenStreetMap Belgium',
    attribution: '© OpenStreetMap, Champs-Libres',
    attributionUrl: 'https://www.openstreetmap.org/copyright',
    policyUrl: 'https://openstreetmap.be/',
    isThirdParty: true,
  },
};

/** Returns a valid URL template with its three placeholders, or undefined. */
function template(words: string): string | undefined {
  if (!['{z}', '{x}', '{y}'].every(place => words.includes(place))) return undefined;
  const address = safeResource(words, document.baseURI);
  return address?.replace(/%7B([zxy])%7D/gi, '{$1}');
}

/** Returns a valid archive URL, or undefined. */
function archive(words: string): string | undefined {
  const address = safeResource(words, document.baseURI);
  return address && new URL(address).pathname.endsWith('.pmtiles') ? address : undefined;
}

/** Parses the `tiles` attribute. Returns undefined for no basemap. An archive reports its status to the callback. */
export function tileChoice(
  words: string,
  attribution: string,
  told: (news: ArchiveNews) => void = () => undefined,
): TileChoice | undefined {
  if (Object.hasOwn(PRESETS, words)) return PRESETS[words];
  const file = archive(words);
  const address = file ?? template(words);
  if (address === undefined) return undefined;
  const {origin, hostname} = new URL(address);
  const provider = {
    provider: hostname,
    attribution: attribution || hostname,
    attributionUrl: safeLink(origin),
    isThirdParty: origin !== location.origin,
  };
  if (file !== undefined) return {...provider, archive: file, told};
  const referrerPolicy = 'strict-origin-when-cross-origin';
  return {...provider, template: address, maxZoom: 19, referrerPolicy};
}

/** The `tiles` attribute: a preset, a URL template, an archive, or `none`. */
export const tilesWords: CheckedConverter<string> = {
  accepts: value => value === 'none' || tileChoice(value, '') !== undefined,
  fromAttribute: value => value ?? 'none',
};
