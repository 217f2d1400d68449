import {RECORD_SCHEMAS} from '../../src/model/schemas/record-schemas.js';
import type {Schema} from '../../src/model/schemas/schema-builder.js';
import {COLLECTIONS, type CollectionName} from '../../src/model/records.js';

/** Unusual or invalid values of any field. */
const ODD_VALUES: Readonly<Record<string, unknown>> = {
  missing: undefined,
  null: null,
  number: 7,
  negative: -1,
  'half a number': 0.5,
  boolean: true,
  text: 'odd',
  list: ['odd', 1, null, {}],
  object: {odd: 1},
  'huge text': 'Wörter und '.repeat(2000),
  'huge number': 1e308,
  'no number': NaN,
  'no end': Infinity,
  'not a number, in words': 'NaN',
  'empty text': '',
  'empty list': [],
  'empty object': {},
  'a year far ahead': '9999-12-31',
  'a year far back': '0001-01-01',
  'a day after all days': '275760-09-14',
  'no day': '2026-02-31',
  'swapped place': {lat: 3.0573, lon: 150.6292},
  'Null Island': {lat: 0, lon: 0},
  'place beyond the poles': {lat: 91, lon: 3},
  'turned interval': {start: '2030', end: '2010'},
  'endless interval': {start: '0001', end: '9999'},
  'empty interval': {start: null, end: null},
};

type Raw = Readonly<Record<string, unknown>>;

/** Composition of a shape. */
interface Parts {
  readonly shapes?: Raw;
  readonly each?: Parts;
  readonly whole?: Parts;
  readonly orNull?: Parts;
}

/** Returns values of a shape with one unusual or invalid part at a time. */
function oddValuesOf(whole: Schema<unknown>): [string, unknown][] {
  const found = Object.entries(ODD_VALUES);
  const shape = whole as Parts;
  const inner = shape.orNull ?? shape.whole ?? shape.each ?? shape;
  const wrap = (value: unknown): unknown => (shape.each ? [value, VALID_PART, value] : value);
  for (const key of Object.keys(inner.shapes ?? {}))
    for (const [name, value] of Object.entries(ODD_VALUES))
      found.push([`${key}: ${name}`, wrap({...VALID_PART, [key]: value})]);
  return found;
}

/** Valid values of nested objects, so that only one part is unusual. */
const VALID_PART: Raw = {
  id: 'part',
  name: 'Partie',
  title: 'Partie',
  src: 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
  url: 'https://example.org/part',
  text: 'Dite.',
  lat: 50.63,
  lon: 3.06,
  start: '2016',
  end: '2017',
  period: {start: '2026-12-01T18:00+01:00'},
};

const validRecord = (collection: CollectionName): Raw => ({
  title: `Titre (${collection})`,
  name: 'Nom',
  kind: 'idea',
  text: 'Dit.',
  state: 'published',
  url: 'https://example.org/whole',
  geo: {lat: 50.63, lon: 3.06},
  period: {start: '2026-12-01T18:00+01:00', end: '2026-12-01T20:00+01:00'},
  published: '2016-10-01',
});

/**
 * Returns a portal with one unusual or invalid value per record: every field of every collection with every such value.
 */
export const oddPortal = (): Record<CollectionName, Raw[]> => {
  const portal = {} as Record<CollectionName, Raw[]>;
  for (const collection of COLLECTIONS) {
    const shapes = Object.entries<Schema<unknown>>(RECORD_SCHEMAS[collection].properties);
    portal[collection] = shapes.flatMap(([key, shape]) =>
      oddValuesOf(shape).map(([name, value]) => ({
        id: `${key}: ${name}`,
        ...validRecord(collection),
        [key]: value,
      })),
    );
  }
  return portal;
};
