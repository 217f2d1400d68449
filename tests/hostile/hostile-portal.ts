// Portals with an attack in every text, generated from the schemas of the API: a new field is covered automatically.
import * as leaves from '../../src/model/schemas/scalar-schemas.js';
import {ENVELOPE_SCHEMA, lineText, text} from '../../src/model/schemas/part-schemas.js';
import {RECORD_SCHEMAS} from '../../src/model/schemas/record-schemas.js';
import type {
  UnionSchema,
  ObjectSchema,
  ListSchema,
  MapSchema,
  NullableSchema,
  Schema,
} from '../../src/model/schemas/schema-builder.js';
import {COLLECTIONS} from '../../src/model/records.js';

type Any = Schema<unknown>;

/** Values of a schema that hold no text. */
const NON_TEXT_VALUES = new Map<unknown, unknown>([
  [leaves.number, 6],
  [leaves.size, 640],
  [leaves.fraction, 0.5],
  [leaves.count, 2],
  [leaves.percent, 60],
  [leaves.lat, 50.41],
  [leaves.lon, 3.49],
  [leaves.boolean, true],
  [leaves.bbox, [3, 50, 4, 51]],
  [
    leaves.shape,
    {
      type: 'LineString',
      coordinates: [
        [3, 50],
        [4, 51],
      ],
    },
  ],
  [leaves.outline, {type: 'Polygon', coordinates: []}],
  [leaves.date, '2016-10-01'],
  [leaves.endDate, '2016-12-31'],
  [leaves.year, 2016],
  [leaves.zoom, 8],
  [leaves.direction, 240],
]);

/** Returns the values of a text or URL field for a payload; `index` distinguishes records. */
const textsOf = (payload: string, index: number) => {
  const asItIs = index % 2 === 0;
  const localized =
    index % 3 === 0 ? payload : {fr: payload, [payload]: payload, 'x-klingon': payload};
  return new Map<unknown, unknown>([
    [leaves.string, payload],
    [leaves.longString, payload],
    [leaves.token, payload],
    [leaves.words, asItIs ? payload : [payload]],
    [leaves.email, asItIs ? payload : `${payload.replace(/[\s@<>"?]/g, '')}@example.org`],
    [leaves.colour, asItIs ? payload : '#8a2432'],
    [leaves.link, asItIs ? payload : `/go?${payload}`],
    [leaves.fetchUrl, asItIs ? payload : `/pic?${payload}`],
    [leaves.id, asItIs ? index : `${String(index)} ${payload}`],
    [lineText, localized],
    [text, localized],
  ]);
};

/** Fields whose value decides what is drawn: every other record has a valid one. */
const VALID_VALUES: Readonly<Record<string, string>> = {
  family: 'projet',
  kind: 'idea',
  type: 'document',
  section: 'mediatheque',
  state: 'published',
  status: 'active',
  lang: 'nl',
  insee: '59450',
  timezone: 'Europe/Paris',
};

function valueOf(
  shape: Any,
  given: ReadonlyMap<unknown, unknown>,
  index: number,
  key = '',
): unknown {
  if (key in VALID_VALUES && index % 2) return VALID_VALUES[key];
  // Future dates, so that widgets that depend on them draw; every fourth record has an attack as date.
  if (shape === leaves.date && index % 4 === 3 && key !== 'start') return given.get(leaves.string);
  if (given.has(shape)) return given.get(shape);
  if (NON_TEXT_VALUES.has(shape)) return NON_TEXT_VALUES.get(shape);
  const {properties: shapes} = shape as ObjectSchema<unknown>;
  if ('properties' in shape)
    return Object.fromEntries(
      Object.entries(shapes).map(([name, one]) => [name, valueOf(one, given, index, name)]),
    );
  if ('items' in shape) return [valueOf((shape as ListSchema<unknown>).items, given, index, key)];
  if ('values' in shape) {
    const words = given.get(leaves.string) as string;
    return {[words]: valueOf((shape as MapSchema<unknown>).values, given, index, key)};
  }
  if ('nullable' in shape)
    return valueOf((shape as NullableSchema<unknown>).nullable, given, index, key);
  const {scalar: simple, object: whole} = shape as UnionSchema<unknown, unknown>;
  if ('object' in shape) return valueOf(index % 2 ? simple : whole, given, index, key);
  throw new Error(`no value for ${shape.expects}`);
}

/** Returns the path of each text field of each collection; the corpus is tested in each. */
export function textFieldPaths(): readonly string[] {
  const marks = textsOf('\u0001', 0);
  const found: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (value === '\u0001') found.push(path);
    else if (Array.isArray(value)) value.forEach(one => walk(one, path));
    else if (value !== null && typeof value === 'object')
      for (const [key, one] of Object.entries(value)) walk(one, `${path}.${key}`);
  };
  for (const name of COLLECTIONS) walk(valueOf(RECORD_SCHEMAS[name], marks, 0), name);
  return found;
}

/** Builds a complete portal: one record for each payload in each collection, and a first story with a step for each. */
export function hostilePortal(payloads: readonly string[]): Record<string, unknown> {
  const records = (shape: Any): Record<string, unknown>[] =>
    payloads.map(
      (payload, index) => valueOf(shape, textsOf(payload, index), index) as Record<string, unknown>,
    );
  const first = textsOf(payloads[0] ?? '', 0);
  const portal: Record<string, unknown> = {
    version: '1',
    ...Object.fromEntries(COLLECTIONS.map(name => [name, records(RECORD_SCHEMAS[name])])),
    ...(valueOf(ENVELOPE_SCHEMA, first, 0) as object),
  };
  const at = (name: string) => portal[name] as Record<string, unknown>[];
  at('stories').forEach((story, index) => (story['id'] = `story ${String(index)}`));
  const steps = at('stories').flatMap(({steps}) => steps as unknown[]);
  Object.assign(at('stories')[0] ?? {}, {steps});
  // Contributions with an attack as state or kind are not shown.
  const contributions = at('contributions');
  contributions.push(
    ...contributions.map((one, index) => ({
      ...one,
      id: `p ${String(index)}`,
      state: 'published',
      kind: 'idea',
    })),
  );
  // In the future, so that the agenda shows them.
  for (const event of at('events'))
    event['period'] = {start: '2099-05-02T10:00:00+02:00', end: '2099-05-02T12:00:00+02:00'};
  // Each at a different place, so that the map has a marker for each.
  for (const name of ['resources', 'projects'])
    at(name).forEach(
      (one, index) =>
        (one['geo'] = {lat: 49 + (index % 20) / 10, lon: 2 + Math.floor(index / 20) / 10}),
    );
  return portal;
}
