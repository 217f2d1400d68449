import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readCredit} from '../../../../../src/map/basemap/archive-metadata.js';
import {convert} from '../../../../../src/tools/convert/convert.js';
import {readGeo} from '../../../../../src/data/sources/shared/readers/coordinate-readers.js';
import {readPeriod} from '../../../../../src/data/sources/shared/readers/date-readers.js';
import {
  readAmount,
  readLink,
  readNumber,
} from '../../../../../src/data/sources/shared/readers/value-readers.js';
import {isMissing} from '../../../../../src/data/sources/shared/rows/foreign-record.js';

const LENGTH = 100_000;
/** Far above what a linear reader needs, 5 ms; a quadratic one takes 6 to 11 s. */
const MAX_MS = 4000;

const fill = (pump: string, {before = '', after = ''} = {}): string =>
  before + pump.repeat(LENGTH / pump.length) + after;

async function inTime(task: () => unknown): Promise<void> {
  const start = performance.now();
  await task();
  const ms = performance.now() - start;
  assert.ok(ms < MAX_MS, `${Math.round(ms)} ms`);
}

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

describe('S-08 a value of 100,000 characters', () => {
  for (const [name, read, text] of CASES)
    it(`is read at once: ${name}`, () => inTime(() => read(text)));

  it('is no period, in each cell of a column', () =>
    inTime(() => {
      for (let row = 0; row < 20; row++)
        for (const pump of ['a', 'à ', ' à ', '–', ' '])
          readPeriod(fill(pump, {before: '2020', after: ' 2021'}));
    }));

  it('does not stop the conversion of a table', () =>
    inTime(async () => {
      const long = fill('a', {before: '2020'});
      const rows = Array.from({length: 10}, (_, i) => `Projet ${i};${long}`);
      const table = Buffer.from(['Titre;Période', ...rows].join('\n'));
      const {document} = await convert(table, {format: 'csv', kind: 'projects'});
      assert.equal((document?.['projects'] as unknown[] | undefined)?.length ?? 0, 10);
    }));
});
