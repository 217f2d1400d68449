import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import * as leaves from '../../../src/model/schemas/scalar-schemas.js';
import type {ScalarSchema} from '../../../src/model/schemas/schema-builder.js';

type Name = keyof typeof leaves;

/** For each leaf schema: its description, valid values and invalid values. */
const CASES: Readonly<
  Record<Name, readonly [expects: string, right: readonly unknown[], wrong: readonly unknown[]]>
> = {
  string: ['a string', ['', 'x'], [1, null, {}, []]],
  date: [
    'a date such as 2016, 2016-10 or 2016-10-01',
    ['2016', '2016-10', '2016-10-01'],
    ['', '2016-13', 2016],
  ],
  colour: ['a colour #rrggbb', ['#000000', '#C2410c'], ['#abc', 'x#000000', '#000000;', 'red']],
  link: [
    'a link that may be followed',
    ['https://a.example/', 'mailto:a@b.example'],
    ['data:,', 1],
  ],
  fetchUrl: [
    'an https address',
    ['https://a.example/'],
    ['mailto:a@b.example', 'http://a.example/'],
  ],
  number: ['a number', [0, -1, -1e300, 1e300], [NaN, '1', null]],
  size: ['a number', [0, 0.5, 1e300], ['0', null, undefined]],
  count: ['a whole number from 0 up', [0, 1, 44_480], [-1, 0.5, NaN, '1']],
  percent: ['a number', [0, 50, 100], ['50']],
  lat: ['a number', [-90, 0, 90], ['50']],
  lon: ['a number', [-180, 0, 180], ['3']],
  boolean: ['true or false', [true, false], ['true', 0, null]],
  id: ['a string or a whole number', ['a', 0, 7], ['', 0.5, null, {}]],
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
  size: ['a number from 0 up', -0.001, Infinity],
  percent: ['a number from 0 to 100', -0.1, 100.1],
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
});
