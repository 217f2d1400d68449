import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {
  integer,
  isoDate,
  type CheckedConverter,
} from '../../src/elements/base/attribute-converters.js';
import {
  facetNames,
  cssLength,
  hexColour,
  latLon,
  tilesValue,
  zoomLevel,
} from '../../src/elements/base/shared-attributes.js';
import type {Attribute, NumberRange} from '../../src/tools/snippets/catalogue.js';
import {correctionOf} from '../../src/tools/snippets/tag-checks.js';

const attribute = (name: string, range?: NumberRange): Attribute => ({
  name,
  kind: range ? 'number' : 'text',
  choices: [],
  description: '',
  defaultValue: '',
  range,
});

const VALUES: readonly string[] = [
  ...['theme,type', 'theme type', ' theme , type ', 'THEME', 'theme,genre'],
  ...['ign', 'IGN', 'ign ', 'none', 'https://t.example/{z}/{x}/{y}.png', 'a/{z}/{x}.png'],
  ...['x.pmtiles', 'ftp://a.example/x.pmtiles', 'javascript:{z}{x}{y}'],
  ...['50.4, 3.5', '50.4 3.5', '50,4;3,5', '91,0', '-90,-180', '50.4,181', '.5,.5'],
  ...['2016', '2016-02', '2016-13', '2016-02-30', '01/02/2016', '201'],
  ...['24em', '0px', '10', '0', '.5em', '2.5', '24EM', '24 em', '50%', '007px', ' 3 '],
  ...['#abc', '#ABCDEF', 'red', '#12345', '3', '3.5', '03', '2', '19', '20', '-1', '2,5'],
];

describe('the check of a snippet', () => {
  before(() => Object.assign(globalThis, {document: {baseURI: 'https://commune.example/'}}));
  after(() => Reflect.deleteProperty(globalThis, 'document'));

  for (const [name, converter, range] of [
    ['facets', facetNames],
    ['tiles', tilesValue],
    ['center', latLon],
    ['height', cssLength],
    ['color', hexColour],
    ['from', isoDate],
    ['zoom', zoomLevel, {min: 2, max: 19}],
    ['heading-level', integer(3, 2, 6), {min: 2, max: 6}],
  ] as const satisfies readonly (readonly [string, CheckedConverter<unknown>, NumberRange?])[])
    it(`accepts the values that the widgets accept, and its own suggestions: ${name}`, () => {
      for (const value of VALUES) {
        const correction = correctionOf(attribute(name, range), value);
        // A page may have spaces around a value; the check asks for it without.
        if (value === value.trim())
          assert.equal(correction === undefined, converter.accepts(value), value);
        if (correction?.corrected !== undefined)
          assert.ok(converter.accepts(correction.corrected), `${value} → ${correction.corrected}`);
      }
    });
});
