import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {fundingStatements, isOfPeriod2021} from '../../src/model/funding.js';
import type {Programme} from '../../src/model/records.js';

const programme = (rest: Partial<Programme>): Programme => ({id: 'p', title: 'Interreg', ...rest});

describe('the period of a programme', () => {
  for (const [generation, start, expected] of [
    ['VI', '2021', true],
    ['VI', undefined, true],
    // Some calls of the fifth generation began late, under the rules of 2014–2020.
    ['V', '2021-03', false],
    [undefined, '2022', true],
    [undefined, '2028', false],
    [undefined, undefined, false],
  ] as const)
    it(`${expected ? 'is' : 'is not'} 2021–2027 for generation ${generation ?? 'unknown'} from ${start ?? 'an unknown date'}`, () => {
      assert.equal(
        isOfPeriod2021(
          programme({...(generation && {generation}), ...(start && {period: {start}})}),
        ),
        expected,
      );
    });

  it('decides whether the statement of the Regulation stands for a missing one', () => {
    assert.equal(fundingStatements([programme({generation: 'VI'})]).length, 1);
    assert.equal(
      fundingStatements([programme({generation: 'V', period: {start: '2021'}})]).length,
      0,
    );
  });
});
