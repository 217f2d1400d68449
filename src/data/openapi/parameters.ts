import {FACETS, LIST_FILTERS, type ListFilter, SORTS} from '../../model/query.js';
import {type Json, reference} from './json-schema.js';

const LONGEST_PAGE = 500;

const inQuery = (name: string, description: string, schema: Json, more: Json = {}): Json => ({
  name,
  in: 'query',
  description,
  schema,
  ...more,
});

const WHAT: Readonly<Record<ListFilter, string>> = {
  family: 'A record’s own family, else those of its portals: `acteur`, `theme`, `projet`.',
  portal: 'Ids of portals.',
  section: 'Sections of a portal.',
  type: 'Types of record; kinds of contribution.',
  theme: 'Themes.',
  commune: 'INSEE codes.',
  programme: 'Ids of programmes.',
  project: 'Ids of projects.',
};

const list = {type: 'array', items: {type: 'string'}};

/** Query parameters of a list, by name. */
export const parameters: Readonly<Record<string, Json>> = {
  q: inQuery(
    'q',
    'Every one of its words, folded (case, diacritics, ligatures), as a substring of title, abstract or description, tags, commune, authors, identifier.',
    {type: 'string'},
  ),
  ...Object.fromEntries(
    LIST_FILTERS.map(name => [
      name,
      inQuery(name, `${WHAT[name]} Repeated: any of them.`, list, {style: 'form', explode: true}),
    ]),
  ),
  bbox: inQuery('bbox', 'west,south,east,north in degrees.', reference('Box'), {
    style: 'form',
    explode: false,
  }),
  from: inQuery('from', 'What overlaps this date or comes after it.', reference('Date')),
  to: inQuery('to', 'What overlaps this date or comes before it.', reference('Date')),
  sort: inQuery(
    'sort',
    '`date`: the first of published, event or period start, created; undated records come last both ways.',
    {type: 'string', enum: SORTS},
  ),
  limit: inQuery('limit', 'Records a page.', {type: 'integer', minimum: 1, maximum: LONGEST_PAGE}),
  page: inQuery('page', 'From 1.', {type: 'integer', minimum: 1, default: 1}),
  facets: inQuery(
    'facets',
    'What to count, each with all filters but its own.',
    {type: 'array', items: {type: 'string', enum: FACETS}},
    {style: 'form', explode: false},
  ),
  lang: inQuery('lang', 'The reader’s language, for servers that sort or label by it (BCP 47).', {
    type: 'string',
    examples: ['fr', 'nl-BE'],
  }),
};
