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

/** A thing in the words of schema.org; what is undefined is not there. */
type Thing = Readonly<Record<string, unknown>>;

/** How what is drawn is told of. */
export interface Telling {
  /** The reader's language: the words that they see are those that are told. */
  readonly language: string;
  /** What the page calls the whole list. */
  readonly name?: string | undefined;
  /** Whether it is said who published a resource. */
  readonly hasPublisher?: boolean;
}

const ORGANISATION = 'Organization';

/** What is told of each kind of record; a chapter or a contribution is none of the portal's own works. */
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

/** What has become of an event, where it does not take place as it stands. */
const STATUSES: Readonly<Record<string, string>> = {
  cancelled: 'https://schema.org/EventCancelled',
  canceled: 'https://schema.org/EventCancelled',
  postponed: 'https://schema.org/EventPostponed',
};

/** What all kinds need to be told. */
interface Say {
  readonly hasPublisher: boolean;
  text(text: Text | undefined): string | undefined;
  /** What a project's programme gives to it. */
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

/** A place by what is known of it; undefined where nothing is. */
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

/** A date as it stands, of whatever precision; what is no date is left out. */
const dateOf = (date: string | null | undefined): string | undefined =>
  date && parseDate(date) ? date : undefined;

const datesOf = (period: Period | undefined, start: string, end: string): Thing => ({
  [start]: dateOf(period?.start),
  [end]: dateOf(period?.end),
});

/** An ISO 8601 interval; the side that is not known, or still open, is `..`. */
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

/** Leaves out what is empty, at all depths. */
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
 * Records as a list of schema.org, in the order in which they come; undefined where there is none to tell of. A
 * record without a title is none. Programmes are told of as what funds their projects.
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
    // Two records at one address are two things: only the first can be called by it.
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

/** The kinds of thing that are in a language. */
const WORKS: ReadonlySet<unknown> = new Set(['WebSite', 'CreativeWork', 'Article', 'Event']);
