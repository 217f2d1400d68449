import {type Json, reference} from './json-schema.js';

export const headers: Json = {
  'Retry-After': {
    description: 'Seconds, or an HTTP date.',
    schema: {type: 'string'},
  },
  'Access-Control-Allow-Origin': {required: true, schema: {const: '*'}},
  'Access-Control-Expose-Headers': {required: true, schema: {const: 'Retry-After'}},
};

export const header = (name: string): Json => ({$ref: `#/components/headers/${name}`});
const cors = {
  'Access-Control-Allow-Origin': header('Access-Control-Allow-Origin'),
  'Access-Control-Expose-Headers': header('Access-Control-Expose-Headers'),
};

export const answer = (description: string, schema: string): Json => ({
  description,
  headers: cors,
  content: {'application/json': {schema: reference(schema)}},
});
const problem = (description: string, schema = 'Problem', more: Json = {}): Json => ({
  description,
  headers: {...cors, ...more},
  content: {'application/problem+json': {schema: reference(schema)}},
});
const later = {'Retry-After': header('Retry-After')};

export const responses: Json = {
  Foolish: problem('A known parameter with a value that makes no sense, and the reason.'),
  Missing: problem('There is no such record.'),
  Refused: problem('What is wrong with which field, in the language asked for.', 'Refusal'),
  TakenBefore: problem(
    'Another contribution came under this key; nothing of this one is kept.',
    'EarlierContribution',
  ),
  Withdrawn: problem('The contribution of this key was withdrawn by its author.'),
  TooLarge: problem('More bytes than the server takes.'),
  Busy: problem('Too many requests; when to come back.', 'Problem', later),
  Down: problem('Not just now; when to come back.', 'Problem', later),
};

/** Returns a reference to one of `responses`. */
export const response = (name: string): Json => ({$ref: `#/components/responses/${name}`});
/** Error responses of every operation. */
export const unwell = {429: response('Busy'), 503: response('Down')};
