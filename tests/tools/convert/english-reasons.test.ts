import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {RECORD_SCHEMAS} from '../../../src/model/schemas/record-schemas.js';
import type {ObjectSchema, Schema} from '../../../src/model/schemas/schema-builder.js';
import {parseFieldError} from '../../../src/tools/convert/field-errors.js';
import {reasonMessage} from '../../../src/tools/convert/reasons.js';

const SOURCES = new URL('../../../src/data/sources/', import.meta.url);
/** Modules whose functions the converter calls. */
const READERS = [
  ...['geojson/geojson', 'ics/calendar', 'ics/ics', 'json/find-records', 'json/json', 'rss/feed'],
  ...['rss/rss', 'opendatasoft/opendatasoft'],
];

/** Calls that add an error, throw one or return one. */
const ERRORS = [
  /errors(?:\.push\(|: [^\n]*\[)[^;]*?[`'][^;]*;/g,
  /throw new (?:Schema|Format)Error\([^;]*;/g,
  /(?:return|:)\s+[`'](?:expected|there are|this is) [^;]*;/g,
];

/** Sentences of these calls, with 7 for each value in them. */
function sentencesIn(code: string): readonly string[] {
  const calls = ERRORS.flatMap(pattern => code.match(pattern) ?? []);
  return calls
    .flatMap(call => call.match(/(?<!\+\s*)(?:`[^`]*`|'[^'\n]* [^'\n]*')/g) ?? [])
    .map(text => text.slice(1, -1).replace(/\$\{[^{}]*\}/g, '7'));
}

const sentences = READERS.flatMap(name =>
  sentencesIn(readFileSync(new URL(`${name}.ts`, SOURCES), 'utf8')),
);

describe('a sentence of a reader has a message in the language of the user', () => {
  it('and is found in its code', () => {
    for (const start of [
      '7 private',
      'event "7"',
      'text 7',
      'only the first 7 entries',
      'this is Topo',
    ])
      assert.ok(
        sentences.some(one => one.startsWith(start)),
        start,
      );
  });

  for (const sentence of new Set(sentences))
    it(sentence, () => assert.notEqual(reasonMessage(sentence)[0], 'unreadableFile'));
});

/** Schemas that a schema is made of, whatever its kind. */
type SchemaParts = Partial<
  Pick<ObjectSchema<unknown>, 'properties'> &
    Record<'items' | 'values' | 'scalar' | 'object' | 'nullable', Schema<unknown>>
>;

const found = new Set<Schema<unknown>>();

/** Finds the schemas of all fields of records, and of the parts of these. */
function collect(schema: Schema<unknown> | undefined): void {
  if (!schema || found.has(schema)) return;
  found.add(schema);
  const {properties = {}, items, values, scalar, object, nullable} = schema as SchemaParts;
  for (const part of [...Object.values(properties), items, values, scalar, object, nullable])
    collect(part);
}
for (const schema of Object.values<Schema<unknown>>(RECORD_SCHEMAS)) collect(schema);

/** Values that no field accepts, or few do. */
const VALUES = [Symbol('none'), -1e300, 1e300, 0.5, 'x y', true, [], {}];

/** Expectations of schemas, in English: `a number from 0 to 100`. */
const expectations = new Set(
  [...found].flatMap(schema =>
    VALUES.flatMap(value => {
      const errors: string[] = [];
      schema.parse(value, {base: undefined, path: [], errors});
      return errors.flatMap(error => /^expected (.*), got /s.exec(error)?.[1] ?? []);
    }),
  ),
);

/** Expectations for which the message says “text”. */
const TEXTS = /^a string(?: or an object| or a list of strings)?$|^an object$/;
/** Expectations of fields that no cell of a table fills as they are. */
const NO_CELLS = /^a GeoJSON |^west, south,/;

describe('an expectation of a schema has a message in the language of the user', () => {
  for (const expectation of expectations)
    it(expectation, () => {
      const error = `field: expected ${expectation}, got 7`;
      const [, expected] = parseFieldError(error).toMessage(undefined, '7');
      const isText = TEXTS.test(expectation) || NO_CELLS.test(expectation);
      assert.equal(expected === 'text', isText);
    });
});
