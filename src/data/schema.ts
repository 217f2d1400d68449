import type {Geo} from '../model/geo.js';
import type {Period} from '../model/period.js';
import type {
  Attachment,
  Budget,
  Chapter,
  CollectionName,
  Collections,
  Commune,
  Contribution,
  Fund,
  Organisation,
  Partner,
  Phase,
  Picture,
  Portal,
  PortalEvent,
  Programme,
  Project,
  Resource,
  Story,
  StoryStep,
  Territory,
} from '../model/records.js';
import type {FacetValue} from '../model/query.js';
import type {Text} from '../model/text.js';
import {
  bbox,
  boolean,
  colour,
  count,
  date,
  id,
  lat,
  link,
  lon,
  number,
  percent,
  resource,
  size,
  string,
} from './leaves.js';
import {
  either,
  type Fields,
  fields,
  listOf,
  mapOf,
  orNull,
  type Reading,
  type Shape,
} from './shape.js';

const strings = listOf(string);
const ids = listOf(id);
export const text: Shape<Text> = either(string, mapOf(string));
export const geo = orNull(fields<Geo>({lat, lon}, 'lat', 'lon'));
export const period = fields<Period>({start: date, end: orNull(date)});
export const commune = fields<Commune>({
  name: text,
  insee: string,
  epci: string,
  departement: string,
  region: string,
});
export const picture = fields<Picture>(
  {src: resource, alt: text, credit: string, width: size, height: size},
  'src',
);

const organisation = fields<Organisation>(
  {
    id,
    name: string,
    type: string,
    url: link,
    logo: picture,
    country: string,
    role: text,
    geo,
  },
  'id',
  'name',
);

const eventFields = {
  id,
  title: text,
  period,
  timezone: string,
  place: string,
  geo,
  url: link,
  portal: id,
  project: id,
  description: text,
  image: picture,
  status: string,
};

/**
 * Schemas of the records, by collection. Responses are validated with them, and the OpenAPI document is generated from
 * them.
 */
export const RECORDS: {readonly [K in CollectionName]: Fields<Collections[K]>} = {
  portals: fields<Portal>(
    {
      id,
      title: text,
      family: string,
      description: text,
      url: link,
      accent: colour,
      logo: picture,
      cover: picture,
      languages: strings,
      sections: strings,
      actors: listOf(organisation),
      territory: fields<Territory>({
        name: text,
        insee: string,
        level: string,
        bbox,
      }),
      programme: id,
      projects: ids,
      counts: mapOf(count),
      status: string,
      updated: date,
    },
    'id',
  ),
  resources: fields<Resource>(
    {
      id,
      title: text,
      family: string,
      type: string,
      section: string,
      abstract: text,
      body: text,
      url: link,
      portals: ids,
      themes: strings,
      scales: strings,
      tags: strings,
      commune,
      geo,
      image: picture,
      attachments: listOf(
        fields<Attachment>({url: link, title: text, type: string, size, lang: string}, 'url'),
      ),
      authors: strings,
      owners: strings,
      designers: strings,
      organisation: string,
      period,
      event: period,
      published: date,
      created: date,
      updated: date,
      publisher: string,
      languages: strings,
      tools: strings,
      lang: string,
      licence: string,
      identifier: string,
    },
    'id',
  ),
  projects: fields<Project>(
    {
      id,
      title: text,
      acronym: string,
      description: text,
      url: link,
      family: string,
      portal: id,
      programme: id,
      parent: id,
      period,
      datePrecision: string,
      budget: fields<Budget>({total: size, eu: size, rate: percent, currency: string}),
      lead: string,
      partners: listOf(fields<Partner>({name: string, role: text, country: string, geo}, 'name')),
      geo,
      commune,
      themes: strings,
      phases: listOf(fields<Phase>({title: text, period, state: string})),
      next: either(
        id,
        fields<Partial<PortalEvent> & Pick<PortalEvent, 'period'>>(eventFields, 'period'),
      ),
      participate: fields<NonNullable<Project['participate']>>({
        label: text,
        url: link,
        until: date,
      }),
      sources: listOf(fields<NonNullable<Project['sources']>[number]>({title: text, url: link})),
    },
    'id',
  ),
  programmes: fields<Programme>(
    {
      id,
      title: text,
      generation: string,
      strand: string,
      area: text,
      period,
      fund: fields<Fund>({name: string, amount: size, currency: string}),
      funding: fields<NonNullable<Programme['funding']>>({text, logo: picture}),
    },
    'id',
  ),
  organisations: organisation,
  chapters: fields<Chapter>(
    {id, title: text, intro: text, portal: id, order: number, resources: ids},
    'id',
  ),
  events: fields<PortalEvent>(eventFields, 'id', 'period'),
  stories: fields<Story>(
    {
      id,
      title: text,
      intro: text,
      steps: listOf(
        fields<StoryStep>({
          title: text,
          text,
          image: picture,
          before: picture,
          after: picture,
          geo,
          zoom: number,
          year: number,
          resource: id,
        }),
      ),
      portal: id,
      credit: string,
    },
    'id',
  ),
  contributions: fields<Contribution>(
    {
      id,
      kind: string,
      text,
      geo,
      photos: listOf(picture),
      name: string,
      created: date,
      state: string,
      portal: id,
      project: id,
    },
    'id',
    'kind',
  ),
};

/** Attribution shown in the footer. */
export interface Attribution {
  readonly text?: string | undefined;
  readonly url?: string | undefined;
  readonly licence?: string | undefined;
  readonly updated?: string | undefined;
}

/** Metadata of a list response, without its items. */
export interface Envelope {
  readonly total?: number | undefined;
  readonly next?: string | null | undefined;
  readonly complete?: boolean | undefined;
  readonly facets?: Readonly<Record<string, readonly FacetValue[]>> | undefined;
  readonly attribution?: Attribution | undefined;
  readonly contact?: string | undefined;
}

export const ENVELOPE = fields<Envelope>({
  total: count,
  next: orNull(string),
  complete: boolean,
  facets: mapOf(listOf(fields<FacetValue>({value: string, label: text, count}, 'value', 'count'))),
  attribution: fields<Attribution>({text: string, url: link, licence: string, updated: date}),
  contact: link,
});

/** Parsed value and its validation errors. */
export interface Parsed<T> {
  /** Undefined if the value cannot be used. */
  readonly value: T | undefined;
  /** One line per error, with its path: `geo.lat: expected a number, got "3,1"`. */
  readonly faults: readonly string[];
}

function parse<T>(
  shape: Shape<T>,
  raw: unknown,
  base: string | undefined,
  path: Reading['path'] = [],
): Parsed<T> {
  const faults: string[] = [];
  return {value: shape.read(raw, {base, path, faults}), faults};
}

/**
 * Parses a record. Invalid fields are left out and reported.
 *
 * @param path Prefix of the paths in the errors.
 */
export const parseRecord = <K extends CollectionName>(
  collection: K,
  raw: unknown,
  base?: string,
  path?: Reading['path'],
): Parsed<Collections[K]> => parse<Collections[K]>(RECORDS[collection], raw, base, path);

/** Parses the metadata of a list response. */
export const parseEnvelope = (raw: unknown, base?: string): Parsed<Envelope> =>
  parse(ENVELOPE, raw, base);
