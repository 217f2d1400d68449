import type {Settings} from './settings.js';

/** Hosts of the backgrounds that have a name, as `img-src` wants them. */
const TILE_HOSTS: Readonly<Record<string, string>> = {
  ign: 'https://data.geopf.fr',
  'ign-ortho': 'https://data.geopf.fr',
  'osm-be': 'https://tile.openstreetmap.be',
};

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
export function policyLines({base, attributes}: Settings, page = ''): string[] {
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
  return [
    line('script-src', own),
    line('style-src', own),
    line('img-src', 'data:', ...hosts, isFile ? undefined : tileHost),
    line('connect-src', ...hosts, isFile ? tileHost : undefined),
    'trusted-types lit-html spass-widgets',
  ];
}

/** The line for a page that shows the widget in a frame. */
export function framePolicyLines({base}: Settings, page = ''): string[] {
  const own = originOf(base, page);
  return [`frame-src 'self'${own ? ` ${own}` : ''}`, `script-src 'self'${own ? ` ${own}` : ''}`];
}
