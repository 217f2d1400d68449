import {RECIPIENT_ATTRIBUTES} from '../data/url-attributes.js';

/** Content of `embed.json`, written by the operator of the site that serves the frame. */
export interface EmbedConfig {
  /** URLs that the page may request or link to, including everything below them. */
  readonly apis: readonly URL[];
  /** Sources of pictures, as in a Content-Security-Policy; undefined for any. */
  readonly images: readonly string[] | undefined;
  /** Values of `controller`, `contact`, `policy` and `retention`. */
  readonly recipient: ReadonlyMap<string, string>;
}

const isText = (value: unknown): value is string => typeof value === 'string';

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Parses the content of `embed.json`. Whatever is malformed allows nothing. */
export function parseEmbedConfig(json: unknown, base: string): EmbedConfig {
  const fields = (json ?? {}) as Readonly<Record<string, unknown>>;
  const urls = listOf(fields['apis']).filter(isText);
  return {
    apis: urls.filter(url => URL.canParse(url, base)).map(url => new URL(url, base)),
    images: Array.isArray(fields['images'])
      ? fields['images'].filter(isText).filter(source => /^[^\s;,']+$/.test(source))
      : undefined,
    recipient: new Map(
      RECIPIENT_ATTRIBUTES.flatMap(name => {
        const value = fields[name];
        return isText(value) ? [[name, value] as const] : [];
      }),
    ),
  };
}

/** Matches two dots, also escaped: servers may take `..%2f` or `..;` as a way out of a folder. */
const TWO_DOTS = /(?:\.|%(?:25)*2e){2}/i;

/** Returns true if an allowed URL has the same origin as `url`, and a path that contains its path. */
export function isAllowed(url: string, {apis}: EmbedConfig, base: string): boolean {
  if (!URL.canParse(url, base)) return false;
  const requested = new URL(url, base);
  if (TWO_DOTS.test(requested.pathname)) return false;
  return apis.some(
    ({origin, pathname}) =>
      requested.origin === origin &&
      (requested.pathname === pathname || requested.pathname.startsWith(folderOf(pathname))),
  );
}

const folderOf = (pathname: string): string => (pathname.endsWith('/') ? pathname : `${pathname}/`);

/**
 * Returns the Content-Security-Policy of a frame: scripts and styles of its own folder, and requests to the allowed URLs
 * only. `'self'` would mean nothing in a frame with the attribute `sandbox`.
 */
export function policyOf({apis, images}: EmbedConfig, folder: string): string {
  const {origin} = new URL(folder);
  // A template of tiles or pictures is no path; a path is written without separators of the policy.
  const requested = apis.map(({origin: host, pathname}) =>
    /%7B/i.test(pathname)
      ? [`${host}/`]
      : [pathname, folderOf(pathname)].map(
          path => host + path.replaceAll(';', '%3B').replaceAll(',', '%2C'),
        ),
  );
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': [folder],
    'style-src': [folder],
    'connect-src': [folder, ...requested.flat()],
    'img-src': images ? [`${origin}/`, 'data:', ...images] : ['*', 'data:'],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['lit-html', 'spass-widgets'],
  };
  return Object.keys(directives)
    .map(name => [name, ...new Set(directives[name])].join(' '))
    .join('; ');
}
