import {readFile} from 'node:fs/promises';
import {COLLECTIONS, type CollectionName, type Collections} from '../../src/model/records.js';

/** Everything that a portal has to say; what is absent is empty. */
export type PortalDocument = {readonly [K in CollectionName]?: readonly Collections[K][]} & {
  readonly attribution?: Readonly<Record<string, unknown>>;
  readonly contact?: string;
};

/** A portal from its files, one a collection; a file that is absent is an empty collection. */
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

/** A larger portal of invented records, the same ones each time. */
export async function inventPortal(count: number): Promise<PortalDocument> {
  const {makePortal} = await import('../made/portal.js');
  return {
    ...makePortal(count, 1),
    attribution: {text: 'Données inventées pour l’essai', licence: 'MIT'},
  };
}

/** What the public may see: a contribution only once it has been published. */
export const publicPart = (portal: PortalDocument): PortalDocument => ({
  ...portal,
  contributions: (portal.contributions ?? []).filter(({state}) => state === 'published'),
});

/** A copy in which relative addresses start at `base` (`/api/`), so that they hold wherever a record is read. */
export function withAddressesFrom<T>(base: string, value: T): T {
  if (Array.isArray(value))
    return value.map(entry => withAddressesFrom(base, entry as unknown)) as T;
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, entry]: [string, unknown]) => [
    key,
    (key === 'src' || key === 'url') && isRelative(entry)
      ? base + entry
      : withAddressesFrom(base, entry),
  ]);
  return Object.fromEntries(entries) as T;
}

const isRelative = (address: unknown): address is string =>
  typeof address === 'string' && /^[^/?#]/.test(address) && !URL.canParse(address);
