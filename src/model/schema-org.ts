import type {Geo} from './geo.js';
import {parseDate, type Period} from './period.js';
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
import {pickText, type Text} from './text.js';

/** Instance of a schema.org type. Undefined properties are omitted. */
type Thing = Readonly<Record<string, unknown>>;

/** Options of the JSON-LD output. */
export interface Telling {
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
const TOLD: Partial<Record<CollectionName, (record: never, say: Say) => Thing>> = {
  portals: (portal: Portal, say) => ({
    '@type': 'WebSite',
    description: say.text(portal.description),
    inLanguage: portal.languages,
    image: pictureOf(portal.cover ?? portal.logo),
    publisher: portal.actors?.map(actor => organisation(actor)),
    spatialCoverage: placeOf(say.text(portal.territory?.name), portal.territory?.insee),
    dateModified: dateOf(portal.updated),
  }),
  resources: resource,
  events: (event: PortalEvent, say) => ({
    '@type': 'Event',
    description: say.text(event.description),
    ...datesOf(event.period, 'startDate', 'endDate'),
    eventStatus: STATUSES[(event.status ?? '').trim().toLowerCase()],
    location: placeOf(event.place, undefined, event.geo),
    image: pictureOf(event.image),
  }),
  organisations: (one: Organisation) => organisation(one),
  projects: (project: Project, say) => ({
    '@type': 'Project',
    alternateName: project.acronym,
    description: say.text(project.description),
    ...datesOf(project.period, 'foundingDate', 'dissolutionDate'),
    location: communeOf(project.commune, project.geo, say),
    member: [project.lead, ...(project.partners ?? []).map(({name}) => name)].map(
      name => name && {'@type': ORGANISATION, name},
    ),
    knowsAbout: project.themes,
    funding: say.grant(project),
  }),
  stories: (story: Story, say) => ({
    '@type': 'Article',
    abstract: say.text(story.intro),
    creditText: story.credit,
  }),
};

/** `eventStatus` of events that do not take place as planned. */
const STATUSES: Readonly<Record<string, string>> = {
  cancelled: 'https://schema.org/EventCancelled',
  canceled: 'https://schema.org/EventCancelled',
  postponed: 'https://schema.org/EventPostponed',
};

/** Functions shared by all mappings. */
interface Say {
  readonly hasPublisher: boolean;
  text(text: Text | undefined): string | undefined;
  /** Returns the grant that a project receives from its programme. */
  grant(project: Project): Thing | undefined;
}

function resource(one: Resource, say: Say): Thing {
  const isPlace = one.type === 'marqueur';
  const place = communeOf(one.commune, one.geo, say);
  const description = say.text(one.abstract);
  if (isPlace && !one.event)
    return {
      '@type': 'Place',
      description,
      address: place?.['address'],
      geo: place?.['geo'],
      image: pictureOf(one.image),
      keywords: one.themes,
    };
  const common = {description, keywords: one.tags, about: one.themes?.map(name => thing(name))};
  if (one.event)
    return {
      '@type': 'Event',
      ...common,
      ...datesOf(one.event, 'startDate', 'endDate'),
      location: place,
      image: pictureOf(one.image),
    };
  return {
    '@type': one.type === 'actualite' ? 'Article' : 'CreativeWork',
    ...common,
    inLanguage: one.languages ?? one.lang,
    creditText: [...(one.authors ?? []), one.organisation].filter(Boolean).join(', ') || undefined,
    publisher: say.hasPublisher && one.publisher ? organisation({name: one.publisher}) : undefined,
    datePublished: dateOf(one.published),
    dateCreated: dateOf(one.created),
    dateModified: dateOf(one.updated),
    temporalCoverage: intervalOf(one.period),
    contentLocation: place,
    image: pictureOf(one.image),
    license: one.licence,
    identifier: one.identifier,
    encoding: one.attachments?.map(file => ({
      '@type': 'MediaObject',
      name: say.text(file.title),
      contentUrl: file.url,
      encodingFormat: file.type,
      contentSize: file.size === undefined ? undefined : String(file.size),
      inLanguage: file.lang,
    })),
  };
}

const thing = (name: string): Thing => ({'@type': 'Thing', name});

const organisation = (one: Omit<Organisation, 'id'>): Thing => ({
  '@type': ORGANISATION,
  name: one.name,
  url: one.url,
  logo: one.logo?.src,
  address: one.country && {'@type': 'PostalAddress', addressCountry: one.country},
});

const pictureOf = (picture: Picture | undefined): Thing | undefined =>
  picture && {'@type': 'ImageObject', url: picture.src, creditText: picture.credit};

/** Returns a Place, or undefined without any data. */
function placeOf(name: string | undefined, insee?: string, geo?: Geo | null): Thing | undefined {
  if (!name && !insee && !geo) return undefined;
  return {
    '@type': 'Place',
    name,
    identifier: insee,
    geo: geo ? {'@type': 'GeoCoordinates', latitude: geo.lat, longitude: geo.lon} : undefined,
  };
}

function communeOf(
  commune: Commune | undefined,
  geo: Geo | null | undefined,
  say: Say,
): Thing | undefined {
  const name = say.text(commune?.name);
  const place = placeOf(name, undefined, geo);
  const address = name && {'@type': 'PostalAddress', addressLocality: name};
  return place && {...place, address};
}

/** Returns the date unchanged if it is valid ISO 8601 of any precision. */
const dateOf = (date: string | null | undefined): string | undefined =>
  date && parseDate(date) ? date : undefined;

const datesOf = (period: Period | undefined, start: string, end: string): Thing => ({
  [start]: dateOf(period?.start),
  [end]: dateOf(period?.end),
});

/** Returns an ISO 8601 interval. An unknown or open end is written as `..`. */
function intervalOf(period: Period | undefined): string | undefined {
  const [start, end] = [dateOf(period?.start), dateOf(period?.end)];
  return start || end ? `${start ?? '..'}/${end ?? '..'}` : undefined;
}

function grantOf(
  {programme: id, budget}: Project,
  programmes: ReadonlyMap<string, Programme>,
  text: Say['text'],
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
function filled(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = (value as unknown[]).map(filled).filter(item => item !== undefined);
    return items.length ? items : undefined;
  }
  if (typeof value !== 'object' || value === null) return value === '' ? undefined : value;
  const entries = Object.entries(value)
    .map(([name, inner]) => [name, filled(inner)] as const)
    .filter(([, inner]) => inner !== undefined && inner !== null);
  return entries.length ? Object.fromEntries(entries) : undefined;
}

/**
 * Converts records to a schema.org ItemList, in the same order, or undefined if it is empty. Records without a title
 * are omitted. Programmes only appear as the funding of projects.
 */
export function itemListOf(
  records: Iterable<readonly [PortalRecord, CollectionName]>,
  {language, name, hasPublisher = false}: Telling,
): Thing | undefined {
  const all = [...records];
  const programmes = new Map(
    all.flatMap(([record, kind]) =>
      kind === 'programmes' ? [[String(record.id), record as Programme] as const] : [],
    ),
  );
  const text: Say['text'] = words => pickText(words, language).value || undefined;
  const say: Say = {text, hasPublisher, grant: project => grantOf(project, programmes, text)};
  const known = new Set<string>();
  const items = all.flatMap(([record, kind]) => {
    const tell = TOLD[kind] as ((record: PortalRecord, say: Say) => Thing) | undefined;
    const {url, lang} = record as Resource;
    const title = pickText(titleOf(record), language, lang);
    if (!tell || !title.value.trim()) return [];
    // `@id` must be unique: only the first record with a URL gets it.
    const isNew = url !== undefined && !known.has(url);
    if (url) known.add(url);
    const {'@type': type, ...rest} = tell(record, say);
    const own = {inLanguage: WORKS.has(type) ? (title.lang ?? language) : undefined};
    const told = {'@type': type, '@id': isNew ? url : undefined, name: title.value, url};
    return [filled({...told, ...own, ...(filled(rest) as Thing | undefined)})];
  });
  if (items.length === 0) return undefined;
  return filled({
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    name,
    numberOfItems: items.length,
    itemListElement: items.map((item, i) => ({'@type': 'ListItem', position: i + 1, item})),
  }) as Thing;
}

/** Types that have `inLanguage`. */
const WORKS: ReadonlySet<unknown> = new Set(['WebSite', 'CreativeWork', 'Article', 'Event']);
