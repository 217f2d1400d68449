import {
  bbox,
  boolean,
  colour,
  count,
  date,
  id,
  lat,
  link,
  lon,
  number,
  percent,
  resource,
  size,
  string,
} from '../leaves.js';
import {commune, geo, period, picture, RECORDS, text} from '../schema.js';
import type {Either, Fields, ListOf, MapOf, OrNull, Shape} from '../shape.js';

/** JSON Schema 2020-12, or any other part of an OpenAPI document. */
export type Json = Readonly<Record<string, unknown>>;

type AnyShape = Shape<unknown> &
  Partial<
    ListOf<unknown> &
      MapOf<unknown> &
      Pick<Fields<unknown>, 'shapes' | 'needs'> &
      OrNull<unknown> &
      Either<unknown, unknown>
  >;

const address = {type: 'string', format: 'uri-reference'};

/** JSON Schemas of scalar values. */
const LEAVES = new Map<Shape<unknown>, Json>([
  [string, {type: 'string'}],
  [boolean, {type: 'boolean'}],
  [number, {type: 'number'}],
  [size, {type: 'number', minimum: 0}],
  [count, {type: 'integer', minimum: 0}],
  [percent, {type: 'number', minimum: 0, maximum: 100}],
  [lat, {type: 'number', minimum: -90, maximum: 90}],
  [lon, {type: 'number', minimum: -180, maximum: 180}],
  [colour, {type: 'string', pattern: '^#[0-9a-fA-F]{6}$'}],
  [
    id,
    {
      description: 'Unique within its collection; `7` and `"7"` are the same.',
      oneOf: [{type: 'string', minLength: 1}, {type: 'integer'}],
    },
  ],
  [
    date,
    {
      description:
        'ISO 8601, of any precision. A time carries an offset, or its record a `timezone`; with neither it is Europe/Paris.',
      type: 'string',
      pattern: String.raw`^(\d{4}|[+-]\d{6})(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$`,
      examples: ['2016', '2016-10', '2016-10-01', '2026-12-01T18:00+01:00'],
    },
  ],
  [
    link,
    {
      ...address,
      description:
        'To be followed: `https:`, `http:`, `mailto:`, `tel:`, or relative to the answer.',
    },
  ],
  [
    resource,
    {...address, description: 'To be fetched by the page: `https:`, or relative to the answer.'},
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
]);

/** Schemas that are components of the document, with their names. */
export const NAMED: ReadonlyMap<Shape<unknown>, string> = new Map<Shape<unknown>, string>([
  [id, 'Id'],
  [date, 'Date'],
  [link, 'Link'],
  [resource, 'ResourceAddress'],
  [bbox, 'Box'],
  [text, 'Text'],
  [geo.orNull, 'Place'],
  [period, 'Period'],
  [commune, 'Commune'],
  [picture, 'Picture'],
  [RECORDS.portals, 'Portal'],
  [RECORDS.resources, 'Resource'],
  [RECORDS.projects, 'Project'],
  [RECORDS.programmes, 'Programme'],
  [RECORDS.organisations, 'Organisation'],
  [RECORDS.chapters, 'Chapter'],
  [RECORDS.events, 'Event'],
  [RECORDS.stories, 'Story'],
  [RECORDS.contributions, 'Contribution'],
]);

export const reference = (name: string): Json => ({$ref: `#/components/schemas/${name}`});

/** Returns the JSON Schema of a schema. Named parts are references. */
export const jsonSchema = (shape: Shape<unknown>): Json =>
  LEAVES.get(shape) ?? composed(shape as AnyShape);

const partSchema = (shape: Shape<unknown>): Json => {
  const name = NAMED.get(shape);
  return name === undefined ? jsonSchema(shape) : reference(name);
};

function composed(shape: AnyShape): Json {
  if (shape.orNull) return {oneOf: [partSchema(shape.orNull), {type: 'null'}]};
  if (shape.each) return {type: 'array', items: partSchema(shape.each)};
  if (shape.values) return {type: 'object', additionalProperties: partSchema(shape.values)};
  if (shape.simple && shape.whole) {
    return {anyOf: [partSchema(shape.simple), partSchema(shape.whole)]};
  }
  if (!shape.shapes) throw new Error(`nothing is known of ${shape.expects}`);
  const properties = Object.fromEntries(
    Object.entries(shape.shapes).map(([name, field]) => [name, partSchema(field)]),
  );
  return {
    type: 'object',
    properties,
    ...(shape.needs?.length ? {required: shape.needs} : {}),
  };
}
