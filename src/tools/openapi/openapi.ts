import {
  APPLICABLE_FILTERS,
  FACETS,
  LIST_FILTERS,
  type ListFilter,
  SORTS,
} from '../../model/query.js';
import {COLLECTIONS, type CollectionName} from '../../model/records.js';
import type {JsonObject} from '../../model/schemas/schema-builder.js';
import {schemaReference} from './json-schema.js';
import {schemaName, componentSchemas} from './schemas.js';

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
const parameters: Readonly<Record<string, JsonObject>> = {
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

const headers: JsonObject = {
  'Retry-After': {
    description: 'Seconds, or an HTTP date.',
    schema: {type: 'string'},
  },
  'Access-Control-Allow-Origin': {required: true, schema: {const: '*'}},
  'Access-Control-Expose-Headers': {required: true, schema: {const: 'Retry-After'}},
};

const headerReference = (name: string): JsonObject => ({
  $ref: `#/components/headers/${name}`,
});
const corsHeaders = {
  'Access-Control-Allow-Origin': headerReference('Access-Control-Allow-Origin'),
  'Access-Control-Expose-Headers': headerReference('Access-Control-Expose-Headers'),
};

const jsonResponse = (description: string, schema: string): JsonObject => ({
  description,
  headers: corsHeaders,
  content: {'application/json': {schema: schemaReference(schema)}},
});
const problemResponse = (
  description: string,
  schema = 'Problem',
  extraHeaders: JsonObject = {},
): JsonObject => ({
  description,
  headers: {...corsHeaders, ...extraHeaders},
  content: {'application/problem+json': {schema: schemaReference(schema)}},
});
const retryAfterHeader = {'Retry-After': headerReference('Retry-After')};

const responses: JsonObject = {
  Foolish: problemResponse('A known parameter with an invalid value, and the reason.'),
  Missing: problemResponse('There is no such record.'),
  Refused: problemResponse('What is wrong with which field, in the language asked for.', 'Refusal'),
  TakenBefore: problemResponse(
    'Another contribution came under this key; nothing of this one is kept.',
    'EarlierContribution',
  ),
  Withdrawn: problemResponse('The contribution of this key was withdrawn by its author.'),
  TooLarge: problemResponse('More bytes than the server takes.'),
  Busy: problemResponse('Too many requests; when to come back.', 'Problem', retryAfterHeader),
  Down: problemResponse('Not just now; when to come back.', 'Problem', retryAfterHeader),
};

const responseReference = (name: string): JsonObject => ({
  $ref: `#/components/responses/${name}`,
});
/** Error responses of every operation. */
const errorResponses = {429: responseReference('Busy'), 503: responseReference('Down')};

/**
 * Returns the portal API as an OpenAPI 3.1 document, generated from the schemas that validate responses. The build
 * writes it to `dist/schema/`. Not imported by browser code.
 */
export const createOpenApiDocument = (): object => ({
  openapi: '3.1.0',
  info: {
    title: 'Portal API',
    version: '1',
    summary: 'What spass-widgets asks of a portal’s server.',
    description: [
      'Each collection is a list with one record at `/{id}`. Unknown fields and unknown parameters are ignored;',
      'repeating a parameter means "or", different ones mean "and".',
      '',
      'CORS: every answer, errors included, carries `Access-Control-Allow-Origin: *` and',
      '`Access-Control-Expose-Headers: Retry-After`. GETs carry no header that needs a preflight, and no credentials',
      'are ever sent. `ETag` and `Cache-Control` are honoured by the browser.',
      '',
      'Instead of a server, one JSON document may hold every collection whole: see the schema `PortalDocument`.',
    ].join('\n'),
    license: {name: 'MIT', identifier: 'MIT'},
  },
  servers: [{url: '{api}', variables: {api: {default: 'https://portal.example/api'}}}],
  security: [],
  paths: Object.fromEntries(COLLECTIONS.flatMap(pathsOf)),
  components: {schemas: componentSchemas(), parameters, headers, responses},
});

function pathsOf(collection: CollectionName): [string, JsonObject][] {
  const name = schemaName(collection);
  const names = [...APPLICABLE_FILTERS[collection], 'sort', 'limit', 'page', 'facets', 'lang'];
  const get = {
    operationId: `list${collection.charAt(0).toUpperCase()}${collection.slice(1)}`,
    parameters: names.map(parameter => ({$ref: `#/components/parameters/${parameter}`})),
    responses: {
      200: jsonResponse(`A page of the ${collection}.`, `${name}List`),
      400: responseReference('Foolish'),
      ...errorResponses,
    },
  };
  const getOne = {
    operationId: `get${name}`,
    responses: {
      200: jsonResponse('The record.', name),
      404: responseReference('Missing'),
      ...errorResponses,
    },
  };
  const idInPath = {name: 'id', in: 'path', required: true, schema: {type: 'string'}};
  return [
    [`/${collection}`, collection === 'contributions' ? {get, post, options} : {get}],
    [`/${collection}/{id}`, {parameters: [idInPath], get: getOne}],
  ];
}

const post: JsonObject = {
  operationId: 'contribute',
  parameters: [
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: true,
      description: 'The same for every try of one contribution, so that it is taken once.',
      schema: {type: 'string', minLength: 8, maxLength: 200},
    },
    {$ref: '#/components/parameters/lang'},
  ],
  requestBody: {
    required: true,
    content: {
      'multipart/form-data': {
        schema: {
          type: 'object',
          properties: {
            contribution: schemaReference('NewContribution'),
            photo: {type: 'array', items: {type: 'string', contentMediaType: 'image/*'}},
          },
          required: ['contribution'],
        },
        encoding: {
          contribution: {contentType: 'application/json'},
          photo: {contentType: 'image/*'},
        },
      },
    },
  },
  responses: {
    201: jsonResponse('Taken, and waiting to be published.', 'Receipt'),
    409: responseReference('TakenBefore'),
    410: responseReference('Withdrawn'),
    413: responseReference('TooLarge'),
    422: responseReference('Refused'),
    ...errorResponses,
  },
};

const options: JsonObject = {
  operationId: 'mayContribute',
  description: 'The browser’s question before it sends the `Idempotency-Key` to another origin.',
  responses: {
    204: {
      description: 'It may.',
      headers: {
        'Access-Control-Allow-Origin': headerReference('Access-Control-Allow-Origin'),
        'Access-Control-Allow-Methods': {required: true, schema: {const: 'POST'}},
        'Access-Control-Allow-Headers': {required: true, schema: {const: 'Idempotency-Key'}},
      },
    },
  },
};
