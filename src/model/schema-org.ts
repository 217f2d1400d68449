import type {Geo} from './geo/geo.js';
import {parseDate, type Period} from './time/period.js';
import {
  type CollectionName,
  type Commune,
  type Organisation,
  type Picture,
  type Portal,
  type PortalEvent,
  type PortalRecord,
  type Programme,
  type Project,
  type Resource,
  type Story,
  titleOf,
} from './records.js';
import {contactProperties, type Thing} from './schema-org-contact.js';
import {pickText, type Text} from './text.js';

/** Options of the JSON-LD output. */
export interface ItemListOptions {
  /** Language of the widget: the output contains the same text as the page. */
  readonly language: string;
  /** Title of the list on the page. */
  readonly name?: string | undefined;
  /** True if the publisher of a resource is shown. */
  readonly hasPublisher?: boolean;
}

const ORGANISATION = 'Organization';

/**
 * Mapping of each collection to schema.org. Chapters and contributions are omitted: they are not works of the portal.
 */
const MAPPINGS: Partial<Record<CollectionName, (record: never, say: MappingContext) => Thing>> = {
  portals: (portal: Portal, say) => ({
    '@type': 'WebSite',
    description: say.text(portal.description),
    inLanguage: portal.languages,
    image: imageObject(portal.cover ?? portal.logo),
    publisher: portal.actors?.map(actor => mapOrganisation(actor)),
    spatialCoverage: placeThing(say.text(portal.territory?.name), portal.territory?.insee),
    dateModified: validDate(portal.updated),
  }),
  resources: mapResource,
  events: (event: PortalEvent, say) => ({
    '@type': 'Event',
    description: say.text(event.description),
    ...dateProperties(event.period, 'startDate', 'endDate'),
    eventStatus: EVENT_STATUSES.get((event.status ?? '').trim().toLowerCase()),
    location: placeThing(event.place, undefined, event.geo),
    image: imageObject(event.image),
  }),
  organisations: (one: Organisation) => mapOrganisation(one),
  projects: (project: Project, say) => ({
    '@type': 'Project',
    alternateName: project.acronym,
    description: say.text(project.description),
    ...dateProperties(project.period, 'foundingDate', 'dissolutionDate'),
    location: communePlace(project.commune, project.geo, say),
    member: [...new Set([project.lead, ...(project.partners ?? []).map(({name}) => name)])].map(
      name => name && {'@type': ORGANISATION, name},
    ),
    image: imageObject(project.image),
    knowsAbout: project.themes,
    funding: say.grantOf(project),
  }),
  stories: (story: Story, say) => ({
    '@type': 'Article',
    abstract: say.text(story.intro),
    creditText: story.credit,
  }),
};

/** `eventStatus` of events that do not take place as planned. */
const EVENT_STATUSES: ReadonlyMap<string, string> = new Map([
  ['cancelled', 'https://schema.org/EventCancelled'],
  ['canceled', 'https://schema.org/EventCancelled'],
  ['postponed', 'https://schema.org/EventPostponed'],
]);

/** Functions shared by all mappings. */
interface MappingContext {
  readonly language: string;
  readonly hasPublisher: boolean;
  text(text: Text | undefined): string | undefined;
  /** Returns the grant that a project receives from its programme. */
  grantOf(project: Project): Thing | undefined;
}

function mapResource(record: Resource, context: MappingContext): Thing {
  const isFacility = record.openingHours !== undefined || record.telephone !== undefined;
  const isPlace = record.type === 'marqueur' || isFacility || record.address !== undefined;
  const place = communePlace(record.commune, record.geo, context);
  const description = context.text(record.abstract);
  if (isPlace && !record.event)
    return {
      // A place of the public with hours and a telephone.
      '@type': isFacility ? 'CivicStructure' : 'Place',
      description,
      ...contactProperties(record, context.text(record.commune?.name)),
      geo: place?.['geo'],
      image: imageObject(record.image),
      keywords: record.themes,
    };
  const common = {
    description,
    keywords: record.tags,
    about: record.themes?.map(name => namedThing(name)),
  };
  if (record.event)
    return {
      '@type': 'Event',
      ...common,
      ...dateProperties(record.event, 'startDate', 'endDate'),
      location: place,
      image: imageObject(record.image),
    };
  return {
    '@type': record.type === 'actualite' ? 'Article' : 'CreativeWork',
    ...common,
    inLanguage: record.languages ?? record.lang,
    creditText:
      [...(record.authors ?? []), record.organisation].filter(Boolean).join(', ') || undefined,
    publisher:
      context.hasPublisher && record.publisher
        ? mapOrganisation({name: record.publisher})
        : undefined,
    datePublished: validDate(record.published),
    dateCreated: validDate(record.created),
    dateModified: validDate(record.updated),
    temporalCoverage: formatInterval(record.period),
    contentLocation: place,
    image: imageObject(record.image),
    license: record.licence,
    identifier: record.identifier,
    encoding: record.attachments?.map(file => ({
      '@type': 'MediaObject',
      name: context.text(file.title),
      contentUrl: file.url,
      encodingFormat: file.type,
      contentSize: file.size === undefined ? undefined : String(file.size),
      inLanguage: file.lang,
    })),
  };
}

const namedThing = (name: string): Thing => ({'@type': 'Thing', name});

const mapOrganisation = (record: Omit<Organisation, 'id'>): Thing => ({
  '@type': ORGANISATION,
  name: record.name,
  logo: record.logo?.src,
  ...contactProperties(record, undefined, record.country),
  email: record.email,
  openingHours: undefined,
});

const imageObject = (picture: Picture | undefined): Thing | undefined =>
  picture && {'@type': 'ImageObject', url: picture.src, creditText: picture.credit};

/** Returns a Place, or undefined without any data. */
function placeThing(name: string | undefined, insee?: string, geo?: Geo | null): Thing | undefined {
  if (!name && !insee && !geo) return undefined;
  return {
    '@type': 'Place',
    name,
    identifier: insee,
    geo: geo ? {'@type': 'GeoCoordinates', latitude: geo.lat, longitude: geo.lon} : undefined,
  };
}

function communePlace(
  commune: Commune | undefined,
  geo: Geo | null | undefined,
  context: MappingContext,
): Thing | undefined {
  const name = context.text(commune?.name);
  const place = placeThing(name, undefined, geo);
  const address = name && {'@type': 'PostalAddress', addressLocality: name};
  return place && {...place, address};
}

/** Returns the date unchanged if it is valid ISO 8601 of any precision. */
const validDate = (date: string | null | undefined): string | undefined =>
  date && parseDate(date) ? date : undefined;

const dateProperties = (period: Period | undefined, start: string, end: string): Thing => ({
  [start]: validDate(period?.start),
  [end]: validDate(period?.end),
});

/** Returns an ISO 8601 interval. An unknown or open end is written as `..`. */
function formatInterval(period: Period | undefined): string | undefined {
  const [start, end] = [validDate(period?.start), validDate(period?.end)];
  return start || end ? `${start ?? '..'}/${end ?? '..'}` : undefined;
}

function createGrant(
  {programme: id, budget}: Project,
  programmes: ReadonlyMap<string, Programme>,
  text: MappingContext['text'],
): Thing | undefined {
  if (id === undefined) return undefined;
  const programme = programmes.get(String(id));
  const amount = budget?.eu;
  return {
    '@type': amount === undefined ? 'Grant' : 'MonetaryGrant',
    name: text(programme?.title),
    identifier: String(id),
    funder: programme?.fund?.name && {'@type': ORGANISATION, name: programme.fund.name},
    amount:
      amount === undefined
        ? undefined
        : {'@type': 'MonetaryAmount', value: amount, currency: budget?.currency ?? 'EUR'},
  };
}

/** Removes empty values recursively. */
function removeEmpty(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = (value as unknown[]).map(removeEmpty).filter(item => item !== undefined);
    return items.length ? items : undefined;
  }
  if (typeof value !== 'object' || value === null) return value === '' ? undefined : value;
  const entries = Object.entries(value)
    .map(([name, inner]) => [name, removeEmpty(inner)] as const)
    .filter(([, inner]) => inner !== undefined && inner !== null);
  return entries.length ? Object.fromEntries(entries) : undefined;
}

/** Returns the functions of the mappings, for a language and the programmes that fund projects. */
function createContext(
  programmes: Iterable<Programme>,
  {language, hasPublisher = false}: ItemListOptions,
): MappingContext {
  const text: MappingContext['text'] = words => pickText(words, language).value || undefined;
  const byId = new Map([...programmes].map(one => [String(one.id), one]));
  return {language, hasPublisher, text, grantOf: project => createGrant(project, byId, text)};
}

/** Converts a record, or returns undefined if it has no title or schema.org no type for it. */
function mapRecord(
  record: PortalRecord,
  collection: CollectionName,
  context: MappingContext,
  hasId: boolean,
): Thing | undefined {
  const map = MAPPINGS[collection] as
    ((record: PortalRecord, context: MappingContext) => Thing) | undefined;
  const {url, lang} = record as Resource;
  const title = pickText(titleOf(record), context.language, lang);
  if (!map || !title.value.trim()) return undefined;
  const {'@type': type, ...rest} = map(record, context);
  const inLanguage = TYPES_WITH_LANGUAGE.has(type) ? (title.lang ?? context.language) : undefined;
  const common = {'@type': type, '@id': hasId ? url : undefined, name: title.value, url};
  return removeEmpty({...common, inLanguage, ...(removeEmpty(rest) as Thing | undefined)}) as Thing;
}

/** Converts one record, as the subject of a page. Programmes only appear as the funding of projects. */
export const createThing = (
  record: PortalRecord,
  collection: CollectionName,
  programmes: Iterable<Programme>,
  options: ItemListOptions,
): Thing | undefined => mapRecord(record, collection, createContext(programmes, options), true);

/**
 * Converts records to a schema.org ItemList, in the same order, or undefined if it is empty. Records without a title
 * are omitted, and programmes as in `createThing`.
 */
export function createItemList(
  records: Iterable<readonly [PortalRecord, CollectionName]>,
  options: ItemListOptions,
): Thing | undefined {
  const all = [...records];
  const programmes = all.flatMap(([record, kind]) =>
    kind === 'programmes' ? [record as Programme] : [],
  );
  const context = createContext(programmes, options);
  const usedUrls = new Set<string>();
  const items = all.flatMap(([record, kind]) => {
    const {url} = record as Resource;
    // `@id` must be unique: only the first record with a URL gets it.
    const item = mapRecord(record, kind, context, url !== undefined && !usedUrls.has(url));
    if (item && url) usedUrls.add(url);
    return item ?? [];
  });
  if (items.length === 0) return undefined;
  return removeEmpty({
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    name: options.name,
    numberOfItems: items.length,
    itemListElement: items.map((item, i) => ({'@type': 'ListItem', position: i + 1, item})),
  }) as Thing;
}

const TYPES_WITH_LANGUAGE = new Set<unknown>('WebSite CreativeWork Article Event'.split(' '));
