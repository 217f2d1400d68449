import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  hasSeveralCommunes,
  LocatedCommunes,
  type LocatedRecords,
} from '../../../src/model/geo/located-communes.js';
import type {Commune} from '../../../src/model/records.js';

/** Records at 50° + their index north, and the indices of those that have been read. */
const recordsIn = (communes: readonly (Commune | undefined)[], located = [...communes.keys()]) => {
  const read: number[] = [];
  const records: LocatedRecords = {
    located,
    geoAt: index => ({lat: 50 + index, lon: 3}),
    communeAt: index => {
      read.push(index);
      return communes[index];
    },
  };
  return {records, read};
};
const many = (count: number, nameOf: (index: number) => string | undefined) =>
  recordsIn(
    Array.from({length: count}, (_, i) => nameOf(i)).map(name => (name ? {name} : undefined)),
  );

describe('communes of located records', () => {
  it('have the mean position of their records, and their code where there is one', () => {
    const ors: Commune = {name: 'Ors', insee: '59450'};
    const {records} = recordsIn(
      [ors, {name: {nl: 'Rijsel', fr: 'Lille'}}, undefined, ors],
      [0, 1, 2, 3],
    );
    const communes = new LocatedCommunes(records);
    for (let position = 0; position < 4; position++) communes.add(position);
    assert.deepEqual(
      communes.all.map(({value, center}) => [value, center]),
      [
        ['59450', {lat: 51.5, lon: 3}],
        ['Lille', {lat: 51, lon: 3}],
      ],
    );
  });

  it('are several as soon as two are found, and few records are read for it', () => {
    for (const [nameOf, expected, most] of [
      [(i: number) => `Commune ${i}`, true, 2],
      [() => 'Ors', false, 100],
      [() => undefined, false, 100],
      [(i: number) => (i < 30_000 ? 'Ors' : 'Lille'), true, 100],
    ] as const) {
      const {records, read} = many(44_480, nameOf);
      assert.equal(hasSeveralCommunes(records), expected);
      assert.ok(read.length <= most, `${read.length} records read`);
    }
  });

  it('are found among all records of a small map', () => {
    for (const count of [2, 99, 100]) {
      const {records, read} = many(count, i => (i === count - 1 ? 'Lille' : 'Ors'));
      assert.equal(hasSeveralCommunes(records), true, String(count));
      assert.equal(new Set(read).size, read.length, 'no record twice');
    }
  });
});
