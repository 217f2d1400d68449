import * as v from 'valibot';
import {parseDate} from '../model/period.js';
import type {CollectionName, Collections} from '../model/records.js';
import {safeLink, safeResource} from './links.js';

/** Where the addresses of the record being parsed are relative to. Parsing is synchronous, so one place will do. */
let base: string | undefined;

const string = v.string();
const strings = v.array(string);
const number = v.number();
const maybe = <const S extends v.GenericSchema>(schema: S) => v.optional(schema);

const id = v.union([v.pipe(string, v.nonEmpty()), v.pipe(number, v.integer())]);
const ids = v.array(id);
const text = v.union([string, v.record(string, string)]);
const date = v.pipe(
  string,
  v.check(value => parseDate(value) !== undefined, 'expected a date such as 2016, 2016-10 or 2016-10-01'),
);
const period = v.object({start: maybe(date), end: maybe(v.nullable(date))});

const gate = (pass: (address: string, from?: string) => string | undefined, message: string) =>
  v.pipe(
    string,
    v.rawTransform(({dataset, addIssue, NEVER}) => {
      const address = pass(dataset.value, base);
      if (address !== undefined) return address;
      addIssue({message});
      return NEVER;
    }),
  );
const link = gate(safeLink, 'expected a link that may be followed');
const resource = gate(safeResource, 'expected an https address');

const geo = v.object({
  lat: v.pipe(number, v.minValue(-90), v.maxValue(90)),
  lon: v.pipe(number, v.minValue(-180), v.maxValue(180)),
});
const maybeGeo = maybe(v.nullable(geo));
const bbox = v.tuple([geo.entries.lon, geo.entries.lat, geo.entries.lon, geo.entries.lat]);
const size = v.pipe(number, v.minValue(0));
const picture = v.object({
  src: resource,
  alt: maybe(text),
  credit: maybe(string),
  width: maybe(size),
  height: maybe(size),
});
const commune = v.object({name: maybe(string), insee: maybe(string)});
const colour = v.pipe(string, v.regex(/^#[0-9a-f]{6}$/i, 'expected a colour #rrggbb'));

const organisation = v.object({
  id,
  name: string,
  type: maybe(string),
  url: maybe(link),
  logo: maybe(picture),
  country: maybe(string),
  role: maybe(text),
  geo: maybeGeo,
});

const event = v.object({
  id,
  title: maybe(text),
  period,
  timezone: maybe(string),
  place: maybe(string),
  geo: maybeGeo,
  url: maybe(link),
  portal: maybe(id),
  project: maybe(id),
  description: maybe(text),
  image: maybe(picture),
  status: maybe(string),
});

/** What each record of the portal API must look like: the source of the checks and of the OpenAPI document. */
export const RECORDS = {
  portals: v.object({
    id,
    title: maybe(text),
    family: maybe(string),
    description: maybe(text),
    url: maybe(link),
    accent: maybe(colour),
    logo: maybe(picture),
    cover: maybe(picture),
    languages: maybe(strings),
    sections: maybe(strings),
    actors: maybe(v.array(organisation)),
    territory: maybe(
      v.object({name: maybe(string), insee: maybe(string), level: maybe(string), bbox: maybe(bbox)}),
    ),
    programme: maybe(id),
    projects: maybe(ids),
    counts: maybe(v.record(string, size)),
    status: maybe(string),
    updated: maybe(date),
  }),
  resources: v.object({
    id,
    title: maybe(text),
    family: maybe(string),
    type: maybe(string),
    section: maybe(string),
    abstract: maybe(text),
    body: maybe(text),
    url: maybe(link),
    portals: maybe(ids),
    themes: maybe(strings),
    scales: maybe(strings),
    tags: maybe(strings),
    commune: maybe(commune),
    geo: maybeGeo,
    image: maybe(picture),
    attachments: maybe(
      v.array(
        v.object({url: link, title: maybe(text), type: maybe(string), size: maybe(size), lang: maybe(string)}),
      ),
    ),
    authors: maybe(strings),
    owners: maybe(strings),
    designers: maybe(strings),
    organisation: maybe(string),
    period: maybe(period),
    event: maybe(period),
    published: maybe(date),
    created: maybe(date),
    updated: maybe(date),
    publisher: maybe(string),
    languages: maybe(strings),
    tools: maybe(strings),
    lang: maybe(string),
    licence: maybe(string),
    identifier: maybe(string),
  }),
  projects: v.object({
    id,
    title: maybe(text),
    acronym: maybe(string),
    description: maybe(text),
    url: maybe(link),
    family: maybe(string),
    portal: maybe(id),
    programme: maybe(id),
    parent: maybe(id),
    period: maybe(period),
    datePrecision: maybe(string),
    budget: maybe(
      v.object({
        total: maybe(size),
        eu: maybe(size),
        rate: maybe(v.pipe(size, v.maxValue(100))),
        currency: maybe(string),
      }),
    ),
    lead: maybe(string),
    partners: maybe(
      v.array(v.object({name: string, role: maybe(text), country: maybe(string), geo: maybeGeo})),
    ),
    geo: maybeGeo,
    commune: maybe(commune),
    themes: maybe(strings),
    phases: maybe(
      v.array(v.object({title: maybe(text), period: maybe(period), state: maybe(string)})),
    ),
    next: maybe(v.union([id, v.object({...event.entries, id: maybe(id)})])),
    participate: maybe(v.object({label: maybe(text), url: maybe(link), until: maybe(date)})),
    sources: maybe(v.array(v.object({title: maybe(text), url: maybe(link)}))),
  }),
  programmes: v.object({
    id,
    title: maybe(text),
    generation: maybe(string),
    strand: maybe(string),
    area: maybe(text),
    period: maybe(period),
    fund: maybe(v.object({name: maybe(string), amount: maybe(size), currency: maybe(string)})),
    funding: maybe(v.object({text: maybe(text), logo: maybe(picture)})),
  }),
  organisations: organisation,
  chapters: v.object({
    id,
    title: maybe(text),
    intro: maybe(text),
    portal: maybe(id),
    order: maybe(number),
    resources: maybe(ids),
  }),
  events: event,
  stories: v.object({
    id,
    title: maybe(text),
    intro: maybe(text),
    steps: maybe(
      v.array(
        v.object({
          title: maybe(text),
          text: maybe(text),
          image: maybe(picture),
          before: maybe(picture),
          after: maybe(picture),
          geo: maybeGeo,
          zoom: maybe(number),
          year: maybe(number),
          resource: maybe(id),
        }),
      ),
    ),
    portal: maybe(id),
    credit: maybe(string),
  }),
  contributions: v.object({
    id,
    kind: string,
    text: maybe(text),
    geo: maybeGeo,
    photos: maybe(v.array(picture)),
    name: maybe(string),
    created: maybe(date),
    state: maybe(string),
    portal: maybe(id),
    project: maybe(id),
  }),
} satisfies Record<CollectionName, v.GenericSchema>;

/** What a server says of a list, besides its items. */
export const ENVELOPE = v.object({
  total: maybe(v.pipe(number, v.integer(), v.minValue(0))),
  next: maybe(v.nullable(string)),
  complete: maybe(v.boolean()),
  facets: maybe(
    v.record(string, v.array(v.object({value: string, label: maybe(text), count: size}))),
  ),
  attribution: maybe(
    v.object({text: maybe(string), url: maybe(link), licence: maybe(string), updated: maybe(date)}),
  ),
  contact: maybe(link),
});
export type Envelope = v.InferOutput<typeof ENVELOPE>;
export type Attribution = NonNullable<Envelope['attribution']>;

type Path = readonly (string | number)[];

/** A record as the model knows it, and what had to be left out of it. */
export interface Parsed<T> {
  /** Undefined when nothing could be made of it. */
  readonly value: T | undefined;
  /** One line a fault, with its path: `geo.lat: expected a number, got "3,1"`. */
  readonly faults: readonly string[];
}

/** After so many rounds of cutting out what is wrong, whole top-level fields go. */
const PATIENCE = 4;
const HOLE = Symbol('hole');

/** Parses a record; fields of the wrong type are left out and named, with paths that start at the record. */
export const parseRecord = <K extends CollectionName>(collection: K, raw: unknown, from?: string) =>
  parseLeniently(RECORDS[collection], raw, from) as unknown as Parsed<Collections[K]>;

/** What a list's answer says besides its items. */
export const parseEnvelope = (raw: unknown, from?: string): Parsed<Envelope> =>
  parseLeniently(ENVELOPE, raw, from);

function parseLeniently<const S extends v.GenericSchema>(
  schema: S,
  raw: unknown,
  from: string | undefined,
): Parsed<v.InferOutput<S>> {
  base = from;
  const faults: string[] = [];
  let input = raw;
  for (let round = 0; ; round++) {
    const result = v.safeParse(schema, input);
    if (result.success) return {value: result.output, faults};
    const cuts: Path[] = [];
    for (const issue of result.issues) {
      const fault = findFault(issue);
      if (round === 0) faults.push(`${pathText(fault.path)}${fault.message}`);
      cuts.push(round < PATIENCE ? fault.cut : fault.path.slice(0, 1));
    }
    input = without(input, cuts);
    if (input === HOLE) return {value: undefined, faults};
  }
}

interface Fault {
  readonly path: Path;
  readonly cut: Path;
  readonly message: string;
}

/** The deepest place that an issue speaks of, and what to cut out for it: a thing that lacks a part goes whole. */
function findFault(issue: v.BaseIssue<unknown>, above: Path = []): Fault {
  const path = [...above, ...(issue.path ?? []).map(item => item.key as string | number)];
  const deeper = issue.issues?.find(sub => sub.path);
  if (deeper) return findFault(deeper, path);
  const missing = issue.input === undefined;
  const message = issue.message.startsWith('expected')
    ? issue.message
    : `expected ${expectation(issue)}`;
  return {
    path,
    cut: missing ? path.slice(0, -1) : path,
    message: `${message}, got ${missing ? 'nothing' : shorten(issue.input)}`,
  };
}

const ARTICLES: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
  Array: 'a list',
  Object: 'an object',
  integer: 'a whole number',
};

function expectation(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'union') return (issue.issues ?? []).map(expectation).join(' or ');
  if (issue.type === 'integer') return 'a whole number';
  const expected = issue.expected ?? issue.type;
  return ARTICLES[expected] ?? expected;
}

const shorten = (value: unknown): string => {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 60 ? `${json.slice(0, 57)}…` : json;
};

/** `geo.lat: `, `attachments[2].url: `; nothing for the record itself. */
const pathText = (path: Path): string =>
  path.length === 0
    ? ''
    : `${path.map((key, i) => (typeof key === 'number' ? `[${key}]` : i ? `.${key}` : key)).join('')}: `;

/** A copy of a value without what stands at some paths; entries cut out of a list close up. */
function without(value: unknown, cuts: readonly Path[]): unknown {
  if (cuts.some(cut => cut.length === 0)) return HOLE;
  if (value === null || typeof value !== 'object') return HOLE;
  const inside = new Map<string | number, Path[]>();
  for (const [key, ...rest] of cuts) {
    if (key !== undefined) inside.set(key, [...(inside.get(key) ?? []), rest]);
  }
  if (Array.isArray(value)) {
    return value
      .map((entry: unknown, index) => (inside.has(index) ? without(entry, inside.get(index) ?? []) : entry))
      .filter(entry => entry !== HOLE);
  }
  const kept: [string, unknown][] = [];
  for (const [key, entry] of Object.entries(value)) {
    const left = inside.has(key) ? without(entry, inside.get(key) ?? []) : entry;
    if (left !== HOLE) kept.push([key, left]);
  }
  return Object.fromEntries(kept);
}
