import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {TextSearch} from '../../../src/model/collection/text-search.js';

const words = fc.array(
  fc.constantFrom('e', 'ec', 'ecl', 'ecluse', 'ca', 'can', 'canal', 'du', 'an', 'n', 'na'),
  {
    minLength: 1,
    maxLength: 3,
  },
);
const texts = fc.array(
  fc.array(fc.constantFrom('ecluse', 'canal', 'ecole', 'cane', 'du', 'nord')).map(t => t.join(' ')),
  {maxLength: 12},
);

describe('a search', () => {
  it('finds the same after any sequence of queries as from scratch', () => {
    fc.assert(
      fc.property(texts, fc.array(words, {maxLength: 20}), (all, questions) => {
        const search = new TextSearch(all);
        for (const question of questions)
          assert.deepEqual(
            [...search.find(question)],
            all.map(text => Number(question.every(word => text.includes(word)))),
            question.join(' '),
          );
      }),
    );
  });

  it('reads no record again when letters are removed, and few when one is added', () => {
    let looks = 0;
    const text = (value: string): string =>
      Object.assign(Object(value) as object, {
        indexOf: (word: string, start?: number) => {
          looks++;
          return value.indexOf(word, start);
        },
      }) as unknown as string;
    const search = new TextSearch(['canal', 'cane', 'ecluse', 'nord'].map(text));
    const looksFor = (word: string) => {
      looks = 0;
      search.find([word]);
      return looks;
    };
    assert.deepEqual(['c', 'ca', 'can', 'ca', 'c', 'can'].map(looksFor), [4, 3, 2, 0, 0, 0]);
  });

  it('looks once for a word that is repeated', () => {
    let looks = 0;
    const text = Object.assign(Object('cité et mine') as object, {
      indexOf: () => 0,
      includes: () => ++looks > 0,
    }) as unknown as string;
    const repeated = Array.from({length: 100}, () => ['cite', 'mine']).flat();
    assert.deepEqual([...new TextSearch([text]).find(repeated)], [1]);
    assert.equal(looks, 1);
  });
});
