import type {Settings} from './settings.js';

/** Attributes that hold an address; `api` may hold several, with spaces between. */
const ADDRESSES = ['api', 'places', 'href', 'policy'];

/** `mairie.fr/api`: what people write who never write `https://`. A file of this very folder is not meant. */
const BARE_HOST =
  /^(?:[\w-]+\.)+(?!json\b|geojson\b|csv\b|pmtiles\b)[a-z]{2,}(?::\d+)?(?:[/?#]|$)/i;

/** An address as it was meant: with its `https://`. */
export const withScheme = (address: string): string =>
  address
    .trim()
    .split(/\s+/)
    .map(one => (BARE_HOST.test(one) ? `https://${one}` : one))
    .join(' ');

/** Whether the page that an address is pasted into decides what it means. */
export const isRelative = (address: string): boolean => !/^[a-z][a-z\d+.-]*:/i.test(address);

const absolute = (address: string, page: string): string => {
  if (address === '' || !URL.canParse(address, page)) return address;
  // An address without a path has one once it is read: it stays as it was written.
  return isRelative(address) ? new URL(address, page).href : address;
};

/**
 * The settings with every address in full: what `/api` means here it means nowhere else. `page` is this page, or
 * any other in its folder.
 */
export function inFull(settings: Settings, page: string): Settings {
  const attributes = {...settings.attributes};
  for (const name of ADDRESSES) {
    const value = attributes[name];
    if (value !== undefined)
      attributes[name] = value
        .split(/\s+/)
        .map(one => absolute(one, page))
        .join(' ');
  }
  const {tiles} = attributes;
  // Braces of a template are no characters of an address.
  if (tiles && /[/.]/.test(tiles))
    attributes['tiles'] = absolute(tiles, page).replace(/%7B([xyzrs])%7D/gi, '{$1}');
  return {...settings, attributes};
}

const LOOPBACK = /^(?:localhost|127\.|\[::1\])/;

/** What can be said of an address before anything is asked of it, on the page at `page`. */
export function faultOfAddress(api: string, page: string): 'noAddress' | 'insecure' | undefined {
  const addresses = api.split(/\s+/).filter(Boolean);
  if (addresses.length === 0) return 'noAddress';
  for (const address of addresses) {
    if (!URL.canParse(address, page)) return 'noAddress';
    const {protocol, hostname} = new URL(address, page);
    if (!/^https?:$/.test(protocol)) return 'noAddress';
    if (protocol === 'http:' && new URL(page).protocol === 'https:' && !LOOPBACK.test(hostname))
      return 'insecure';
  }
  return undefined;
}
