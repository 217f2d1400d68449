import {
  attachment,
  contactFields,
  ownFields,
  commune,
  geo,
  lineText,
  period,
  picture,
  text,
} from './part-schemas.js';
import {
  bbox,
  colour,
  count,
  date,
  direction,
  id,
  link,
  number,
  outline,
  percent,
  shape,
  size,
  string,
  year,
  zoom,
} from './scalar-schemas.js';
import {list, map, object, type ScalarSchema, union} from './schema-builder.js';

/** Families of portals, in the order of the platform. */
export const FAMILIES = ['acteur', 'theme', 'projet'] as const;

/** String with known values; others are kept. */
type OpenEnum<T extends string> = T | (string & {});

/** Returns the schema of a string, with the type of its known values. */
const openEnum = <T extends string>(): ScalarSchema<OpenEnum<T>> => string;

/** Kind of portal. Unknown values of the API are kept and shown unchanged. */
export type Family = OpenEnum<(typeof FAMILIES)[number]>;

const family = openEnum<(typeof FAMILIES)[number]>();
/** Upper bound on the items of a list that is shown whole, such as themes, authors or attachments. */
const MAX_ITEMS = 200;
const MAX_PARTNERS = 1000;

const stringList = list(string, MAX_ITEMS);
const idList = list(id);

/** Area covered by a portal. */
export const territory = object({name: lineText, insee: string, level: string, bbox, outline});

const organisations = object(
  {
    ...{id, name: string, type: string, url: link, logo: picture, country: string},
    ...{role: lineText, commune, geo, ...contactFields, ...ownFields},
  },
  'id',
  'name',
);

const portals = object(
  {
    id,
    title: lineText,
    family,
    description: text,
    url: link,
    /** Colour, `#rrggbb`. */
    accent: colour,
    logo: picture,
    cover: picture,
    languages: stringList,
    sections: stringList,
    actors: list(organisations),
    territory,
    programme: id,
    projects: idList,
    /** Number of resources by section. */
    counts: map(count),
    status: openEnum<'active' | 'archive'>(),
    updated: date,
    ...ownFields,
  },
  'id',
);

const resources = object(
  {
    id,
    title: lineText,
    family,
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
    /** Dated pictures of the place, as a photographic observatory takes them. */
    pictures: list(picture, MAX_ITEMS),
    attachments: list(attachment, MAX_ITEMS),
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
    ...contactFields,
    ...ownFields,
  },
  'id',
);

export const budget = object({
  total: size,
  eu: size,
  /** Share of EU funding in percent, 0 to 100. */
  rate: percent,
  /** ISO 4217 code. Default: `EUR`. */
  currency: string,
});

export const partner = object({name: string, role: lineText, country: string, geo}, 'name');

/** Person or office that answers questions about a project: its address, or name, role and addresses. */
export const projectContact = union(
  string,
  object({name: string, role: lineText, ...contactFields}),
);

export const phase = object({title: lineText, period, state: openEnum<'done' | 'now' | 'next'>()});

const eventFields = {
  id,
  title: lineText,
  period,
  /** IANA time zone. Default: `Europe/Paris` for times without an offset. */
  timezone: string,
  place: string,
  geo,
  url: link,
  portal: id,
  project: id,
  description: text,
  image: picture,
  status: string,
  ...ownFields,
};

const projects = object(
  {
    id,
    title: lineText,
    acronym: string,
    description: text,
    url: link,
    family,
    portal: id,
    programme: id,
    /** Portfolio that this project belongs to. */
    parent: id,
    period,
    datePrecision: openEnum<'exact' | 'circa'>(),
    budget,
    lead: string,
    partners: list(partner, MAX_PARTNERS),
    geo,
    commune,
    themes: stringList,
    phases: list(phase, MAX_ITEMS),
    /** Next meeting: id of an event, or the event itself. */
    next: union(id, object(eventFields, 'period')),
    participate: object({label: lineText, url: link, until: date}),
    sources: list(object({title: lineText, url: link}), MAX_ITEMS),
    /** Aims of the project, as the programme has approved them. */
    aims: text,
    /** Results, achieved or expected. */
    results: text,
    documents: list(attachment, MAX_ITEMS),
    contact: projectContact,
    image: picture,
    ...ownFields,
  },
  'id',
);

export const fund = object({name: string, amount: size, currency: string});

const programmes = object(
  {
    id,
    title: lineText,
    /** `I` to `VI`. */
    generation: string,
    /** `A` cross-border, `B` transnational, `C` interregional, `D` outermost regions. */
    strand: string,
    area: lineText,
    period,
    fund,
    /** Statement and emblem required by the programme, shown with its projects. */
    funding: object({text, logo: picture}),
    ...ownFields,
  },
  'id',
);

export const storyStep = object({
  title: lineText,
  text,
  image: picture,
  before: picture,
  after: picture,
  geo,
  /** Line or area beside the place. */
  geometry: shape,
  zoom,
  year,
  resource: id,
});

const contributions = object(
  {
    id,
    kind: string,
    text,
    geo,
    photos: list(picture, MAX_ITEMS),
    name: string,
    created: date,
    state: openEnum<'pending' | 'published' | 'refused'>(),
    /** Resource whose pictures the photographs continue. */
    resource: id,
    /** Direction of the camera. */
    direction,
    /** Text by the portal's team, shown with the contribution. */
    reply: text,
    /** Line or area beside the place. */
    geometry: shape,
    portal: id,
    project: id,
  },
  'id',
  'kind',
);

/**
 * Schemas of the records, by collection of the portal API. Responses are validated with them, and the types of records
 * and the OpenAPI document are derived from them.
 */
export const RECORD_SCHEMAS = {
  portals,
  resources,
  projects,
  programmes,
  organisations,
  chapters: object(
    {id, title: lineText, intro: text, portal: id, order: number, resources: idList, ...ownFields},
    'id',
  ),
  events: object(eventFields, 'id', 'period'),
  stories: object(
    {
      id,
      title: lineText,
      intro: text,
      steps: list(storyStep, MAX_ITEMS),
      portal: id,
      credit: string,
      ...ownFields,
    },
    'id',
  ),
  contributions,
};
