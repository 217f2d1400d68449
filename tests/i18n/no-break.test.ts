import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {bindSpaces} from '../../src/i18n/no-break.js';

const words = (text: string): readonly string[] => bindSpaces(text).split(' ');

describe('bindSpaces', () => {
  it('keeps a number with the word after it', () => {
    assert.deepEqual(words('soit 85 opérations'), ['soit', '85\u00a0opérations']);
    assert.deepEqual(words('de 12 500 habitants'), ['de', '12\u00a0500\u00a0habitants']);
    assert.deepEqual(words('près de 10\u202f000 logements'), [
      'près',
      'de',
      '10\u202f000\u00a0logements',
    ]);
    assert.deepEqual(words('8,3 M€ et 5 %'), ['8,3\u00a0M€', 'et', '5\u00a0%']);
  });

  it('lets a line end after a year', () => {
    assert.deepEqual(words('dès 1916 et 1930'), ['dès', '1916', 'et', '1930']);
  });

  it('lets no line begin with a dash or a slash', () => {
    assert.deepEqual(words('Ors – Le canal / de Kanaal'), [
      'Ors\u00a0–',
      'Le',
      'canal\u00a0/',
      'de',
      'Kanaal',
    ]);
    assert.deepEqual(words('A–B et C/D'), ['A–B', 'et', 'C/D']);
  });

  it('keeps French punctuation with its word', () => {
    assert.deepEqual(words('la place : « oui » ; et ? n° 2'), [
      'la',
      'place\u00a0:',
      '«\u00a0oui\u00a0»\u00a0;',
      'et\u00a0?',
      'n°\u00a02',
    ]);
  });
});
