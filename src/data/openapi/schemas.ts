import {COLLECTIONS, type CollectionName} from '../../model/records.js';
import {ENVELOPE, RECORDS, text} from '../schema.js';
import {type Json, jsonSchema, NAMED, reference} from './json-schema.js';

/** Returns the schema name of a collection's records. */
export const nameOf = (collection: CollectionName): string =>
  NAMED.get(RECORDS[collection]) ?? collection;

/** Returns all schemas of requests and responses. */
export const schemas = (): Json => ({
  ...Object.fromEntries([...NAMED].map(([shape, name]) => [name, jsonSchema(shape)])),
  Envelope: {
    description: 'What a list says besides its items.',
    ...jsonSchema(ENVELOPE),
    required: ['version', 'items'],
    properties: {
      version: {const: '1'},
      ...(jsonSchema(ENVELOPE)['properties'] as Json),
      items: {type: 'array'},
      complete: {
        type: 'boolean',
        description: '`true`: all there is, whatever was asked. The widget then filters by itself.',
      },
    },
  },
  ...Object.fromEntries(
    COLLECTIONS.map(collection => [
      `${nameOf(collection)}List`,
      {
        allOf: [
          reference('Envelope'),
          {properties: {items: {type: 'array', items: reference(nameOf(collection))}}},
        ],
      },
    ]),
  ),
  PortalDocument: {
    description: 'A whole portal in one document: all collections are optional, each is complete.',
    type: 'object',
    properties: {
      version: {const: '1'},
      ...Object.fromEntries(
        COLLECTIONS.map(name => [name, {type: 'array', items: reference(nameOf(name))}]),
      ),
      ...envelopeParts('attribution', 'contact'),
    },
    required: ['version'],
  },
  Problem: {
    description: 'RFC 9457.',
    type: 'object',
    properties: {
      type: {type: 'string', format: 'uri-reference', default: 'about:blank'},
      title: {type: 'string'},
      status: {type: 'integer', minimum: 400, maximum: 599},
      detail: {type: 'string', description: 'The reason, in a sentence for a person.'},
    },
  },
  Refusal: {
    allOf: [
      reference('Problem'),
      {
        properties: {
          errors: {
            type: 'array',
            items: {
              type: 'object',
              properties: {field: {type: 'string'}, message: {type: 'string'}},
              required: ['field', 'message'],
            },
          },
        },
        required: ['errors'],
      },
    ],
  },
  NewContribution: {
    description:
      'What an inhabitant sends: a contribution without what only the server knows (`id`, `created`, `state`).',
    ...jsonSchema(RECORDS.contributions),
    required: ['kind'],
    properties: {
      ...(jsonSchema(RECORDS.contributions)['properties'] as Json),
      photos: {
        type: 'array',
        description: 'What each part `photo` shows, in their order.',
        items: {type: 'object', properties: {alt: jsonSchema(text)}},
      },
    },
  },
  EarlierContribution: {
    allOf: [
      reference('Problem'),
      {
        properties: {contribution: reference('Receipt')},
        description: 'With the contribution that came first, as its author was told of it.',
      },
    ],
  },
  Receipt: {
    allOf: [
      reference('Contribution'),
      {
        properties: {
          state: {const: 'pending'},
          receipt: {
            type: 'string',
            format: 'uri-reference',
            description: 'Where its author can see or withdraw it.',
          },
        },
        required: ['state', 'receipt'],
      },
    ],
  },
});

/** Returns the schemas of some envelope properties. */
const envelopeParts = (...names: string[]): Json => {
  const properties = jsonSchema(ENVELOPE)['properties'] as Json;
  return Object.fromEntries(names.map(name => [name, properties[name]]));
};
