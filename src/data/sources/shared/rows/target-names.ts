import type {CollectionName} from '../../../../model/records.js';

/** Names with the same meaning in every collection, and the field each one stands for. */
const COLLECTION_TARGETS: Readonly<
  Partial<Record<CollectionName, Readonly<Record<string, string>>>>
> = {
  resources: {
    description: 'abstract',
    date: 'published',
    start: 'period.start',
    end: 'period.end',
  },
  projects: {date: 'period', start: 'period.start', end: 'period.end'},
  events: {date: 'period', start: 'period.start', end: 'period.end', commune: 'place'},
  portals: {
    date: 'updated',
    commune: 'territory.name',
    insee: 'territory.insee',
    image: 'cover.src',
    logo: 'logo.src',
  },
  programmes: {date: 'period', start: 'period.start', end: 'period.end'},
  organisations: {title: 'name', image: 'logo.src', logo: 'logo.src'},
  stories: {description: 'intro'},
  chapters: {description: 'intro'},
  contributions: {description: 'text', title: 'text', date: 'created', type: 'kind'},
};
const COMMON_TARGETS: Readonly<Record<string, string>> = {
  commune: 'commune.name',
  insee: 'commune.insee',
  epci: 'commune.epci',
  departement: 'commune.departement',
  region: 'commune.region',
  image: 'image.src',
};

/** Returns an own entry of a table. The name comes from the page, so inherited properties must not match. */
const ownEntry = (table: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** Returns the field of a collection for a name in the `fields` attribute or in a source's defaults. */
export const targetFor = (collection: CollectionName, name: string): string =>
  ownEntry(COLLECTION_TARGETS[collection] ?? {}, name) ?? ownEntry(COMMON_TARGETS, name) ?? name;

/** True if a name in the `fields` attribute stands for the URL of a picture in some collection. */
export const isPictureTarget = (name: string): boolean =>
  [COMMON_TARGETS, ...Object.values(COLLECTION_TARGETS)].some(table =>
    (ownEntry(table, name) ?? name).endsWith('.src'),
  );
