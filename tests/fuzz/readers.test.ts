import assert from 'node:assert/strict';
import fc from 'fast-check';
import {afterEach, describe, it} from 'node:test';
import {convert, INPUT_FORMATS} from '../../src/tools/convert/convert.js';
import {ConversionError} from '../../src/tools/convert/parsed-input.js';
import {formatDiagnostic} from '../../src/tools/messages/diagnostic.js';
import {fr} from '../../src/tools/messages/fr.js';
import {LazyRecordList, parseEnvelope, parseRecord} from '../../src/data/validation.js';
import {communesFrom} from '../../src/data/communes.js';
import {decodeText} from '../../src/data/client/decode-text.js';
import {safeLink, safeFetchUrl} from '../../src/model/schemas/safe-urls.js';
import {RECORD_SCHEMAS} from '../../src/model/schemas/record-schemas.js';
import {parseFields} from '../../src/data/sources/shared/rows/fields-attribute.js';
import {createFieldMappings} from '../../src/data/sources/shared/rows/field-mapping.js';
import {readDate, readPeriod} from '../../src/data/sources/shared/readers/date-readers.js';
import {readGeo} from '../../src/data/sources/shared/readers/coordinate-readers.js';
import {
  readLink,
  readList,
  readNumber,
  readText,
  readWord,
} from '../../src/data/sources/shared/readers/value-readers.js';
import {plainText} from '../../src/data/sources/shared/readers/plain-text.js';
import {isoDate, oneOf, integer} from '../../src/elements/base/attribute-converters.js';
import {splitList} from '../../src/model/query.js';
import {
  cssLength,
  hexColour,
  latLon,
  metres,
  zoomLevel,
} from '../../src/elements/base/shared-attributes.js';
import {formatCell} from '../../src/elements/parts/records/csv-file.js';
import {readCredit, readLayerIds} from '../../src/map/basemap/archive-metadata.js';
import {fold, searchWords} from '../../src/model/fold.js';
import {parseGeometry} from '../../src/model/geo/geometry.js';
import {parseInstant, parseOffset} from '../../src/model/time/instant.js';
import {daySpan, parseDate} from '../../src/model/time/period.js';
import {COLLECTIONS} from '../../src/model/records.js';
import {pickText} from '../../src/model/text.js';
import {corpus} from '../hostile/payloads.js';
import {
  anyJson,
  anyText,
  assertValidRecord,
  assertUnpolluted,
  fuzz,
  specialString,
  RUNS,
} from './fuzz.js';

const payload = fc.oneof(anyText, fc.constantFrom(...corpus));
const BASE = 'https://portal.example/fr/';

describe('any text or value', {timeout: 900_000}, () => {
  afterEach(assertUnpolluted);

  it('S-08 becomes a valid record, or none', () =>
    fuzz(
      'schema',
      fc.record({
        collection: fc.constantFrom(...COLLECTIONS),
        field: fc.nat(40),
        value: anyJson,
        whole: anyJson,
        isWhole: fc.boolean(),
      }),
      ({collection, field, value, whole, isWhole}) => {
        const names = Object.keys(RECORD_SCHEMAS[collection].properties);
        const given = isWhole
          ? whole
          : {
              id: 1,
              name: 'a',
              kind: 'idea',
              period: {start: '2016'},
              [names[field % names.length] ?? '']: value,
            };
        const {value: record, errors: faults} = parseRecord(collection, given, BASE);
        if (record !== undefined) assertValidRecord(collection, record);
        for (const fault of faults) assert.match(fault, /^[^\n]{3,400}$/s);
        for (const one of new LazyRecordList(collection, [given, given], BASE))
          assert.notEqual(String(one.id), '');
        parseEnvelope(whole, BASE);
        communesFrom(whole);
        assertUnpolluted();
      },
    ));

  it('S-03 never becomes a URL of another scheme', () =>
    fuzz(
      'addresses',
      fc.tuple(
        fc.oneof(
          payload,
          fc.tuple(payload, payload).map(parts => parts.join(':')),
        ),
        fc.constantFrom(BASE, undefined),
      ),
      ([text, base]) => {
        const link = safeLink(text, base);
        if (link !== undefined)
          assert.match(link, /^(?:https?:\/\/[^/?#@]+(?:[/?#]|$)|mailto:|tel:)/);
        const resource = safeFetchUrl(text, base);
        if (resource !== undefined)
          assert.match(
            resource,
            /^(?:https:\/\/[^/?#@]+|http:\/\/(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?)(?:[/?#]|$)/,
          );
        // A URL that has passed the check passes it again, unchanged.
        if (link !== undefined) assert.equal(safeLink(link), link);
        if (resource !== undefined) assert.equal(safeFetchUrl(resource), resource);
      },
    ));

  it('S-08 becomes a valid date, or none', () =>
    fuzz('dates', fc.tuple(payload, payload), ([text, end]) => {
      const date = parseDate(text);
      if (date) assert.ok(date.first <= date.last && Number.isInteger(date.first));
      daySpan({start: text, end});
      const instant = parseInstant(text, end);
      if (instant !== undefined) assert.ok(Number.isFinite(instant));
      parseOffset(text);
      const {accepts, fromAttribute} = isoDate;
      assert.equal(accepts(text), fromAttribute(text) !== '');
    }));

  it('S-08 becomes a valid field value, or stays unchanged', () =>
    fuzz('values', fc.oneof(anyJson, payload), value => {
      for (const read of [readText, readWord, readList, readNumber, readDate, readPeriod, readLink])
        read(value);
      readGeo(value);
      readGeo(value, 'lon-lat');
      const checked = parseGeometry(value);
      if (typeof checked === 'string') assert.match(checked, /^[^\n]{3,}$/);
    }));

  it('S-08 becomes a field mapping, or is reported', () =>
    fuzz(
      'fields',
      fc.tuple(
        fc.oneof(
          payload,
          fc
            .array(
              fc.tuple(
                fc.oneof(
                  specialString,
                  fc.constantFrom('title', 'geo', 'url', 'period', 'budget.total'),
                ),
                fc.oneof(
                  specialString,
                  fc.constantFrom('"a{b}"', 'a|b', 'a.b.c', '"', '{', '"{__proto__}"'),
                ),
              ),
              {maxLength: 4},
            )
            .map(pairs => pairs.map(pair => pair.join(': ')).join('; ')),
        ),
        anyJson,
      ),
      ([text, row]) => {
        const told: string[] = [];
        const fields = parseFields(text, line => told.push(line));
        const samples = [row, {a: 1, b: 'x'}].filter(
          (one): one is Record<string, unknown> =>
            one !== null && typeof one === 'object' && !Array.isArray(one),
        );
        const {mappings} = createFieldMappings({collection: 'resources', fields, samples});
        for (const rule of mappings) for (const sample of samples) rule.read(sample);
        for (const line of told) assert.ok(line.length > 3);
        assertUnpolluted();
      },
    ));

  it('S-07 becomes an attribute value within its limits', () =>
    fuzz('attributes', payload, text => {
      const number = integer(3, 2, 6).fromAttribute(text);
      assert.ok(Number.isInteger(number) && number >= 2 && number <= 6);
      assert.ok(['a', 'b'].includes(oneOf('a', 'b').fromAttribute(text)));
      for (const part of splitList(text)) assert.notEqual(part.trim(), '');
      assert.match(hexColour.fromAttribute(text), /^(?:#[0-9a-f]{6})?$/i);
      assert.match(cssLength.fromAttribute(text), /^(?:[\d.]+(?:[a-z%]+)?)?$/i);
      const near = metres.fromAttribute(text);
      assert.ok(near === undefined || (Number.isFinite(near) && near > 0));
      const zoom = zoomLevel.fromAttribute(text);
      assert.ok(zoom === undefined || (zoom >= 2 && zoom <= 19));
      const centre = latLon.fromAttribute(text);
      assert.ok(centre === undefined || Math.abs(centre.lat) <= 90);
    }));

  it('S-06 becomes plain text, with nothing decoded twice', () =>
    fuzz('texts', fc.tuple(payload, anyJson), ([text, value]) => {
      assert.equal(typeof plainText(text), 'string');
      // HTML that an editor writes for this text.
      const written = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      const bare = (words: string): string => words.replace(/\s/g, '').replace(/\[…\]$/, '…');
      assert.equal(bare(plainText(written)), bare(text));
      assert.equal(typeof fold(text), 'string');
      searchWords(text);
      pickText(text, 'fr', text);
      pickText({[text]: text}, text);
      readCredit(value);
      readCredit({attribution: text});
      readLayerIds(value);
      decodeText(new TextEncoder().encode(text));
      // No cell of the file is interpreted as a formula by a spreadsheet.
      assert.doesNotMatch(formatCell(text), /^"?[=+@]/);
    }));

  it('S-06 becomes readable diagnostics, for a file of any bytes', () =>
    fuzz(
      'files',
      fc.record({
        format: fc.constantFrom(...INPUT_FORMATS),
        bytes: fc.oneof(
          fc.uint8Array({maxLength: 200}),
          payload.map(text =>
            new TextEncoder().encode(`Titre;Lien;Date\n${text};${text};${text}\n`),
          ),
          anyJson.map(json =>
            new TextEncoder().encode(JSON.stringify({type: 'FeatureCollection', features: [json]})),
          ),
        ),
        name: payload,
        fields: fc.oneof(fc.constant(''), payload),
      }),
      async ({format, bytes, name, fields}) => {
        try {
          const {document, diagnostics} = await convert(bytes, {format, fields});
          for (const diagnostic of diagnostics)
            assert.ok(formatDiagnostic(name, diagnostic, fr).length > 3);
          for (const record of (document?.['resources'] ?? []) as readonly unknown[])
            assertValidRecord('resources', record);
        } catch (error) {
          if (error instanceof assert.AssertionError) throw error;
          assert.ok(error instanceof ConversionError, String((error as Error).stack));
        }
        assertUnpolluted();
      },
      Math.ceil(RUNS / 4),
    ));
});
