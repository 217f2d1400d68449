import {safeFetchUrl, safeLink} from '../../../model/schemas/safe-urls.js';
import type {ArchiveStatus, BasemapSource, RasterTiles} from '../../../map/map-view.js';
import {type PresetName, tilesKind} from '../../../model/geo/map-values.js';

interface BasemapProvider {
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

export type Basemap = BasemapSource & BasemapProvider;

const ign = (layer: string, format: string): RasterTiles & BasemapProvider => ({
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
const PRESETS: Readonly<Record<PresetName, Basemap>> = {
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

/** Parses the `tiles` attribute. Returns undefined for no basemap. An archive reports its status to the callback. */
export function parseBasemap(
  value: string,
  attribution: string,
  onArchiveStatus: (status: ArchiveStatus) => void = () => undefined,
): Basemap | undefined {
  if (Object.hasOwn(PRESETS, value)) return PRESETS[value as PresetName];
  const kind = tilesKind(value, document.baseURI);
  const url = kind && safeFetchUrl(value, document.baseURI);
  if (!url) return undefined;
  const {origin, hostname} = new URL(url);
  const provider = {
    provider: hostname,
    attribution: attribution || hostname,
    attributionUrl: safeLink(origin),
    isThirdParty: origin !== location.origin,
  };
  if (kind === 'archive') return {...provider, archive: url, onStatus: onArchiveStatus};
  const referrerPolicy = 'strict-origin-when-cross-origin';
  // URL parsing escapes the braces.
  const template = url.replace(/%7B([zxy])%7D/gi, '{$1}');
  return {...provider, template, maxZoom: 19, referrerPolicy};
}
