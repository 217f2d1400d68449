import type {SnippetSettings} from './settings.js';

/** Attributes that hold a URL; `api` may hold several, separated by spaces. */
const URL_ATTRIBUTES = ['api', 'places', 'href', 'policy'];

/** URL without a scheme, such as `mairie.fr/api`; not a file in the same folder. */
const BARE_HOST =
  /^(?:[\w-]+\.)+(?!json\b|geojson\b|csv\b|pmtiles\b)[a-z]{2,}(?::\d+)?(?:[/?#]|$)/i;

/** Adds the missing `https://` to URLs. */
export const withScheme = (urls: string): string =>
  urls
    .trim()
    .split(/\s+/)
    .map(one => (BARE_HOST.test(one) ? `https://${one}` : one))
    .join(' ');

/** True if the meaning of a URL depends on the page it is pasted into. */
export const isRelative = (url: string): boolean => !/^[a-z][a-z\d+.-]*:/i.test(url);

const toAbsolute = (url: string, pageUrl: string): string => {
  if (url === '' || !URL.canParse(url, pageUrl)) return url;
  // Parsing would add a slash to a URL without a path: an absolute URL stays as it was written.
  return isRelative(url) ? new URL(url, pageUrl).href : url;
};

/**
 * Resolves all URLs of the settings, since `/api` has another meaning on another site.
 *
 * @param pageUrl URL of this page, or of any other in its folder.
 */
export function resolveUrls(settings: SnippetSettings, pageUrl: string): SnippetSettings {
  const attributes = {...settings.attributes};
  for (const name of URL_ATTRIBUTES) {
    const value = attributes[name];
    if (value !== undefined)
      attributes[name] = value
        .split(/\s+/)
        .map(one => toAbsolute(one, pageUrl))
        .join(' ');
  }
  const {tiles} = attributes;
  // URL parsing escapes the braces of a tile template.
  if (tiles && /[/.]/.test(tiles))
    attributes['tiles'] = toAbsolute(tiles, pageUrl).replace(/%7B([xyzrs])%7D/gi, '{$1}');
  return {...settings, attributes};
}

const LOOPBACK = /^(?:localhost|127\.|\[::1\])/;

/** Checks a URL before any request; `page` is the URL of the page that uses it. */
export function checkUrl(api: string, pageUrl: string): 'noAddress' | 'insecure' | undefined {
  const addresses = api.split(/\s+/).filter(Boolean);
  if (addresses.length === 0) return 'noAddress';
  for (const address of addresses) {
    if (!URL.canParse(address, pageUrl)) return 'noAddress';
    const {protocol, hostname} = new URL(address, pageUrl);
    if (!/^https?:$/.test(protocol)) return 'noAddress';
    if (protocol === 'http:' && new URL(pageUrl).protocol === 'https:' && !LOOPBACK.test(hostname))
      return 'insecure';
  }
  return undefined;
}
