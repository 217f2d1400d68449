import type {CollectionName, Collections} from '../../../src/model/records.js';

/** All collections of a portal with its attribution and contact. An absent collection is empty. */
export type PortalData = {readonly [K in CollectionName]?: readonly Collections[K][]} & {
  readonly attribution?: Readonly<Record<string, unknown>>;
  readonly contact?: string;
};

/** Returns the portal with only the published contributions. */
export const withPublishedContributions = (portal: PortalData): PortalData => ({
  ...portal,
  contributions: (portal.contributions ?? []).filter(({state}) => state === 'published'),
});

/**
 * Returns the value with relative URLs that start with `base` (such as `/api/`), so that they resolve from any page.
 * Parts without such a URL are not copied.
 */
export function withBaseUrl<T>(base: string, value: T): T {
  if (value === null || typeof value !== 'object') return value;
  const keys = Object.keys(value);
  const old: readonly unknown[] = Object.values(value);
  const entries = old.map((entry, index) => {
    const isAddress = keys[index] === 'src' || keys[index] === 'url';
    return isAddress && isRelative(entry) ? base + entry : withBaseUrl(base, entry);
  });
  if (entries.every((entry, index) => entry === old[index])) return value;
  if (Array.isArray(value)) return entries as T;
  return Object.fromEntries(keys.map((key, index) => [key, entries[index]])) as T;
}

/** Returns true for a URL that starts with neither a scheme nor `/`, `?` or `#`. */
const isRelative = (url: unknown): url is string =>
  typeof url === 'string' && /^(?![a-z][a-z\d+.-]*:)[^/?#]/i.test(url);
