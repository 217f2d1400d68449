import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import * as leaves from '../../../src/model/schemas/scalar-schemas.js';
import {RECORD_SCHEMAS} from '../../../src/model/schemas/record-schemas.js';
import type {ScalarSchema} from '../../../src/model/schemas/schema-builder.js';

type Name = Exclude<
  keyof typeof leaves,
  'EMAIL_PATTERN' | 'MAX_GEOMETRY_LENGTH' | 'MAX_LINE_LENGTH' | 'MAX_TEXT_LENGTH'
>;

/** For each leaf schema: its description, valid values and invalid values. */
const CASES: Readonly<
  Record<Name, readonly [expects: string, right: readonly unknown[], wrong: readonly unknown[]]>
> = {
  string: ['a string', ['', 'x', 'x'.repeat(1000)], [1, null, {}, []]],
  longString: ['a string', ['', 'x', 'x'.repeat(50_000)], [1, null, {}, []]],
  token: ['a string', ['', 'x'.repeat(100_000)], [1, null]],
  date: [
    'a date such as 2016, 2016-10 or 2016-10-01',
    ['2016', '2016-10', '2016-10-01'],
    ['', '2016-13', 2016, '0000', '-000001', '+010000-01-01', '+275760-09-13'],
  ],
  endDate: [
    'a date such as 2016, 2016-10 or 2016-10-01',
    ['', '2016', '2016-10-01'],
    ['2016-13', 2016],
  ],
  email: [
    'an e-mail address',
    ['mairie@ville.example', 'a.b+c@[::1]'],
    [
      'mairie',
      'a b@c.example',
      'a@b.example?bcc=x@y.example',
      '<a@b.example>',
      'mailto:a@b.example',
      7,
    ],
  ],
  words: [
    'a string or a list of strings',
    ['', 'chêne', [], ['chêne', 'hêtre']],
    [1, null, {}, ['chêne', 1], 'x'.repeat(1001), Array(201).fill('x')],
  ],
  colour: ['a colour #rrggbb', ['#000000', '#C2410c'], ['#abc', 'x#000000', '#000000;', 'red']],
  link: [
    'a link that may be followed',
    ['https://a.example/', 'mailto:a@b.example'],
    ['data:,', 1, `https://a.example/${'x'.repeat(8000)}`],
  ],
  fetchUrl: [
    'an https address',
    ['https://a.example/'],
    ['mailto:a@b.example', 'http://a.example/'],
  ],
  number: ['a number', [0, -1, -1e300, 1e300], [NaN, '1', null]],
  size: ['a number', [0, 0.5, 1e15], ['0', null, undefined]],
  year: ['a number', [-50, 0, 2026], ['2026', null]],
  zoom: ['a number', [0, 9.5, 24], ['9', null]],
  count: ['a whole number from 0 up', [0, 1, 44_480], [-1, 0.5, NaN, '1', 1e308]],
  percent: ['a number', [0, 50, 100], ['50']],
  fraction: ['a number', [0, 0.5, 1], ['0.5']],
  direction: ['a number', [0, 240, 360], ['S']],
  lat: ['a number', [-90, 0, 90], ['50']],
  lon: ['a number', [-180, 0, 180], ['3']],
  boolean: ['true or false', [true, false], ['true', 0, null]],
  id: ['a string or a whole number', ['a', 0, 7], ['', 0.5, null, {}, 'x'.repeat(1001)]],
  outline: [
    'a GeoJSON polygon of at most 20 kB',
    [
      {type: 'Polygon', coordinates: []},
      {type: 'MultiPolygon', coordinates: [[[[2, 50]]]]},
    ],
    [
      {type: 'Point', coordinates: [2, 50]},
      {type: 'Polygon'},
      {type: 'Polygon', coordinates: '[]'},
      {type: 'Polygon', coordinates: [Array(6000).fill([2, 50])]},
      [],
      null,
      'Polygon',
    ],
  ],
  shape: [
    'a GeoJSON line or polygon of at most 20 kB',
    [
      {type: 'LineString', coordinates: [[2, 50]]},
      {type: 'MultiPolygon', coordinates: [[[[2, 50]]]]},
    ],
    [
      {type: 'Point', coordinates: [2, 50]},
      {type: 'GeometryCollection', geometries: []},
      {type: 'LineString', coordinates: Array(6000).fill([2, 50])},
      null,
    ],
  ],
  bbox: [
    'west, south, east and north in degrees',
    [
      [2, 50, 4, 51],
      [-180, -90, 180, 90],
    ],
    [
      [2, 50, 4],
      [2, 50, 4, 51, 0],
      [100, 100, 101, 2],
      [2, 50, 181, 51],
      ['2', 50, 4, 51],
      '2,50,4,51',
    ],
  ],
};

/** Numbers outside the range of a leaf schema, with the range that the error names. */
const OUT_OF_RANGE: Readonly<
  Partial<Record<Name, readonly [range: string, ...numbers: number[]]>>
> = {
  number: ['a finite number', Infinity, -Infinity],
  size: ['a number from 0 up', -0.001, -Infinity],
  year: ['a year from -9999 to 9999', 10_000, -1e308],
  zoom: ['a zoom level from 0 to 24', -1, 1e308],
  percent: ['a number from 0 to 100', -0.1, 100.1],
  fraction: ['a number from 0 to 1', -0.1, 1.1],
  direction: ['a number from 0 to 360', -0.1, 361],
  lat: ['a number from -90 to 90', -90.1, 90.1],
  lon: ['a number from -180 to 180', -180.1, 180.1],
};

const read = (name: Name, value: unknown) => {
  const faults: string[] = [];
  const leaf = leaves[name] as ScalarSchema<unknown>;
  return {value: leaf.parse(value, {base: undefined, path: [name], errors: faults}), faults};
};
const errorTexts = (errors: readonly string[]) =>
  errors.map(fault => fault.replace(/, got .*/, ''));

describe('a value of the portal API', () => {
  for (const [name, [expects, right, wrong]] of Object.entries(CASES) as [
    Name,
    (typeof CASES)[Name],
  ][])
    it(`is ${name} or is reported as invalid`, () => {
      for (const value of right) assert.deepEqual(read(name, value), {value, faults: []});
      for (const value of wrong) {
        const {value: kept, faults} = read(name, value);
        assert.equal(kept, undefined, String(value));
        const ranged = Number.isNaN(value) ? OUT_OF_RANGE[name]?.[0] : undefined;
        assert.deepEqual(
          errorTexts(faults),
          [`${name}: expected ${ranged ?? expects}`],
          String(value),
        );
      }
    });

  for (const [name, [range, ...numbers]] of Object.entries(OUT_OF_RANGE) as [
    Name,
    [string, ...number[]],
  ][])
    it(`outside the range of ${name} is reported with the range`, () => {
      for (const value of numbers) {
        const {value: kept, faults} = read(name, value);
        assert.equal(kept, undefined, String(value));
        assert.deepEqual(errorTexts(faults), [`${name}: expected ${range}`], String(value));
      }
    });

  it('is reported if it is larger than any real amount', () => {
    for (const value of [1e16, 1e308, Infinity]) {
      const {value: kept, faults} = read('size', value);
      assert.equal(kept, undefined);
      assert.deepEqual(errorTexts(faults), ['size: expected at most 10^15']);
    }
  });

  it('is cut and reported if it is longer than any real text', () => {
    for (const [name, length] of [
      ['string', 1000],
      ['longString', 50_000],
    ] as const) {
      const {value, faults} = read(name, 'x'.repeat(2_000_000));
      assert.equal(value, `${'x'.repeat(length - 1)}…`);
      assert.deepEqual(errorTexts(faults), [`${name}: expected at most ${length} characters`]);
    }
  });

  it('is not cut within a character', () => {
    const {value} = read('string', 'x' + '🌳'.repeat(1000));
    assert.equal(value, `x${'🌳'.repeat(499)}…`);
  });

  it('has at most as many items as a page can show', () => {
    const errors: string[] = [];
    const items = Array.from({length: 3000}, (_, i) => `Thème ${i}`);
    const context = {base: undefined, path: [], errors};
    const project = RECORD_SCHEMAS.projects.parse({id: 1, themes: items, title: 'x'}, context);
    assert.equal(project?.themes?.length, 200);
    assert.deepEqual(errorTexts(errors), ['themes: expected at most 200 items']);
  });
});
