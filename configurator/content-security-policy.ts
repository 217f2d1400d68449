import {
  attributesOfAllTags,
  type SnippetSettings,
  widgetsOf,
} from '../src/tools/snippets/settings.js';

/** Hosts of the basemap presets, for `img-src`. */
const TILE_HOSTS: Readonly<Record<string, string>> = {
  ign: 'https://data.geopf.fr',
  'ign-ortho': 'https://data.geopf.fr',
  'osm-be': 'https://tile.openstreetmap.be',
};

/** Host of the search for addresses, for `connect-src`. */
const GEOCODER_HOST = 'https://data.geopf.fr';

/** Widgets that request data only if they have an address: their content may be in the page. */
const WIDGETS_WITH_OWN_CONTENT: ReadonlySet<string> = new Set(['compare']);
/** The other widgets show pictures of records, or emblems of programmes. */
const WIDGETS_WITHOUT_PICTURES: ReadonlySet<string> = new Set(['family-filter']);

const foreignOrigin = (address: string, page: string): string | undefined => {
  const base = page || 'https://page.invalid/';
  if (!URL.canParse(address, base)) return undefined;
  const {origin} = new URL(address, base);
  return origin === new URL(base).origin ? undefined : origin;
};

const unique = (list: readonly (string | undefined)[]): string[] => [
  ...new Set(list.filter(one => one !== undefined)),
];

/**
 * Returns the directives that a widget needs in the Content-Security-Policy of a page.
 *
 * @param pageUrl URL of the site, if known: its own files need no host.
 */
export function policyDirectives(settings: SnippetSettings, pageUrl = ''): string[] {
  const {base} = settings;
  const tags = attributesOfAllTags(settings);
  const addresses = tags.flatMap(({api = '', places = ''}) => [...api.split(/\s+/), places]);
  const hosts = unique(addresses.filter(Boolean).map(one => foreignOrigin(one, pageUrl)));
  const geocoders = tags.some(({geocoder}) => geocoder === 'ban') ? [GEOCODER_HOST] : [];
  const basemaps = unique(tags.map(({tiles}) => tiles)).filter(one => one && one !== 'none');
  const hostOf = (tiles: string): string | undefined =>
    TILE_HOSTS[tiles] ?? foreignOrigin(tiles.replace(/[{}]/g, ''), pageUrl);
  const isArchive = (tiles: string): boolean => /\.pmtiles(?:$|[?#])/.test(tiles);
  const rasters = basemaps.filter(one => !isArchive(one));
  const own = foreignOrigin(base, pageUrl);
  const directive = (name: string, ...sources: readonly (string | undefined)[]): string =>
    `${name} ${unique(["'self'", ...sources]).join(' ')}`;
  // Leaflet shows an empty picture with a `data:` URL while a tile is loading.
  const tileSources = rasters.length > 0 ? ['data:', ...rasters.map(hostOf)] : [];
  const nouns = widgetsOf(settings).map(({widget}) => widget);
  const hasNoData =
    !addresses.some(Boolean) && nouns.every(noun => WIDGETS_WITH_OWN_CONTENT.has(noun));
  const hasNoPictures = nouns.every(noun => WIDGETS_WITHOUT_PICTURES.has(noun));
  return [
    directive('script-src', own),
    directive('style-src', own),
    ...(hasNoPictures && tileSources.length === 0
      ? []
      : [directive('img-src', ...(hasNoPictures ? [] : hosts), ...tileSources)]),
    ...(hasNoData
      ? []
      : [
          directive(
            'connect-src',
            ...hosts,
            ...basemaps.filter(isArchive).map(hostOf),
            ...geocoders,
          ),
        ]),
    'trusted-types lit-html spass-widgets',
  ];
}

/** Directives to start with if a page has no policy yet; they allow nothing else. */
export const BASE_DIRECTIVES = [
  "default-src 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
];

/** Returns the directives for a page that embeds the widget in an iframe. */
export function framePolicyDirectives({base}: SnippetSettings, pageUrl = ''): string[] {
  const own = foreignOrigin(base, pageUrl);
  return [`frame-src 'self'${own ? ` ${own}` : ''}`, `script-src 'self'${own ? ` ${own}` : ''}`];
}
