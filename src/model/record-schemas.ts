import type {Geo} from './geo.js';
import type {Period} from './period.js';
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
} from './records.js';
import type {FacetValue} from './query.js';
import type {Text} from './text.js';
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
  fetchUrl,
  size,
  string,
} from './scalar-schemas.js';
import {
  union,
  type ObjectSchema,
  object,
  list,
  map,
  orNull,
  type ParseContext,
  type Schema,
} from './schema-builder.js';

const stringList = list(string);
const idList = list(id);
export const text: Schema<Text> = union(string, map(string));
export const geo = orNull(object<Geo>({lat, lon}, 'lat', 'lon'));
export const period = object<Period>({start: date, end: orNull(date)});
export const commune = object<Commune>({
  name: text,
  insee: string,
  epci: string,
  departement: string,
  region: string,
});
export const picture = object<Picture>(
  {src: fetchUrl, alt: text, credit: string, width: size, height: size},
  'src',
);

const organisation = object<Organisation>(
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
export const RECORD_SCHEMAS: {readonly [K in CollectionName]: ObjectSchema<Collections[K]>} = {
  portals: object<Portal>(
    {
      id,
      title: text,
      family: string,
      description: text,
      url: link,
      accent: colour,
      logo: picture,
      cover: picture,
      languages: stringList,
      sections: stringList,
      actors: list(organisation),
      territory: object<Territory>({
        name: text,
        insee: string,
        level: string,
        bbox,
      }),
      programme: id,
      projects: idList,
      counts: map(count),
      status: string,
      updated: date,
    },
    'id',
  ),
  resources: object<Resource>(
    {
      id,
      title: text,
      family: string,
      type: string,
      section: string,
      abstract: text,
      body: text,
      url: link,
      portals: idList,
      themes: stringList,
      scales: stringList,
      tags: stringList,
      commune,
      geo,
      image: picture,
      attachments: list(
        object<Attachment>({url: link, title: text, type: string, size, lang: string}, 'url'),
      ),
      authors: stringList,
      owners: stringList,
      designers: stringList,
      organisation: string,
      period,
      event: period,
      published: date,
      created: date,
      updated: date,
      publisher: string,
      languages: stringList,
      tools: stringList,
      lang: string,
      licence: string,
      identifier: string,
    },
    'id',
  ),
  projects: object<Project>(
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
      budget: object<Budget>({total: size, eu: size, rate: percent, currency: string}),
      lead: string,
      partners: list(object<Partner>({name: string, role: text, country: string, geo}, 'name')),
      geo,
      commune,
      themes: stringList,
      phases: list(object<Phase>({title: text, period, state: string})),
      next: union(
        id,
        object<Partial<PortalEvent> & Pick<PortalEvent, 'period'>>(eventFields, 'period'),
      ),
      participate: object<NonNullable<Project['participate']>>({
        label: text,
        url: link,
        until: date,
      }),
      sources: list(object<NonNullable<Project['sources']>[number]>({title: text, url: link})),
    },
    'id',
  ),
  programmes: object<Programme>(
    {
      id,
      title: text,
      generation: string,
      strand: string,
      area: text,
      period,
      fund: object<Fund>({name: string, amount: size, currency: string}),
      funding: object<NonNullable<Programme['funding']>>({text, logo: picture}),
    },
    'id',
  ),
  organisations: organisation,
  chapters: object<Chapter>(
    {id, title: text, intro: text, portal: id, order: number, resources: idList},
    'id',
  ),
  events: object<PortalEvent>(eventFields, 'id', 'period'),
  stories: object<Story>(
    {
      id,
      title: text,
      intro: text,
      steps: list(
        object<StoryStep>({
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
  contributions: object<Contribution>(
    {
      id,
      kind: string,
      text,
      geo,
      photos: list(picture),
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

export const ENVELOPE_SCHEMA = object<Envelope>({
  total: count,
  next: orNull(string),
  complete: boolean,
  facets: map(list(object<FacetValue>({value: string, label: text, count}, 'value', 'count'))),
  attribution: object<Attribution>({text: string, url: link, licence: string, updated: date}),
  contact: link,
});

/** Parsed value and its validation errors. */
export interface ParseResult<T> {
  /** Undefined if the value cannot be used. */
  readonly value: T | undefined;
  /** One line per error, with its path: `geo.lat: expected a number, got "3,1"`. */
  readonly errors: readonly string[];
}

function parse<T>(
  schema: Schema<T>,
  raw: unknown,
  base: string | undefined,
  path: ParseContext['path'] = [],
): ParseResult<T> {
  const errors: string[] = [];
  return {value: schema.parse(raw, {base, path, errors}), errors};
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
  path?: ParseContext['path'],
): ParseResult<Collections[K]> =>
  parse<Collections[K]>(RECORD_SCHEMAS[collection], raw, base, path);

/** Parses the metadata of a list response. */
export const parseEnvelope = (raw: unknown, base?: string): ParseResult<Envelope> =>
  parse(ENVELOPE_SCHEMA, raw, base);
