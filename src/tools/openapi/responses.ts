import type {JsonObject} from '../../model/schemas/schema-builder.js';
import {schemaReference} from './json-schema.js';

export const headers: JsonObject = {
  'Retry-After': {
    description: 'Seconds, or an HTTP date.',
    schema: {type: 'string'},
  },
  'Access-Control-Allow-Origin': {required: true, schema: {const: '*'}},
  'Access-Control-Expose-Headers': {required: true, schema: {const: 'Retry-After'}},
};

export const headerReference = (name: string): JsonObject => ({
  $ref: `#/components/headers/${name}`,
});
const corsHeaders = {
  'Access-Control-Allow-Origin': headerReference('Access-Control-Allow-Origin'),
  'Access-Control-Expose-Headers': headerReference('Access-Control-Expose-Headers'),
};

export const jsonResponse = (description: string, schema: string): JsonObject => ({
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

export const responses: JsonObject = {
  Foolish: problemResponse('A known parameter with a value that makes no sense, and the reason.'),
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

/** Returns a reference to one of `responses`. */
export const responseReference = (name: string): JsonObject => ({
  $ref: `#/components/responses/${name}`,
});
/** Error responses of every operation. */
export const errorResponses = {429: responseReference('Busy'), 503: responseReference('Down')};
