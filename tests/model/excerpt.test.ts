import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {excerptOf} from '../../src/model/excerpt.js';

describe('excerptOf', () => {
  it('returns a text that fits as it is', () => {
    assert.deepEqual(excerptOf(' Un canal. ', 20), {value: 'Un canal.', isCut: false});
    assert.deepEqual(excerptOf('', 20), {value: '', isCut: false});
  });

  it('ends with a complete sentence, quotation marks included', () => {
    const text = 'Le canal est long. « Il est beau ! » dit le maire, qui y passe chaque jour.';
    assert.deepEqual(excerptOf(text, 40), {
      value: 'Le canal est long. « Il est beau ! »',
      isCut: true,
    });
    assert.equal(excerptOf(text, 30).value, 'Le canal est long.');
  });

  it('ends with a complete word and an ellipsis where the first sentence is too long', () => {
    const text = 'Oui. Les projets et les dynamiques de coopération que les CAUE portent ensemble';
    assert.deepEqual(excerptOf(text, 40), {
      value: 'Oui. Les projets et les dynamiques de…',
      isCut: true,
    });
    assert.equal(excerptOf('Un canal, des ponts et des écluses', 9).value, 'Un canal…');
  });

  it('keeps a word that ends exactly at the limit', () => {
    assert.equal(excerptOf('Un canal droit', 8).value, 'Un canal…');
  });

  it('cuts only a single word that is longer than the limit, between characters', () => {
    assert.equal(excerptOf('x'.repeat(50), 10).value, `${'x'.repeat(10)}…`);
    assert.equal(excerptOf('🏘'.repeat(50), 9).value, `${'🏘'.repeat(4)}…`);
  });

  it('returns nothing longer than the limit and the ellipsis, whatever the text', () => {
    const texts = [
      'a. b. c. '.repeat(30),
      '… … … '.repeat(20),
      'mot\n\nmot '.repeat(20),
      '. '.repeat(90),
    ];
    for (const text of texts)
      for (const limit of [1, 2, 17, 60]) {
        const {value, isCut} = excerptOf(text, limit);
        assert.ok(isCut && value.length <= limit + 1, `${limit}: ${JSON.stringify(value)}`);
      }
  });
});
