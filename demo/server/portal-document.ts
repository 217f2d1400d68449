import {readFile} from 'node:fs/promises';
import {COLLECTIONS, type CollectionName, type Collections} from '../../src/model/records.js';

/** All collections of a portal with its attribution and contact. An absent collection is empty. */
export type PortalDocument = {readonly [K in CollectionName]?: readonly Collections[K][]} & {
  readonly attribution?: Readonly<Record<string, unknown>>;
  readonly contact?: string;
};

/** Reads a portal from a folder with one JSON file per collection. A missing file is an empty collection. */
export async function readPortal(folder: URL): Promise<PortalDocument> {
  const portal: Record<string, unknown> = {...(await readJson('about.json', folder))};
  for (const name of COLLECTIONS) portal[name] = (await readJson(`${name}.json`, folder)) ?? [];
  return portal;
}

async function readJson(name: string, folder: URL): Promise<object | undefined> {
  try {
    return JSON.parse(await readFile(new URL(name, folder), 'utf8')) as object;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`demo/data/${name} cannot be read`, {cause: error});
  }
}

/** Generates a portal with `count` resources. The same count gives the same records. */
export async function generatePortalDocument(count: number): Promise<PortalDocument> {
  const {generatePortal} = await import('../made/generate-portal.js');
  return {
    ...generatePortal(count, 1),
    attribution: {text: 'Données inventées pour l’essai', licence: 'MIT'},
  };
}

/** Returns the portal with only the published contributions. */
export const withPublishedContributions = (portal: PortalDocument): PortalDocument => ({
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
