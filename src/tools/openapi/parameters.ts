import {FACETS, LIST_FILTERS, type ListFilter, SORTS} from '../../model/query.js';
import type {JsonObject} from '../../model/schemas/schema-builder.js';
import {schemaReference} from './json-schema.js';

const MAX_PAGE_SIZE = 500;

const queryParameter = (
  name: string,
  description: string,
  schema: JsonObject,
  extra: JsonObject = {},
): JsonObject => ({
  name,
  in: 'query',
  description,
  schema,
  ...extra,
});

const DESCRIPTIONS: Readonly<Record<ListFilter, string>> = {
  family: 'A record’s own family, else those of its portals: `acteur`, `theme`, `projet`.',
  portal: 'Ids of portals.',
  section: 'Sections of a portal.',
  type: 'Types of record; kinds of contribution.',
  theme: 'Themes.',
  commune: 'INSEE codes.',
  programme: 'Ids of programmes.',
  project: 'Ids of projects.',
};

const stringArray = {type: 'array', items: {type: 'string'}};

/** Query parameters of a list, by name. */
export const parameters: Readonly<Record<string, JsonObject>> = {
  q: queryParameter(
    'q',
    'Every one of its words, folded (case, diacritics, ligatures), as a substring of title, abstract or description, tags, commune, authors, identifier.',
    {type: 'string'},
  ),
  ...Object.fromEntries(
    LIST_FILTERS.map(name => [
      name,
      queryParameter(name, `${DESCRIPTIONS[name]} Repeated: any of them.`, stringArray, {
        style: 'form',
        explode: true,
      }),
    ]),
  ),
  bbox: queryParameter('bbox', 'west,south,east,north in degrees.', schemaReference('Box'), {
    style: 'form',
    explode: false,
  }),
  from: queryParameter(
    'from',
    'What overlaps this date or comes after it.',
    schemaReference('Date'),
  ),
  to: queryParameter('to', 'What overlaps this date or comes before it.', schemaReference('Date')),
  sort: queryParameter(
    'sort',
    '`date`: the first of published, event or period start, created; undated records come last both ways.',
    {type: 'string', enum: SORTS},
  ),
  limit: queryParameter('limit', 'Records a page.', {
    type: 'integer',
    minimum: 1,
    maximum: MAX_PAGE_SIZE,
  }),
  page: queryParameter('page', 'From 1.', {type: 'integer', minimum: 1, default: 1}),
  facets: queryParameter(
    'facets',
    'What to count, each with all filters but its own.',
    {type: 'array', items: {type: 'string', enum: FACETS}},
    {style: 'form', explode: false},
  ),
  lang: queryParameter(
    'lang',
    'The reader’s language, for servers that sort or label by it (BCP 47).',
    {
      type: 'string',
      examples: ['fr', 'nl-BE'],
    },
  ),
};
