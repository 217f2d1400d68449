import type {Settings} from '../../src/paste/settings.js';

/** Hosts of the basemap presets, for `img-src`. */
const TILE_HOSTS: Readonly<Record<string, string>> = {
  ign: 'https://data.geopf.fr',
  'ign-ortho': 'https://data.geopf.fr',
  'osm-be': 'https://tile.openstreetmap.be',
};

/** Widgets that request no data. */
const ASKS_NOTHING: ReadonlySet<string> = new Set(['compare']);
const SHOWS_NO_PICTURE: ReadonlySet<string> = new Set([
  'family-filter',
  'project-map',
  'project-progress',
]);

const originOf = (address: string, page: string): string | undefined => {
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
 * @param page URL of the site, if known: its own files need no host.
 */
export function policyLines({widget, base, attributes}: Settings, page = ''): string[] {
  const addresses = [attributes['api'], attributes['places']].flatMap(
    one => one?.split(/\s+/) ?? [],
  );
  const hosts = unique(addresses.filter(Boolean).map(one => originOf(one, page)));
  const tiles = attributes['tiles'] ?? 'none';
  const tileHost =
    TILE_HOSTS[tiles] ??
    (tiles === 'none' ? undefined : originOf(tiles.replace(/[{}]/g, ''), page));
  const isFile = /\.pmtiles(?:$|[?#])/.test(tiles);
  const own = originOf(base, page);
  const line = (name: string, ...sources: readonly (string | undefined)[]): string =>
    `${name} ${unique(["'self'", ...sources]).join(' ')}`;
  // Leaflet shows an empty picture with a `data:` URL while a tile is loading.
  const tiled = tiles === 'none' || isFile ? [] : ['data:', tileHost];
  const showsNone = SHOWS_NO_PICTURE.has(widget);
  return [
    line('script-src', own),
    line('style-src', own),
    ...(showsNone && tiled.length === 0
      ? []
      : [line('img-src', ...(showsNone ? [] : hosts), ...tiled)]),
    ...(ASKS_NOTHING.has(widget)
      ? []
      : [line('connect-src', ...hosts, isFile ? tileHost : undefined)]),
    'trusted-types lit-html spass-widgets',
  ];
}

/** Directives to start with if a page has no policy yet; they allow nothing else. */
export const POLICY_START = [
  "default-src 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
];

/** Returns the directives for a page that embeds the widget in an iframe. */
export function framePolicyLines({base}: Settings, page = ''): string[] {
  const own = originOf(base, page);
  return [`frame-src 'self'${own ? ` ${own}` : ''}`, `script-src 'self'${own ? ` ${own}` : ''}`];
}
