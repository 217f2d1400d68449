import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {excerptOf, splitOpening} from '../../src/model/excerpt.js';

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
      value: 'Oui. Les projets et les dynamiques…',
      isCut: true,
    });
    assert.equal(excerptOf('Un canal, des ponts et des écluses', 9).value, 'Un canal…');
  });

  it('does not end with a number, or with short words before it, that the next word belongs to', () => {
    const text =
      'Un observatoire et une médiathèque du cadre de vie pour une commune de 644 habitants.';
    assert.equal(
      excerptOf(text, 80).value,
      'Un observatoire et une médiathèque du cadre de vie pour une commune…',
    );
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

describe('splitOpening', () => {
  for (const [name, text, opening, rest] of [
    [
      'ends at the first full stop',
      'Le château est bâti en 1869. Il revient.',
      'Le château est bâti en 1869.',
      'Il revient.',
    ],
    [
      'keeps closing quotation marks',
      'On disait : « La mine descend. » Le sol suit.',
      'On disait : « La mine descend. »',
      'Le sol suit.',
    ],
    [
      'does not end at an initial',
      'M. Mabille bâtit un château. Il le vend.',
      'M. Mabille bâtit un château.',
      'Il le vend.',
    ],
    [
      'does not end within a number',
      'La ville a 12.500 habitants environ. Elle change.',
      'La ville a 12.500 habitants environ.',
      'Elle change.',
    ],
    [
      'is the only sentence of a text',
      'Le château est bâti en 1869.',
      'Le château est bâti en 1869.',
      '',
    ],
    ['is empty for no text', '', '', ''],
  ] as const)
    it(name, () => assert.deepEqual(splitOpening(text, 60), [opening, rest]));

  it('is empty if the first sentence is too long', () => {
    const text = `${'mot '.repeat(40)}fin. Suite.`;
    assert.deepEqual(splitOpening(text, 120), ['', text]);
  });
});
