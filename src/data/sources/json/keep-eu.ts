import {isObject} from '../../../model/schemas/schema-builder.js';
import type {CollectionName} from '../../../model/records.js';
import {objectIn, objectsIn} from '../shared/rows/json-access.js';
import type {FieldDefaults, ForeignRecord} from '../shared/rows/foreign-record.js';
import type {Row} from '../shared/rows/foreign-rows.js';
import {encodeUrlPart} from '../../../model/url-parts.js';

// Projects of keep.eu, the database of Interreg projects, as its API returns them.

/** True for a project of keep.eu. */
export const isKeepProject = (value: unknown): value is ForeignRecord =>
  isObject(value) &&
  Array.isArray(value['partnerships']) &&
  ('seo_name' in value || isObject(value['translations']));

/** Paths of our fields in the rows of `keepRows`. */
export const KEEP_DEFAULTS: FieldDefaults = {
  id: 'id',
  title: 'title | acronym',
  acronym: 'acronym',
  description: 'description',
  url: 'page',
  start: 'start',
  end: 'end',
  'budget.total': 'total_budget',
  'budget.eu': 'eu_funding',
  'budget.rate': 'union_co_financing_rate',
  programme: 'programme.id',
  generation: 'generation',
  lead: 'lead',
  partners: 'partners',
  geo: 'place',
  themes: 'topics',
  identifier: 'project_id',
};

/** keep.eu asks to be credited. */
export const KEEP_ATTRIBUTION = {text: 'keep.eu', url: 'https://keep.eu/'};

/** First year of each generation of Interreg programmes. */
const GENERATIONS = [
  [1990, 'I'],
  [1994, 'II'],
  [2000, 'III'],
  [2007, 'IV'],
  [2014, 'V'],
  [2021, 'VI'],
] as const;

const words = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

/** Returns a text by language from the translations of an object; undefined if there is none. */
function translated(
  value: unknown,
  ...names: readonly string[]
): Record<string, string> | undefined {
  const texts = Object.entries(objectIn(value, 'translations')).flatMap(([lang, texts]) => {
    const text = names.map(name => words(objectIn({texts}, 'texts')[name])).find(Boolean);
    return text === undefined ? [] : [[lang, text] as const];
  });
  return texts.length > 0 ? Object.fromEntries(texts) : undefined;
}

function partnerOf(partnership: ForeignRecord) {
  const partner = objectIn(partnership, 'partner');
  const names = translated(partner, 'name_translated', 'name');
  const {lat, lng} = objectIn(partnership, 'location_json');
  return {
    name: words(partner['name']) ?? names?.['en'] ?? Object.values(names ?? {})[0],
    role: words(partnership['type']),
    country: words(partnership['country']),
    geo: typeof lat === 'number' && typeof lng === 'number' ? {lat, lon: lng} : undefined,
  };
}

function projectRow(project: ForeignRecord): Row {
  const partners = objectsIn(project, 'partnerships')
    .map(partnerOf)
    .filter(({name}) => name !== undefined);
  const lead = partners.find(({role}) => role === 'lead');
  const {themes, seo_name: name} = project;
  const topics = Array.isArray(themes) ? (themes as unknown[]) : [];
  return {
    fields: {
      ...project,
      title: translated(project, 'name', 'title'),
      description: translated(project, 'description', 'summary'),
      page:
        typeof name === 'string' ? `https://keep.eu/projects/${encodeUrlPart(name)}/` : undefined,
      start: project['start_date'],
      end: project['end_date'],
      lead: lead?.name,
      partners,
      // A project is shown where its lead partner is.
      place: lead?.geo ?? partners.find(({geo}) => geo)?.geo,
      topics: topics.map(one =>
        isObject(one)
          ? (one['name'] ?? one['title'] ?? translated(one, 'name', 'title')?.['en'])
          : one,
      ),
    },
  };
}

/** Returns the programmes that the projects name, each once. */
function programmeRows(projects: readonly ForeignRecord[]): readonly Row[] {
  const programmes = new Map(
    projects.map(project => {
      const programme = objectIn(project, 'programme');
      return [programme['id'], programme] as const;
    }),
  );
  programmes.delete(undefined);
  return [...programmes.values()].map(({id, title, period}) => {
    const [, start, end] = /^(\d{4})\D+(\d{4})$/.exec(String(period).trim()) ?? [];
    const year = Number(start);
    const generation = GENERATIONS.filter(([first]) => first <= year).at(-1)?.[1];
    return {fields: {id, title, start, end, generation}};
  });
}

/** Returns the rows of a collection: the programmes of the projects, otherwise the projects themselves. */
export const keepRows = (
  projects: readonly ForeignRecord[],
  collection: CollectionName,
): readonly Row[] =>
  collection === 'programmes' ? programmeRows(projects) : projects.map(projectRow);
