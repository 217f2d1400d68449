import {
  bbox,
  outline,
  boolean,
  colour,
  count,
  date,
  direction,
  endDate,
  email,
  fraction,
  id,
  lat,
  link,
  longString,
  lon,
  MAX_LINE_LENGTH,
  MAX_TEXT_LENGTH,
  number,
  percent,
  shape,
  fetchUrl,
  size,
  string,
  token,
  words,
  year,
  zoom,
} from '../../model/schemas/scalar-schemas.js';
import {commune, geo, lineText, period, picture, text} from '../../model/schemas/part-schemas.js';
import {EMAIL_PATTERN} from '../../model/schemas/safe-urls.js';
import {RECORD_SCHEMAS} from '../../model/schemas/record-schemas.js';
import type {
  JsonObject,
  ListSchema,
  MapSchema,
  NullableSchema,
  ObjectSchema,
  Schema,
  UnionSchema,
} from '../../model/schemas/schema-builder.js';

type AnySchema = Schema<unknown> &
  Partial<
    ListSchema<unknown> &
      MapSchema<unknown> &
      Pick<ObjectSchema<unknown>, 'properties' | 'required'> &
      NullableSchema<unknown> &
      UnionSchema<unknown, unknown>
  >;

const url = {type: 'string', format: 'uri-reference'};

const SCALARS = new Map<Schema<unknown>, JsonObject>([
  [string, {type: 'string', maxLength: MAX_LINE_LENGTH}],
  [longString, {type: 'string', maxLength: MAX_TEXT_LENGTH}],
  [token, {type: 'string'}],
  [boolean, {type: 'boolean'}],
  [email, {type: 'string', format: 'email', pattern: EMAIL_PATTERN.source}],
  [
    words,
    {
      oneOf: [
        {type: 'string', maxLength: MAX_LINE_LENGTH},
        {type: 'array', items: {type: 'string', maxLength: MAX_LINE_LENGTH}},
      ],
    },
  ],
  [number, {type: 'number'}],
  [size, {type: 'number', minimum: 0, maximum: 1e15}],
  [count, {type: 'integer', minimum: 0, maximum: 1e12}],
  [year, {type: 'number', minimum: -9999, maximum: 9999}],
  [zoom, {type: 'number', minimum: 0, maximum: 24}],
  [fraction, {type: 'number', minimum: 0, maximum: 1}],
  [percent, {type: 'number', minimum: 0, maximum: 100}],
  [direction, {type: 'number', minimum: 0, maximum: 360}],
  [lat, {type: 'number', minimum: -90, maximum: 90}],
  [lon, {type: 'number', minimum: -180, maximum: 180}],
  [colour, {type: 'string', pattern: '^#[0-9a-fA-F]{6}$'}],
  [
    id,
    {
      description: 'Unique within the collection; `7` and `"7"` are equal.',
      oneOf: [{type: 'string', minLength: 1}, {type: 'integer'}],
    },
  ],
  [
    date,
    {
      description:
        'ISO 8601 date of any precision. A time has an offset, or its record a `timezone`; otherwise it is in Europe/Paris.',
      type: 'string',
      pattern: String.raw`^(\d{4}|[+-]\d{6})(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$`,
      examples: ['2016', '2016-10', '2016-10-01', '2026-12-01T18:00+01:00'],
    },
  ],
  [
    endDate,
    {
      description: 'Date as above; empty if the end is unknown.',
      type: 'string',
    },
  ],
  [
    link,
    {
      ...url,
      description:
        'Link: `https:`, `http:`, `mailto:`, `tel:`, or relative to the URL of the response.',
    },
  ],
  [
    fetchUrl,
    {
      ...url,
      description: 'URL that the page fetches: `https:`, or relative to the URL of the response.',
    },
  ],
  [
    bbox,
    {
      description: 'West, south, east, north in degrees (WGS 84).',
      type: 'array',
      prefixItems: [lon, lat, lon, lat].map(side => ({
        type: 'number',
        minimum: side === lon ? -180 : -90,
        maximum: side === lon ? 180 : 90,
      })),
      items: false,
      minItems: 4,
    },
  ],
  [
    outline,
    {
      description: 'Area as a GeoJSON geometry (RFC 7946), simplified to at most 20 kB.',
      type: 'object',
      properties: {type: {enum: ['Polygon', 'MultiPolygon']}, coordinates: {type: 'array'}},
      required: ['type', 'coordinates'],
    },
  ],
  [
    shape,
    {
      description: 'Line or area as a GeoJSON geometry (RFC 7946) of at most 20 kB.',
      type: 'object',
      properties: {
        type: {enum: ['LineString', 'MultiLineString', 'Polygon', 'MultiPolygon']},
        coordinates: {type: 'array'},
      },
      required: ['type', 'coordinates'],
    },
  ],
]);

/** Schemas that are components of the document, with their names. */
export const COMPONENT_NAMES: ReadonlyMap<Schema<unknown>, string> = new Map<
  Schema<unknown>,
  string
>([
  [id, 'Id'],
  [date, 'Date'],
  [link, 'Link'],
  [fetchUrl, 'ResourceAddress'],
  [bbox, 'Box'],
  [lineText, 'Title'],
  [text, 'Text'],
  [geo.nullable, 'Place'],
  [period, 'Period'],
  [commune, 'Commune'],
  [picture, 'Picture'],
  [RECORD_SCHEMAS.portals, 'Portal'],
  [RECORD_SCHEMAS.resources, 'Resource'],
  [RECORD_SCHEMAS.projects, 'Project'],
  [RECORD_SCHEMAS.programmes, 'Programme'],
  [RECORD_SCHEMAS.organisations, 'Organisation'],
  [RECORD_SCHEMAS.chapters, 'Chapter'],
  [RECORD_SCHEMAS.events, 'Event'],
  [RECORD_SCHEMAS.stories, 'Story'],
  [RECORD_SCHEMAS.contributions, 'Contribution'],
]);

export const schemaReference = (name: string): JsonObject => ({
  $ref: `#/components/schemas/${name}`,
});

/** Returns the JSON Schema of a schema. Named parts are references. */
export const jsonSchema = (schema: Schema<unknown>): JsonObject =>
  SCALARS.get(schema) ?? compositeSchema(schema as AnySchema);

const partSchema = (schema: Schema<unknown>): JsonObject => {
  const name = COMPONENT_NAMES.get(schema);
  return name === undefined ? jsonSchema(schema) : schemaReference(name);
};

function compositeSchema(schema: AnySchema): JsonObject {
  if (schema.nullable) return {oneOf: [partSchema(schema.nullable), {type: 'null'}]};
  if (schema.items) return {type: 'array', items: partSchema(schema.items)};
  if (schema.values) return {type: 'object', additionalProperties: partSchema(schema.values)};
  if (schema.scalar && schema.object) {
    return {anyOf: [partSchema(schema.scalar), partSchema(schema.object)]};
  }
  if (!schema.properties) throw new Error(`nothing is known of ${schema.expects}`);
  const properties = Object.fromEntries(
    Object.entries(schema.properties).map(([name, field]) => [name, partSchema(field)]),
  );
  return {
    type: 'object',
    properties,
    ...(schema.required?.length ? {required: schema.required} : {}),
  };
}
