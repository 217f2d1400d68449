import type {Settings} from '../../src/paste/settings.js';

/** Hosts of the backgrounds that have a name, as `img-src` wants them. */
const TILE_HOSTS: Readonly<Record<string, string>> = {
  ign: 'https://data.geopf.fr',
  'ign-ortho': 'https://data.geopf.fr',
  'osm-be': 'https://tile.openstreetmap.be',
};

/** Shows the page's own pictures, and asks for no data. */
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
 * The lines of a Content-Security-Policy that a page needs for a widget, each to be added to what the site has.
 * `page` is the address of the site, where it is known: what is its own needs no host.
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
  // While a tile is on its way Leaflet shows an empty picture, which is a `data:` address.
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

/** What comes before these lines where a page has no policy yet: nothing but what they name. */
export const POLICY_START = [
  "default-src 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
];

/** The line for a page that shows the widget in a frame. */
export function framePolicyLines({base}: Settings, page = ''): string[] {
  const own = originOf(base, page);
  return [`frame-src 'self'${own ? ` ${own}` : ''}`, `script-src 'self'${own ? ` ${own}` : ''}`];
}
