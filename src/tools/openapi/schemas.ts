import {COLLECTIONS, type CollectionName} from '../../model/records.js';
import {ENVELOPE_SCHEMA, text} from '../../model/schemas/part-schemas.js';
import {RECORD_SCHEMAS} from '../../model/schemas/record-schemas.js';
import type {JsonObject} from '../../model/schemas/schema-builder.js';
import {jsonSchema, COMPONENT_NAMES, schemaReference} from './json-schema.js';

/** Returns the schema name of a collection's records. */
export const schemaName = (collection: CollectionName): string =>
  COMPONENT_NAMES.get(RECORD_SCHEMAS[collection]) ?? collection;

/** Returns all schemas of requests and responses. */
export const componentSchemas = (): JsonObject => ({
  ...Object.fromEntries([...COMPONENT_NAMES].map(([shape, name]) => [name, jsonSchema(shape)])),
  Envelope: {
    description: 'Metadata of a list.',
    ...jsonSchema(ENVELOPE_SCHEMA),
    required: ['version', 'items'],
    properties: {
      version: {const: '1'},
      ...(jsonSchema(ENVELOPE_SCHEMA)['properties'] as JsonObject),
      items: {type: 'array'},
      complete: {
        type: 'boolean',
        description:
          'True if the list contains all records, regardless of the query. The widgets then filter in the browser.',
      },
    },
  },
  ...Object.fromEntries(
    COLLECTIONS.map(collection => [
      `${schemaName(collection)}List`,
      {
        allOf: [
          schemaReference('Envelope'),
          {properties: {items: {type: 'array', items: schemaReference(schemaName(collection))}}},
        ],
      },
    ]),
  ),
  PortalDocument: {
    description: 'Portal in one document. All collections are optional, and each one is complete.',
    type: 'object',
    properties: {
      version: {const: '1'},
      ...Object.fromEntries(
        COLLECTIONS.map(name => [name, {type: 'array', items: schemaReference(schemaName(name))}]),
      ),
      ...envelopeProperties('attribution', 'contact'),
    },
    required: ['version'],
  },
  Problem: {
    description: 'Problem details (RFC 9457).',
    type: 'object',
    properties: {
      type: {type: 'string', format: 'uri-reference', default: 'about:blank'},
      title: {type: 'string'},
      status: {type: 'integer', minimum: 400, maximum: 599},
      detail: {type: 'string', description: 'Reason, as a sentence for the reader.'},
    },
  },
  ContributionErrors: {
    allOf: [
      schemaReference('Problem'),
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
      'Contribution as sent by its author, without the fields that the server sets (`id`, `created`, `state`).',
    ...jsonSchema(RECORD_SCHEMAS.contributions),
    required: ['kind'],
    properties: {
      ...(jsonSchema(RECORD_SCHEMAS.contributions)['properties'] as JsonObject),
      photos: {
        type: 'array',
        description: 'Text alternatives of the parts `photo`, in the same order.',
        items: {type: 'object', properties: {alt: jsonSchema(text)}},
      },
    },
  },
  EarlierContribution: {
    allOf: [
      schemaReference('Problem'),
      {
        properties: {contribution: schemaReference('Receipt')},
        description: 'Receipt of the contribution received first.',
      },
    ],
  },
  Receipt: {
    allOf: [
      schemaReference('Contribution'),
      {
        properties: {
          state: {const: 'pending'},
          receipt: {
            type: 'string',
            format: 'uri-reference',
            description: 'URL at which the author can see or withdraw the contribution.',
          },
        },
        required: ['state', 'receipt'],
      },
    ],
  },
});

/** Returns the schemas of some envelope properties. */
const envelopeProperties = (...names: string[]): JsonObject => {
  const properties = jsonSchema(ENVELOPE_SCHEMA)['properties'] as JsonObject;
  return Object.fromEntries(names.map(name => [name, properties[name]]));
};
