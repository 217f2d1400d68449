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
  family:
    'Families (`acteur`, `theme`, `projet`): that of the record, otherwise those of its portals.',
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
    'Search text. Each of its words must be part of title, abstract or description, tags, commune, authors or identifier, regardless of case, diacritics and ligatures.',
    {type: 'string'},
  ),
  ...Object.fromEntries(
    LIST_FILTERS.map(name => [
      name,
      queryParameter(
        name,
        `${DESCRIPTIONS[name]} If repeated, one of the values must match.`,
        stringArray,
        {
          style: 'form',
          explode: true,
        },
      ),
    ]),
  ),
  bbox: queryParameter(
    'bbox',
    'Area: west, south, east, north in degrees, separated by commas.',
    schemaReference('Box'),
    {
      style: 'form',
      explode: false,
    },
  ),
  from: queryParameter(
    'from',
    'Earliest date: earlier records are excluded.',
    schemaReference('Date'),
  ),
  to: queryParameter('to', 'Latest date: later records are excluded.', schemaReference('Date')),
  sort: queryParameter(
    'sort',
    'Sort order. The date of a record is the first of: publication, start of the event or period, creation. Undated records are last in both directions.',
    {type: 'string', enum: SORTS},
  ),
  limit: queryParameter('limit', 'Number of records per page.', {
    type: 'integer',
    minimum: 1,
    maximum: MAX_PAGE_SIZE,
  }),
  page: queryParameter('page', 'Page number, from 1.', {type: 'integer', minimum: 1, default: 1}),
  facets: queryParameter(
    'facets',
    'Facets to count. Each is counted without the filter on its own field.',
    {type: 'array', items: {type: 'string', enum: FACETS}},
    {style: 'form', explode: false},
  ),
  lang: queryParameter(
    'lang',
    'Language of the reader (BCP 47), for servers that sort or label by language.',
    {
      type: 'string',
      examples: ['fr', 'nl-BE'],
    },
  ),
};

const headers: JsonObject = {
  'Retry-After': {
    description: 'Delay before the next attempt, in seconds or as an HTTP date.',
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
  InvalidParameter: problemResponse('A known parameter has an invalid value.'),
  NotFound: problemResponse('There is no such record.'),
  InvalidContribution: problemResponse(
    'Errors by field, in the requested language.',
    'ContributionErrors',
  ),
  KeyInUse: problemResponse(
    'Another contribution has been received with this key; this one is not stored.',
    'EarlierContribution',
  ),
  Withdrawn: problemResponse('The contribution with this key was withdrawn by its author.'),
  TooLarge: problemResponse('The request body is too large.'),
  TooManyRequests: problemResponse('Too many requests.', 'Problem', retryAfterHeader),
  Unavailable: problemResponse('Temporarily unavailable.', 'Problem', retryAfterHeader),
};

const responseReference = (name: string): JsonObject => ({
  $ref: `#/components/responses/${name}`,
});
/** Error responses of every operation. */
const errorResponses = {
  429: responseReference('TooManyRequests'),
  503: responseReference('Unavailable'),
};

/**
 * Returns the portal API as an OpenAPI 3.1 document, generated from the schemas that validate responses. The build
 * writes it to `dist/schema/`. Not imported by browser code.
 */
export const createOpenApiDocument = (): object => ({
  openapi: '3.1.0',
  info: {
    title: 'Portal API',
    version: '1',
    summary: 'API of a portal, as requested by spass-widgets.',
    description: [
      'Each collection is a list; `/{id}` returns one record. Unknown fields and parameters are ignored. Values of a',
      'repeated parameter are combined with "or", different parameters with "and".',
      '',
      'CORS: every response, including errors, has `Access-Control-Allow-Origin: *` and',
      '`Access-Control-Expose-Headers: Retry-After`. GET requests have no header that needs a preflight, and no',
      'credentials are sent. Browsers apply `ETag` and `Cache-Control`.',
      '',
      'Instead of a server, one JSON document may contain all collections: see the schema `PortalDocument`.',
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
      400: responseReference('InvalidParameter'),
      ...errorResponses,
    },
  };
  const getOne = {
    operationId: `get${name}`,
    responses: {
      200: jsonResponse('The record.', name),
      404: responseReference('NotFound'),
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
      description:
        'Identifies a contribution: the same for all attempts to send it, so that it is stored once.',
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
    201: jsonResponse('Stored, and waiting for moderation.', 'Receipt'),
    409: responseReference('KeyInUse'),
    410: responseReference('Withdrawn'),
    413: responseReference('TooLarge'),
    422: responseReference('InvalidContribution'),
    ...errorResponses,
  },
};

const options: JsonObject = {
  operationId: 'mayContribute',
  description:
    'CORS preflight request, sent by the browser before a request with `Idempotency-Key`.',
  responses: {
    204: {
      description: 'Contributions are accepted.',
      headers: {
        'Access-Control-Allow-Origin': headerReference('Access-Control-Allow-Origin'),
        'Access-Control-Allow-Methods': {required: true, schema: {const: 'POST'}},
        'Access-Control-Allow-Headers': {required: true, schema: {const: 'Idempotency-Key'}},
      },
    },
  },
};
