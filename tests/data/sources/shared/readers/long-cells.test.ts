import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readCredit} from '../../../../../src/map/basemap/archive-metadata.js';
import {readGeo} from '../../../../../src/data/sources/shared/readers/coordinate-readers.js';
import {readPeriod} from '../../../../../src/data/sources/shared/readers/date-readers.js';
import {
  readAmount,
  readLink,
  readNumber,
} from '../../../../../src/data/sources/shared/readers/value-readers.js';
import {isMissing} from '../../../../../src/data/sources/shared/rows/foreign-record.js';
import {runToEnd} from '../../../../support/run-to-end.js';
import {convertTable} from '../../../../support/convert-table.js';

/** A linear reader needs a tenth of a second; a quadratic one needs 6 to 11 s for 100,000, and 400 times that here. */
const LENGTH = 2_000_000;

const fill = (pump: string, {before = '', after = ''} = {}): string =>
  before + pump.repeat(LENGTH / pump.length) + after;

/** Values of a file that take a time that grows with the square of their length, unless readers take care. */
const CASES: readonly (readonly [name: string, read: (text: string) => unknown, text: string])[] = [
  ['a number of zeros', readNumber, fill('0', {after: 'x'})],
  ['an amount of spaces', readAmount, fill('\r', {after: 'x'})],
  ['coordinates of spaces', readGeo, fill(' ', {before: '2020', after: 'x'})],
  ['an absent value of spaces', isMissing, fill(' ', {after: 'x'})],
  [
    'an address of full stops',
    text => readLink({url: text}),
    fill('.', {before: 'https://a', after: 'x'}),
  ],
  ['the credit of an archive', text => readCredit({attribution: text}), fill('<')],
];

describe('S-08 a value of two million characters', () => {
  for (const [name, read, text] of CASES)
    it(`is read at once: ${name}`, () => void runToEnd(() => read(text)));

  for (const pump of ['a', 'à ', ' à ', '–', ' '])
    it(`is no period, if it repeats “${pump}”`, () =>
      void runToEnd(() => readPeriod(fill(pump, {before: '2020', after: ' 2021'}))));

  it('does not stop the conversion of a table', () => {
    const long = fill('a', {before: '2020'});
    const rows = Array.from({length: 3}, (_, i) => `Projet ${i};${long}`);
    const table = ['Titre;Période', ...rows].join('\n');
    assert.equal(runToEnd(() => convertTable(table)).length, 3);
  });
});
