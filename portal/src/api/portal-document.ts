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

/** Returns a copy whose relative URLs start with `base` (such as `/api/`), so that they resolve from any page. */
export function withBaseUrl<T>(base: string, value: T): T {
  if (Array.isArray(value)) return value.map(entry => withBaseUrl(base, entry as unknown)) as T;
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, entry]: [string, unknown]) => [
    key,
    (key === 'src' || key === 'url') && isRelative(entry) ? base + entry : withBaseUrl(base, entry),
  ]);
  return Object.fromEntries(entries) as T;
}

const isRelative = (url: unknown): url is string =>
  typeof url === 'string' && /^[^/?#]/.test(url) && !URL.canParse(url);
