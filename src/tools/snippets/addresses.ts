import {fetchedUrls, LINK_ATTRIBUTES, RECIPIENT_ATTRIBUTES} from '../../data/url-attributes.js';
import {
  type Attributes,
  attributesOfAllTags,
  mapAttributes,
  type SnippetSettings,
} from './settings.js';

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
  if (!isRelative(url)) return url;
  // URL parsing escapes the braces of a tile template.
  return new URL(url, pageUrl).href.replace(/%7B([xyzrs])%7D/gi, '{$1}');
};

const writtenUrls = (name: string, value: string): string[] =>
  fetchedUrls(name, value).filter(url => url !== undefined);

/**
 * Resolves all URLs of the settings, since `/api` has another meaning on another site.
 *
 * @param pageUrl URL of this page, or of any other in its folder.
 */
export function resolveUrls(settings: SnippetSettings, pageUrl: string): SnippetSettings {
  return mapAttributes(settings, given => {
    const attributes: Record<string, string> = {...given};
    for (const [name, value] of Object.entries(attributes)) {
      // A URL in `fields` is relative to the URL of its source.
      if (name === 'fields') continue;
      const urls = LINK_ATTRIBUTES.includes(name) ? [value] : writtenUrls(name, value);
      if (urls.length > 0) attributes[name] = urls.map(one => toAbsolute(one, pageUrl)).join(' ');
    }
    return attributes;
  });
}

/** Returns the URLs that a frame with these settings requests or links to. */
const urlsToAllow = ({attributes}: SnippetSettings): readonly string[] => [
  ...new Set(
    Object.entries(attributes)
      .filter(([name]) => !RECIPIENT_ATTRIBUTES.includes(name))
      .flatMap(([name, value]) =>
        LINK_ATTRIBUTES.includes(name) ? [value].filter(Boolean) : writtenUrls(name, value),
      ),
  ),
];

/** Returns the hosts, other than the page's, that a widget with these settings would request. */
export const requestedHosts = (settings: SnippetSettings, pageUrl: string): readonly string[] => [
  ...new Set(
    attributesOfAllTags(settings)
      .flatMap((attributes: Attributes) => Object.entries(attributes))
      .flatMap(([name, value]) => writtenUrls(name, value))
      .filter(url => URL.canParse(url, pageUrl))
      .map(url => new URL(url, pageUrl))
      .filter(({origin}) => origin !== new URL(pageUrl).origin)
      .map(({host}) => host),
  ),
];

/** Returns what `embed.json` needs for a frame with these settings; undefined if nothing. */
export function embedConfigFor(
  settings: SnippetSettings,
): Readonly<Record<string, unknown>> | undefined {
  const apis = urlsToAllow(settings);
  const recipient = Object.entries(settings.attributes).filter(
    ([name, value]) => value !== '' && RECIPIENT_ATTRIBUTES.includes(name),
  );
  return apis.length + recipient.length > 0 ? {apis, ...Object.fromEntries(recipient)} : undefined;
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
