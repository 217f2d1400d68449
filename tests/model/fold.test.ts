import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {fold, searchWords} from '../../src/model/fold.js';

describe('fold', () => {
  const alike: readonly (readonly [string, string])[] = [
    ['Écluse', 'ecluse'],
    ['E\u0301CLUSE', 'ecluse'],
    ['Cœur de Nœux', 'coeur de noeux'],
    ['ŒUVRE', 'oeuvre'],
    ['Ĳssel', 'ijssel'],
    ['Straße', 'strasse'],
    ['Æther', 'aether'],
    ['l’eau', "l'eau"],
    ['ﬁn', 'fin'],
    ['ville\u00a0\u202f neuve', 'ville neuve'],
    ['pa\u00adtri\u200bmoine', 'patrimoine'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['İstanbul', 'istanbul'],
  ];
  for (const [text, folded] of alike) {
    it(`finds “${text}” by “${folded}”`, () => assert.equal(fold(text), folded));
  }

  it('is idempotent, for every Unicode character', () => {
    // Unassigned, private and surrogate code points, seven of eight, are left out.
    for (let code = 0; code <= 0x10ffff; code++) {
      const character = String.fromCodePoint(code);
      if (/[\p{Cn}\p{Co}\p{Cs}]/u.test(character)) continue;
      const once = fold(character);
      assert.equal(fold(once), once, `U+${code.toString(16)}`);
    }
  });

  it('is idempotent, for any text', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), text => fold(fold(text)) === fold(text)),
      {numRuns: 1000},
    );
  });

  it('keeps a text findable by any part of it', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), fc.string({unit: 'grapheme'}), (a, b) =>
        fold(`${a} ${b}`).includes(fold(b).trim()),
      ),
    );
  });
});

describe('searchWords', () => {
  it('splits a search text at spaces of any kind, and trims it', () =>
    assert.deepEqual(searchWords('  Écluse\u00a0 du\tCœur '), ['ecluse', 'du', 'coeur']));

  it('returns no word for an empty text', () => assert.deepEqual(searchWords(' \n '), []));
});
